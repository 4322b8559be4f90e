// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"
#include "ui/text/number_range.h"

#include <QtCore/QString>

#include <vector>

namespace glyphscope {

enum class OptionGroup { LearningRate, Optimizer, Regularisation, Augmentation, Batches };

/// A hyper-parameter that is a number: what it is called, where it may lie and where it is kept.
struct NumberOption {
    const char* name;  ///< of its controls: "weightDecay"
    OptionGroup group;
    const char* caption;
    const char* tip;
    NumberRange range;
    bool live;  ///< may be changed while a network trains: LiveValues has it
    double (*get)(const TrainOptions&);
    void (*set)(TrainOptions&, double);
    bool (*applies)(const TrainOptions&);  ///< whether it does anything beside the other options

    [[nodiscard]] QString title() const;        ///< the caption in the user's language
    [[nodiscard]] QString explanation() const;  ///< the tip
};

/// All of them but the epochs and the seed, in the order in which they are shown.
[[nodiscard]] const std::vector<NumberOption>& numberOptions();

}  // namespace glyphscope
