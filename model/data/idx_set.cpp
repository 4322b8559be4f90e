// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx_set.h"

#include "model/data/idx.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <system_error>
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
                                                     {"-images.idx3-ubyte.gz", "-labels.idx1-ubyte.gz"},
                                                     {"-images-idx3-ubyte", "-labels-idx2-int"},
                                                     {"-images-idx3-ubyte.gz", "-labels-idx2-int.gz"}});

/// The longest first.
constexpr auto kEnds = std::to_array<std::string_view>(
    {"-images-idx3-ubyte", "-images.idx3-ubyte", "-idx3-ubyte", ".idx3-ubyte", ".idx"});

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// What IDX files a folder has, looked through once.
class IdxFiles {
public:
    explicit IdxFiles(const fs::path& folder) : m_folder(folder)
    {
        std::error_code code;
        for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
            std::string name = entry->path().filename().string();
            std::string lower = lowered(name);
            if (lower.find("idx") != std::string::npos)
                m_names.emplace(std::move(lower), std::move(name));
        }
    }

    /// The file of that name, of the same in other capitals, or in a folder of that name; empty if there is
    /// none.
    [[nodiscard]] fs::path find(const std::string& name) const
    {
        const auto [begin, end] = m_names.equal_range(lowered(name));
        fs::path found;
        for (auto at = begin; at != end; ++at)
            if (fs::path file = fileAt(m_folder / at->second);
                !file.empty() && (found.empty() || at->second == name))
                found = std::move(file);
        return found;
    }

private:
    /// The spelling of the file in a folder may be the other one.
    [[nodiscard]] static fs::path fileAt(const fs::path& path)
    {
        std::error_code code;
        if (fs::is_regular_file(path, code))
            return path;
        if (!fs::is_directory(path, code))
            return {};
        const std::string name = spelledAlike(path.filename().string());
        for (fs::directory_iterator entry(path, code), end; !code && entry != end; entry.increment(code))
            if (spelledAlike(entry->path().filename().string()) == name && entry->is_regular_file(code))
                return entry->path();
        return {};
    }

    static std::string spelledAlike(std::string name)
    {
        name = lowered(std::move(name));
        std::ranges::replace(name, '.', '-');
        return name;
    }

    fs::path m_folder;
    std::multimap<std::string, std::string> m_names;  // in small letters, and as they are
};

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && std::ranges::equal(text.substr(text.size() - end.size()), end, {},
                                                           [](unsigned char c) { return std::tolower(c); });
}

/// Labels of another spelling than their images.
fs::path strayLabels(const IdxFiles& files, const std::string& stem)
{
    for (const Spelling& spelling : kSpellings)
        if (fs::path labels = files.find(stem + spelling.labels);
            !labels.empty() && files.find(stem + spelling.images).empty())
            return labels;
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
    const IdxFiles files(folder);
    for (const Spelling& spelling : kSpellings) {
        IdxSetFiles set{files.find(stem + spelling.images), files.find(stem + spelling.labels)};
        if (!set.images.empty() && !set.labels.empty())
            return set;
    }
    const fs::path labels = strayLabels(files, stem);
    for (const Spelling& spelling : kSpellings)
        if (fs::path images = files.find(stem + spelling.images); !labels.empty() && !images.empty())
            return IdxSetFiles{std::move(images), labels};
    return std::nullopt;
}

bool hasIdxFile(const fs::path& folder, const std::string& name)
{
    const IdxFiles files(folder);
    std::string other = name;
    if (const std::size_t joint = other.find("-idx"); joint != std::string::npos)
        other[joint] = '.';
    return !files.find(name).empty() || !files.find(name + ".gz").empty() || !files.find(other).empty() ||
           !files.find(other + ".gz").empty();
}

IdxSetFiles idxSetOf(const fs::path& images)
{
    const std::string name = images.filename().string();
    const std::string stem = idxStem(name);
    const IdxFiles files(images.has_parent_path() ? images.parent_path() : fs::path("."));
    for (const Spelling& spelling : kSpellings)
        if (fs::path labels = files.find(stem + spelling.labels);
            lowered(stem + spelling.images) == lowered(name) && !labels.empty())
            return {images, std::move(labels)};
    return {images, strayLabels(files, stem)};
}

bool isStoredTransposed(const fs::path& images)
{
    return lowered(images.filename().string()).starts_with("emnist-");
}

bool isDarkOnLight(const Dataset& data)
{
    constexpr std::size_t kLookedAt = 1000;
    constexpr int kRing = 4 * (kGlyphSide - 1);
    const std::size_t count = std::min(data.images.size() / kGlyphPixels, kLookedAt);
    std::size_t light = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* image = data.images.data() + i * kGlyphPixels;
        int sum = 0;
        for (int at = 0; at < kGlyphSide - 1; ++at)
            sum += image[at] + image[(at + 1) * kGlyphSide - 1] + image[(at + 1) * kGlyphSide] +
                   image[(kGlyphSide - 1) * kGlyphSide + at + 1];
        light += sum > kRing * 128 ? 1U : 0U;
    }
    return count > 0 && light * 5 >= count * 4;  // four of five
}

void invertImages(Dataset& data)
{
    for (std::uint8_t& pixel : data.images)
        pixel = static_cast<std::uint8_t>(255 - pixel);
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
