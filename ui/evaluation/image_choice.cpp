// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/image_choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

bool isChosen(const ImageChoice& choice, int truth, int answer)
{
    if (choice.truth && *choice.truth != truth)
        return false;
    if (choice.answer && *choice.answer != answer)
        return false;
    return truth != answer || (choice.truth && choice.answer);
}

/// The smallest comes first. What is not a number comes last: it has no place in an order.
float keyOf(const Evaluation& evaluation, std::size_t image, ImageOrder order)
{
    float key = 0;
    switch (order) {
    case ImageOrder::MostConfident:
        key = -evaluation.confidence[image];
        break;
    case ImageOrder::LeastConfident:
        key = evaluation.confidence[image];
        break;
    case ImageOrder::LeastTruth:
        key = evaluation.truthProbability[image];
        break;
    case ImageOrder::AsInData:
        break;
    }
    return std::isnan(key) ? 2.0F : key;
}

}  // namespace

int knownImages(const Evaluation& evaluation, const Dataset& images)
{
    return static_cast<int>(
        std::min({images.labels.size(), images.images.size() / kGlyphPixels, evaluation.answers.size(),
                  evaluation.confidence.size(), evaluation.truthProbability.size()}));
}

std::vector<int> chosenImages(const Evaluation& evaluation, const Dataset& images, const ImageChoice& choice)
{
    std::vector<std::pair<float, int>> keyed;
    const int known = knownImages(evaluation, images);
    for (int i = 0; i < known; ++i) {
        const auto place = static_cast<std::size_t>(i);
        if (isChosen(choice, images.labels[place], evaluation.answers[place]))
            keyed.emplace_back(keyOf(evaluation, place, choice.order), i);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<int> chosen(keyed.size());
    std::transform(keyed.begin(), keyed.end(), chosen.begin(), [](const auto& each) { return each.second; });
    return chosen;
}

}  // namespace glyphscope
