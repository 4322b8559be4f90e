// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"

#include "model/data/grouped.h"
#include "model/data/idx.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <string>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

struct SetFiles {
    fs::path images;
    fs::path labels;
};

struct FolderFiles {
    SetFiles train;
    SetFiles test;
    bool transposed = false;
};

/// The file of that stem in any of its spellings; raw before gzip.
std::optional<fs::path> find(const fs::path& folder, const std::string& stem, const std::string& kind)
{
    std::error_code code;
    for (const char* const separator : {"-", "."})
        for (const char* const suffix : {"", ".gz"})
            if (fs::path path = folder / (stem + separator + kind + suffix); fs::is_regular_file(path, code))
                return path;
    return std::nullopt;
}

std::optional<SetFiles> findSet(const fs::path& folder, const std::string& prefix)
{
    const auto images = find(folder, prefix + "-images", "idx3-ubyte");
    const auto labels = find(folder, prefix + "-labels", "idx1-ubyte");
    return images && labels ? std::optional(SetFiles{*images, *labels}) : std::nullopt;
}

/// "emnist-digits" and the like, of every EMNIST set with a file in the folder.
std::set<std::string> emnistSets(const fs::path& folder)
{
    std::set<std::string> sets;
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, code)) {
        const std::string name = entry.path().filename().string();
        const std::size_t end = name.find("-train-images");
        if (name.starts_with("emnist-") && end != std::string::npos)
            sets.insert(name.substr(0, end));
    }
    return sets;
}

std::optional<FolderFiles> findFiles(const fs::path& folder)
{
    const auto train = findSet(folder, "train");
    const auto test = findSet(folder, "t10k");
    if (train && test)
        return FolderFiles{*train, *test, false};
    const std::set<std::string> sets = emnistSets(folder);
    if (sets.size() > 1)
        throw Error(folder.string() + ": holds several sets of EMNIST (" + *sets.begin() + ", " +
                    *std::next(sets.begin()) +
                    ", ...). Put the four files of one into a folder of their own.");
    if (sets.empty())
        return std::nullopt;
    const auto emnistTrain = findSet(folder, *sets.begin() + "-train");
    const auto emnistTest = findSet(folder, *sets.begin() + "-test");
    return emnistTrain && emnistTest ? std::optional(FolderFiles{*emnistTrain, *emnistTest, true})
                                     : std::nullopt;
}

std::string missingFiles(const fs::path& folder)
{
    std::string missing;
    for (const std::string set : {"train", "t10k"})
        for (const auto& [what, kind] :
             {std::pair("-images", "idx3-ubyte"), std::pair("-labels", "idx1-ubyte")})
            if (!find(folder, set + what, kind))
                missing += (missing.empty() ? "" : ", ") + set + what + "-" + kind;
    return missing;
}

void transpose(std::vector<std::uint8_t>& images)
{
    for (auto image = images.begin(); image != images.end(); image += kGlyphPixels)
        for (int y = 0; y < kGlyphSide; ++y)
            for (int x = 0; x < y; ++x)
                std::swap(image[y * kGlyphSide + x], image[x * kGlyphSide + y]);
}

Dataset readSet(const SetFiles& files, bool transposed)
{
    // What does not fit is refused before a gigabyte of it is unpacked.
    const IdxImages images = readIdxSizes(files.images);
    if (images.rows != kGlyphSide || images.columns != kGlyphSide)
        throw Error(files.images.filename().string() + ": images of " +
                    grouped(static_cast<unsigned>(images.rows)) + "x" +
                    grouped(static_cast<unsigned>(images.columns)) +
                    " where the network reads 28x28. Choose a set in MNIST's format.");
    Dataset set;
    set.labels = readIdxLabels(files.labels);
    if (set.labels.size() != static_cast<std::size_t>(images.count))
        throw Error(
            files.labels.filename().string() + ": " + grouped(set.labels.size()) + " labels for " +
            grouped(static_cast<unsigned>(images.count)) +
            " images. The two files do not belong together; fetch the set again or choose another folder.");
    set.images = readIdxImages(files.images).pixels;
    if (set.images.size() != set.labels.size() * kGlyphPixels)
        throw Error(files.images.filename().string() + ": changed while it was read. Try again.");
    if (transposed)
        transpose(set.images);
    return set;
}

std::string lowerName(const fs::path& folder)
{
    // "data/mnist/" has an empty last component.
    const fs::path last = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    std::string name = last.string();
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

}  // namespace

TrainTest loadIdxFolder(const fs::path& folder)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        throw Error(folder.string() +
                    ": no such folder. ./run.sh fetches MNIST; any folder of four IDX files will do.");
    const auto files = findFiles(folder);
    if (!files)
        throw Error(folder.string() + ": not there: " + missingFiles(folder) +
                    ". ./run.sh fetches MNIST; any folder of four IDX files will do.");

    TrainTest set;
    set.train = readSet(files->train, files->transposed);
    set.test = readSet(files->test, files->transposed);
    const int largest = std::max(std::ranges::max(set.train.labels), std::ranges::max(set.test.labels));
    const std::string name = lowerName(folder);
    set.name = name == "mnist" ? "MNIST"
               : name.empty()  ? folder.string()
                               : folder.lexically_normal().string();
    std::vector<std::string> classNames;
    if (name.find("fashion") != std::string::npos && largest == 9) {
        set.name = "Fashion-MNIST";
        classNames = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                      "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
    }
    for (Dataset* part : {&set.train, &set.test}) {
        part->classCount = std::max(2, largest + 1);
        part->classNames = classNames;
    }
    return set;
}

bool hasIdxFiles(const fs::path& folder)
{
    return findSet(folder, "train") && findSet(folder, "t10k");
}

}  // namespace glyphscope
