// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/spec_json.h"

#include "model/spec/module_names.h"
#include "model/spec/network_layers.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "glyphscope-network";
constexpr int kVersion = 1;
constexpr int kPictureSide = 28;
constexpr std::size_t kMostOptions = 16;  // of a layer
constexpr int kMostJsonDepth = 32;        // of brackets; a layer inside another takes two

Json optionJson(const OptionValue& value)
{
    return std::visit([](const auto& one) { return Json(one); }, value);
}

/// Options in PyTorch's order, and behind them those that the kind does not have.
Json optionsJson(const LayerSpec& layer)
{
    Json options = Json::object();
    const KindInfo* kind = kindNamed(layer.kind);
    if (kind != nullptr)
        for (const KindOption& option : kind->options)
            if (const auto given = layer.options.find(std::string(option.name)); given != layer.options.end())
                options[given->first] = optionJson(given->second);
    for (const auto& [name, value] : layer.options)
        if (!options.contains(name))
            options[name] = optionJson(value);
    return options;
}

Json layerJson(const LayerSpec& layer)
{
    const Json options = optionsJson(layer);
    Json children = Json::array();
    for (const LayerSpec& child : layer.children)
        children.push_back(layerJson(child));
    return {{"name", layer.name}, {"kind", layer.kind}, {"options", options}, {"children", children}};
}

enum class LayerRules { Checked, AsTheyAre };

/// Reads strictly: every key is known, every value of its type. Whether kinds, names and options are right is
/// left to infer() where layers are read as they are.
class SpecReader {
public:
    SpecReader(MessageArgument place, LayerRules layers) : m_place(std::move(place)), m_layers(layers) {}

    NetworkSpec read(const Json& json)
    {
        object(json, "network", {"format", "version", "input", "classes", "layers"});
        if (text(json, "format", "format") != kFormat)
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not \"%3\"."), "format", kFormat);
        const std::int64_t version = whole(member(json, "version", "version"), "version");
        if (version != kVersion)
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is %3, and this program knows version %4."), "version",
                   std::to_string(version), std::to_string(kVersion));
        NetworkSpec network;
        network.input = input(member(json, "input", "input"));
        network.classes = classes(member(json, "classes", "classes"));
        network.layers = layers(member(json, "layers", "layers"), "layers", 1);
        return network;
    }

