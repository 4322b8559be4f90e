// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/reliability.h"

#include <QtCore/QRectF>

namespace glyphscope {

/// Where the parts of a reliability diagram lie: the square of confidence and accuracy, and under it a strip
/// that says how many answers each bin has.
struct ReliabilityLayout {
    int bins = 0;
    QRectF legend;
    QRectF accuracyAxis;    ///< numbers left of the square
    QRectF square;          ///< from 0 to 1 to the right and upwards
    QRectF confidenceAxis;  ///< numbers below it
    QRectF counts;          ///< below those
    double total = 0;       ///< height of all, with the words below

    [[nodiscard]] QPointF at(double confidence, double accuracy) const;
    [[nodiscard]] QRectF column(int bin) const;  ///< of a bin, over square, numbers and counts
    [[nodiscard]] QRectF bar(int bin, double accuracy) const;
    /// Between how often a bin was right and how sure it was.
    [[nodiscard]] QRectF gap(int bin, const ReliabilityBin& values) const;
    [[nodiscard]] QRectF countBar(int bin, std::int64_t count, std::int64_t most) const;
    /// The bin at a point; -1 where there is none.
    [[nodiscard]] int binAt(QPointF point) const;
};

/// As large as `size` has room for. `axisWidth` is the widest number's beside the square.
[[nodiscard]] ReliabilityLayout layOutReliability(QSizeF size, int bins, double lineHeight, double axisWidth);

/// Height of a bar for `count` of at most `most`, in [0, 1]: on a logarithmic scale, or all but the surest
/// bin would vanish. A single answer is seen, none is not.
[[nodiscard]] double countShare(std::int64_t count, std::int64_t most);

/// Where the accuracy of a bin may truly be with a confidence of 95 %: E. B. Wilson's score interval (1927).
struct Interval {
    double low = 0;
    double high = 1;
};
[[nodiscard]] Interval accuracyInterval(const ReliabilityBin& bin);

}  // namespace glyphscope
