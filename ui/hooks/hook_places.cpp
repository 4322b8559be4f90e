// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_places.h"

#include "model/types/raster.h"

#include <algorithm>

namespace glyphscope {

namespace {

// A module's input is what the one before it gives; the first gets the picture.
void chain(std::vector<HookPlace>& places)
{
    std::vector<int> flowing{1, kGlyphSide, kGlyphSide};
    for (HookPlace& place : places) {
        place.input = flowing;
        flowing = place.output;
    }
}

const std::vector<int>& shapeSeen(const HookPlace& place, HookKind kind)
{
    const bool output = kind == HookKind::Forward || kind == HookKind::FullBackwardPre;
    return output ? place.output : place.input;
}

}  // namespace

std::vector<HookPlace> hookPlaces(const NetworkDescription& network)
{
    std::vector<HookPlace> places;
    for (const ModuleInfo& module : network.modules)
        if (!module.name.empty())
            places.push_back(
                {.name = module.name, .kind = module.kind, .input = {}, .output = module.outputShape});
    chain(places);
    return places;
}

std::vector<HookPlace> hookPlaces(const std::vector<ModuleOutput>& outputs)
{
    std::vector<HookPlace> places;
    for (const ModuleOutput& output : outputs)
        places.push_back({.name = output.name, .kind = output.kind, .input = {}, .output = output.shape});
    chain(places);
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
