// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/style_sheet.h"

#include "ui/style/contrast.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function, which must be in the global namespace.
static void initResources()
{
    Q_INIT_RESOURCE(glyphscope_style);
}

namespace glyphscope {

namespace {

std::map<QString, QString> words(const Theme& t)
{
    return {
        {u"window"_s, t.window.name()},
        {u"surface"_s, t.surface.name()},
        {u"raised"_s, t.raised.name()},
        {u"border"_s, t.border.name()},
        {u"text"_s, t.text.name()},
        {u"mutedText"_s, t.mutedText.name()},
        {u"accent"_s, t.accent.name()},
        {u"accentText"_s, t.accentText.name()},
        {u"accentSoft"_s, t.accentSoft.name()},
        {u"accentHover"_s, blend(t.accent, t.text, 0.14).name()},
        {u"accentPressed"_s, blend(t.accent, t.text, 0.28).name()},
        {u"good"_s, t.good.name()},
        {u"caution"_s, t.caution.name()},
        {u"bad"_s, t.bad.name()},
        {u"disabled"_s, blend(t.surface, t.mutedText, 0.6).name()},
        {u"track"_s, blend(t.surface, t.mutedText, 0.3).name()},
        {u"mode"_s, t.dark ? u"dark"_s : u"light"_s},
        {u"gap"_s, u"%1px"_s.arg(metrics::kGap)},
        {u"radius"_s, u"%1px"_s.arg(metrics::kRadius)},
    };
}

}  // namespace

void initStyleResources()
{
    initResources();
}

QString styleSheet(const Theme& colours)
{
    initStyleResources();
    QFile file(u":/glyphscope/style/glyphscope.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    const std::map<QString, QString> values = words(colours);
    static const QRegularExpression word(u"@([A-Za-z]+)"_s);
    QString sheet;
    qsizetype done = source.indexOf(u"*/"_s) + 2;  // past the opening remark, which speaks of @
    for (auto it = word.globalMatch(source, done); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto value = values.find(match.captured(1));
        sheet += source.mid(done, match.capturedStart() - done);
        sheet += value == values.end() ? match.captured(0) : value->second;
        done = match.capturedEnd();
    }
    return sheet + source.mid(done);
}

}  // namespace glyphscope
