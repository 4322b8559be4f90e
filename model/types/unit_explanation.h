// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/stages.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace glyphscope {

/// One value of one module's output. `index` counts row-major over the shape without the batch. The module
/// kAnswerName stands behind the last one: its values are the probabilities.
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
        AveragePool,  ///< padding counts, where there is any
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
        bool other = false;  ///< of Sum: of `otherModule`
    };

    /// What a norm makes of a value: (value - mean) / sqrt(variance + eps) x weight + bias.
    struct Norm {
        double mean = 0;  ///< of the terms, or the running one of a batch norm, whose only term is the value
        double variance = 1;  ///< the same
        double eps = 0;
        double weight = 1;
        bool running = false;  ///< measured in training, not of this drawing
        [[nodiscard]] double deviation() const { return std::sqrt(variance + eps); }
    };

    UnitAddress unit;
    Form form = Form::Relu;
    std::string kind;  ///< of the module, by PyTorch's name: "GELU"; empty of the probabilities
    int channel = 0;   ///< where the unit lies in its module's output; y and x are 0 for a vector
    int y = 0;
    int x = 0;
    std::string inputModule;  ///< whose output goes in; "input" for the first
    std::string otherModule;  ///< of Sum: whose output is added to that
    std::vector<Term> terms;  ///< all of them, in order
    int winner = -1;          ///< of MaxPool: which term is the largest
    int own = -1;             ///< of Normalised and Softmax: the term in the unit's own place
    bool biased = false;  ///< of Convolution, Linear and Normalised: there is a bias (and a norm's weight)
    double bias = 0;
    double slope = 0;        ///< of LeakyReLU: what it multiplies values below zero by
    Norm norm;               ///< of Normalised
    double temperature = 1;  ///< of softmax
    double sum = 0;          ///< of the products; of softmax: of the exponentials
    double result = 0;       ///< what the numbers above give
    float torchValue = 0;    ///< what LibTorch computed
    /// The pixels of the 28x28 that can change it, clipped to the picture; without any where it is all
    /// padding.
    Box receptiveField;

    /// The value in the unit's own place; 0 where there is none.
    [[nodiscard]] double ownValue() const
    {
        const auto at = static_cast<std::size_t>(own);
        return own >= 0 && at < terms.size() ? static_cast<double>(terms[at].value) : 0.0;
    }

    /// What the rounding of single precision grows with: not what comes out, but what is added up for it.
    [[nodiscard]] double magnitude() const
    {
        if (form == Form::Normalised) {
            return (std::abs(ownValue()) + std::abs(norm.mean)) / norm.deviation() * std::abs(norm.weight) +
                   std::abs(bias);
        }
        if (form == Form::Softmax)
            return std::abs(result);
        double all = std::abs(bias);
        for (const Term& term : terms)
            all += std::abs(term.product);
        return form == Form::AveragePool ? all / std::max(1.0, static_cast<double>(terms.size())) : all;
    }
};

}  // namespace glyphscope
