// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/ink_promises.h"

#include "app/files/inkml.h"
#include "tests/fuzz/promises.h"

#include <algorithm>
#include <cmath>

namespace glyphscope::fuzz {

bool isFinite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

void requireFiniteInk(const std::vector<LabelledDrawing>& drawings)
{
    for (const LabelledDrawing& labelled : drawings) {
        require(!labelled.drawing.picture, "ink has no picture");
        for (const Stroke& stroke : labelled.drawing.strokes) {
            require(!stroke.points.empty(), "strokes have points");
            require(std::ranges::all_of(stroke.points, isFinite), "all points are finite");
            require(stroke.pen > 0 && std::isfinite(stroke.pen), "pens have a width");
        }
    }
}

void requireRoundTrip(const std::vector<LabelledDrawing>& drawings)
{
    const QByteArray written = writeInkml(drawings);
    const std::vector<LabelledDrawing> back = readInkml(written, QStringLiteral("written.inkml"));
    require(drawings.size() == back.size(), "as many drawings after being written");
    for (std::size_t i = 0; i < back.size(); ++i)
        require(drawings[i].drawing == back[i].drawing, "drawings survive being written");
    require(writeInkml(back) == written, "labels survive being written");
}

}  // namespace glyphscope::fuzz
