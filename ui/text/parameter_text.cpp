// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/parameter_text.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

template <typename Side>
QString joined(const std::vector<Side>& shape, const QString& between)
{
    QStringList sides;
    for (const Side side : shape)
        sides << QString::number(side);
    return sides.join(between);
}

/// Three significant digits without an exponent: 8.41, 84.1, 841.
QString threeDigits(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

}  // namespace

QString tensorShapeText(const std::vector<std::int64_t>& shape)
{
    return shape.empty() ? u"one number"_s : joined(shape, u" \u00d7 "_s);
}

QString tensorShapeText(const std::vector<int>& shape)
{
    return shape.empty() ? u"one number"_s : joined(shape, u" \u00d7 "_s);
}

QString plainShapeText(const std::vector<std::int64_t>& shape)
{
    return u'[' + joined(shape, u", "_s) + u']';
}

QString plainShapeText(const std::vector<int>& shape)
{
    return u'[' + joined(shape, u", "_s) + u']';
}

QString memoryText(std::int64_t bytes)
{
    constexpr double kStep = 1024;
    static const std::array<QString, 3> units{u"KiB"_s, u"MiB"_s, u"GiB"_s};
    if (bytes < 1024)
        return u"%1\u00a0B"_s.arg(bytes);
    double value = static_cast<double>(bytes) / kStep;
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit)
        value /= kStep;
    return threeDigits(value) + u'\u00a0' + units[unit];
}

QString passTimeText(double microseconds)
{
    if (!(microseconds > 0) || !std::isfinite(microseconds))
        return dashText();
    if (microseconds < 999.5)
        return threeDigits(microseconds) + u"\u00a0\u00b5s"_s;
    return threeDigits(microseconds / 1000) + u"\u00a0ms"_s;
}

QString wholePercentText(double share)
{
    const double percent = 100 * std::clamp(share, 0.0, 1.0);
    if (percent > 0 && percent < 0.5)
        return u"<\u00a01\u00a0%"_s;
    return QString::number(percent, 'f', 0) + u"\u00a0%"_s;
}

QString dashText()
{
    return u"\u2013"_s;
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
