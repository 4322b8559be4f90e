// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_view.h"

#include "ui/network/colour_legend.h"
#include "ui/network/explanation_view.h"
#include "ui/network/map_grid.h"
#include "ui/network/mark_paint.h"
#include "ui/network/module_bar.h"
#include "ui/network/vector_bars.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostModuleBars = 26;  // longer vectors are shown as a map
constexpr int kShownDigits = 7;

}  // namespace

void ModuleView::setReading(const Reading& reading)
{
    assignSteps(reading, m_steps);
    m_explanation->setGlyph(reading.glyph);
    if (m_module.empty() && m_steps.size() > 2)
        m_module = m_steps[1].name;
    changed();
}

void ModuleView::clear()
{
    for (ModuleOutput& step : m_steps)
        step.values.clear();
    m_explanation->setGlyph({});
    m_explanation->clear();
    changed();
}

void ModuleView::setWeights(std::shared_ptr<const StateDict> weights)
{
    const bool old = m_activityOld || (m_weights != weights && !m_activity.empty());
    const bool seen = !m_weights || m_steps.empty() || m_bar->side() == ModuleSide::Weights;
    m_weights = std::move(weights);
    // Outputs do not show them: what they make of the drawing comes with the next reading.
    if (std::exchange(m_activityOld, old) != old || seen)
        changed();
}

void ModuleView::setModule(const QString& name)
{
    if (name == module())
        return;
    m_module = name.toStdString();
    findSelection();
    changed();
}

void ModuleView::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    m_explanation->setClassNames(names);
    changed();
}

void ModuleView::setHooks(const std::vector<HookSpec>& hooks)
{
    m_explanation->setHooks(hooks);
}

void ModuleView::setExplanation(const UnitExplanation& explanation)
{
    if (!m_unit || !(*m_unit == explanation.unit))
        return;
    m_explanation->setExplanation(explanation);
    showExplanationTitle();
}

void ModuleView::setActivity(const std::vector<ModuleActivity>& activity)
{
    m_activity = activity;
    m_activityMessage.clear();
    m_activityOld = false;
    m_check = ModuleNumbers::Check::Done;
    changed();
}

void ModuleView::setActivityFailed(const QString& message)
{
    m_activityMessage = message;
    m_check = m_activity.empty() ? ModuleNumbers::Check::NotAsked : ModuleNumbers::Check::Done;
    changed();
}

void ModuleView::requestActivity()
{
    m_check = ModuleNumbers::Check::Waiting;
    m_activityMessage.clear();
    m_numbers->setCheck(m_check);
    Q_EMIT activityRequested();
}

void ModuleView::refresh()
{
    refreshBar();
    m_numbers->setCheck(m_check);
    m_numbers->setCheckPossible(shownStep() > 0 && !isClassStep(m_steps, shownStep()));
    MapSheet sheet = currentSheet();
    if (sheet.empty()) {
        showEmpty();
        return;
    }
    const std::optional<FilterBanks> weights = banks();
    const bool filters = m_bar->side() == ModuleSide::Weights && weights;
    const std::size_t step = stepOf(m_steps, m_module);
    m_seen->setText(filters ? weightsText(m_steps, m_module, *weights, m_bar->bank(), m_names)
                            : seenText(m_steps, step, m_bar->side()));
    m_kind->setText(step == 0 ? QString()
                              : u"%1 \u2192 %2"_s.arg(QString::fromStdString(m_steps[step].kind),
                                                      shapeText(m_steps[step].shape)));
    const bool bars = isClassStep(m_steps, shownStep()) && sheet.values.size() <= kMostModuleBars;
    m_zoom->setVisible(!bars);
    if (bars)
        m_bar->setColouring(false, false);
    m_legend->setVisible(!bars);
    showNumbers(sheet);
    if (bars)
        showBars(sheet);
    else
        showMaps(std::move(sheet));
    showReadOut();
}

void ModuleView::refreshBar()
{
    std::vector<ModuleBar::Item> items;
    for (std::size_t i = 1; i < m_steps.size(); ++i)
        items.push_back({QString::fromStdString(m_steps[i].name), shapeText(m_steps[i].shape)});
    // Weights can be looked at before anything has been drawn.
    if (items.empty() && m_weights)
        for (const NamedTensor& tensor : m_weights->tensors)
            if (const std::string name = tensor.name.substr(0, tensor.name.find(".weight"));
                filterBanks(*m_weights, name))
                if (tensor.name == name + ".weight")
                    items.push_back({QString::fromStdString(name), {}});
    m_bar->setModules(items);
    m_bar->setModule(module());
    const std::optional<FilterBanks> weights = banks();
    const bool values = !m_steps.empty();
    if (m_bar->side() == ModuleSide::Weights && !weights && values)
        m_bar->setSide(ModuleSide::Output);
    m_bar->setPossible(values, weights, isClassStep(m_steps, stepOf(m_steps, m_module)));
}

