// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_view.h"

#include "ui/network/hook_chip.h"
#include "ui/network/sheet_view.h"
#include "ui/network/unit_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/hook_badge.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QSplitter>

#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostModuleBars = 26;  // longer vectors are shown as a map
constexpr int kWide = 640;                   // from there on the numbers stand beside the maps
constexpr int kVeryWide = 1080;  // and from there on, where it is low, the explanation beside the numbers
constexpr int kLow = 560;
constexpr int kRoomForBoth = 640;

QFrame* cardAround(QWidget* content, QWidget* parent)
{
    QFrame* card = makeCard(parent);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    inside->addWidget(content);
    return card;
}

}  // namespace

ModuleView::ModuleView(QWidget* parent) : Panel(u"module.view"_s, tr("Module"), parent)
{
    buildParts();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_bar);
    layout->addWidget(m_badge);
    layout->addWidget(m_splitter, 1);
    connectParts();
}

void ModuleView::buildParts()
{
    m_bar = new ModuleBar(this);
    m_badge = new HookBadge(this);
    // Upright until there is room, or its least width would become that of the whole view.
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"module.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::kGap);
    m_sheet = new SheetView(this);
    m_splitter->addWidget(cardAround(m_sheet, this));
    auto* box = new QWidget(this);
    m_side = new QBoxLayout(QBoxLayout::TopToBottom, box);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_side->setSpacing(metrics::kGap);
    m_numbers = new ModuleNumbers(box);
    m_numbers->setObjectName(u"module.numbers"_s);
    m_unit = new UnitView(m_content, box);
    m_numbersCard = cardAround(m_numbers, box);
    m_side->addWidget(m_numbersCard, 2);
    m_side->addWidget(cardAround(m_unit, box), 3);
    m_splitter->addWidget(box);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
}

void ModuleView::connectParts()
{
    connect(m_bar, &ModuleBar::moduleChosen, this, &ModuleView::openModule);
    connect(m_badge, &HookBadge::offRequested, this, &ModuleView::hooksOffRequested);
    connect(m_badge, &HookBadge::showRequested, this, &ModuleView::hookShowRequested);
    connect(m_bar, &ModuleBar::sideChosen, this, &ModuleView::chooseSide);
    connect(m_bar, &ModuleBar::changed, this, &ModuleView::changed);
    connect(m_sheet, &SheetView::pointed, this, &ModuleView::showReadOut);
    connect(m_sheet, &SheetView::chosen, this, &ModuleView::choose);
    connect(m_sheet, &SheetView::cleared, this, &ModuleView::clearChoice);
    connect(m_unit, &UnitView::closed, this, &ModuleView::clearChoice);
    connect(m_unit, &UnitView::inputChosen, this, &ModuleView::chooseInput);
    connect(m_numbers, &ModuleNumbers::checkRequested, this, &ModuleView::requestActivity);
}

const std::optional<UnitAddress>& ModuleView::unit() const
{
    return m_unit->unit();
}

void ModuleView::setReading(const Reading& reading)
{
    m_content.setReading(reading);
    m_withoutHooks = reading.withoutHooks;
    m_unit->setGlyph(reading.glyph);
    if (unit() && !m_content.has(*unit()))
        clearChoice();  // of another network
    changed();
}

void ModuleView::clear()
{
    m_content.clearValues();
    m_unit->clearDrawing();
    m_withoutHooks.reset();
    changed();
}

void ModuleView::setWeights(std::shared_ptr<const StateDict> weights)
{
    const bool seen =
        !m_content.weights() || m_content.steps().empty() || m_bar->side() == ModuleSide::Weights;
    const bool outdated = weights != m_content.weights() && m_activity.outdate();
    m_content.setWeights(std::move(weights));
    // Outputs do not show them: what they make of the drawing comes with the next reading.
    if (outdated || seen)
        changed();
}

void ModuleView::setModule(const QString& name)
{
    if (name == module())
        return;
    m_content.open(name);
    findSelection();
    changed();
}

void ModuleView::setClassNames(const QStringList& names)
{
    if (names == m_content.classNames())
        return;
    m_content.setClassNames(names);
    m_unit->setClassNames(names);
    changed();
}

void ModuleView::setHooks(const std::vector<HookSpec>& hooks)
{
    m_unit->setHooks(hooks);
    m_hooks = hooks;
    showHooks();
}

void ModuleView::showHooks()
{
    std::vector<HookSpec> here = hooksOn(module(), m_hooks);
    std::erase_if(here, [](const HookSpec& hook) { return !hook.changesAnswers(); });
    m_badge->setWithout(m_withoutHooks);
    m_badge->setHooks(here);
}

void ModuleView::setExplanation(const UnitExplanation& explanation)
{
    m_unit->setExplanation(explanation);
}

void ModuleView::setActivity(const std::vector<ModuleActivity>& activity)
{
    m_activity.setActivity(activity);
    changed();
}

void ModuleView::setActivityFailed(const QString& message)
{
    m_activity.setFailed(message);
    changed();
}

void ModuleView::requestActivity()
{
    m_activity.ask();
    m_numbers->setCheck(m_activity.state());
    Q_EMIT activityRequested();
}

