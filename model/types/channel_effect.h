// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace glyphscope {

/// What the answer would be if one channel of a module were always zero.
struct ChannelEffect {
    int channel = 0;
    std::vector<float> probabilities;
    int best = -1;
    double move = 0;  ///< half the summed change of all probabilities (total variation distance), in [0, 1]
};

/// "What if this filter did not exist", for every channel of one module.
struct ChannelSweep {
    std::string module;
    std::vector<float> before;  ///< the probabilities with all channels
    int best = -1;
    std::vector<ChannelEffect> effects;  ///< the largest move first
};

/// How a module's channels behave over many images.
struct ModuleActivity {
    struct Channel {
        float active = 0;  ///< share of its values, over all images and places, that are above zero
        float mean = 0;
        float high = 0;
        [[nodiscard]] bool dead() const { return active == 0; }           ///< never above zero
        [[nodiscard]] bool saturated() const { return active > 0.999F; }  ///< (nearly) never at or below zero
    };
    std::string module;
    int images = 0;
    std::vector<Channel> channels;  ///< of a vector: its values
};

}  // namespace glyphscope
