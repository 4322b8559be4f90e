// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/label_rules.h"

#include "model/types/dataset.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace glyphscope {
namespace {

constexpr std::size_t kLabels = 256;
constexpr int kLetters = 26;

/// Labels below are taken for digits, of which some may be missing.
int digitCount()
{
    return ClassSet::digits().size();
}

using Counts = std::array<std::size_t, kLabels>;

Counts countsOf(std::span<const LabelFile> files)
{
    Counts counts{};
    for (const LabelFile& file : files)
        for (const std::uint8_t label : file.labels)
            ++counts[label];
    return counts;
}

int largestOf(const Counts& counts)
{
    const auto largest = std::find_if(counts.rbegin(), counts.rend(), [](std::size_t n) { return n > 0; });
    return static_cast<int>(std::distance(largest, counts.rend())) - 1;
}

std::size_t medianOf(const Counts& counts)
{
    std::vector<std::size_t> used;
    std::ranges::copy_if(counts, std::back_inserter(used), [](std::size_t n) { return n > 0; });
    if (used.empty())
        return 0;
    const auto middle = used.begin() + static_cast<std::ptrdiff_t>(used.size() / 2);
    std::ranges::nth_element(used, middle);
    return *middle;
}

/// The largest label that is no accident.
int largestUsual(const Counts& counts)
{
    constexpr std::size_t kShareOfMedian = 100;
    constexpr std::size_t kShareBehindGap = 10;
    const std::size_t median = medianOf(counts);
    for (int label = largestOf(counts); label >= digitCount(); --label) {
        const auto at = static_cast<std::size_t>(label);
        const std::size_t share = counts[at - 1] == 0 ? kShareBehindGap : kShareOfMedian;
        if (counts[at] > 0 && counts[at] * share >= median)
            return label;
    }
    return digitCount() - 1;
}

/// Throws Error for the first image with a label from `least` on; `text` has places for the file, the image,
/// its label, and `more`.
[[noreturn]] void refuseFrom(int least, std::span<const LabelFile> files, MessageText text,
                             const MessageArgument& more)
{
    for (const LabelFile& file : files) {
        const auto found =
            std::ranges::find_if(file.labels, [least](std::uint8_t label) { return label >= least; });
        if (found != file.labels.end())
            throw Error(text, file.name, std::distance(file.labels.begin(), found), int{*found}, more);
    }
    throw Error(GLYPHSCOPE_TEXT("Data", "The labels of a data set cannot be understood. Fetch it again."));
}

void refuseStray(const Counts& counts, std::span<const LabelFile> files)
{
    const int largest = largestOf(counts);
    if (const int usual = largestUsual(counts); largest > usual)
        refuseFrom(usual + 1, files,
                   GLYPHSCOPE_TEXT("Data", "%1: image %2 (from 0) has the label %3, which hardly any other "
                                           "has. Correct it, or name all classes in %4 beside the file."),
                   kClassNamesFile);
    const auto used = std::ranges::count_if(counts, [](std::size_t n) { return n > 0; });
    if (largest >= digitCount() && used * 2 < largest + 1)
        refuseFrom(largest, files,
                   GLYPHSCOPE_TEXT("Data",
                                   "%1: image %2 (from 0) has the label %3, and most labels below occur "
                                   "nowhere. Number the classes from 0, or name all of them in %4 "
                                   "beside the file."),
                   kClassNamesFile);
    if (largest == kNoClass)
        refuseFrom(kNoClass, files,
                   GLYPHSCOPE_TEXT("Data", "%1: image %2 (from 0) has the label %3, and labels go up to %4. "
                                           "Choose a set of fewer classes."),
                   kNoClass - 1);
}

bool beginsAtOne(const Counts& counts)
{
    const int largest = largestOf(counts);
    return largest >= digitCount() && counts[0] == 0 &&
           std::all_of(counts.begin() + 1, counts.begin() + largest + 1, [](std::size_t n) { return n > 0; });
}

ClassSet withoutTheFirst(const ClassSet& classes)
{
    return ClassSet({classes.names().begin() + 1, classes.names().end()});
}

/// "A" to "Z", or the numbers from 1 on.
ClassSet classesFromOne(int count, const std::string& name)
{
    if (count != kLetters || name.find("emnist-letters") == std::string::npos)
        return withoutTheFirst(ClassSet::numbered(count + 1));
    std::vector<std::string> letters;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        letters.emplace_back(1, letter);
    return ClassSet(std::move(letters));
}

LabelMeaning movedToZero(std::span<const LabelFile> files, ClassSet classes)
{
    for (const LabelFile& file : files)
        for (std::uint8_t& label : file.labels)
            --label;
    return {classes,
            Message(GLYPHSCOPE_TEXT("Data", "The labels of %1 begin at 1. They are moved to begin at "
                                            "0; the first class is \"%2\"."),
                    files.front().name, classes.name(0))};
}

LabelMeaning meaningByNames(std::span<const LabelFile> files, const Counts& counts,
                            const FolderClasses& named)
{
    const int largest = largestOf(counts);
    const int size = named.classes.size();
    if (beginsAtOne(counts) && !named.namesZero && largest < size)
        return movedToZero(files, withoutTheFirst(named.classes));
    if (beginsAtOne(counts) && named.namesZero && largest == size)
        return movedToZero(files, named.classes);
    if (largest >= size)
        refuseFrom(size, files,
                   GLYPHSCOPE_TEXT("Data",
                                   "%1: image %2 (from 0) has the label %3, and %4 names no such class. "
                                   "Correct the label, or name the class."),
                   named.file.filename());
    return {named.classes, std::nullopt};
}

}  // namespace

LabelMeaning meaningOf(std::span<const LabelFile> files, const std::string& name,
                       const std::optional<FolderClasses>& named)
{
    const Counts counts = countsOf(files);
    if (named)
        return meaningByNames(files, counts, *named);
    refuseStray(counts, files);
    const int largest = largestOf(counts);
    if (beginsAtOne(counts))
        return movedToZero(files, classesFromOne(largest, name));
    return {ClassSet::numbered(std::max(2, largest + 1)), std::nullopt};
}

}  // namespace glyphscope
