// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"

#include "model/data/class_names_file.h"
#include "model/data/dataset_place.h"
#include "model/data/idx_set.h"
#include "model/data/label_rules.h"
#include "model/data/npz_set.h"
#include "model/types/error.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

std::string inSmallLetters(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The last folder with a name of its own; torchvision keeps what it fetches in "raw".
fs::path namingFolder(const fs::path& path)
{
    const fs::path folder = path.has_filename() ? path : path.parent_path();  // "data/mnist/"
    return inSmallLetters(folder.filename().string()) == "raw" ? folder.parent_path() : folder;
}

/// What Fashion-MNIST's authors call its classes (Xiao et al. 2017); its files do not say.
ClassSet fashion()
{
    return ClassSet({"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
                     "Bag", "Ankle boot"});
}

/// The sets as they are stored, and the names of the files of their labels.
struct StoredSet {
    TrainTest set;
    std::string trainLabels;
    std::string testLabels;
};

StoredSet storedAt(const DatasetPlace& place)
{
    if (!place.files) {
        const std::string name = place.path.filename().string();
        return {readNpzSet(place.path), name, name};
    }
    StoredSet stored;
    stored.set.train = readIdxSet(place.files->train);
    stored.set.test = readIdxSet(place.files->test);
    stored.trainLabels = place.files->train.labels.filename().string();
    stored.testLabels = place.files->test.labels.filename().string();
    return stored;
}

/// Gives the labels their classes.
void nameClasses(StoredSet& stored, const DatasetPlace& place)
{
    TrainTest& set = stored.set;
    const fs::path folder = place.files ? place.path : place.path.parent_path();
    const LabelFile files[] = {{stored.trainLabels, set.train.labels}, {stored.testLabels, set.test.labels}};
    LabelMeaning meaning = meaningOf(files, inSmallLetters(stored.trainLabels), classesInFolder(folder));
    const std::string name = inSmallLetters(namingFolder(place.path).filename().string());
    if (name.find("fashion") != std::string::npos &&
        meaning.classes == ClassSet::numbered(fashion().size())) {
        set.name = "Fashion-MNIST";
        meaning.classes = fashion();
    }
    set.train.classes = meaning.classes;
    set.test.classes = meaning.classes;
    if (meaning.note)
        set.notes.push_back(*meaning.note);
}

/// MNIST is light on dark.
void makeLightOnDark(TrainTest& set)
{
    if (!isDarkOnLight(set.train))
        return;
    invertImages(set.train);
    invertImages(set.test);
    set.notes.emplace_back(GLYPHSCOPE_TEXT("Data",
                                           "The images of %1 are dark on light. They are inverted, since "
                                           "networks here read light on dark."),
                           set.name);
}

}  // namespace

TrainTest loadIdxFolder(const fs::path& path)
{
    const DatasetPlace place = datasetAt(path);
    StoredSet stored = storedAt(place);
    const fs::path folder = namingFolder(place.path);
    const std::string name = folder.filename().string();
    stored.set.name = inSmallLetters(name) == "mnist" ? "MNIST"
                      : name.empty()                  ? place.path.string()
                                                      : place.path.lexically_normal().string();
    nameClasses(stored, place);
    makeLightOnDark(stored.set);
    return std::move(stored.set);
}

bool hasIdxFiles(const fs::path& folder)
{
    return findIdxSet(folder, "train") && findIdxSet(folder, "t10k");
}

}  // namespace glyphscope
