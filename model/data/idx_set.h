// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace glyphscope {

/// The files of one labelled set of images in IDX.
struct IdxSetFiles {
    std::filesystem::path images;
    std::filesystem::path labels;  ///< empty: there are none
};

/// The name of a set's images without what marks them as such: "train" of "train-images-idx3-ubyte.gz". Known
/// ends are -images-idx3-ubyte, -images.idx3-ubyte, -idx3-ubyte, .idx3-ubyte and .idx, in any case, and .gz
/// behind.
[[nodiscard]] std::string idxStem(std::string_view fileName);

/// The two files of the set `stem` in a folder: "-images-idx3-ubyte" and "-labels-idx1-ubyte" behind it, or a
/// "." for the second "-", each raw or with .gz; QMNIST's labels end in "-labels-idx2-int". Capitals do not
/// matter, and a file may lie in a folder of its own name, as Kaggle's downloads do. A pair of one spelling
/// goes before a mixed one; labels whose own images are there go with no others.
[[nodiscard]] std::optional<IdxSetFiles> findIdxSet(const std::filesystem::path& folder,
                                                    const std::string& stem);

/// Whether a folder has a file of such a name, "train-images-idx3-ubyte", in any of these spellings.
[[nodiscard]] bool hasIdxFile(const std::filesystem::path& folder, const std::string& name);

/// A file of images with the labels that lie beside it, found likewise.
[[nodiscard]] IdxSetFiles idxSetOf(const std::filesystem::path& images);

/// Whether a file is one of EMNIST by its name, "emnist-...": its images are stored transposed (Cohen et al.
/// 2017).
[[nodiscard]] bool isStoredTransposed(const std::filesystem::path& images);

/// Whether most images are dark on a light ground, unlike MNIST's: the ground is what their outermost pixels
/// show.
[[nodiscard]] bool isDarkOnLight(const Dataset& data);

/// Makes light what is dark.
void invertImages(Dataset& data);

/// Exchanges rows and columns of every image.
void transposeImages(Dataset& data);

/// Reads a set, upright. Sizes and numbers are compared before anything is unpacked. Throws Error.
[[nodiscard]] Dataset readIdxSet(const IdxSetFiles& files);

}  // namespace glyphscope
