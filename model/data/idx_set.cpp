// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx_set.h"

#include "model/data/idx.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

/// How the two files of a set may end; raw before gzip.
struct Spelling {
    const char* images;
    const char* labels;
};
constexpr auto kSpellings = std::to_array<Spelling>({{"-images-idx3-ubyte", "-labels-idx1-ubyte"},
                                                     {"-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz"},
                                                     {"-images.idx3-ubyte", "-labels.idx1-ubyte"},
                                                     {"-images.idx3-ubyte.gz", "-labels.idx1-ubyte.gz"}});

/// The longest first.
constexpr auto kEnds = std::to_array<std::string_view>(
    {"-images-idx3-ubyte", "-images.idx3-ubyte", "-idx3-ubyte", ".idx3-ubyte", ".idx"});

bool isFile(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path, code);
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && std::ranges::equal(text.substr(text.size() - end.size()), end, {},
                                                           [](unsigned char c) { return std::tolower(c); });
}

/// Labels of another spelling than their images.
fs::path strayLabels(const fs::path& folder, const std::string& stem)
{
    for (const Spelling& spelling : kSpellings)
        if (isFile(folder / (stem + spelling.labels)) && !isFile(folder / (stem + spelling.images)))
            return folder / (stem + spelling.labels);
    return {};
}

void checkSizes(const IdxSetFiles& files, const IdxImages& images)
{
    if (images.rows != kGlyphSide || images.columns != kGlyphSide)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Data", "%1: images of %2x%3 where the network reads 28x28. Choose a set in MNIST's format."),
            files.images.filename(), images.rows, images.columns);
    if (files.labels.empty())
        return;
    if (const int labels = readIdxLabelCount(files.labels); labels != images.count)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2 labels for %3 images. The two files do not belong "
                                            "together; fetch the set again or choose another folder."),
                    files.labels.filename(), labels, images.count);
}

}  // namespace

std::string idxStem(std::string_view fileName)
{
    if (endsWith(fileName, ".gz"))
        fileName.remove_suffix(3);
    const auto* const end =
        std::ranges::find_if(kEnds, [&](std::string_view known) { return endsWith(fileName, known); });
    if (end != kEnds.end())
        fileName.remove_suffix(end->size());
    return std::string(fileName);
}

std::optional<IdxSetFiles> findIdxSet(const fs::path& folder, const std::string& stem)
{
    for (const Spelling& spelling : kSpellings) {
        IdxSetFiles files{folder / (stem + spelling.images), folder / (stem + spelling.labels)};
        if (isFile(files.images) && isFile(files.labels))
            return files;
    }
    const fs::path labels = strayLabels(folder, stem);
    for (const Spelling& spelling : kSpellings)
        if (fs::path images = folder / (stem + spelling.images); !labels.empty() && isFile(images))
            return IdxSetFiles{std::move(images), labels};
    return std::nullopt;
}

IdxSetFiles idxSetOf(const fs::path& images)
{
    const std::string name = images.filename().string();
    const std::string stem = idxStem(name);
    const fs::path folder = images.parent_path();
    for (const Spelling& spelling : kSpellings)
        if (stem + spelling.images == name && isFile(folder / (stem + spelling.labels)))
            return {images, folder / (stem + spelling.labels)};
    return {images, strayLabels(folder, stem)};
}

bool isStoredTransposed(const fs::path& images)
{
    return images.filename().string().starts_with("emnist-");
}

void transposeImages(Dataset& data)
{
    for (auto image = data.images.begin(); image != data.images.end(); image += kGlyphPixels)
        for (int y = 0; y < kGlyphSide; ++y)
            for (int x = 0; x < y; ++x)
                std::swap(image[y * kGlyphSide + x], image[x * kGlyphSide + y]);
}

Dataset readIdxSet(const IdxSetFiles& files)
{
    const IdxImages sizes = readIdxSizes(files.images);
    checkSizes(files, sizes);
    Dataset set;
    if (!files.labels.empty())
        set.labels = readIdxLabels(files.labels);
    set.images = readIdxImages(files.images).pixels;
    const std::size_t count = set.images.size() / kGlyphPixels;
    if (count != static_cast<std::size_t>(sizes.count) ||
        (!files.labels.empty() && count != set.labels.size()))
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: changed while it was read. Try again."),
                    files.images.filename());
    if (isStoredTransposed(files.images))
        transposeImages(set);
    return set;
}

}  // namespace glyphscope
