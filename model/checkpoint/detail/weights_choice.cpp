// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/weights_choice.h"

#include "model/checkpoint/safetensors.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace glyphscope {
namespace {

using Names = std::vector<std::string>;
using Metadata = std::map<std::string, std::string>;

constexpr auto kWrapperPrefixes =
    std::to_array<std::string_view>({"module.", "_orig_mod.", "model.", "net."});
constexpr auto kModelKeys = std::to_array<std::string_view>({"state_dict", "model_state_dict"});
/// In a key or a prefix of what is kept beside weights under the names of the weights.
constexpr auto kOfOptimizers = std::to_array<std::string_view>({"optim", "moment", "grad", "sched"});

/// Tensors that fit: those of a group whose names begin with `prefix`.
struct Match {
    std::size_t group = 0;
    std::string prefix;
};

/// How many updates an AveragedModel has seen, and what only resuming a run needs.
bool isBeside(std::string_view name)
{
    return name == "n_averaged" || name == "average" || name.starts_with("optimizer.");
}

bool isOfOptimizer(std::string_view place)
{
    std::string lower(place);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::any_of(kOfOptimizers,
                               [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool isBelowModelKey(const TensorGroup& group)
{
    const std::string_view place = group.place;
    return std::ranges::find(kModelKeys, place.substr(place.rfind('.') + 1)) != kModelKeys.end();
}

/// What stands before `name` in `whole`, if that is nothing or ends in a dot.
std::optional<std::string_view> prefixBefore(std::string_view whole, std::string_view name)
{
    if (!whole.ends_with(name))
        return std::nullopt;
    const std::string_view prefix = whole.substr(0, whole.size() - name.size());
    return prefix.empty() || prefix.ends_with('.') ? std::optional(prefix) : std::nullopt;
}

Names namesOf(const NetworkSpec& network)
{
    Names names;
    for (const ParameterShape& entry : stateOf(network))
        names.push_back(entry.name);
    return names;
}

/// Whether tensors of a group have all these names, below one prefix; counters may be missing.
bool hasNames(const TensorGroup& group, const Names& names)
{
    std::set<std::string_view> there;
    for (const TensorOutline& tensor : group.tensors)
        there.insert(tensor.name);
    return std::ranges::any_of(group.tensors, [&](const TensorOutline& tensor) {
        const auto prefix = prefixBefore(tensor.name, names.front());
        return prefix && std::ranges::all_of(names, [&](const std::string& name) {
                   return isBatchCounter(name) || there.contains(std::string(*prefix) + name);
               });
    });
}

/// The tensors of the network that these weights may be of, as their metadata say, or else of the preset that
/// has most of their names; none where the metadata are broken.
Names networksNames(const Metadata& metadata, std::span<const TensorGroup> groups)
{
    const auto noted = metadata.find(kNetworkKey);
    if (noted != metadata.end()) {
        try {
            return namesOf(decodeSpec(noted->second, Message(kNetworkKey)));
        } catch (const Error&) {
            return {};  // whoever uses the weights tells it
        }
    }
    Names best;
    for (const Preset& preset : presets()) {
        Names names = namesOf(preset.make(2));
        const auto fits = [&names](const TensorGroup& group) { return hasNames(group, names); };
        if (names.size() > best.size() && std::ranges::any_of(groups, fits))
            best = std::move(names);
    }
    return best.empty() ? namesOf(shippedNetwork()) : best;
}

class Chooser {
public:
    Chooser(std::span<const TensorGroup> groups, const Metadata& metadata, const std::string& file)
        : m_groups(groups)
        , m_metadata(metadata)
        , m_file(file)
        , m_names(networksNames(metadata, groups))
        , m_known(m_names.begin(), m_names.end())
    {
    }

    [[nodiscard]] WeightsChoice choose() const
    {
        if (const auto whole = theOneOf(wholeMatches()))
            return under(*whole);
        if (const auto part = theOneOf(partMatches()))
            return under(*part);
        return withoutWrappers(theOneOf(largest(allMatches())).value());
    }

private:
    [[nodiscard]] std::string labelOf(const Match& match) const
    {
        const std::string& place = m_groups[match.group].place;
        if (match.prefix.empty() && !place.empty())
            return shownText(place);
        return shownText(place + (place.empty() ? "" : ".") + match.prefix + '*');
    }

    /// Throws Error where it cannot be told which is meant.
    [[nodiscard]] std::optional<Match> theOneOf(std::vector<Match> matches) const
    {
        if (matches.size() > 1) {
            const auto models = std::ranges::count_if(
                matches, [this](const Match& match) { return isBelowModelKey(m_groups[match.group]); });
            if (models == 1)
                std::erase_if(matches,
                              [this](const Match& match) { return !isBelowModelKey(m_groups[match.group]); });
        }
        if (matches.size() > 1)
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint",
                                "%1: two sets of weights in it fit, \"%2\" and \"%3\". Choose one in Python "
                                "and save it alone: torch.save(checkpoint[\"...\"], \"weights.pt\")."),
                m_file, labelOf(matches[0]), labelOf(matches[1]));
        return matches.empty() ? std::nullopt : std::optional(matches.front());
    }

    /// Whether the tensors under `prefix` are all that the network has; more beside them do not matter here.
    [[nodiscard]] bool isWhole(const Match& match) const
    {
        StateDict outline;
        outline.metadata = m_metadata;
        for (const TensorOutline& tensor : m_groups[match.group].tensors) {
            if (!tensor.name.starts_with(match.prefix))
                continue;
            std::string name(tensor.name.substr(match.prefix.size()));
            if (m_known.contains(name))
                outline.tensors.push_back({std::move(name), tensor.shape, {}});
            if (outline.tensors.size() > m_names.size())
                return false;
        }
        try {
            (void)checkedSpecOf(outline);
            return true;
        } catch (const Error&) {
            return false;
        }
    }

    [[nodiscard]] std::vector<Match> wholeMatches() const
    {
        std::vector<Match> matches;
        for (std::size_t g = 0; g < m_groups.size() && !m_names.empty(); ++g) {
            if (m_groups[g].tensors.size() > SafetensorsLimits::kTensors)
                continue;  // refused if it is chosen
            for (const TensorOutline& tensor : m_groups[g].tensors) {
                const auto prefix = prefixBefore(tensor.name, m_names.front());
                if (!prefix || isOfOptimizer(m_groups[g].place) || isOfOptimizer(*prefix))
                    continue;
                Match match{g, std::string(*prefix)};
                if (isWhole(match))
                    matches.push_back(std::move(match));
            }
        }
        return matches;
    }

    [[nodiscard]] std::vector<Match> partMatches() const
    {
        std::vector<Match> matches;
        for (const Match& match : allMatches()) {
            const std::vector<TensorOutline>& tensors = m_groups[match.group].tensors;
            const auto first = std::ranges::find_if(
                tensors, [](const TensorOutline& tensor) { return !isBeside(tensor.name); });
            if (first == tensors.end())
                continue;
            for (const std::string& name : m_names) {
                const auto prefix = prefixBefore(first->name, name);
                if (prefix && isPart(tensors, *prefix))
                    matches.push_back({match.group, std::string(*prefix)});
            }
        }
        return matches;
    }

    [[nodiscard]] bool isPart(const std::vector<TensorOutline>& tensors, std::string_view prefix) const
    {
        return std::ranges::all_of(tensors, [&](const TensorOutline& tensor) {
            return isBeside(tensor.name) ||
                   (tensor.name.starts_with(prefix) && m_known.contains(tensor.name.substr(prefix.size())));
        });
    }

    /// Every group, but those of optimizers where there are others, and those of single numbers likewise.
    [[nodiscard]] std::vector<Match> allMatches() const
    {
        std::vector<Match> matches;
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            matches.push_back({g, {}});
        const auto preferred = [&matches](auto isRather) {
            if (std::ranges::any_of(matches, isRather))
                std::erase_if(matches, [&](const Match& match) { return !isRather(match); });
        };
        preferred([this](const Match& match) { return !isOfOptimizer(m_groups[match.group].place); });
        preferred([this](const Match& match) {
            return std::ranges::any_of(m_groups[match.group].tensors,
                                       [](const TensorOutline& tensor) { return !tensor.shape.empty(); });
        });
        return matches;
    }

    [[nodiscard]] std::vector<Match> largest(std::vector<Match> matches) const
    {
        const auto sizeOf = [this](const Match& match) { return m_groups[match.group].tensors.size(); };
        const auto isModel = [this](const Match& match) { return isBelowModelKey(m_groups[match.group]); };
        if (std::ranges::none_of(matches, isModel)) {
            const std::size_t most = sizeOf(std::ranges::max(matches, {}, sizeOf));
            std::erase_if(matches, [&](const Match& match) { return sizeOf(match) < most; });
        }
        return matches;
    }

    [[nodiscard]] WeightsChoice under(const Match& match) const
    {
        WeightsChoice choice{match.group, {}};
        const std::vector<TensorOutline>& tensors = m_groups[match.group].tensors;
        for (std::size_t i = 0; i < tensors.size(); ++i)
            if (tensors[i].name.starts_with(match.prefix) && !isBeside(tensors[i].name))
                choice.tensors.push_back({i, std::string(tensors[i].name.substr(match.prefix.size()))});
        return choice;
    }

    /// Wrappers may be wrapped: "_orig_mod.module.fc2.bias".
    [[nodiscard]] WeightsChoice withoutWrappers(const Match& match) const
    {
        WeightsChoice choice{match.group, {}};
        const std::vector<TensorOutline>& tensors = m_groups[match.group].tensors;
        for (std::size_t i = 0; i < tensors.size(); ++i)
            choice.tensors.push_back({i, std::string(tensors[i].name)});
        constexpr int kMostWrappers = 64;  // longer names are refused
        bool changed = true;
        for (int round = 0; changed && round < kMostWrappers; ++round) {
            changed = dropBeside(choice);
            for (const std::string_view prefix : kWrapperPrefixes)
                changed = takeOff(prefix, choice) || changed;
        }
        return choice;
    }

    static bool dropBeside(WeightsChoice& choice)
    {
        const auto beside = [](const WeightsChoice::Tensor& tensor) { return isBeside(tensor.name); };
        return !std::ranges::all_of(choice.tensors, beside) && std::erase_if(choice.tensors, beside) > 0;
    }

    static bool takeOff(std::string_view prefix, WeightsChoice& choice)
    {
        const bool all = std::ranges::all_of(choice.tensors, [prefix](const WeightsChoice::Tensor& tensor) {
            return tensor.name.starts_with(prefix) && tensor.name.size() > prefix.size();
        });
        if (all)
            for (WeightsChoice::Tensor& tensor : choice.tensors)
                tensor.name.erase(0, prefix.size());
        return all;
    }

    std::span<const TensorGroup> m_groups;
    const Metadata& m_metadata;
    const std::string& m_file;
    const Names m_names;                               // of the network
    const std::set<std::string, std::less<>> m_known;  // the same
};

}  // namespace

WeightsChoice chooseWeights(std::span<const TensorGroup> groups, const Metadata& metadata,
                            const std::string& file)
{
    return Chooser(groups, metadata, file).choose();
}

StateDict chosenWeights(StateDict weights, const std::string& file)
{
    if (weights.tensors.empty())
        return weights;
    TensorGroup group;
    for (const NamedTensor& tensor : weights.tensors)
        group.tensors.push_back({tensor.name, tensor.shape});
    const WeightsChoice choice = chooseWeights(std::span(&group, 1), weights.metadata, file);
    StateDict chosen;
    chosen.metadata = std::move(weights.metadata);
    for (const WeightsChoice::Tensor& tensor : choice.tensors) {
        NamedTensor& source = weights.tensors[tensor.index];
        chosen.tensors.push_back({tensor.name, std::move(source.shape), std::move(source.values)});
    }
    return chosen;
}

}  // namespace glyphscope
