// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/state_dict.h"

#include <memory>
#include <string>

namespace glyphscope {

/// The network with a copy of `weights` on `device`. Its operations use the calling thread alone. Throws
/// Error if the weights do not fit or the device is not there.
[[nodiscard]] std::unique_ptr<Recognizer> makeTorchRecognizer(const StateDict& weights,
                                                              const std::string& device);

}  // namespace glyphscope
