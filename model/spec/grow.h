// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"
#include "model/types/state_dict.h"

#include <string>
#include <vector>

namespace glyphscope {

/// Which tensors of a network are taken over from weights that there are already, by their names in the order
/// of PyTorch's state_dict(). The counters of batch norms are left out: older weights lack them.
struct Growth {
    std::vector<std::string> kept;     ///< of the same name and shape
    std::vector<std::string> renewed;  ///< initialised from the seed
};

/// What would come of `network` with the tensors of `current`. Throws Error as layersOf() does where it does
/// not fit.
[[nodiscard]] Growth growthOf(const StateDict& current, const NetworkSpec& network);

/// How modules begin whose tensors are all new.
enum class NewModules {
    Random,    ///< as PyTorch initialises them
    Identity,  ///< where they can, they give what they get
};

/// `fresh`, the weights of `network` as PyTorch initialises them, with every tensor of `current` that has the
/// same name and shape in its place. With NewModules::Identity a new convolution or linear layer whose output
/// has the shape of its input is the identity (torch.nn.init.dirac_ and eye_), and a new Residual whose
/// shortcut has no parameters gives what it gets, since the last of its modules that has weights begins at
/// zero (Goyal et al., "Accurate, Large Minibatch SGD", 2017, section 5.1). The metadata are those of
/// `fresh`, the network and the names of its classes. Throws Error as layersOf() does, and where a tensor of
/// the network is not in `fresh`.
[[nodiscard]] StateDict growWeights(const StateDict& current, const StateDict& fresh,
                                    const NetworkSpec& network, NewModules start = NewModules::Random);

}  // namespace glyphscope
