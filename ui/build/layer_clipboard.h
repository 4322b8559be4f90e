// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <QtCore/QString>

#include <variant>
#include <vector>

class QMimeData;

namespace glyphscope {

/// Puts layers of `network` on the clipboard: as the JSON of a network that has them alone.
void copyLayers(const NetworkSpec& network, std::vector<LayerSpec> layers);

/// What is on the clipboard: layers that were copied, a whole network, or nothing that can be used: text as
/// it is, for whoever can read it.
struct PastedLayers {
    std::vector<LayerSpec> layers;
};
using Pasted = std::variant<PastedLayers, NetworkSpec, QString>;

/// Throws Error, which says what is wrong, for the JSON of a network that cannot be read.
[[nodiscard]] Pasted pastedFrom(const QMimeData& data);

}  // namespace glyphscope
