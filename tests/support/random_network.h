// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_check.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/types/split_mix.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace glyphscope::test {

/// Networks of all kinds of modules from a seed: those that fit, and edits of any network that may not.
class RandomNetworks {
public:
    explicit RandomNetworks(std::uint64_t seed) : m_random(seed) {}

    /// Fits, has blocks, norms and every kind sooner or later, and takes few multiply-adds.
    NetworkSpec network()
    {
        for (;;) {
            NetworkSpec made;
            made.classes = numberedClasses(2 + static_cast<int>(m_random.below(11)));
            const std::size_t count = 2 + m_random.below(6);
            for (std::size_t i = 0; i < count; ++i)
                insertLayer(made, {made.layers.size()}, onMaps(0));
            if (m_random.below(2) == 0)
                insertLayer(made, {made.layers.size()}, averaged());
            insertLayer(made, {made.layers.size()}, newLayer("Flatten"));
            const std::size_t behind = m_random.below(4);
            for (std::size_t i = 0; i < behind; ++i)
                insertLayer(made, {made.layers.size()}, onVectors());
            LayerSpec last = newLayer("Linear");
            last.options["out_features"] = static_cast<std::int64_t>(made.classes.size());
            insertLayer(made, {made.layers.size()}, last);
            const NetworkCheck result = check(made, false);
            if (result.fits() && totalsOf(result.layers).multiplyAdds < 3'000'000 &&
                totalsOf(result.layers).parameters < 400'000)
                return made;
        }
    }

    /// One edit as people make them: a layer in, out or moved, an option changed, a block made.
    void edit(NetworkSpec& network)
    {
        const std::vector<SpecPlace> places = placesIn(network.layers, {});
        const SpecPlace place = places.empty() ? SpecPlace{0} : places[m_random.below(places.size())];
        switch (m_random.below(7)) {
        case 0:
            insertLayer(network, place, anyLayer());
            break;
        case 1:
            removeLayer(network, place);
            break;
        case 2:
            moveLayer(network, place, places.empty() ? place : places[m_random.below(places.size())]);
            break;
        case 3:
            wrap(network, place);
            break;
        default:
            changeOption(network, place);
        }
    }

private:
    std::int64_t number(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(m_random.below(static_cast<std::size_t>(most - least + 1)));
    }
    bool oneIn(std::size_t count) { return m_random.below(count) == 0; }

    LayerSpec convolution()
    {
        LayerSpec layer = newLayer("Conv2d");
        layer.options["out_channels"] = 4 * number(1, 4);
        layer.options["kernel_size"] = number(1, 4);
        layer.options["padding"] = number(0, 2);
        if (oneIn(3))
            layer.options["stride"] = number(1, 2);
        if (oneIn(5))
            layer.options["dilation"] = number(1, 2);
        if (oneIn(5))
            layer.options["groups"] = number(1, 2) * 2;
        if (oneIn(3))
            layer.options["bias"] = false;
        return layer;
    }

    LayerSpec pool()
    {
        LayerSpec layer = newLayer(oneIn(2) ? "MaxPool2d" : "AvgPool2d");
        layer.options["kernel_size"] = number(1, 3);
        if (oneIn(2))
            layer.options["stride"] = number(1, 3);
        if (oneIn(3))
            layer.options["padding"] = std::int64_t{1};
        return layer;
    }

    LayerSpec averaged()
    {
        LayerSpec layer = newLayer("AdaptiveAvgPool2d");
        layer.options["output_size"] = number(1, 4);
        return layer;
    }

    LayerSpec norm()
    {
        constexpr std::array kNorms{"BatchNorm2d", "GroupNorm", "LayerNorm"};
        LayerSpec layer = newLayer(kNorms[m_random.below(kNorms.size())]);
        if (layer.kind == "GroupNorm")
            layer.options["num_groups"] = number(1, 4);
        if (oneIn(4))
            layer.options["eps"] = 1e-3;
        if (oneIn(4) && layer.kind == "BatchNorm2d")
            layer.options["momentum"] = 0.25;
        if (oneIn(4))
            layer.options[layer.kind == "LayerNorm" ? "elementwise_affine" : "affine"] = false;
        return layer;
    }

    LayerSpec plain()
    {
        constexpr std::array kKinds{"ReLU", "LeakyReLU", "GELU", "Sigmoid", "Tanh", "Identity", "Dropout"};
        LayerSpec layer = newLayer(kKinds[m_random.below(kKinds.size())]);
        if (layer.kind == "LeakyReLU" && oneIn(2))
            layer.options["negative_slope"] = 0.2;
        if (layer.kind == "Dropout")
            layer.options["p"] = 0.25;
        return layer;
    }

    LayerSpec onMaps(int depth)
    {
        switch (m_random.below(depth < 2 ? 9 : 7)) {
        case 0:
        case 1:
            return convolution();
        case 2:
            return pool();
        case 3:
            return norm();
        case 4:
            return oneIn(6) ? newLayer("Softmax") : oneIn(5) ? newLayer("Dropout2d") : plain();
        case 5:
        case 6:
            return plain();
        default:
            return block(depth);
        }
    }

    LayerSpec block(int depth)
    {
        constexpr std::array kBlocks{"Sequential", "Residual", "Repeat"};
        LayerSpec layer = newLayer(kBlocks[m_random.below(kBlocks.size())]);
        if (layer.kind == "Residual" && oneIn(3))
            layer.options["shortcut"] = oneIn(2) ? "conv1x1" : "identity";
        NetworkSpec inside;
        const std::size_t count = 1 + m_random.below(3);
        for (std::size_t i = 0; i < count; ++i)
            insertLayer(inside, {inside.layers.size()}, onMaps(depth + 1));
        layer.children = std::move(inside.layers);
        return layer;
    }

    LayerSpec onVectors()
    {
        if (oneIn(2)) {
            LayerSpec layer = newLayer("Linear");
            layer.options["out_features"] = number(4, 40);
            if (oneIn(3))
                layer.options["bias"] = false;
            return layer;
        }
        return oneIn(5) ? newLayer("LayerNorm") : plain();
    }

    LayerSpec anyLayer()
    {
        if (oneIn(4))
            return block(0);
        const std::span<const KindInfo> kinds = layerKinds();
        return newLayer(kinds[m_random.below(kinds.size())].name);
    }

    static std::vector<SpecPlace> placesIn(const std::vector<LayerSpec>& layers, const SpecPlace& block)
    {
        std::vector<SpecPlace> places;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            SpecPlace place = block;
            place.push_back(i);
            places.push_back(place);
            for (SpecPlace& inner : placesIn(layers[i].children, place))
                places.push_back(std::move(inner));
        }
        return places;
    }

    void wrap(NetworkSpec& network, const SpecPlace& place)
    {
        const LayerSpec* layer = layerAt(network, place);
        if (layer == nullptr)
            return;
        LayerSpec around = block(2);
        around.children = {*layer};
        removeLayer(network, place);
        insertLayer(network, place, std::move(around));
    }

    void changeOption(NetworkSpec& network, const SpecPlace& place)
    {
        LayerSpec* layer = layerAt(network, place);
        const KindInfo* kind = layer == nullptr ? nullptr : kindNamed(layer->kind);
        if (kind == nullptr || kind->options.empty())
            return;
        const KindOption& option = kind->options[m_random.below(kind->options.size())];
        OptionValue& value = layer->options[std::string(option.name)];
        switch (option.type) {
        case OptionType::Whole:
            value =
                option.name == "out_channels" || option.name == "out_features" ? number(1, 24) : number(0, 7);
            break;
        case OptionType::Real:
            value = 0.25;
            break;
        case OptionType::Flag:
            value = oneIn(2);
            break;
        case OptionType::Choice:
            value = std::string(option.choices[m_random.below(option.choices.size())]);
            break;
        }
    }

    SplitMix64 m_random;
};

}  // namespace glyphscope::test
