// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/gradients.h"
#include "model/types/prediction.h"
#include "model/types/state_dict.h"

#include <QtCore/QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace glyphscope {

/// What `glyphscope inspect` finds out about one drawing.
struct Inspection {
    Reading reading;
    std::optional<GradientReading> gradients;  ///< with --class, and then the attribution too
    std::optional<Attribution> attribution;
};

/// A file that was written, and what to say of it.
struct WrittenFile {
    QString name;
    QString about;
};

/// "input" (1x28x28), every module's output by its name, "logits", "probabilities"; with gradients
/// "gradient.input", "gradient.<module>" and "attribution" (28x28).
[[nodiscard]] std::vector<NamedTensor> arraysOf(const Inspection& inspection);

/// Throws Error unless files can be written into `folder`, which is made if need be.
void prepareFolder(const std::filesystem::path& folder);

/// Writes activations.npz, input.png, a picture of each module and, with an attribution, attribution.png.
/// Files of these names are replaced, each whole or not at all; the attribution.png of an earlier run is
/// removed if there is none now. Throws Error.
[[nodiscard]] std::vector<WrittenFile> writeInspection(const Inspection& inspection,
                                                       const std::filesystem::path& folder);

}  // namespace glyphscope
