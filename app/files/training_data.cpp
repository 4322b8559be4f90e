// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/training_data.h"

#include "app/files/ink_data.h"
#include "app/files/ink_test_set.h"
#include "app/text/file_name.h"
#include "model/data/class_names_file.h"
#include "model/data/dataset_folder.h"
#include "model/data/dataset_place.h"
#include "model/data/mnist_location.h"
#include "model/data/split.h"
#include "model/types/error.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <filesystem>
#include <numeric>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

Message classList(const ClassSet& classes)
{
    if (classes.givenNames().empty())
        return {GLYPHSCOPE_TEXT("Files", "%1 numbered classes"), classes.size()};
    return {GLYPHSCOPE_TEXT("Files", "%1 classes from \"%2\" to \"%3\""), classes.size(),
            classes.names().front(), classes.names().back()};
}

/// Puts the training set of another folder behind that of the first.
void add(TrainTest& mix, const TrainTest& more)
{
    if (!more.train.classes.fitsInto(mix.train.classes))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Files",
                "%1 has %2, but %3 has %4. One network learns one kind of classes: choose one of the two."),
            more.name, classList(more.train.classes), mix.name, classList(mix.train.classes));
    append(mix.train, more.train);
    mix.notes.insert(mix.notes.end(), more.notes.begin(), more.notes.end());
}

/// Weights with more numbers than digits were trained before their data had names.
bool knows(const ClassSet& weights, const ClassSet& data)
{
    const bool unnamed = !weights.isDigits() && weights.givenNames().empty();
    return data.fitsInto(weights) || (unnamed && data.size() == weights.size());
}

std::optional<TrainTest> foldersOf(const DataChoice& choice)
{
    std::optional<TrainTest> mix;
    const auto take = [&mix](TrainTest set) {
        if (mix)
            add(*mix, set);
        else
            mix = std::move(set);
    };
    if (choice.mnist && !hasMnist())
        throw Error(howToGetMnist());
    if (choice.mnist)
        take(loadIdxFolder(mnistFolder()));
    for (const std::string& folder : choice.folders)
        take(loadIdxFolder(folder));
    return mix;
}

TrainTest digitsToJudgeBy()
{
    TrainTest set;
    set.train.classes = ClassSet::digits();
    if (hasMnist())
        set.test = loadIdxFolder(mnistFolder()).test;
    set.test.classes = ClassSet::digits();
    return set;
}

Split splitOff(TrainTest& data, double share, std::uint64_t seed)
{
    Split split = validationSplit(data.train.labels, share, seed);
    data.validation = subset(data.train, split.validation);
    data.train = subset(data.train, split.train);
    return split;
}

std::vector<std::uint32_t> upTo(std::size_t count)
{
    std::vector<std::uint32_t> positions(count);
    std::iota(positions.begin(), positions.end(), 0U);
    return positions;
}

/// The drawings of ink files in the training set.
struct InkPlaces {
    std::size_t begin = 0;             ///< of them in the set
    std::size_t count = 0;             ///< of all that were read
    std::vector<std::uint32_t> which;  ///< of those that were read, in the set's order
};

/// The drawings that are not among the images of the set at `trained`.
std::vector<bool> heldOut(const InkPlaces& ink, const std::vector<std::uint32_t>& trained)
{
    std::vector<bool> out(ink.count, true);
    for (const std::uint32_t position : trained)
        if (position >= ink.begin && position - ink.begin < ink.which.size())
            out[ink.which[position - ink.begin]] = false;
    return out;
}

QStringList pathsOf(const std::vector<std::string>& files)
{
    QStringList paths;
    for (const std::string& file : files)
        paths << fileNameFromBytes(file);
    return paths;
}

/// Whether the labels of the ink alone say what there is to learn.
bool hasClassesOfInk(const DataChoice& choice)
{
    return !choice.mnist && choice.folders.empty() && !choice.ink.empty() &&
           !isInkOfDigits(pathsOf(choice.ink));
}

InkLabels labelsOf(const DataChoice& choice)
{
    return {.foldCase = choice.foldCase, .tellFolded = false, .skipMissing = true};
}

/// Puts the labelled ink behind the training set of `data`; where it has classes of its own, but for a test
/// set.
InkPlaces addInk(TrainTest& data, const DataChoice& choice, bool ownClasses)
{
    Dataset ink =
        readInkDataset(pathsOf(choice.ink), data.train.classes, nullptr, &data.notes, labelsOf(choice));
    InkPlaces places{data.train.size(), ink.size(), {}};
    places.which = ownClasses ? splitTestOff(data, ink, classList(ink.classes)) : upTo(ink.size());
    append(data.train, ink);
    return places;
}

TrainTest nothingYet(const ClassSet& classes)
{
    TrainTest set;
    set.train.classes = classes;
    return set;
}

/// The first of what is mixed gives it, else MNIST.
std::string nameOfTestSet(const DataChoice& choice, bool ownClasses)
{
    DataChoice first;
    if (ownClasses) {
        first.mnist = false;
        first.ink = choice.ink;
        return nameOfData(first);
    }
    first.mnist = choice.mnist || choice.folders.empty();
    first.samples = false;
    if (!first.mnist)
        first.folders = {choice.folders.front()};
    return nameOfData(first);
}

