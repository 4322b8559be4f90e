// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/parameter_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

struct ParameterText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ParameterText)
};

template <typename Side>
QString joined(const std::vector<Side>& shape, const QString& between)
{
    QStringList sides;
    for (const Side side : shape)
        sides << QString::number(side);
    return sides.join(between);
}

}  // namespace

QString tensorShapeText(const std::vector<std::int64_t>& shape)
{
    return shape.empty() ? ParameterText::tr("one number", "the shape of a scalar")
                         : joined(shape, u" \u00d7 "_s);
}

QString tensorShapeText(const std::vector<int>& shape)
{
    return shape.empty() ? ParameterText::tr("one number", "the shape of a scalar")
                         : joined(shape, u" \u00d7 "_s);
}

QString plainShapeText(const std::vector<std::int64_t>& shape)
{
    return u'[' + joined(shape, u", "_s) + u']';
}

QString plainShapeText(const std::vector<int>& shape)
{
    return u'[' + joined(shape, u", "_s) + u']';
}

QString tsvLine(const QStringList& fields)
{
    QStringList clean = fields;
    for (QString& field : clean)
        for (const QChar cut : {u'\t', u'\n', u'\r'})
            field.replace(cut, u' ');
    return clean.join(u'\t');
}

QString csvLine(const QStringList& fields)
{
    QStringList quoted;
    for (const QString& field : fields) {
        const bool plain = std::none_of(field.begin(), field.end(), [](QChar c) {
            return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
        });
        quoted << (plain ? field : u'"' + QString(field).replace(u"\""_s, u"\"\""_s) + u'"');
    }
    return quoted.join(u',');
}

}  // namespace glyphscope
