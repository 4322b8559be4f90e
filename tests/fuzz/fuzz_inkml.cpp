// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "app/files/trace_text.h"
#include "tests/fuzz/ink_promises.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kName = "input.inkml";

/// The input as the text of one trace, with other channels around X and Y.
void readTrace(const QByteArray& bytes)
{
    constexpr std::size_t kMost = 100;
    for (const TraceFormat& format : {TraceFormat{}, TraceFormat{1, 3, 4, 2}}) {
        (void)accepted({}, [&] {
            const std::vector<Point> points = parseTrace(QString::fromUtf8(bytes), format, kMost);
            require(points.size() <= kMost, "no more points than asked for");
            require(std::ranges::all_of(points, isFinite), "all points are finite");
        });
    }
}

}  // namespace

bool fuzzInkml(Input input)
{
    const QByteArray bytes(reinterpret_cast<const char*>(input.data()), std::ssize(input));
    readTrace(bytes);
    return accepted(kName, [&] {
        const std::vector<LabelledDrawing> drawings = readInkml(bytes, QString::fromLatin1(kName));
        requireFiniteInk(drawings);
        requireRoundTrip(drawings);
    });
}

}  // namespace glyphscope::fuzz
