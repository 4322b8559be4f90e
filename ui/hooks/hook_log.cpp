// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_log.h"

#include "ui/hooks/hook_words.h"
#include "ui/text/number_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QString quoted(const QString& text)
{
    const bool needed =
        text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return needed ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

// Names for other programs: the same in every language.
QString csvKind(HookKind kind)
{
    switch (kind) {
    case HookKind::ForwardPre:
        return u"forward_pre"_s;
    case HookKind::Forward:
        return u"forward"_s;
    case HookKind::FullBackwardPre:
        return u"full_backward_pre"_s;
    case HookKind::FullBackward:
        return u"full_backward"_s;
    }
    return {};
}

QString exact(double value)
{
    return QString::number(value, 'g', 9);
}

}  // namespace

QString logWord(const HookEvent& event, int column)
{
    switch (column) {
    case 0:
        return QString::fromStdString(event.pass);
    case 1:
        return hookwords::kind(event.kind);
    case 2:
        return QString::fromStdString(event.module);
    case 3:
        return hookwords::spread(event.value);
    case 4:
        return hookwords::range(event.value);
    case 5:
        return event.value.count == 0 ? dashText() : shapeText(event.shape);
    case 6:
        return hookwords::time(event.microseconds);
    default:
        return {};
    }
}

QStringList logWords(const HookEvent& event)
{
    constexpr int kColumns = 7;
    QStringList words;
    for (int column = 0; column < kColumns; ++column)
        words << logWord(event, column);
    return words;
}

bool passes(const HookLogFilter& filter, const HookEvent& event)
{
    if (filter.kind && event.kind != *filter.kind)
        return false;
    if (!filter.module.empty() && event.module != filter.module)
        return false;
    const QStringList wanted = filter.text.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return true;
    const QString line = logWords(event).join(u' ');
    return std::ranges::all_of(wanted,
                               [&](const QString& word) { return line.contains(word, Qt::CaseInsensitive); });
}

QString csvHead()
{
    return u"number,pass,hook,kind,module,shape,count,mean,deviation,low,high,norm,zeros,not_finite,"
           "microseconds\n"_s;
}

QString csvLine(const HookLogLine& line)
{
    const HookEvent& event = line.event;
    const Statistics& value = event.value;
    // None where no gradient flows: no number at all
    const auto number = [&value](double of) { return value.count == 0 ? QString() : exact(of); };
    QStringList sides;
    for (const int side : event.shape)
        sides << QString::number(side);
    const QStringList fields{QString::number(line.number),
                             quoted(QString::fromStdString(event.pass)),
                             QString::number(event.id),
                             csvKind(event.kind),
                             quoted(QString::fromStdString(event.module)),
                             sides.join(u'x'),
                             QString::number(value.count),
                             number(value.mean),
                             number(value.deviation),
                             number(static_cast<double>(value.low)),
                             number(static_cast<double>(value.high)),
                             number(value.norm),
                             QString::number(value.zeros),
                             QString::number(value.notFinite),
                             exact(event.microseconds)};
    return fields.join(u',') + u'\n';
}

}  // namespace glyphscope
