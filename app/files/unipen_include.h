// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope {

/// The file that `name` in an .INCLUDE means: relative to the folder of `from`, the file that says so, or to
/// a folder "include" beside or above `main`, the file that was opened. Links are followed, but out of
/// neither; where no file has that name, one in other letters' case is taken. Gives the path without links;
/// throws Error, without a place, if the name leads elsewhere or to no file.
[[nodiscard]] QString findUnipenInclude(const QString& name, const QString& from, const QString& main);

/// Whether what is included under that name is read by people, not by programs: a .doc, .txt and the like, or
/// a file in a folder "doc".
[[nodiscard]] bool isUnipenDocumentation(const QString& name);

}  // namespace glyphscope
