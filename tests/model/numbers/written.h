// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/safetensors.h"
#include "model/recognition/cpu_recognizer.h"
#include "tests/support/plain_digits.h"

#include <memory>
#include <string_view>
#include <vector>

namespace glyphscope::test {

/// The shipped weights, as the program reads single drawings.
inline std::unique_ptr<Recognizer> shippedReader()
{
    return makeCpuRecognizer(
        readSafetensors(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors"));
}

/// Strokes moved by (x, y) after they were scaled.
inline std::vector<Stroke> moved(std::vector<Stroke> strokes, double x, double y = 0, double scale = 1)
{
    for (Stroke& stroke : strokes)
        for (Point& p : stroke.points)
            p = {scale * p.x + x, scale * p.y + y};
    return strokes;
}

inline void add(const std::vector<Stroke>& strokes, Drawing& drawing)
{
    drawing.strokes.insert(drawing.strokes.end(), strokes.begin(), strokes.end());
}

/// Plain digits side by side, `step` from one to the next; they are 50 wide and 80 high.
inline Drawing written(std::string_view digits, double step = 70)
{
    Drawing drawing;
    double x = 0;
    for (const char digit : digits) {
        add(moved(plainDigits()[static_cast<std::size_t>(digit - '0')], x), drawing);
        x += step;
    }
    return drawing;
}

/// All strokes of a drawing as one, in their order.
inline Drawing inOneStroke(const Drawing& drawing)
{
    Stroke stroke;
    for (const Stroke& piece : drawing.strokes)
        stroke.points.insert(stroke.points.end(), piece.points.begin(), piece.points.end());
    return {{stroke}, {}};
}

}  // namespace glyphscope::test
