// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// The texts of the language that the program speaks: for English the plural forms that `%n` stands for.
/// Needs a QCoreApplication, which keeps them.
void installLanguage();

}  // namespace glyphscope
