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
    std::int64_t parameters = 0;    ///< with those of what it holds, as the next two
    std::int64_t multiplyAdds = 0;  ///< of one image's forward pass
    std::int64_t parameterBytes = 0;
    std::int64_t outputBytes = 0;      ///< of one image
    std::vector<int> inputShape = {};  ///< empty: not known
};

/// A parameter or a buffer.
struct ParameterInfo {
    std::string name;  ///< "conv1.weight"
    std::vector<std::int64_t> shape;
    std::string dtype;  ///< "float32"
    std::string device;
    std::int64_t count = 0;
    std::int64_t multiplyAdds = 0;  ///< in which it takes part, of one image's forward pass
    std::int64_t bytes = 0;
    bool buffer = false;  ///< measured, not trained: a batch norm's running mean and variance
};

/// The network as it is registered: the network itself first, a block before what it holds; parameters and
/// buffers as in its state_dict().
struct NetworkDescription {
    std::vector<ModuleInfo> modules;
    std::vector<ParameterInfo> parameters;
};

/// What the values of a parameter or buffer are like now.
struct ParameterStatistics {
    std::string name;
    Statistics values;
    Histogram histogram;
    std::optional<double> gradientNorm;  ///< of the last step probed; none before any
};

}  // namespace glyphscope
