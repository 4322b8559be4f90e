// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <filesystem>
#include <vector>

namespace glyphscope {

/// Reads the four IDX files of a folder, raw or gzip:
/// `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`
/// (also `train-images.idx3-ubyte` and so on), or one set of EMNIST (`emnist-digits-train-images-idx3-ubyte`,
/// `emnist-digits-test-...`), whose images are stored transposed (Cohen et al. 2017) and turned here.
/// Images are 28x28. Classes are as many as the largest label of both sets says, and 2 at least; a file
/// beside them may name them, and more (classesInFolder()). Where none does, Fashion-MNIST, known by
/// "fashion" in the folder's name, gets its class names. Throws Error.
[[nodiscard]] TrainTest loadIdxFolder(const std::filesystem::path& folder);

/// Whether all four files are there. Does not open them.
[[nodiscard]] bool hasIdxFiles(const std::filesystem::path& folder);

/// The files that loadIdxFolder() would read; none where a set is not whole. Throws Error for several sets.
[[nodiscard]] std::vector<std::filesystem::path> idxFilesIn(const std::filesystem::path& folder);

}  // namespace glyphscope