MapSheet ModuleView::currentSheet() const
{
    if (m_bar->side() == ModuleSide::Weights)
        return m_weights ? filterSheet(*m_weights, m_module, m_bar->bank()) : MapSheet{};
    const std::size_t step = stepOf(m_steps, m_module);
    if (step == 0)
        return {};
    return sheetOf(m_steps[m_bar->side() == ModuleSide::Input ? step - 1 : step]);
}

std::size_t ModuleView::shownStep() const
{
    const std::size_t step = stepOf(m_steps, m_module);
    switch (m_bar->side()) {
    case ModuleSide::Output:
        return step;
    case ModuleSide::Input:
        return step == 0 ? 0 : step - 1;
    case ModuleSide::Weights:
        break;
    }
    return 0;
}

std::optional<FilterBanks> ModuleView::banks() const
{
    return m_weights ? filterBanks(*m_weights, m_module) : std::nullopt;
}

ScaleRanges ModuleView::rangesOfScales(std::span<const ValueRange> maps) const
{
    const bool network = m_bar->scope() == ScaleScope::Network;
    ScaleRanges ranges{.maps = maps, .layer = {}, .network = {}};
    if (m_bar->side() == ModuleSide::Weights) {
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

void ModuleView::showMaps(MapSheet sheet)
{
    m_pages->setCurrentWidget(m_maps);
    const std::vector<ValueRange> ranges = rangesOf(sheet);
    std::vector<ColourScale> scales = scalesOf(rangesOfScales(ranges), m_bar->scope(), m_bar->colours());
    m_bar->setColouring(true, scales.front().diverging);
    showLegend(scales);
    m_maps->setSheet(std::move(sheet), std::move(scales));
    showMarks(m_maps->sheet(), ranges);
    m_maps->setSelection(m_map, m_index);
}

void ModuleView::showBars(const MapSheet& sheet)
{
    m_pages->setCurrentWidget(m_bars);
    m_bars->setLabels(m_names);
    m_bars->setValues(sheet.values);
    m_bars->setSelection(m_index);
    m_numbers->setMarks(m_activityMessage);
}

const ModuleActivity* ModuleView::activityOfShown() const
{
    const std::size_t step = shownStep();
    const auto found = std::find_if(m_activity.begin(), m_activity.end(), [&](const ModuleActivity& each) {
        return step > 0 && each.module == m_steps[step].name;
    });
    return found == m_activity.end() ? nullptr : &*found;
}

void ModuleView::showMarks(const MapSheet& sheet, std::span<const ValueRange> ranges)
{
    std::vector<MapMark> marks;
    QString summary;
    if (shownStep() > 0) {
        marks = marksOf(sheet, ranges);
        const ModuleActivity* activity = activityOfShown();
        if (activity != nullptr)
            addActivity(marks, sheet, *activity);
        summary = marksSummary(marks, sheet.vector, activity != nullptr ? activity->images : 0);
        if (activity != nullptr && m_activityOld)
            summary = sentences({summary, tr("That was with earlier weights.")});
    }
    m_maps->setMarks(std::move(marks));
    m_numbers->setMarks(m_activityMessage.isEmpty() ? summary : m_activityMessage);
}

void ModuleView::showNumbers(const MapSheet& sheet)
{
    const std::size_t step = shownStep();
    const bool one = m_map >= 0 && m_map < sheet.maps && sheet.maps > 1;
    const int map = one ? m_map : -1;
    m_numbers->setValues(m_bar->side() == ModuleSide::Weights
                             ? weightMapText(m_module, *banks(), m_bar->bank(), map)
                             : mapText(m_steps[step].name, map),
                         one ? sheet.valuesOf(m_map) : std::span<const float>(sheet.values));
}

void ModuleView::showLegend(std::span<const ColourScale> scales)
{
    if (scales.empty())
        return;
    ColourScale scale = scales.front();
    QString whose =
        m_bar->scope() == ScaleScope::Network ? tr("Scale of the whole network") : tr("Scale of the layer");
    if (m_bar->scope() == ScaleScope::Map && scales.size() > 1) {
        const auto map = static_cast<std::size_t>(std::max(m_map, 0));
        const bool known = m_map >= 0 && map < scales.size();
        scale = scales[known ? map : 0];
        scale.limit = known ? scale.limit : 0;
        whose = known ? tr("Scale of map %1").arg(m_map) : tr("Every map has its own scale");
    }
    m_legend->setScale(scale, whose);
}

void ModuleView::showEmpty()
{
    m_seen->clear();
    m_kind->clear();
    m_readOut->clear();
    m_legend->hide();
    m_zoom->hide();
    m_numbers->clearValues();
    m_numbers->setMarks(m_activityMessage);
    m_pages->setCurrentWidget(m_empty);
    m_empty->setAccessibleName(m_module.empty()
                                   ? tr("Choose a module to open it")
                                   : tr("Write a digit to see what %1 makes of it").arg(module()));
    m_empty->update();
}

QString ModuleView::valueAt(int index) const
{
    const bool bars = m_pages->currentWidget() == m_bars;
    const std::size_t step = shownStep();
    const std::vector<float>& values = bars ? m_steps[step].values : m_maps->sheet().values;
    if (index < 0 || static_cast<std::size_t>(index) >= values.size())
        return {};
    const QString value =
        valueText(static_cast<double>(values[static_cast<std::size_t>(index)]), kShownDigits);
    if (m_bar->side() == ModuleSide::Weights)
        return u"%1: %2"_s.arg(weightPlaceText(*banks(), index), value);
    return u"%1, %2: %3"_s.arg(QString::fromStdString(m_steps[step].name),
                               placeText(m_steps, step, index, m_names), value);
}

void ModuleView::showReadOut()
{
    if (m_pages->currentWidget() == m_empty)
        return;
    QString text = valueAt(m_hovered >= 0 ? m_hovered : m_index.value_or(-1));
    if (text.isEmpty() && m_maps->alone() >= 0)
        text = tr("Map %1 alone. Double-click or Escape shows all.").arg(m_maps->alone());
    if (text.isEmpty())
        text = m_bar->side() == ModuleSide::Weights ? tr("Point at a weight to read it")
                                                    : tr("Click a value to see how it came about");
    m_readOut->setText(text);
}

void ModuleView::showExplanationTitle()
{
    const std::optional<UnitExplanation>& explanation = m_explanation->explanation();
    m_unitClose->setVisible(m_unit.has_value());
    if (!explanation) {
        m_unitTitle->setText(tr("One value explained"));
        return;
    }
    const UnitAddress& unit = explanation->unit;
    const std::size_t step = stepOf(m_steps, unit.module);
    const QString place =
        step == 0 ? QString::number(unit.index) : placeText(m_steps, step, unit.index, m_names);
    m_unitTitle->setText(u"%1, %2"_s.arg(QString::fromStdString(unit.module), place));
}

void ModuleView::openModule(const QString& name)
{
    setModule(name);
    Q_EMIT moduleChosen(name);
}

void ModuleView::chooseSide()
{
    // From a channel's map to its filter: the same one.
    if (m_bar->side() == ModuleSide::Weights && m_unit && m_unit->module == m_module) {
        const std::size_t step = stepOf(m_steps, m_module);
        const MapSheet sheet = step == 0 ? MapSheet{} : sheetOf(m_steps[step]);
        const MapCell cell = sheet.cellOf(m_unit->index).value_or(MapCell{});
        m_bar->setPossible(true, banks(), isClassStep(m_steps, step));
        m_bar->setBank(sheet.vector ? m_unit->index : cell.map);
    }
    findSelection();
    changed();
}

void ModuleView::findSelection()
{
    m_index.reset();
    m_map = -1;
    m_hovered = -1;
    const std::size_t step = shownStep();
    if (!m_unit || step == 0 || m_steps[step].name != m_unit->module)
        return;
    if (const std::optional<MapCell> cell = sheetOf(m_steps[step]).cellOf(m_unit->index)) {
        m_index = m_unit->index;
        m_map = cell->map;
    }
}

void ModuleView::choose(int index)
{
    const std::size_t step = shownStep();
    m_index = index;
    m_map = m_pages->currentWidget() == m_bars
                ? 0
                : m_maps->sheet().cellOf(index).value_or(MapCell{.map = -1, .y = 0, .x = 0}).map;
    if (step > 0)
        takeUnit({.module = m_steps[step].name, .index = index});
    changed();
    m_maps->setAccessibleDescription(m_readOut->text());
}

void ModuleView::takeUnit(const UnitAddress& unit)
{
    m_unit = unit;
    m_unitClose->show();
    Q_EMIT unitChosen(unit);
}

void ModuleView::chooseTerm(int term)
{
    const std::optional<UnitExplanation> explanation = m_explanation->explanation();
    if (!explanation || term < 0 || static_cast<std::size_t>(term) >= explanation->terms.size())
        return;
    const std::optional<UnitAddress> unit =
        unitOfTerm(m_steps, *explanation, explanation->terms[static_cast<std::size_t>(term)]);
    if (!unit)
        return;
    m_bar->setSide(ModuleSide::Output);
    openModule(QString::fromStdString(unit->module));
    takeUnit(*unit);
    findSelection();
    changed();
}

void ModuleView::clearChoice()
{
    m_index.reset();
    m_map = -1;
    if (m_unit) {
        m_unit.reset();
        m_explanation->clear();
        showExplanationTitle();
        Q_EMIT unitCleared();
    }
    changed();
}

void ModuleView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