private:
    /// `text` names the place of the JSON as %1, what is wrong in it as %2.
    template <typename... More>
    [[noreturn]] void refuse(MessageText text, const std::string& where, const More&... more) const
    {
        throw Error(text, m_place, where, more...);
    }

    void object(const Json& json, const std::string& where, std::initializer_list<const char*> keys) const
    {
        if (!json.is_object())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not an object."), where);
        for (const auto& [key, value] : json.items())
            if (std::ranges::none_of(keys, [&key = key](const char* known) { return key == known; }))
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 has the unknown key \"%3\"."), where,
                       shownText(key, SpecLimits::kNameBytes));
    }

    const Json& member(const Json& json, const char* key, const std::string& where) const
    {
        const auto found = json.find(key);
        if (found == json.end())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is missing."), where);
        return *found;
    }

    std::string text(const Json& json, const char* key, const std::string& where) const
    {
        const Json& value = member(json, key, where);
        if (!value.is_string())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not text."), where);
        return value.get<std::string>();
    }

    std::int64_t whole(const Json& value, const std::string& where) const
    {
        constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > kMost))
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not a whole number."), where);
        return value.get<std::int64_t>();
    }

    double number(const Json& json, const char* key, const std::string& where) const
    {
        const Json& value = member(json, key, where);
        if (!value.is_number() || !std::isfinite(value.get<double>()))
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not a finite number."), where);
        return value.get<double>();
    }

    InputSpec input(const Json& json) const
    {
        object(json, "input", {"channels", "height", "width", "mean", "std"});
        const auto side = [&](const char* key, int wanted) {
            const std::string where = "input." + std::string(key);
            if (whole(member(json, key, where), where) != wanted)
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not %3: pictures are 1x28x28."), where, wanted);
            return wanted;
        };
        InputSpec input;
        input.channels = side("channels", 1);
        input.height = side("height", kPictureSide);
        input.width = side("width", kPictureSide);
        input.mean = number(json, "mean", "input.mean");
        input.deviation = number(json, "std", "input.std");
        if (!(input.deviation > 0))
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not above 0."), "input.std");
        return input;
    }

    std::vector<std::string> classes(const Json& json) const
    {
        if (!json.is_array() || json.size() < 2 || json.size() > SpecLimits::kClasses)
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not a list of 2 to 256 names."), "classes");
        std::vector<std::string> names;
        for (const Json& name : json) {
            const std::string where = "classes[" + std::to_string(names.size()) + ']';
            if (!name.is_string())
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not text."), where);
            names.push_back(name.get<std::string>());
            if (names.back().size() > SpecLimits::kNameBytes)
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is longer than 64 bytes."), where);
        }
        return names;
    }

    std::vector<LayerSpec> layers(const Json& json, const std::string& where, std::size_t depth)
    {
        if (!json.is_array())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not a list."), where);
        if (depth > SpecLimits::kDepth && !json.empty())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is nested deeper than %3."), where, SpecLimits::kDepth);
        std::vector<LayerSpec> result;
        for (const Json& one : json) {
            const std::string here = where + '[' + std::to_string(result.size()) + ']';
            if (++m_modules > SpecLimits::kModules)
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is one too many: a network has at most %3 modules."),
                       here, SpecLimits::kModules);
            result.push_back(layer(one, here, depth));
            if (m_layers == LayerRules::AsTheyAre)
                continue;
            const auto twin = std::ranges::find(result, result.back().name, &LayerSpec::name);
            if (std::next(twin) != result.end())
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 \"%3\" is that of a module before it."),
                       here + ".name", twin->name);
        }
        return result;
    }

    LayerSpec layer(const Json& json, const std::string& where, std::size_t depth)
    {
        object(json, where, {"name", "kind", "options", "children"});
        LayerSpec layer;
        layer.name = text(json, "name", where + ".name");
        if (layer.name.size() > SpecLimits::kNameBytes ||
            (m_layers == LayerRules::Checked && !isModuleName(layer.name)))
            refuse(
                GLYPHSCOPE_TEXT(
                    "Spec",
                    "%1: %2 is not an identifier of up to 64 letters, digits and underscores, or an index."),
                where + ".name");
        layer.kind = text(json, "kind", where + ".kind");
        if (kindNamed(layer.kind) == nullptr &&
            (m_layers == LayerRules::Checked || layer.kind.size() > SpecLimits::kNameBytes))
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is \"%3\", which this program does not know."),
                   where + ".kind", shownText(layer.kind, SpecLimits::kNameBytes));
        if (m_layers == LayerRules::AsTheyAre) {  // what is said of them may be shown
            layer.name = shownText(layer.name, SpecLimits::kNameBytes);
            layer.kind = shownText(layer.kind, SpecLimits::kNameBytes);
        }
        if (const auto options = json.find("options"); options != json.end())
            readOptions(*options, where + ".options", layer);
        if (const auto children = json.find("children"); children != json.end())
            layer.children = layers(*children, where + ".children", depth + 1);
        if (m_layers == LayerRules::Checked && !layer.children.empty() && !kindOf(layer).isBlock())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 are not for a %3."), where + ".children", layer.kind);
        return layer;
    }

    void readOptions(const Json& json, const std::string& where, LayerSpec& layer) const
    {
        if (!json.is_object())
            refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is not an object."), where);
        for (const auto& [key, value] : json.items()) {
            const std::string shown = shownText(key, SpecLimits::kNameBytes);
            const std::string here = where + '.' + shown;
            const KindInfo* kind = kindNamed(layer.kind);
            const KindOption* option = kind == nullptr ? nullptr : kind->option(key);
            if (m_layers == LayerRules::Checked && option == nullptr)
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is no option of %3."), here, layer.kind);
            if (key.size() > SpecLimits::kNameBytes || layer.options.size() >= kMostOptions)
                refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is no option."), here);
            layer.options[shown] = optionValue(value, option, here);
        }
        if (m_layers == LayerRules::AsTheyAre)
            return;
        for (const KindOption& option : kindOf(layer).options)
            if (const std::optional<Message> problem = optionProblem(layer, option))
                throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2: %3"), m_place, where, *problem);
    }

    OptionValue optionValue(const Json& value, const KindOption* option, const std::string& where) const
    {
        if (m_layers == LayerRules::Checked && option->type == OptionType::Whole)
            return whole(value, where);
        if (value.is_boolean())
            return value.get<bool>();
        if (value.is_string() && value.get_ref<const std::string&>().size() <= SpecLimits::kNameBytes)
            return shownText(value.get<std::string>(), SpecLimits::kNameBytes);
        if (value.is_number_integer())
            return whole(value, where);
        if (value.is_number() && std::isfinite(value.get<double>()))
            return value.get<double>();
        refuse(GLYPHSCOPE_TEXT("Spec", "%1: %2 is no number, no short text and neither true nor false."),
               where);
    }

    MessageArgument m_place;
    LayerRules m_layers;
    std::size_t m_modules = 0;
};

}  // namespace

std::string encodeSpec(const NetworkSpec& network)
{
    Json layers = Json::array();
    for (const LayerSpec& layer : network.layers)
        layers.push_back(layerJson(layer));
    const Json json = {{"format", kFormat},
                       {"version", kVersion},
                       {"input",
                        {{"channels", network.input.channels},
                         {"height", network.input.height},
                         {"width", network.input.width},
                         {"mean", network.input.mean},
                         {"std", network.input.deviation}}},
                       {"classes", network.classes},
                       {"layers", layers}};
    return json.dump();
}

namespace {

NetworkSpec readNetwork(std::string_view text, const MessageArgument& place, LayerRules layers)
{
    if (text.size() > SpecLimits::kBytes)
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: the description of a network takes at most 256 KiB."),
                    place);
    bool tooDeep = false;
    const auto shallow = [&tooDeep](int depth, nlohmann::detail::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > kMostJsonDepth;
        return !tooDeep;
    };
    const Json json = Json::parse(text, shallow, false);
    if (tooDeep)
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: is nested too deeply for the description of a network."),
                    place);
    if (json.is_discarded())
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: is not JSON."), place);
    return SpecReader(place, layers).read(json);
}

}  // namespace

NetworkSpec decodeSpec(std::string_view text, const MessageArgument& place)
{
    NetworkSpec network = readNetwork(text, place, LayerRules::Checked);
    try {
        (void)layersOf(network);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2"), place, error);
    }
    return network;
}

NetworkSpec readSpec(std::string_view text, const MessageArgument& place)
{
    return readNetwork(text, place, LayerRules::AsTheyAre);
}

}  // namespace glyphscope
