// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/pen_habits.h"

#include <cstdint>

namespace glyphscope {

/// `drawing` with one habit of pens, where its strokes have a place for it; else as it is. Lengths are shares
/// of the figure's height (of half its width where it is lower than that):
/// - ticks: a straight line of 8 to 42 % at an end of a stroke, 35 to 100 degrees up from the horizontal: to
///   the right where the pen lifts off, from the left where it comes down, one in six mirrored.
/// - hooks: an arc as long, that turns by 35 to 100 degrees from the stroke's direction.
/// - lifts: a stroke in two, cut at a corner or anywhere amid it with a gap of 8 to 26 %, the shorter part
///   moved by up to 6 %; or of several strokes a shorter one moved by up to 14 %.
/// - loops: what a stroke encloses narrowed to 25 to 70 % of its width (62 to 85 % where that is all of the
///   stroke); or, where the loop begins or ends the stroke, 8 to 28 % of it missing.
/// - reach: both ends of a stroke 5 to 18 % too long or up to 12 % too short (at most a quarter of the
/// stroke).
/// - dots: one more, at most 8 % outside of the figure.
/// - doubles: 30 to 100 % of a stroke once more, 1.5 to 5 % beside it.
/// - coarse: points 10 to 28 % apart. jitter: points 4 % apart, off the line by up to 1 to 3 %.
/// - blobs: a dot 1.4 to 2.2 times as thick as the pen at one or both ends of a stroke, or at its sharpest
/// corner. `forms` is for digits (withPenHabit()) and does nothing here. Everything derives from `seed`;
/// pictures stay.
[[nodiscard]] Drawing withHabit(const Drawing& drawing, bool PenHabits::*habit, std::uint64_t seed);

/// `drawing` with some of these habits, as withHabit() makes them: ticks one time in four, lifts and loops
/// one in six, each other one in ten. The draw for one habit does not depend on which others are on.
[[nodiscard]] Drawing withHabits(const Drawing& drawing, const PenHabits& habits, std::uint64_t seed);

}  // namespace glyphscope
