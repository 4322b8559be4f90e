// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// A module as the tree shows it.
struct ModuleInfo {
    std::string name;    ///< "conv1"; empty: the network itself
    std::string kind;    ///< "Conv2d(1, 32, 3, padding=1)"
    std::string parent;  ///< name of the module that holds it
    std::vector<int> outputShape;
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;  ///< of one image's forward pass
    std::int64_t parameterBytes = 0;
    std::int64_t outputBytes = 0;  ///< of one image
};

/// A parameter as `named_parameters()` gives it.
struct ParameterInfo {
    std::string name;  ///< "conv1.weight"
    std::vector<std::int64_t> shape;
    std::string dtype;  ///< "float32"
    std::string device;
    std::int64_t count = 0;
    std::int64_t multiplyAdds = 0;  ///< in which it takes part, of one image's forward pass
    std::int64_t bytes = 0;
};

/// The network as it is registered: modules in order of the forward pass, the network itself first.
struct NetworkDescription {
    std::vector<ModuleInfo> modules;
    std::vector<ParameterInfo> parameters;
};

/// What a parameter's values are like now.
struct ParameterStatistics {
    std::string name;
    Statistics values;
    Histogram histogram;
    std::optional<double> gradientNorm;  ///< of the last step probed; none before any
};

}  // namespace glyphscope
