// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <filesystem>

namespace glyphscope {

/// Reads the data set that `path` means (datasetAt()): the four IDX files of a folder, raw or gzip,
/// `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`
/// (also `train-images.idx3-ubyte` and so on), QMNIST's, or one set of EMNIST
/// (`emnist-digits-train-images-idx3-ubyte`, `emnist-digits-test-...`), whose images are stored transposed
/// (Cohen et al. 2017) and turned here; or an .npz. Images are 28x28. A file beside them may name the classes
/// (classesInFolder()); else they are as many as the labels say (meaningOf()). Fashion-MNIST, known by
/// "fashion" in the folder's name, gets its class names. Images that are dark on light are inverted. What was
/// done to a set is in its notes. Throws Error.
[[nodiscard]] TrainTest loadIdxFolder(const std::filesystem::path& path);

/// Whether all four files are right there. Does not open them.
[[nodiscard]] bool hasIdxFiles(const std::filesystem::path& folder);

}  // namespace glyphscope
