// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <concepts>
#include <cstdint>
#include <vector>

class QLocale;

namespace glyphscope {

/// How numbers are written everywhere in the window. All of them follow the language that the program speaks,
/// not the system's: decimal point, groups of digits, exponent. Text that programs read (CSV, what is copied)
/// is written with QString::number() instead.
[[nodiscard]] const QLocale& numberLocale();
void renewNumberLocale();  ///< after another language was installed

[[nodiscard]] QString fixedText(double value, int decimals);        ///< "0.0412"; digits are not grouped
[[nodiscard]] QString significantText(double value, int digits);    ///< "0.00312", "1.2e-05"
[[nodiscard]] QString scientificText(double value, int decimals);   ///< "4.00e-03"
[[nodiscard]] QString withTrueMinus(QString text);                  ///< "-1.25" becomes "−1.25"
[[nodiscard]] QString signedText(double value, int decimals);       ///< "+0.31", "−0.31", "0.00"
[[nodiscard]] QString groupedText(double value, int decimals);      ///< "1,200.5"
[[nodiscard]] QString percentText(double share, int decimals = 2);  ///< "98.61 %" for 0.9861
[[nodiscard]] QString wholePercentText(double share);               ///< "41 %"; "< 1 %" for a little
/// "97.3 %". Never "100.0 %" or "0.0 %" for what is only close to it: "> 99.9 %", "< 0.1 %".
[[nodiscard]] QString confidenceText(float probability);
[[nodiscard]] QString digitPercentText(double share, int digits = 3);  ///< "12.5 %", "10 %"

/// "−1.25", "0", "1.3e−05": three significant digits (or as many as asked for), with a true minus sign.
[[nodiscard]] QString valueText(double value, int digits = 3);

/// The most exact text of the value in so many characters, for a cell of a map; never empty.
[[nodiscard]] QString cellText(float value, int characters);

[[nodiscard]] QString countText(double count);  ///< "1,200"
template <std::integral Count>
[[nodiscard]] QString countText(Count count)
{
    return countText(static_cast<double>(count));
}

[[nodiscard]] QString rateText(double perSecond);  ///< "12,340"; "98.8" below a hundred
[[nodiscard]] QString lossText(double loss);       ///< "0.0412"
/// "40 s", "12 min", "3.5 h": of something that is only estimated.
[[nodiscard]] QString roughDurationText(double seconds);
[[nodiscard]] QString durationText(double seconds);       ///< "0:07", "12:05", "1:02:03"
[[nodiscard]] QString memoryText(std::int64_t bytes);     ///< "36 B", "1.25 KiB", "3.15 MiB"
[[nodiscard]] QString passTimeText(double microseconds);  ///< "8.41 µs", "412 µs", "1.25 ms"; a dash for 0
/// A day and a time of it, from seconds since 1970: "2026-05-01 14:22", which sorts, in every language.
[[nodiscard]] QString momentText(std::int64_t seconds);
[[nodiscard]] QString dashText();  ///< for a number that is not there

/// "32 × 28 × 28"
[[nodiscard]] QString shapeText(const std::vector<int>& shape);

}  // namespace glyphscope
