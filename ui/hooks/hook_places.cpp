// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_places.h"

#include "model/spec/network_layers.h"
#include "model/types/module_tree.h"
#include "model/types/raster.h"

#include <algorithm>

namespace glyphscope {

namespace {

const std::vector<int> kPicture{1, kGlyphSide, kGlyphSide};

const std::vector<int>& shapeSeen(const HookPlace& place, HookKind kind)
{
    const bool output = kind == HookKind::Forward || kind == HookKind::FullBackwardPre;
    return output ? place.output : place.input;
}

}  // namespace

std::vector<HookPlace> hookPlaces(const NetworkSpec& network)
{
    std::vector<HookPlace> places;
    for (const NetworkLayer& layer : layersOf(network))
        places.push_back({.name = layer.path,
                          .kind = layerText(layer),
                          .input = layer.inputShape,
                          .output = layer.outputShape});
    return places;
}

std::vector<HookPlace> hookPlaces(const NetworkDescription& network)
{
    std::vector<HookPlace> places;
    for (const ModuleInfo& module : network.modules)
        if (!module.name.empty())
            places.push_back({.name = module.name,
                              .kind = module.kind,
                              .input = module.inputShape,
                              .output = module.outputShape});
    return places;
}

std::vector<HookPlace> hookPlaces(const std::vector<ModuleOutput>& outputs)
{
    std::vector<HookPlace> places;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const std::optional<std::size_t> before = inputPlace(outputs, i);
        places.push_back({.name = outputs[i].name,
                          .kind = outputs[i].kind,
                          .input = before ? outputs[*before].shape : kPicture,
                          .output = outputs[i].shape});
    }
    return places;
}

int channelsOf(const std::vector<HookPlace>& places, HookKind kind, const std::string& module)
{
    int channels = 0;
    for (const HookPlace& place : places) {
        const std::vector<int>& shape = shapeSeen(place, kind);
        if ((module.empty() || place.name == module) && !shape.empty())
            channels = std::max(channels, shape.front());
    }
    return channels;
}

bool canPatch(HookKind kind, const std::string& module)
{
    return !module.empty() && (kind == HookKind::Forward || kind == HookKind::ForwardPre);
}

}  // namespace glyphscope
