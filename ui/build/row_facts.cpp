// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/row_facts.h"

#include "model/types/error.h"

#include <algorithm>
#include <map>

namespace glyphscope {
namespace {

constexpr std::int64_t kBytesOfAValue = 4;

using RowsByPlace = std::map<SpecPlace, int>;

void addRows(const std::vector<LayerSpec>& layers, const SpecPlace& block, int parent,
             std::vector<NetworkRow>& rows)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        NetworkRow row;
        row.place = block;
        row.place.push_back(i);
        row.parent = parent;
        row.layer = {layers[i].name, layers[i].kind, layers[i].options, {}};
        row.text = layers[i].kind;
        const auto place = static_cast<int>(rows.size());
        rows.push_back(std::move(row));
        if (parent >= 0)
            rows[static_cast<std::size_t>(parent)].children.push_back(place);
        addRows(layers[i].children, SpecPlace(rows.back().place), place, rows);
    }
}

/// The kind alone where the sizes that come in, or its own options, are not known.
std::string textOfLayer(const NetworkLayer& layer)
{
    if (layer.inputShape.empty())
        return layer.spec.kind;
    try {
        return layerText(layer);
    } catch (const Error&) {
        return layer.spec.kind;
    }
}

void addFacts(const NetworkLayer& layer, const RowsByPlace& byPlace, std::vector<NetworkRow>& rows)
{
    const auto found = byPlace.find(layer.place);
    if (found == byPlace.end())
        return;
    NetworkRow& own = rows[static_cast<std::size_t>(found->second)];
    const bool isItself = layer.spec.kind == own.layer.kind && layer.spec.name == own.layer.name;
    if (isItself && own.text == own.layer.kind)
        own.text = textOfLayer(layer);
    if (isItself && !layer.outputShape.empty()) {
        if (own.copies++ == 0)
            own.path = layer.path;
        own.inputShape = own.copies == 1 ? layer.inputShape : own.inputShape;
        own.outputShape = layer.outputShape;
    }
    for (int at = found->second; at >= 0; at = rows[static_cast<std::size_t>(at)].parent) {
        NetworkRow& row = rows[static_cast<std::size_t>(at)];
        row.parameters += parameterCount(layer);
        row.multiplyAdds += layer.multiplyAdds;
        if (!layer.isBlock() && !layer.outputShape.empty())
            row.outputBytes += kBytesOfAValue * valuesIn(layer.outputShape);
    }
}

void mark(const std::vector<NetworkProblem>& problems, RowMark as, const RowsByPlace& byPlace,
          std::vector<NetworkRow>& rows)
{
    for (const NetworkProblem& problem : problems)
        if (const auto found = byPlace.find(problem.place); found != byPlace.end()) {
            RowMark& own = rows[static_cast<std::size_t>(found->second)].mark;
            own = std::max(own, as);
        }
}

}  // namespace

bool NetworkRow::isBlock() const
{
    const KindInfo* kind = kindNamed(layer.kind);
    return kind != nullptr && kind->isBlock();
}

std::int64_t NetworkRow::repeats() const
{
    const KindInfo* kind = kindNamed(layer.kind);
    if (kind == nullptr || kind->kind != LayerKind::Repeat)
        return 0;
    try {
        return optionOf(layer, "n");
    } catch (const Error&) {
        return 0;  // the check says what is wrong with it
    }
}

std::vector<NetworkRow> rowsOf(const NetworkSpec& network, const NetworkCheck& check)
{
    std::vector<NetworkRow> rows;
    addRows(network.layers, {}, -1, rows);
    RowsByPlace byPlace;
    for (std::size_t i = 0; i < rows.size(); ++i)
        byPlace.emplace(rows[i].place, static_cast<int>(i));
    for (const NetworkLayer& layer : check.layers)
        addFacts(layer, byPlace, rows);
    mark(check.warnings, RowMark::Warning, byPlace, rows);
    mark(check.problems, RowMark::Problem, byPlace, rows);
    for (const NetworkProblem& problem : check.problems) {
        const bool ofItsName = problem.kind == ProblemKind::Name || problem.kind == ProblemKind::TwiceNamed;
        if (const auto found = byPlace.find(problem.place); found != byPlace.end() && !ofItsName)
            rows[static_cast<std::size_t>(found->second)].copies = 0;  // what comes out of it is not known
    }
    return rows;
}

int rowAt(const std::vector<NetworkRow>& rows, const SpecPlace& place)
{
    const auto found = std::ranges::find(rows, place, &NetworkRow::place);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

}  // namespace glyphscope
