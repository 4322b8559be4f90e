// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace glyphscope {

/// The pictures of an IDX file: `count` of `rows` x `columns` bytes each, one after the other.
struct IdxImages {
    int count = 0;
    int rows = 0;
    int columns = 0;
    std::vector<std::uint8_t> pixels;
};

/// What the two kinds of IDX file begin with, the highest byte first: bytes in three dimensions, or in one.
inline constexpr std::uint32_t kIdxImagesMagic = 0x803;
inline constexpr std::uint32_t kIdxLabelsMagic = 0x801;

/// Largest IDX data read, bytes.
inline constexpr std::uint64_t kLargestIdx = std::uint64_t{1} << 30;

/// The sizes of an IDX file of images, without the pixels. Throws Error for a header that is none.
[[nodiscard]] IdxImages readIdxSizes(const std::filesystem::path& path);

/// Likewise the number of labels in one of labels, of any type that readIdxLabels() reads.
[[nodiscard]] int readIdxLabelCount(const std::filesystem::path& path);

/// Whether a file, raw or gzip, begins as one of images or labels. Throws nothing: what cannot be read is
/// none.
[[nodiscard]] bool beginsAsIdx(const std::filesystem::path& path);

/// Reads an IDX file of images (magic 0x00000803) or labels (0x00000801), as LeCun's MNIST page describes
/// them, raw or gzip by content. Strict: another magic, sizes of zero or above 1 GiB, missing and trailing
/// bytes throw Error. Never unpacks more than the header announces, plus one byte.
[[nodiscard]] IdxImages readIdxImages(const std::filesystem::path& path);

/// Labels may also be whole numbers of one, two or four bytes with a sign, and rows of them whose first is
/// the class, as in QMNIST (Yadav & Bottou 2019: eight of four bytes). Throws Error for one below 0 or above
/// 255.
[[nodiscard]] std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path& path);

}  // namespace glyphscope
