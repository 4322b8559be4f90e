// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "ui/network/module_bar.h"
#include "ui/network/module_steps.h"
#include "ui/widgets/sheet_scales.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace glyphscope {

/// The newest values and weights of the network, which module of it is open, and what that has to show: its
/// output, its input or a bank of its weights, each as a sheet of values and in words.
class ModuleContent {
public:
    void setReading(const Reading& reading);  ///< opens the first module if the open one is not there
    void clearValues();                       ///< there is no drawing; the modules stay
    void setWeights(std::shared_ptr<const StateDict> weights) { m_weights = std::move(weights); }
    void setClassNames(const QStringList& names) { m_names = names; }
    void open(const QString& module) { m_module = module.toStdString(); }

    [[nodiscard]] const std::string& module() const { return m_module; }
    [[nodiscard]] const ModuleSteps& steps() const { return m_steps; }
    [[nodiscard]] const std::shared_ptr<const StateDict>& weights() const { return m_weights; }
    [[nodiscard]] const QStringList& classNames() const { return m_names; }

    /// Those that can be opened: before anything was drawn, those with weights.
    [[nodiscard]] std::vector<ModuleBar::Item> modules() const;
    [[nodiscard]] std::size_t step() const { return stepOf(m_steps, m_module); }  ///< of the open module
    /// Whose values that side is; 0 for weights and for the network's input.
    [[nodiscard]] std::size_t stepOfSide(ModuleSide side) const;
    /// Whether a side's values stand for the classes, one each.
    [[nodiscard]] bool isOfClasses(ModuleSide side) const { return isClassStep(m_steps, stepOfSide(side)); }
    /// Whether a side's channels can be dead or saturated.
    [[nodiscard]] bool canBeDead(ModuleSide side) const { return isCutAtZero(m_steps, stepOfSide(side)); }
    [[nodiscard]] std::optional<FilterBanks> banks() const;
    /// Whether there is such a value.
    [[nodiscard]] bool has(const UnitAddress& unit) const;
    /// The bank of weights that makes one of the module's values.
    [[nodiscard]] int bankOf(int index) const;
    /// Where a unit lies on a side; none where its values are not there.
    [[nodiscard]] std::optional<MapCell> cellOf(const UnitAddress& unit, ModuleSide side) const;

    [[nodiscard]] MapSheet sheet(ModuleSide side, int bank) const;  ///< without maps where there is nothing
    /// What the scales of that side's maps are made of; the network's range only where the scope asks for it.
    [[nodiscard]] ScaleRanges rangesOfScales(ModuleSide side, std::span<const ValueRange> maps,
                                             ScaleScope scope) const;

    /// In words: what is seen, what kind of module that is, what the values of a map are (-1: of all maps),
    /// and what one value is.
    [[nodiscard]] QString seen(ModuleSide side, int bank) const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString mapTitle(ModuleSide side, int bank, int map) const;
    [[nodiscard]] QString readOut(ModuleSide side, int index, float value) const;

private:
    ModuleSteps m_steps;
    std::shared_ptr<const StateDict> m_weights;
    std::string m_module;
    QStringList m_names;
};

}  // namespace glyphscope
