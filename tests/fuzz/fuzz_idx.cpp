// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <initializer_list>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kName = "input.idx";

std::vector<std::byte> encoded(std::initializer_list<std::uint32_t> header,
                               const std::vector<std::uint8_t>& body)
{
    std::vector<std::byte> bytes;
    for (const std::uint32_t word : header)
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            bytes.push_back(static_cast<std::byte>(word >> shift));
    std::ranges::transform(body, std::back_inserter(bytes), [](std::uint8_t b) { return std::byte{b}; });
    return bytes;
}

bool isGzip(Input input)
{
    return input.size() >= 2 && input[0] == std::byte{0x1f} && input[1] == std::byte{0x8b};
}

std::vector<std::byte> encodedImages(const IdxImages& images)
{
    const auto word = [](int n) { return static_cast<std::uint32_t>(n); };
    return encoded({0x803, word(images.count), word(images.rows), word(images.columns)}, images.pixels);
}

void checkImages(const IdxImages& images, Input input, const std::filesystem::path& file)
{
    require(images.count > 0 && images.rows > 0 && images.columns > 0, "no size is 0");
    require(images.pixels.size() == static_cast<std::size_t>(images.count) *
                                        static_cast<std::size_t>(images.rows) *
                                        static_cast<std::size_t>(images.columns),
            "as many pixels as the sizes say");
    const std::vector<std::byte> raw = encodedImages(images);
    if (!isGzip(input))
        require(std::ranges::equal(raw, input), "images are read exactly");
    writeFile(file, raw);
    require(readIdxImages(file).pixels == images.pixels, "images survive being written");
}

void checkLabels(const std::vector<std::uint8_t>& labels, Input input)
{
    require(!labels.empty(), "there are labels");
    constexpr std::size_t kDimensions = 3;  // the byte that tells how many, behind the type
    const bool bytes =
        input.size() > kDimensions && input[2] == std::byte{8} && input[kDimensions] == std::byte{1};
    if (bytes && !isGzip(input))
        require(
            std::ranges::equal(encoded({0x801, static_cast<std::uint32_t>(labels.size())}, labels), input),
            "labels are read exactly");
}

}  // namespace

bool fuzzIdx(Input input)
{
    static const ScratchFolder folder;
    static const std::filesystem::path file = folder.file(kName);
    writeFile(file, input);
    const bool labels = accepted(kName, [&] { checkLabels(readIdxLabels(file), input); });
    const bool images = accepted(kName, [&] { checkImages(readIdxImages(file), input, file); });
    require(!(labels && images), "a file is of images or of labels");
    return labels || images;
}

}  // namespace glyphscope::fuzz
