// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_test_set.h"

#include "app/files/ink_data.h"
#include "model/data/split.h"
#include "model/types/error.h"

#include <algorithm>
#include <string>

namespace glyphscope {
namespace {

constexpr double kTestShare = 0.15;          // of ink that makes its own classes
constexpr std::uint64_t kTestSeed = 0x1d8a;  // not the run's: all runs on the same ink are judged by the same

/// The names of classes that have one image, as a list; empty if there is none.
std::string namesOfSingles(const Dataset& data)
{
    constexpr int kMostNamed = 12;
    std::string names;
    int count = 0;
    for (int k = 0; k < data.classes.size(); ++k)
        if (std::ranges::count(data.labels, static_cast<std::uint8_t>(k)) == 1 && ++count <= kMostNamed)
            names += (count > 1 ? ", \"" : "\"") + data.classes.name(k) + '"';
    return count > kMostNamed ? names + ", ..." : names;
}

Split testSplit(const Dataset& ink)
{
    return validationSplit(ink.labels, kTestShare, kTestSeed, 1);
}

}  // namespace

std::vector<std::uint32_t> splitTestOff(TrainTest& data, Dataset& ink, const Message& classes)
{
    const Split split = testSplit(ink);
    if (split.validation.empty())
        throw Error(GLYPHSCOPE_TEXT("Files", "No label occurs twice: there would be no drawing to judge by. "
                                             "Choose ink with more drawings of each label."));
    std::vector<Message> notes{
        {GLYPHSCOPE_TEXT("Files", "The labels of the ink are not the digits of MNIST. The network learns %1, "
                                  "from the ink alone. Held out as the test set: %2 of the %3 drawings."),
         classes, split.validation.size(), ink.size()}};
    if (const std::string singles = namesOfSingles(ink); !singles.empty())
        notes.emplace_back(
            GLYPHSCOPE_TEXT("Files", "Classes of a single drawing are learnt, but never tested: %1."),
            singles);
    data.notes.insert(data.notes.begin(), notes.begin(), notes.end());
    data.test = subset(ink, split.validation);
    ink = subset(ink, split.train);
    return split.train;
}

TrainTest replayOfInk(const QStringList& files, const ClassSet& classes, const InkLabels& labels)
{
    TrainTest set;
    const Dataset ink = readInkDataset(files, classes, nullptr, &set.notes, labels);
    const Split split = testSplit(ink);
    set.train = subset(ink, split.train);
    set.test = subset(ink, split.validation);
    return set;
}

}  // namespace glyphscope