void ModuleView::refresh()
{
    refreshBar();
    showHooks();
    const ModuleSide side = m_bar->side();
    const bool classes = m_content.isOfClasses(side);
    m_numbers->setCheck(m_activity.state());
    m_numbers->setCheckPossible(m_content.canBeDead(side) && !classes);
    MapSheet sheet = m_content.sheet(side, m_bar->bank());
    if (sheet.empty()) {
        showEmpty();
        return;
    }
    m_sheet->setTitle(m_content.seen(side, m_bar->bank()), m_content.kind());
    showNumbers(sheet);
    if (classes && sheet.values.size() <= kMostModuleBars) {
        m_bar->setColouring(false, false);
        m_sheet->showBars(std::move(sheet.values), m_content.classNames());
        m_numbers->setMarks(m_activity.message());
    } else {
        showMaps(std::move(sheet));
    }
    showReadOut();
}

void ModuleView::refreshBar()
{
    m_bar->setModules(m_content.modules());
    m_bar->setModule(module());
    const std::optional<FilterBanks> weights = m_content.banks();
    const bool values = !m_content.steps().empty();
    if (m_bar->side() == ModuleSide::Weights && !weights && values)
        m_bar->setSide(ModuleSide::Output);
    m_bar->setPossible(values, weights, m_content.isOfClasses(ModuleSide::Output));
}

void ModuleView::showMaps(MapSheet sheet)
{
    const ModuleSide side = m_bar->side();
    const std::vector<ValueRange> ranges = rangesOf(sheet);
    std::vector<ColourScale> scales =
        scalesOf(m_content.rangesOfScales(side, ranges, m_bar->scope()), m_bar->scope(), m_bar->colours());
    m_bar->setColouring(true, scales.front().diverging);
    std::vector<MapMark> marks;
    QString summary;
    if (const std::size_t step = m_content.stepOfSide(side); m_content.canBeDead(side)) {
        const std::string& name = m_content.steps()[step].name;
        marks = m_activity.marks(name, sheet, ranges);
        summary = m_activity.summary(name, sheet, marks);
    }
    m_sheet->showMaps(std::move(sheet), std::move(scales), m_bar->scope(), std::move(marks));
    m_numbers->setMarks(m_activity.message().isEmpty() ? summary : m_activity.message());
}

void ModuleView::showNumbers(const MapSheet& sheet)
{
    const int map = m_sheet->selectedMap();
    const bool one = map >= 0 && map < sheet.maps && sheet.maps > 1;
    m_numbers->setValues(m_content.mapTitle(m_bar->side(), m_bar->bank(), one ? map : -1),
                         one ? sheet.valuesOf(map) : std::span<const float>(sheet.values));
}

void ModuleView::showEmpty()
{
    m_numbers->clearValues();
    m_numbers->setMarks(m_activity.message());
    m_sheet->showEmpty(module().isEmpty() ? tr("Choose a module to open it")
                                          : tr("Write a digit to see what %1 makes of it").arg(module()));
}

void ModuleView::showReadOut()
{
    const ModuleSide side = m_bar->side();
    const int index = m_sheet->pointedIndex();
    const std::optional<float> value = m_sheet->valueAt(index);
    m_sheet->setReadOut(value ? m_content.readOut(side, index, *value) : QString(),
                        side == ModuleSide::Weights ? tr("Point at a weight to read it")
                                                    : tr("Click a value to see how it came about"));
}

void ModuleView::openModule(const QString& name)
{
    setModule(name);
    Q_EMIT moduleChosen(name);
}

void ModuleView::chooseSide()
{
    // From a channel's map to its filter: the same one.
    if (m_bar->side() == ModuleSide::Weights && unit() && unit()->module == m_content.module()) {
        m_bar->setPossible(true, m_content.banks(), m_content.isOfClasses(ModuleSide::Output));
        m_bar->setBank(m_content.bankOf(unit()->index));
    }
    findSelection();
    changed();
}

void ModuleView::findSelection()
{
    const std::optional<MapCell> cell =
        unit() ? m_content.cellOf(*unit(), m_bar->side()) : std::optional<MapCell>();
    if (cell)
        m_sheet->select(unit()->index, cell->map);
    else
        m_sheet->select(std::nullopt);
}

void ModuleView::choose(int index)
{
    if (const std::size_t step = m_content.stepOfSide(m_bar->side()); step > 0)
        takeUnit({.module = m_content.steps()[step].name, .index = index});
    changed();
}

void ModuleView::takeUnit(const UnitAddress& unit)
{
    m_unit->setUnit(unit);
    arrange();
    Q_EMIT unitChosen(unit);
}

void ModuleView::chooseInput(const UnitAddress& unit)
{
    m_bar->setSide(ModuleSide::Output);
    openModule(QString::fromStdString(unit.module));
    takeUnit(unit);
    findSelection();
    changed();
}

void ModuleView::clearChoice()
{
    m_sheet->clearSelection();
    if (unit()) {
        m_unit->clearUnit();
        arrange();
        Q_EMIT unitCleared();
    }
    changed();
}

void ModuleView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ModuleView::arrange()
{
    m_splitter->setOrientation(width() >= kWide ? Qt::Horizontal : Qt::Vertical);
    const bool beside = width() >= kVeryWide && height() < kLow;
    m_side->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // One value explained is not to be below the fold: where it is low, the numbers of the map wait.
    m_numbersCard->setVisible(!unit() || beside || height() >= kRoomForBoth);
}

}  // namespace glyphscope
