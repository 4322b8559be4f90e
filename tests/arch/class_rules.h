// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

namespace glyphscope::arch {

/// How many classes there are, data and weights say (ClassSet): app, ui, model/types and model/data write no
/// ten for it. Refused are, outside model/types/class_set.h,
///   - a variable whose name ends in Digits, Classes, ClassCount or DigitCount and that is set to 10 or
///     compared with it, and a label, digit, truth or answer that is compared with 10;
///   - a loop that runs while something is below 10, and a std::array of 10 of anything;
///   - assign(10, ...), and ClassSet::numbered() of any number that is written down.
/// It reads text, not types: a ten by another name ("kRows = 10"), "<= 9", a C array or an argument of
/// another function pass. In model's other rooms a network of a fixed size may have a number of its own.
[[nodiscard]] QStringList classesAreCounted(const QList<SourceFile>& files);

}  // namespace glyphscope::arch
