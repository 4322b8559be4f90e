// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace glyphscope {

/// How numbers of a trace become a point: (xx x + xy y + x0, yx x + yy y + y0).
struct InkmlAffine {
    double xx = 1;
    double xy = 0;
    double x0 = 0;
    double yx = 0;
    double yy = 1;
    double y0 = 0;

    [[nodiscard]] Point of(Point p) const
    {
        // adding 0 makes a negative zero positive
        return {xx * p.x + xy * p.y + x0 + 0.0, yx * p.x + yy * p.y + y0 + 0.0};
    }
    /// The same with what it gives multiplied.
    [[nodiscard]] InkmlAffine scaled(double x, double y) const
    {
        return {xx * x, xy * x, x0 * x, yx * y, yy * y, y0 * y};
    }
};

/// How many of a channel's units="..." make an inch (W3C InkML 2011, 6.1); 0 for "dev" and all that is no
/// length.
[[nodiscard]] double inkmlUnitsPerInch(const QString& units);

/// The same for a channelProperty name="resolution": "1000" in "1/cm". Where the units are missing or
/// unknown it is the value as it stands. 0 unless the value is a number above 0.
[[nodiscard]] double inkmlResolution(const QString& value, const QString& units);

/// The numbers of an <affine>, "1 0 0, 0 1 0": a row a target, a column a source and one for what is added.
/// Throws Error, without a place, if they are no such rows, or use another channel for X and Y.
[[nodiscard]] InkmlAffine inkmlAffine(const QString& text, const QStringList& sources,
                                      const QStringList& targets);

}  // namespace glyphscope
