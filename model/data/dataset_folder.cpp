// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"

#include "model/data/class_names_file.h"
#include "model/data/idx_set.h"
#include "model/types/error.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <string>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

struct FolderFiles {
    IdxSetFiles train;
    IdxSetFiles test;
};

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
    const auto train = findIdxSet(folder, "train");
    const auto test = findIdxSet(folder, "t10k");
    if (train && test)
        return FolderFiles{*train, *test};
    const std::set<std::string> sets = emnistSets(folder);
    if (sets.size() > 1)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: holds several sets of EMNIST (%2, %3, ...). Put the four "
                                            "files of one into a folder of their own."),
                    folder, *sets.begin(), *std::next(sets.begin()));
    if (sets.empty())
        return std::nullopt;
    const auto emnistTrain = findIdxSet(folder, *sets.begin() + "-train");
    const auto emnistTest = findIdxSet(folder, *sets.begin() + "-test");
    return emnistTrain && emnistTest ? std::optional(FolderFiles{*emnistTrain, *emnistTest}) : std::nullopt;
}

std::string missingFiles(const fs::path& folder)
{
    std::error_code code;
    std::string missing;
    for (const std::string set : {"train", "t10k"})
        for (const std::string part : {"images-idx3-ubyte", "labels-idx1-ubyte"}) {
            std::string other = part;
            other[other.find('-')] = '.';
            bool there = false;
            for (const std::string& name : {part, other})
                for (const char* const packed : {"", ".gz"})
                    there = there || fs::is_regular_file(folder / (set + '-' + name + packed), code);
            if (!there)
                missing += (missing.empty() ? "" : ", ") + set + '-' + part;
        }
    return missing;
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

/// What Fashion-MNIST's authors call its classes (Xiao et al. 2017); its files do not say.
ClassSet fashion()
{
    return ClassSet({"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
                     "Bag", "Ankle boot"});
}

}  // namespace

TrainTest loadIdxFolder(const fs::path& folder)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Data", "%1: no such folder. ./run.sh fetches MNIST; any folder of four IDX files will do."),
            folder);
    const auto files = findFiles(folder);
    if (!files)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Data", "%1: not there: %2. ./run.sh fetches MNIST; any folder of four IDX files will do."),
            folder, missingFiles(folder));

    TrainTest set;
    set.train = readIdxSet(files->train);
    set.test = readIdxSet(files->test);
    const int largest = std::max(std::ranges::max(set.train.labels), std::ranges::max(set.test.labels));
    const std::string name = lowerName(folder);
    set.name = name == "mnist" ? "MNIST"
               : name.empty()  ? folder.string()
                               : folder.lexically_normal().string();
    ClassSet classes = classesInFolder(folder, std::max(2, largest + 1));
    if (name.find("fashion") != std::string::npos && classes == ClassSet::numbered(fashion().size())) {
        set.name = "Fashion-MNIST";
        classes = fashion();
    }
    set.train.classes = classes;
    set.test.classes = classes;
    return set;
}

bool hasIdxFiles(const fs::path& folder)
{
    return findIdxSet(folder, "train") && findIdxSet(folder, "t10k");
}

std::vector<fs::path> idxFilesIn(const fs::path& folder)
{
    const auto files = findFiles(folder);
    return files
               ? std::vector{files->train.images, files->train.labels, files->test.images, files->test.labels}
               : std::vector<fs::path>();
}

}  // namespace glyphscope
