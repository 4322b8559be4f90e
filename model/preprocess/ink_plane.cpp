// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_plane.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kSub = 4;
constexpr int kRows = kBitmapSide * kSub;
constexpr int kPitch = kUnitsPerPixel / kSub;
constexpr int kWords = kRows / 64;

int floorOf(double v)
{
    const int t = static_cast<int>(v);
    return t - (v < t ? 1 : 0);
}

/// The first sub-sample whose centre is at or after `v`, and the last one at or before it.
int firstFrom(double v)
{
    return -floorOf((kPitch / 2 - v) / kPitch);
}
int lastUpTo(double v)
{
    return floorOf((v - kPitch / 2) / kPitch);
}

/// The straight part of a capsule, the rectangle between its caps, cut along horizontal lines: between two
/// pairs of parallel sides, whose places along x grow linearly with y.
class Body {
public:
    Body(const Capsule& c, int radius)
    {
        const double dx = c.bx - c.ax;
        const double dy = c.by - c.ay;
        const double length = std::sqrt(dx * dx + dy * dy);
        if (length == 0)
            return;
        const double ux = dx / length;
        const double uy = dy / length;
        // A side along x is crossed far outside, or not at all.
        constexpr double kFar = 1e30;
        const double perUx = dx != 0 ? 1 / ux : kFar;
        const double perUy = dy != 0 ? 1 / uy : kFar;
        m_endSlope = -uy * perUx;
        m_endLow = std::min(0.0, length * perUx);
        m_endHigh = std::max(0.0, length * perUx);
        m_sideSlope = ux * perUy;
        m_sideHalf = (radius + 1e-6) * std::abs(perUy);
    }

    /// First and last offset in x from the capsule's first end, `dy` below it; none if first > last.
    [[nodiscard]] std::pair<double, double> cut(double dy) const
    {
        return {std::max(m_endSlope * dy + m_endLow, m_sideSlope * dy - m_sideHalf),
                std::min(m_endSlope * dy + m_endHigh, m_sideSlope * dy + m_sideHalf)};
    }

private:
    double m_endSlope = 0;
    double m_endLow = 0;
    double m_endHigh = 0;
    double m_sideSlope = 0;
    double m_sideHalf = -1;  // a point has no straight part
};

/// How many of the four bits of each nibble are set, spread over bytes: even nibbles, then odd ones.
struct NibbleCounts {
    std::uint64_t even = 0;
    std::uint64_t odd = 0;

    void add(std::uint64_t bits)
    {
        bits -= (bits >> 1) & 0x5555555555555555ULL;
        bits = (bits & 0x3333333333333333ULL) + ((bits >> 2) & 0x3333333333333333ULL);
        even += bits & 0x0f0f0f0f0f0f0f0fULL;
        odd += (bits >> 4) & 0x0f0f0f0f0f0f0f0fULL;
    }
};

}  // namespace

std::vector<float> capHalfWidths(int radius)
{
    std::vector<float> halfWidths(static_cast<std::size_t>(radius) + 2);
    for (int d = 0; d <= radius; ++d)
        halfWidths[static_cast<std::size_t>(d)] = std::sqrt(static_cast<float>(radius * radius - d * d));
    halfWidths.back() = -std::numeric_limits<float>::infinity();
    return halfWidths;
}

InkPlane::InkPlane() : m_bits(static_cast<std::size_t>(kRows) * kWords)
{
}

void InkPlane::fill(int row, int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, kRows - 1);
    if (row < 0 || row >= kRows || first > last)
        return;
    std::uint64_t* words = m_bits.data() + static_cast<std::size_t>(row) * kWords;
    const int firstWord = first / 64;
    const int lastWord = last / 64;
    const std::uint64_t head = ~0ULL << (first % 64);
    const std::uint64_t tail = ~0ULL >> (63 - last % 64);
    if (firstWord == lastWord) {
        words[firstWord] |= head & tail;
        return;
    }
    words[firstWord] |= head;
    std::fill(words + firstWord + 1, words + lastWord, ~0ULL);
    words[lastWord] |= tail;
}

void InkPlane::add(const Capsule& c, const std::vector<float>& halfWidths)
{
    const int radius = static_cast<int>(halfWidths.size()) - 2;
    const Body body(c, radius);
    const auto halfAt = [&](int distance) {
        const int d = std::min(std::abs(distance), radius + 1);
        return static_cast<double>(halfWidths[static_cast<std::size_t>(d)]);
    };
    const int lastRow = lastUpTo(std::max(c.ay, c.by) + radius);
    for (int row = firstFrom(std::min(c.ay, c.by) - radius); row <= lastRow; ++row) {
        const int y = row * kPitch + kPitch / 2;
        const double halfA = halfAt(y - c.ay);
        const double halfB = halfAt(y - c.by);
        double low = std::min(c.ax - halfA, c.bx - halfB);
        double high = std::max(c.ax + halfA, c.bx + halfB);
        const auto [first, last] = body.cut(y - c.ay);
        if (first <= last) {
            low = std::min(low, c.ax + first);
            high = std::max(high, c.ax + last);
        }
        if (low <= high)
            fill(row, firstFrom(low), lastUpTo(high));
    }
}

void InkPlane::addRectangle(int left, int top, int right, int bottom)
{
    const int lastRow = firstFrom(bottom) - 1;
    for (int row = firstFrom(top); row <= lastRow; ++row)
        fill(row, firstFrom(left), firstFrom(right) - 1);
}

Raster InkPlane::threshold() const
{
    Raster bitmap(kBitmapSide, kBitmapSide);
    const std::uint64_t* words = m_bits.data();
    std::uint8_t* out = bitmap.pixels.data();
    for (int y = 0; y < kBitmapSide; ++y, words += kSub * kWords) {
        for (int w = 0; w < kWords; ++w, out += 16) {
            NibbleCounts counts;
            for (int s = 0; s < kSub; ++s)
                counts.add(words[s * kWords + w]);
            if (counts.even == 0 && counts.odd == 0)
                continue;
            // Counts go up to 16; adding 8 lifts bit 4 of those that reach half of 16.
            const std::uint64_t even = (counts.even + 0x0808080808080808ULL) & 0x1010101010101010ULL;
            const std::uint64_t odd = (counts.odd + 0x0808080808080808ULL) & 0x1010101010101010ULL;
            for (int k = 0; k < 8; ++k) {
                out[2 * k] = ((even >> (8 * k)) & 0x10U) != 0 ? 255 : 0;
                out[2 * k + 1] = ((odd >> (8 * k)) & 0x10U) != 0 ? 255 : 0;
            }
        }
    }
    return bitmap;
}

}  // namespace glyphscope
