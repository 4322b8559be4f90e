// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <filesystem>

namespace glyphscope {

/// Whether a file is an .npz with the four arrays of a data set, as Keras' mnist.npz: x_train, y_train,
/// x_test and y_test, or train_images, train_labels, test_images and test_labels, in any case. Throws
/// nothing.
[[nodiscard]] bool isNpzSet(const std::filesystem::path& file);

/// Reads one: images of bytes, {n, 28, 28}, {n, 28, 28, 1} or {n, 784}; labels whole numbers from 0 to 255,
/// {n} or {n, 1}. Entries are stored or deflated; sizes are compared before anything is unpacked, and at most
/// 1 GiB of each. Classes are left to the caller. Throws Error.
[[nodiscard]] TrainTest readNpzSet(const std::filesystem::path& file);

}  // namespace glyphscope
