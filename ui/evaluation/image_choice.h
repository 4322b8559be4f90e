// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/training_progress.h"

#include <optional>
#include <vector>

namespace glyphscope {

enum class ImageOrder {
    MostConfident,   ///< the most confident answer first: of errors the most stubborn
    LeastConfident,  ///< the least confident answer first
    LeastTruth,      ///< where the true class got the least first
    AsInData
};

/// Which images of an evaluation are looked at. Without an answer, or without a truth, only errors are: all
/// of them, those of one class, or those taken for one class. With both, a cell of the confusion matrix.
struct ImageChoice {
    std::optional<int> truth = {};
    std::optional<int> answer = {};
    ImageOrder order = ImageOrder::MostConfident;
    friend bool operator==(const ImageChoice&, const ImageChoice&) = default;
};

/// How many images, from the first, have their answer and probabilities in `evaluation`.
[[nodiscard]] int knownImages(const Evaluation& evaluation, const Dataset& images);

/// Indices of the chosen images in the order asked for; equals stay in the order of the data.
[[nodiscard]] std::vector<int> chosenImages(const Evaluation& evaluation, const Dataset& images,
                                            const ImageChoice& choice);

}  // namespace glyphscope
