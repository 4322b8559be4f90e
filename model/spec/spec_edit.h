// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_problem.h"
#include "model/types/network_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// The layers of the block at `place`, or of the network for an empty one. Places that there are not: null,
/// as in the next.
[[nodiscard]] std::vector<LayerSpec>* layersAt(NetworkSpec& network, const SpecPlace& block);
[[nodiscard]] const std::vector<LayerSpec>* layersAt(const NetworkSpec& network, const SpecPlace& block);
[[nodiscard]] LayerSpec* layerAt(NetworkSpec& network, const SpecPlace& place);
[[nodiscard]] const LayerSpec* layerAt(const NetworkSpec& network, const SpecPlace& place);

/// The block that a place lies in, and the place among its layers.
[[nodiscard]] SpecPlace blockOf(const SpecPlace& place);
[[nodiscard]] SpecPlace besides(const SpecPlace& place, int offset);

/// Puts `layer` in front of what stands at `place`, or at the end. Its name gets a number where it is taken.
/// Returns whether there is such a block.
bool insertLayer(NetworkSpec& network, const SpecPlace& place, LayerSpec layer);

/// Returns whether there was one.
bool removeLayer(NetworkSpec& network, const SpecPlace& place);

/// Takes the layer at `from` out and puts it in front of what stands at `to` before that. Nothing moves into
/// itself. Returns where it stands then; empty: nowhere.
SpecPlace moveLayer(NetworkSpec& network, const SpecPlace& from, const SpecPlace& to);

/// A layer of a kind as one begins with it: options that must be given are those that many networks have, and
/// its name is the usual one ("conv", "relu"), which insertLayer() numbers.
[[nodiscard]] LayerSpec newLayer(std::string_view kind);

/// The network for so many classes, which are called by their numbers if they were fewer or more: its last
/// module with weights gives as many values. Throws Error where that does not fit.
[[nodiscard]] NetworkSpec withClassCount(NetworkSpec network, int classCount);

/// A name for a layer of this kind that no sibling has: "conv3" after conv1 and conv2, "5" where all are
/// numbered.
[[nodiscard]] std::string freeName(const std::vector<LayerSpec>& siblings, std::string_view stem);

}  // namespace glyphscope
