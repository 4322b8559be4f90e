// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_numbers.h"

#include <algorithm>

namespace glyphscope {
namespace {

std::optional<double> shareOf(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<double> meanOf(const std::vector<ClassNumbers>& numbers,
                             std::optional<double> ClassNumbers::*which)
{
    double sum = 0;
    std::int64_t defined = 0;
    for (const ClassNumbers& each : numbers) {
        if (each.*which) {
            sum += *(each.*which);
            ++defined;
        }
    }
    if (defined == 0)
        return std::nullopt;
    return sum / static_cast<double>(defined);
}

}  // namespace

std::int64_t confusionAt(const Evaluation& evaluation, int truth, int answer)
{
    const int classes = evaluation.classCount;
    if (truth < 0 || answer < 0 || truth >= classes || answer >= classes)
        return 0;
    const auto place = static_cast<std::size_t>(truth) * static_cast<std::size_t>(classes) +
                       static_cast<std::size_t>(answer);
    return place < evaluation.confusion.size() ? evaluation.confusion[place] : 0;
}

std::vector<ClassNumbers> classNumbers(const Evaluation& evaluation)
{
    std::vector<ClassNumbers> numbers(static_cast<std::size_t>(std::max(0, evaluation.classCount)));
    for (int truth = 0; truth < evaluation.classCount; ++truth) {
        for (int answer = 0; answer < evaluation.classCount; ++answer) {
            const std::int64_t count = confusionAt(evaluation, truth, answer);
            numbers[static_cast<std::size_t>(truth)].support += count;
            numbers[static_cast<std::size_t>(answer)].answered += count;
            if (truth == answer)
                numbers[static_cast<std::size_t>(truth)].correct = count;
        }
    }
    for (ClassNumbers& each : numbers) {
        each.precision = shareOf(each.correct, each.answered);
        each.recall = shareOf(each.correct, each.support);
        each.f1 = shareOf(2 * each.correct, each.support + each.answered);
    }
    return numbers;
}

MacroMeans macroMeans(const std::vector<ClassNumbers>& numbers)
{
    return {meanOf(numbers, &ClassNumbers::precision), meanOf(numbers, &ClassNumbers::recall),
            meanOf(numbers, &ClassNumbers::f1)};
}

double shareOfTruth(const Evaluation& evaluation, const std::vector<ClassNumbers>& numbers, int truth,
                    int answer)
{
    if (truth < 0 || static_cast<std::size_t>(truth) >= numbers.size())
        return 0;
    return shareOf(confusionAt(evaluation, truth, answer), numbers[static_cast<std::size_t>(truth)].support)
        .value_or(0);
}

double greatestErrorShare(const Evaluation& evaluation, const std::vector<ClassNumbers>& numbers)
{
    double greatest = 0;
    for (int truth = 0; truth < evaluation.classCount; ++truth)
        for (int answer = 0; answer < evaluation.classCount; ++answer)
            if (truth != answer)
                greatest = std::max(greatest, shareOfTruth(evaluation, numbers, truth, answer));
    return greatest;
}

}  // namespace glyphscope
