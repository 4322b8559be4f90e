// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/ink_atoms.h"

#include <optional>
#include <vector>

namespace glyphscope {

/// How two atoms lie to each other. Lengths are shares of a character's height.
struct AtomPair {
    double apart = 1;  ///< the least distance between their lines, at most 1
    /// How far all four ends are from where the lines cross, or the crossings from each other; at most 0.5.
    double crossed = 0;
};

/// Points of `pieces`, finite and at most some forty of each, evenly along it.
[[nodiscard]] std::vector<Point> lineOf(const Drawing& drawing, const std::vector<StrokePiece>& pieces);

/// The least distance between two lines.
[[nodiscard]] double distanceOf(const std::vector<Point>& a, const std::vector<Point>& b);

/// The pairs of some atoms, of those without pieces by their bounds; each computed when it is asked for
/// first. The drawing and the atoms have to stay.
class AtomPairs {
public:
    AtomPairs(const Drawing& drawing, const std::vector<InkAtom>& atoms, double height);

    [[nodiscard]] const AtomPair& of(int a, int b);

private:
    const std::vector<Point>& line(int index);

    const Drawing& m_drawing;
    const std::vector<InkAtom>& m_atoms;
    double m_height;
    std::vector<std::vector<Point>> m_lines;
    std::vector<std::optional<AtomPair>> m_pairs;
};

}  // namespace glyphscope
