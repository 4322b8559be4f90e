// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/stages.h"

#include <string>
#include <vector>

namespace glyphscope {

/// One value of one module's output. `index` counts row-major over the shape without the batch. The module
/// "softmax" stands behind the last one: its values are the probabilities.
struct UnitAddress {
    std::string module;
    int index = 0;
    friend bool operator==(const UnitAddress&, const UnitAddress&) = default;
};

/// How one value came about, number by number.
struct UnitExplanation {
    enum class Form {
        Convolution,
        Relu,
        Activation,  ///< any other: LeakyReLU, GELU, ...
        MaxPool,
        AveragePool,
        Flatten,
        Linear,
        Normalised,  ///< of a batch, group or layer norm
        Copy,        ///< of an Identity, of a Dropout when reading, of a block's last child
        Sum,         ///< of a Residual's two ends
        Softmax
    };

    /// One number that goes in. For a convolution channel by channel, row by row, padding included.
    struct Term {
        int channel = 0;  ///< of the module's input; 0 for a vector
        int y = 0;        ///< of the module's input; may lie outside: padding, whose value is 0
        int x = 0;        ///< of the module's input; the index, for a vector
        float value = 0;
        float weight = 0;    ///< of convolution and linear; 1 elsewhere
        double product = 0;  ///< value x weight; of softmax: exp((value - largest value) / temperature)
        bool padding = false;
    };

    UnitAddress unit;
    Form form = Form::Relu;
    int channel = 0;  ///< where the unit lies in its module's output; y and x are 0 for a vector
    int y = 0;
    int x = 0;
    std::string inputModule;  ///< whose output goes in; "input" for the first
    std::vector<Term> terms;  ///< all of them, in order
    int winner = -1;          ///< of MaxPool: which term is the largest
    double bias = 0;
    double temperature = 1;  ///< of softmax
    double sum = 0;          ///< of the products; of softmax: of the exponentials
    double result = 0;       ///< what the numbers above give
    float torchValue = 0;    ///< what LibTorch computed
    Box receptiveField;      ///< the pixels of the 28x28 that can change it (clipped to the picture)
};

}  // namespace glyphscope
