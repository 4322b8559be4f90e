// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/spec/random_networks.h"

#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"

#include <algorithm>
#include <array>
#include <random>

namespace glyphscope::test {
namespace {

constexpr std::int64_t kMostParameters = 300'000;
constexpr std::size_t kMostModules = 60;

class RandomNetwork {
public:
    explicit RandomNetwork(std::uint32_t seed) : m_random(seed) {}

    NetworkSpec make()
    {
        m_network.classes = numberedClasses(2 + below(11));
        addLayers({}, 3 + below(8), 0);
        close();
        return m_network;
    }

private:
    /// From 0 to `count` - 1, alike in every standard library.
    int below(int count) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(count)); }
    bool oneIn(int count) { return below(count) == 0; }
    template <typename Values>
    auto oneOf(const Values& values)
    {
        return values[static_cast<std::size_t>(below(static_cast<int>(std::size(values))))];
    }

    [[nodiscard]] bool fits() const
    {
        const NetworkInference inference = infer(m_network);
        const NetworkTotals totals = totalsOf(inference.layers);
        return totals.parameters <= kMostParameters && inference.layers.size() <= kMostModules &&
               std::ranges::all_of(inference.problems, [](const NetworkProblem& problem) {
                   return problem.kind == ProblemKind::Classes;
               });
    }

    void addLayers(const SpecPlace& block, int count, int depth)
    {
        const bool numbered = oneIn(3);
        for (int tries = 0; count > 0 && tries < 40; ++tries)
            count -= add(block, depth, numbered) ? 1 : 0;
    }

    bool add(const SpecPlace& block, int depth, bool numbered)
    {
        std::vector<LayerSpec>& layers = *layersAt(m_network, block);
        const KindInfo& kind = oneOf(layerKinds());
        if (kind.isBlock() && depth >= 3)
            return false;
        LayerSpec layer = newLayer(kind.name);
        layer.name = numbered ? std::to_string(layers.size()) : nameFor(layers, layer.name);
        setOptions(kind, layer);
        SpecPlace place = block;
        place.push_back(layers.size());
        layers.push_back(std::move(layer));
        if (!fits()) {
            layersAt(m_network, block)->pop_back();
            return false;
        }
        if (kind.isBlock() && !oneIn(12))
            addLayers(place, 1 + below(4), depth + 1);
        return true;
    }

    std::string nameFor(const std::vector<LayerSpec>& layers, const std::string& stem)
    {
        static constexpr auto kOdd = std::to_array<const char*>(
            {"_",        "__hidden", "Residual", "_chain", "chain",  "x",    "delete",
             "int",      "self",     "nn",       "torch",  "model",  "EOF",  "body",
             "shortcut", "7",        "unix",     "name",   "Conv2d", "parts"});
        const std::string name = oneIn(6) ? oneOf(kOdd) : stem + std::to_string(layers.size());
        const bool taken = std::ranges::find(layers, name, &LayerSpec::name) != layers.end();
        return taken ? stem + std::to_string(layers.size()) : name;
    }

    void setOptions(const KindInfo& kind, LayerSpec& layer)
    {
        static constexpr auto kReals =
            std::to_array<double>({0.1, 0.25, 1, 1e-4, 2.5e-5, 1e-7, 0.333, 0.0001234, 0.9});
        for (const KindOption& option : kind.options) {
            const std::string name(option.name);
            if (!oneIn(2) && layer.options.contains(name))
                continue;
            if (oneIn(2) && (option.usual || !option.usualAs.empty()))
                continue;
            if (option.type == OptionType::Flag)
                layer.options[name] = oneIn(2);
            else if (option.type == OptionType::Real)
                layer.options[name] = oneIn(8) && option.least <= 0 ? 0.0 : oneOf(kReals);
            else if (option.type == OptionType::Choice)
                layer.options[name] = std::string(oneOf(option.choices));
            else
                layer.options[name] = wholeFor(name);
        }
    }

    std::int64_t wholeFor(std::string_view option)
    {
        if (option == "out_channels" || option == "out_features")
            return oneOf(std::to_array<std::int64_t>({1, 2, 3, 4, 6, 8, 12, 16}));
        if (option == "padding")
            return below(3);
        if (option == "dim")
            return oneIn(2) ? 1 : -1;
        if (option == "n")
            return 1 + below(4);
        return 1 + below(4);
    }

    /// Whatever there is so far to one value a class.
    void close()
    {
        const NetworkInference inference = infer(m_network);
        const bool maps =
            inference.layers.empty() ||
            std::find_if(inference.layers.rbegin(), inference.layers.rend(), [](const NetworkLayer& layer) {
                return layer.parent < 0;
            })->hasMaps();
        const bool numbered = std::ranges::all_of(m_network.layers, [this](const LayerSpec& layer) {
            return layer.name == std::to_string(&layer - m_network.layers.data());
        });
        std::vector<LayerSpec> last;
        if (maps)
            last = {newLayer("AdaptiveAvgPool2d"), newLayer("Flatten")};
        last.push_back(newLayer("Linear"));
        last.back().options["out_features"] = static_cast<std::int64_t>(m_network.classes.size());
        for (LayerSpec& layer : last) {
            layer.name = numbered ? std::to_string(m_network.layers.size()) : "last_" + layer.name;
            m_network.layers.push_back(layer);
        }
    }

    std::mt19937 m_random;
    NetworkSpec m_network;
};

void unfoldRepeats(std::vector<LayerSpec>& layers)
{
    for (LayerSpec& layer : layers) {
        unfoldRepeats(layer.children);
        if (layer.kind != "Repeat")
            continue;
        const std::int64_t count = optionOf(layer, "n");
        LayerSpec chain{layer.name, "Sequential", {}, {}};
        for (std::int64_t i = 0; i < count; ++i)
            chain.children.push_back({std::to_string(i), "Sequential", {}, layer.children});
        layer = std::move(chain);
    }
}

void dropDefaults(LayerSpec& layer)
{
    const LayerSpec whole = layer;
    for (const KindOption& option : kindOf(layer).options) {
        const auto found = layer.options.find(std::string(option.name));
        if (found == layer.options.end())
            continue;
        if (isUsual(whole, option) || found->second == OptionValue(std::string("identity")))
            layer.options.erase(found);
        else if (option.type == OptionType::Real)
            found->second = realOptionOf(whole, option.name);
    }
    std::ranges::for_each(layer.children, dropDefaults);
}

}  // namespace

NetworkSpec randomNetwork(std::uint32_t seed)
{
    return RandomNetwork(seed).make();
}

NetworkSpec withoutRepeats(NetworkSpec network)
{
    unfoldRepeats(network.layers);
    return network;
}

NetworkSpec withoutDefaults(NetworkSpec network)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    const auto keepsItsShape = [&layers](const SpecPlace& place) {  // in some copy
        return std::ranges::any_of(layers, [&place](const NetworkLayer& layer) {
            return layer.place == place && layer.kind == LayerKind::Residual &&
                   layer.inputShape == layer.outputShape;
        });
    };
    for (const NetworkLayer& layer : layers)
        if (layer.kind == LayerKind::Residual && !keepsItsShape(layer.place))
            layerAt(network, layer.place)->options.erase("shortcut");
    std::ranges::for_each(network.layers, dropDefaults);
    return network;
}

}  // namespace glyphscope::test
