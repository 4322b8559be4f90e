// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/data/idx_set.h"

#include <filesystem>
#include <optional>

namespace glyphscope {

/// The four files of a data set.
struct DatasetFiles {
    IdxSetFiles train;
    IdxSetFiles test;
};

/// Where a data set is: a folder with its four files, or one .npz file.
struct DatasetPlace {
    std::filesystem::path path;
    std::optional<DatasetFiles> files;  ///< none: of an .npz
};

/// The four files right in a folder: of LeCun's names, of EMNIST's and QMNIST's, or with "test" for "t10k".
/// Throws Error for several sets of EMNIST.
[[nodiscard]] std::optional<DatasetFiles> datasetFilesIn(const std::filesystem::path& folder);

/// Where the data set is that `path` means: a folder that has it, or has it up to three folders below (the
/// root that torchvision is given has it in MNIST/raw), one of its files, or an .npz. Throws Error that says
/// what is missing, what else the file is, or which several sets there are.
[[nodiscard]] DatasetPlace datasetAt(const std::filesystem::path& path);

}  // namespace glyphscope
