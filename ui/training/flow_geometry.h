// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QSizeF>

namespace glyphscope {

/// Where the parts of a gradient flow strip lie: names, logarithmic plot, history and words side by side, a
/// row a module, under one line of titles and above one of scale.
struct FlowLayout {
    QRectF titles;
    QRectF names;
    QRectF plot;
    QRectF history;  ///< empty where there is no room for it
    QRectF words;
    QRectF scale;  ///< under the plot
    double rowHeight = 0;
    int rows = 0;

    [[nodiscard]] QRectF row(const QRectF& column, int index) const;
    [[nodiscard]] int rowAt(double y) const;  ///< -1 above and below the rows
};

/// `nameWidth` and `wordWidth` are those of the longest texts; `line` is the height of small text.
[[nodiscard]] FlowLayout layOutFlow(QSizeF size, int rows, double nameWidth, double wordWidth, double line);

/// Of decades so far apart, with words so wide, every how many has room for its own.
[[nodiscard]] int decadeStride(double apart, double widest);

/// The column of the history under `x` with the newest of `probes` at its right; -1 where there is none.
[[nodiscard]] int probeAt(const QRectF& history, int probes, int kept, double x);

}  // namespace glyphscope
