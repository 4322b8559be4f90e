// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstddef>
#include <vector>

namespace glyphscope {

/// A file that is to be, or to go.
struct ReplacedFile {
    QString path;
    std::vector<std::byte> bytes;  ///< none: nothing is to be there
};

/// Replaces files that are read together, in this order. The older ones are moved aside first, each as
/// "NAME.glyphscope-old" beside it, so that old and new ones never lie together; when all is written they go,
/// and if anything fails they come back. What a killed program leaves is some of the new files, and the old
/// ones aside. Throws Error.
void replaceTogether(const std::vector<ReplacedFile>& files);

}  // namespace glyphscope
