// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_content.h"

#include "model/types/module_tree.h"
#include "ui/text/number_text.h"

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShownDigits = 7;

}  // namespace

void ModuleContent::setReading(const Reading& reading)
{
    assignSteps(reading, m_steps);
    if (step() == 0 && m_steps.size() > 2)
        m_module = m_steps[1].name;
}

void ModuleContent::clearValues()
{
    for (ModuleOutput& step : m_steps)
        step.values.clear();
}

std::vector<ModuleBar::Item> ModuleContent::modules() const
{
    std::vector<ModuleBar::Item> items;
    for (std::size_t i = 1; i < m_steps.size(); ++i)
        items.push_back({QString::fromStdString(m_steps[i].name), shapeText(m_steps[i].shape)});
    // Weights can be looked at before anything has been drawn.
    if (items.empty() && m_weights)
        for (const NamedTensor& tensor : m_weights->tensors)
            if (const std::string name(parentOf(tensor.name));
                tensor.name == name + ".weight" && filterBanks(*m_weights, name))
                items.push_back({QString::fromStdString(name), {}});
    return items;
}

std::size_t ModuleContent::stepOfSide(ModuleSide side) const
{
    const std::size_t open = step();
    switch (side) {
    case ModuleSide::Output:
        return open;
    case ModuleSide::Input:
        return stepBefore(m_steps, open);
    case ModuleSide::Weights:
        break;
    }
    return 0;
}

std::optional<FilterBanks> ModuleContent::banks() const
{
    if (!m_weights)
        return std::nullopt;
    std::optional<FilterBanks> banks = filterBanks(*m_weights, m_module);
    if (banks && step() > 0)
        layOut(*banks, flattenedMaps(m_steps, step()));
    return banks;
}

bool ModuleContent::has(const UnitAddress& unit) const
{
    const std::size_t at = stepOf(m_steps, unit.module);
    return at > 0 && unit.index >= 0 && static_cast<std::size_t>(unit.index) < m_steps[at].values.size();
}

int ModuleContent::bankOf(int index) const
{
    const MapSheet output = sheet(ModuleSide::Output, 0);
    return output.vector ? index : output.cellOf(index).value_or(MapCell{}).map;
}

std::optional<MapCell> ModuleContent::cellOf(const UnitAddress& unit, ModuleSide side) const
{
    const std::size_t shown = stepOfSide(side);
    if (shown == 0 || m_steps[shown].name != unit.module)
        return std::nullopt;
    return sheetOf(m_steps[shown]).cellOf(unit.index);
}

MapSheet ModuleContent::sheet(ModuleSide side, int bank) const
{
    if (side == ModuleSide::Weights) {
        const std::optional<FilterBanks> laidOut = banks();
        return laidOut ? filterSheet(*m_weights, m_module, *laidOut, bank) : MapSheet{};
    }
    return step() == 0 ? MapSheet{} : sheetOf(m_steps[stepOfSide(side)]);
}

ScaleRanges ModuleContent::rangesOfScales(ModuleSide side, std::span<const ValueRange> maps,
                                          ScaleScope scope) const
{
    const bool network = scope == ScaleScope::Network;
    ScaleRanges ranges{.maps = maps, .layer = {}, .network = {}};
    if (side == ModuleSide::Weights) {
        ranges.layer = weightRange(*m_weights, m_module);
        ranges.network = network ? weightRange(*m_weights, {}) : ValueRange{};
        return ranges;
    }
    for (const ValueRange& map : maps)
        ranges.layer = united(ranges.layer, map);
    if (network)
        for (std::size_t i = 1; i + 1 < m_steps.size(); ++i)
            ranges.network = united(ranges.network, rangeOf(m_steps[i].values));
    return ranges;
}

QString ModuleContent::seen(ModuleSide side, int bank) const
{
    const std::optional<FilterBanks> weights = banks();
    return side == ModuleSide::Weights && weights ? weightsText(m_steps, m_module, *weights, bank, m_names)
                                                  : seenText(m_steps, step(), side);
}

QString ModuleContent::kind() const
{
    const std::size_t open = step();
    return open == 0 ? QString()
                     : u"%1 \u2192 %2"_s.arg(QString::fromStdString(m_steps[open].kind),
                                             shapeText(m_steps[open].shape));
}

QString ModuleContent::mapTitle(ModuleSide side, int bank, int map) const
{
    return side == ModuleSide::Weights ? weightMapText(m_module, *banks(), bank, map)
                                       : mapText(m_steps[stepOfSide(side)].name, map);
}

QString ModuleContent::readOut(ModuleSide side, int index, float value) const
{
    const QString number = valueText(static_cast<double>(value), kShownDigits);
    if (side == ModuleSide::Weights)
        return u"%1: %2"_s.arg(weightPlaceText(*banks(), index), number);
    const std::size_t shown = stepOfSide(side);
    return u"%1, %2: %3"_s.arg(QString::fromStdString(m_steps[shown].name),
                               placeText(m_steps, shown, index, m_names), number);
}

}  // namespace glyphscope
