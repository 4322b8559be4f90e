// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

namespace glyphscope {

/// What people do with pens that MNIST hardly shows, each taught by variations of strokes or not.
struct PenHabits {
    bool forms = true;    ///< slashed zeros, ones with flag and foot, barred sevens
    bool ticks = true;    ///< a straight tick where the pen comes down or lifts off
    bool hooks = true;    ///< a bent one
    bool lifts = true;    ///< the pen lifted amid a stroke, parts detached
    bool loops = true;    ///< loops flattened or left open
    bool reach = true;    ///< strokes that end too late or too early
    bool dots = true;     ///< a stray dot
    bool doubles = true;  ///< a part drawn twice
    bool coarse = true;   ///< few points, joined by straight lines
    bool jitter = true;   ///< a trembling line
    bool blobs = true;    ///< ink that spreads where a pen is slow
    friend bool operator==(const PenHabits&, const PenHabits&) = default;
};

/// A habit as files and the command line call it.
struct PenHabitName {
    const char* name;
    bool PenHabits::*habit;
};

inline constexpr auto kPenHabits = std::to_array<PenHabitName>({{"forms", &PenHabits::forms},
                                                                {"ticks", &PenHabits::ticks},
                                                                {"hooks", &PenHabits::hooks},
                                                                {"lifts", &PenHabits::lifts},
                                                                {"loops", &PenHabits::loops},
                                                                {"reach", &PenHabits::reach},
                                                                {"dots", &PenHabits::dots},
                                                                {"doubles", &PenHabits::doubles},
                                                                {"coarse", &PenHabits::coarse},
                                                                {"jitter", &PenHabits::jitter},
                                                                {"blobs", &PenHabits::blobs}});

/// Those that are on, in the table's order.
[[nodiscard]] std::vector<std::string> habitNames(const PenHabits& habits);

/// Only these on. Throws Error, which names those there are, for a name that is none.
[[nodiscard]] PenHabits habitsNamed(const std::vector<std::string>& names);

/// The same of "all", "none", or names with commas between them; blanks around them do not matter. An empty
/// text is refused.
[[nodiscard]] PenHabits habitsInText(const std::string& text);

/// "all", "none" or "ticks,dots": what habitsInText() reads.
[[nodiscard]] std::string habitsText(const PenHabits& habits);

}  // namespace glyphscope
