// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/network_spec.h"

#include <cstddef>
#include <string>
#include <vector>

namespace glyphscope {

/// Where a module stands in the spec: the place among the network's layers, then among the children of that,
/// and so on. Empty: the network itself.
using SpecPlace = std::vector<std::size_t>;

enum class ProblemKind {
    UnknownKind,
    Option,  ///< missing, of another type, out of range, or not one of the kind's
    Name,
    TwiceNamed,
    Children,  ///< where there can be none
    KernelTooLarge,
    NothingLeft,  ///< a pool whose window is larger than the picture
    PoolPadding,
    Groups,
    WantsMaps,
    WantsFlat,
    ResidualEnds,
    Classes,
    TooLarge,
    Depth,
    SoftmaxDim,
    // warnings
    NoActivationBetween,
    NoActivationAtAll,
    DropoutBeforeNorm,
    BiasBeforeNorm,
    SoftmaxBeforeLoss,
    ManyParameters,
    DropsOnFlat,
};

/// A network that was mended: what was done, step by step, and what it is then. It fits.
struct Repair {
    std::vector<Message>
        steps;  ///< "Insert Flatten before fc1"; the first of them is the one for the problem
    NetworkSpec network;
};

/// What does not fit in a network, or what is worth a warning.
struct NetworkProblem {
    ProblemKind kind = ProblemKind::Option;
    std::string module;  ///< its path in the network, "block.0.conv"; empty: the network itself
    SpecPlace place;     ///< of the module, in the spec
    Message text;        ///< the whole sentence
    Message got;         ///< "64x7x7"; empty where there is nothing to say
    Message expected;
    std::string option;           ///< the option's name, where one is wrong
    std::string torch;            ///< what PyTorch says of it, in its own words; empty: nothing
    std::vector<Repair> repairs;  ///< of network_check.h; the best first
};

}  // namespace glyphscope
