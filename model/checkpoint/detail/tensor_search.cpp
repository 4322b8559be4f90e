// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/tensor_search.h"

#include "model/types/shown_text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glyphscope::pt {
namespace {

using Kind = PickleValue::Kind;

constexpr int kDeepest = 8;

/// A value that is still to be looked into.
struct Place {
    std::uint32_t value = 0;
    std::string path;
    int depth = 0;
};

class Search {
public:
    Search(const Pickle& pickle, const Tensors& tensors)
        : m_pickle(pickle), m_tensors(tensors), m_seen(pickle.values.size())
    {
    }

    std::vector<FoundGroup> run()
    {
        m_waiting.push_back({m_pickle.root, {}, 0});
        while (!m_waiting.empty()) {
            const Place place = std::move(m_waiting.back());
            m_waiting.pop_back();
            if (m_seen[place.value])
                continue;
            m_seen[place.value] = true;
            lookInto(place);
        }
        return std::move(m_found);
    }

    /// The first whole module on the way.
    [[nodiscard]] const std::optional<Place>& module() const { return m_module; }

private:
    void lookInto(const Place& place)
    {
        const PickleValue& value = m_pickle.at(place.value);
        if (value.isModule && !m_module)
            m_module = place;
        std::vector<Place> inside;
        if (value.kind == Kind::Dict || value.kind == Kind::Object)
            inside = lookIntoDict(place, value);
        else if (value.kind == Kind::List || value.kind == Kind::Tuple)
            for (std::size_t i = 0; i < value.items.size(); ++i)
                addContainer(place, std::to_string(i), value.items[i], inside);
        std::move(inside.rbegin(), inside.rend(), std::back_inserter(m_waiting));
    }

    std::vector<Place> lookIntoDict(const Place& place, const PickleValue& dict)
    {
        std::vector<Place> inside;
        FoundGroup group;
        group.outline.place = place.path;
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const PickleValue& key = m_pickle.at(dict.items[i]);
            const std::uint32_t number = dict.items[i + 1];
            if (key.kind != Kind::Text)
                continue;
            if (m_tensors.isTensor(m_pickle.at(number))) {
                group.outline.tensors.push_back({key.text, m_tensors.shapeOf(m_pickle.at(number))});
                group.values.push_back(number);
            } else {
                addContainer(place, key.text, number, inside);
            }
        }
        if (!group.values.empty())
            m_found.push_back(std::move(group));
        return inside;
    }

    void addContainer(const Place& from, std::string_view key, std::uint32_t number,
                      std::vector<Place>& inside) const
    {
        const PickleValue& value = m_pickle.at(number);
        const bool container = value.kind == Kind::Dict || value.kind == Kind::Object ||
                               value.kind == Kind::List || value.kind == Kind::Tuple;
        if (!container || from.depth == kDeepest || m_seen[number])
            return;
        inside.push_back(
            {number, from.path + (from.path.empty() ? "" : ".") + shownText(key), from.depth + 1});
    }

    const Pickle& m_pickle;
    const Tensors& m_tensors;
    std::vector<bool> m_seen;
    std::vector<Place> m_waiting;
    std::vector<FoundGroup> m_found;
    std::optional<Place> m_module;
};

/// "torch.nn.modules.linear.Linear".
std::string codeName(const PickleValue& value)
{
    std::string name(value.text);
    std::ranges::replace(name, ' ', '.');
    return shownText(name);
}

}  // namespace

std::vector<FoundGroup> groupsOfTensors(const Pickle& pickle, const Tensors& tensors, const std::string& file)
{
    Search search(pickle, tensors);
    std::vector<FoundGroup> groups = search.run();
    if (!groups.empty())
        return groups;
    const PickleValue& root = pickle.at(pickle.root);
    if (search.module() && search.module()->path.empty())
        refuse(file,
               {GLYPHSCOPE_TEXT("Checkpoint", "it holds a whole module, \"%1\", which only its own code "
                                              "can open; no code in a file is ever run."),
                codeName(root)});
    if (search.module())
        refuse(file, {GLYPHSCOPE_TEXT("Checkpoint",
                                      "under \"%2\" it holds a whole module, \"%1\", which only its own code "
                                      "can open; no code in a file is ever run."),
                      codeName(pickle.at(search.module()->value)), search.module()->path});
    if (root.kind == Kind::Object || root.kind == Kind::Global)
        refuse(file,
               {GLYPHSCOPE_TEXT("Checkpoint", "it holds what only \"%1\" can make, and no dictionary of "
                                              "tensors; no code in a file is ever run."),
                codeName(root)});
    if (tensors.isTensor(root))
        refuse(file, GLYPHSCOPE_TEXT("Checkpoint", "it holds a single tensor without a name."));
    refuse(file, root.kind == Kind::Dict && root.items.empty()
                     ? GLYPHSCOPE_TEXT("Checkpoint", "its dictionary is empty.")
                     : GLYPHSCOPE_TEXT("Checkpoint", "it holds no dictionary of tensors with names."));
}

}  // namespace glyphscope::pt
