// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NumberText)
};

/// Asked for with every number, so it is made once a language.
struct NumberLocales {
    QLocale grouped{NumberText::tr("en", "code of this language, for how numbers are written")};
    QLocale ungrouped = grouped;

    NumberLocales() { ungrouped.setNumberOptions(grouped.numberOptions() | QLocale::OmitGroupSeparator); }
};

NumberLocales& locales()
{
    static NumberLocales ofTheLanguage;
    return ofTheLanguage;
}

/// Without the plus sign and the leading zeros of the exponent, and without the zero before the point.
QString shortened(QString text)
{
    const qsizetype e = text.indexOf(u'e');
    if (e >= 0) {
        const int power = text.mid(e + 1).toInt();
        text = text.left(e) + u'e' + QString::number(power);
    }
    if (text.startsWith(u"0."_s) || text.startsWith(u"-0."_s))
        text.remove(text.indexOf(u'0'), 1);
    return text;
}

/// Three significant digits without an exponent: 8.41, 84.1, 841.
QString threeDigits(double value)
{
    return fixedText(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

/// A no-break space, so that the sign stays with its number.
QString withPercent(const QString& number)
{
    return number + u"\u00a0%"_s;
}

}  // namespace

const QLocale& numberLocale()
{
    return locales().grouped;
}

void renewNumberLocale()
{
    locales() = {};
}

QString fixedText(double value, int decimals)
{
    return locales().ungrouped.toString(value, 'f', decimals);
}

QString significantText(double value, int digits)
{
    return locales().ungrouped.toString(value, 'g', digits).toLower();  // "1.2e-05", not "1.2E-05"
}

QString scientificText(double value, int decimals)
{
    return numberLocale().toString(value, 'e', decimals).toLower();
}

QString withTrueMinus(QString text)
{
    return text.replace(u'-', u'\u2212');
}

QString signedText(double value, int decimals)
{
    const QString size = fixedText(std::abs(value), decimals);
    if (size == fixedText(0, decimals))
        return size;
    return (value < 0 ? u'\u2212' : u'+') + size;
}

QString groupedText(double value, int decimals)
{
    return numberLocale().toString(value, 'f', decimals);
}

QString percentText(double share, int decimals)
{
    return withPercent(fixedText(100 * share, decimals));
}

QString wholePercentText(double share)
{
    const double bounded = std::clamp(share, 0.0, 1.0);
    return bounded > 0 && bounded < 0.005 ? u"<\u00a01\u00a0%"_s : percentText(bounded, 0);
}

QString confidenceText(float probability)
{
    if (probability > 0.9995F && probability < 1.0F)
        return u"> 99.9 %"_s;
    if (probability > 0.0F && probability < 0.0005F)
        return u"< 0.1 %"_s;
    return fixedText(100.0 * static_cast<double>(probability), 1) + u" %"_s;
}

QString digitPercentText(double share, int digits)
{
    return withPercent(significantText(100 * share, digits));
}

QString valueText(double value, int digits)
{
    return withTrueMinus(significantText(value, digits));
}

QString cellText(float value, int characters)
{
    QString best;
    for (int digits = 1; digits <= 9; ++digits) {
        const QString text = shortened(significantText(static_cast<double>(value), digits));
        if (digits > 1 && text.size() > characters)
            continue;
        // "1e2" may be shorter than "120" and still say less: the most digits that fit win.
        best = text;
    }
    return withTrueMinus(best);
}

QString countText(double count)
{
    return groupedText(count, 0);
}

QString rateText(double perSecond)
{
    return groupedText(std::max(0.0, perSecond), perSecond < 100 ? 1 : 0);
}

QString lossText(double loss)
{
    return fixedText(loss, 4);
}

QString roughDurationText(double seconds)
{
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    if (seconds < 1.5 * kMinute)
        return NumberText::tr("%1 s").arg(
            std::max(1.0, seconds < 10 ? std::ceil(seconds) : std::round(seconds / 5) * 5));
    if (seconds < 1.5 * kHour)
        return NumberText::tr("%1 min").arg(std::round(seconds / kMinute));
    return NumberText::tr("%1 h").arg(fixedText(std::min(seconds / kHour, 9999.0), 1));
}

QString durationText(double seconds)
{
    const auto all = static_cast<qint64>(std::llround(std::clamp(seconds, 0.0, 1e9)));
    const auto two = [](qint64 n) { return u"%1"_s.arg(n, 2, 10, QLatin1Char('0')); };
    const QString tail = u':' + two(all % 60);
    if (all < 3600)
        return QString::number(all / 60) + tail;
    return QString::number(all / 3600) + u':' + two(all / 60 % 60) + tail;
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

QString momentText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString dashText()
{
    return u"\u2013"_s;
}

QString shapeText(const std::vector<int>& shape)
{
    QStringList sides;
    for (const int side : shape)
        sides << QString::number(side);
    return sides.join(u" \u00D7 "_s);
}

}  // namespace glyphscope