/// `text` has a place for the count.
QString counted(const char* text, std::size_t count)
{
    return QCoreApplication::translate("Files", text, nullptr, static_cast<int>(count));
}

[[noreturn]] void refuseNothing(std::size_t samplesLeftOut)
{
    if (samplesLeftOut == 1)
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "There is nothing to train on: 1 sample of yours is of other classes "
                                    "than these. Choose the data that they belong to as well."));
    if (samplesLeftOut > 0)
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "There is nothing to train on: %1 samples of yours are of other classes "
                                    "than these. Choose the data that they belong to as well."),
                    samplesLeftOut);
    throw Error(GLYPHSCOPE_TEXT(
        "Files", "There is nothing to train on. Choose MNIST, a folder of IDX files, files of ink, or draw "
                 "digits and say what they are."));
}

}  // namespace

TrainTest loadTrainingData(const DataChoice& choice, std::uint64_t seed,
                           const std::function<Dataset(const ClassSet&)>& samples)
{
    std::optional<TrainTest> folders = foldersOf(choice);
    const bool ownClasses = hasClassesOfInk(choice);
    TrainTest data = ownClasses ? nothingYet(classesOfInk(pathsOf(choice.ink), choice.foldCase))
                     : folders  ? std::move(*folders)
                                : digitsToJudgeBy();
    const ClassSet classes = data.train.classes;
    const InkPlaces ink = addInk(data, choice, ownClasses);
    if (choice.samples)
        append(data.train, samples(classes));
    const std::size_t leftOut = data.train.leftOut;
    if (data.train.size() == 0)
        refuseNothing(leftOut);
    const std::vector<std::uint32_t> trained =
        choice.validation > 0 ? splitOff(data, choice.validation, seed).train : upTo(data.train.size());
    const InkVariations variations{choice.inkVariations, seed, heldOut(ink, trained), labelsOf(choice),
                                   choice.inkHabits};
    if (variations.each > 0)  // else the files would be read again for nothing
        append(data.train, readInkVariations(pathsOf(choice.ink), classes, variations));
    append(data.train, readNotDigits(pathsOf(choice.notDigits), classes, variations, &data.notes));
    if (data.test.size() == 0 && data.validation.size() == 0)
        throw Error(GLYPHSCOPE_TEXT("Files", "There is nothing to judge by: these drawings have no test set. "
                                             "Hold a part of them out for validation, or get MNIST. %1"),
                    howToGetMnist());
    if (data.test.size() == 0)
        data.test = std::move(data.validation);
    data.train.leftOut = leftOut;
    data.name = nameOfData(choice);
    data.testName = nameOfTestSet(choice, ownClasses);
    if (leftOut > 0)
        data.name =
            counted(QT_TRANSLATE_N_NOOP("Files", "%1 (%Ln sample(s) of other classes left out)"), leftOut)
                .arg(QString::fromStdString(data.name))
                .toStdString();
    return data;
}

std::string dataFolderOf(const std::string& path)
{
    std::error_code code;
    return std::filesystem::is_directory(path, code) ? path : datasetAt(path).path.string();
}

ClassSet classesOf(const DataChoice& choice)
{
    if (hasClassesOfInk(choice))
        return classesOfInk(pathsOf(choice.ink), choice.foldCase);
    const bool digits = choice.folders.empty() || (choice.mnist && hasMnist());
    return digits ? ClassSet::digits() : loadIdxFolder(choice.folders.front()).train.classes;
}

void checkClasses(const ClassSet& weights, const Dataset& data, const std::string& name)
{
    if (!knows(weights, data.classes))
        throw Error(GLYPHSCOPE_TEXT("Files", "The weights know %1, but %2 has %3. Choose the data that they "
                                             "were trained on, or name its classes in %4 beside its files."),
                    classList(weights), name, classList(data.classes), kClassNamesFile);
}

TrainTest replayFor(const ClassSet& weights, const std::vector<std::string>& folders)
{
    std::vector<std::filesystem::path> places(folders.begin(), folders.end());
    if (hasMnist())
        places.insert(places.begin(), mnistFolder());
    for (const std::filesystem::path& place : places)
        if (TrainTest set = loadIdxFolder(place); knows(weights, set.train.classes))
            return set;
    return {};
}

std::string nameOfData(const DataChoice& choice)
{
    QStringList parts;
    if (choice.mnist)
        parts << QStringLiteral("MNIST");
    for (const std::string& folder : choice.folders) {
        const std::filesystem::path path = std::filesystem::path(folder).lexically_normal();
        const std::filesystem::path last =
            path.has_filename() ? path.filename() : path.parent_path().filename();
        parts << QString::fromStdString(last.string());
    }
    if (!choice.ink.empty())
        parts << counted(QT_TRANSLATE_N_NOOP("Files", "%Ln ink file(s)"), choice.ink.size());
    if (choice.samples)
        parts << QCoreApplication::translate("Files", "my handwriting");
    if (!choice.notDigits.empty())
        parts << counted(QT_TRANSLATE_N_NOOP("Files", "%Ln file(s) of what is no digit"),
                         choice.notDigits.size());
    return parts.join(QStringLiteral(" + ")).toStdString();
}

}  // namespace glyphscope
