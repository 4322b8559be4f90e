// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/option_table.h"

#include <QtCore/QString>

#include <vector>

namespace glyphscope {

enum class OptionGroup { LearningRate, Optimizer, Regularisation, Augmentation, Batches };

/// How a hyper-parameter of the table is shown: where, and what it is called.
struct NumberOption {
    const OptionRow* row;
    const char* name;  ///< of its controls: "weightDecay"
    OptionGroup group;
    const char* caption;
    const char* tip;
    OptionNeeds needs;  ///< as the row's, but where one row is shown under two names
    const char* zero;   ///< what zero is shown as, or null: as a number

    [[nodiscard]] QString title() const;        ///< the caption in the user's language
    [[nodiscard]] QString explanation() const;  ///< the tip
    [[nodiscard]] QString zeroText() const;
    [[nodiscard]] double value(const TrainOptions& options) const { return optionValue(*row, options); }
    /// Whether it does anything beside the other options.
    [[nodiscard]] bool applies(const TrainOptions& options) const { return isMet(needs, options); }
};

/// All of them but the epochs and the seed, in the order in which they are shown.
[[nodiscard]] const std::vector<NumberOption>& numberOptions();

}  // namespace glyphscope
