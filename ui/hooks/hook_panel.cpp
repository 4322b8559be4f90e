// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_panel.h"
#include "ui/text/glossary.h"

#include "ui/hooks/hooks_page.h"
#include "ui/hooks/log_page.h"
#include "ui/hooks/what_if_page.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kTabsBeside = 680;
constexpr int kLowPanel = 340;

}  // namespace

HookPanel::HookPanel(QWidget* parent) : Panel(u"hooks.panel"_s, tr("Hooks"), parent)
{
    m_hooks = new HooksPage(this);
    m_log = new HookLogPage(this);
    m_whatIf = new WhatIfPage(this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"hooks.pages"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_hooks, m_log, m_whatIf})
        m_pages->addWidget(page);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);  // the arrangement follows the size
    m_layout->addWidget(buildTabs());
    m_layout->addLayout(buildBody(), 1);

    connect(m_hooks, &HooksPage::hooksChanged, this, &HookPanel::hideCost);
    connect(m_hooks, &HooksPage::hooksChanged, this, &HookPanel::hooksChanged);
    connect(m_log, &HookLogPage::wantedChanged, this, &HookPanel::logWanted);
    connect(m_log, &HookLogPage::saveRequested, this, &HookPanel::saveLogRequested);
    connect(m_whatIf, &WhatIfPage::sweepRequested, this, &HookPanel::sweepRequested);
    connect(m_whatIf, &WhatIfPage::addWanted, this, &HookPanel::addFromSweep);
}

QWidget* HookPanel::buildTabs()
{
    struct Tab {
        QString name;
        QString text;
        QString tip;
    };
    const Tab tabs[] = {
        {u"tabHooks"_s, tr("Hooks"),
         withMeaning(tr("Your hooks and what they do to the answer"), {GlossaryTerm::Hook})},
        {u"tabLog"_s, tr("Log"), tr("Every call of a hook, line by line")},
        {u"tabWhatIf"_s, tr("What if"),
         withMeaning(tr("What the answer would be without each channel"), {GlossaryTerm::Channel})}};
    auto* box = new QWidget(this);
    m_tabRow = new QHBoxLayout(box);
    m_tabRow->setContentsMargins(0, 0, 0, 0);
    m_tabRow->setSpacing(metrics::kUnit);
    m_tabs = new QButtonGroup(this);
    for (const Tab& tab : tabs) {
        auto* button = new QToolButton(box);
        button->setObjectName(u"hooks."_s + tab.name);
        button->setText(tab.text);
        button->setToolTip(tab.tip);
        button->setCheckable(true);
        button->setProperty("segment", true);
        // The style sheet's padding is not in QToolButton's size hint.
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(tab.text) + 2 * metrics::kPadding +
                                4);
        m_tabs->addButton(button, static_cast<int>(m_tabs->buttons().size()));
        m_tabRow->addWidget(button);
    }
    m_tabRow->addStretch(1);
    m_tabs->button(0)->setChecked(true);
    connect(m_tabs, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_pages->setCurrentIndex(id);
    });
    return box;
}

QBoxLayout* HookPanel::buildBody()
{
    auto* body = new QVBoxLayout;
    body->setSpacing(metrics::kUnit);
    body->addWidget(m_pages, 1);
    m_cost = new QLabel(this);
    m_cost->setObjectName(u"hooks.trainingCost"_s);
    m_cost->setWordWrap(true);
    setRole(m_cost, u"muted"_s);
    m_cost->hide();
    body->addWidget(m_cost);
    return body;
}

// In a low, wide dock the tabs stand beside the page: it needs the height.
void HookPanel::arrange()
{
    const bool beside = width() >= kTabsBeside && height() < kLowPanel;
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() == direction)
        return;
    updateGeometry();
    m_layout->setDirection(direction);
    m_tabRow->setDirection(beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QAbstractButton* tab : m_tabs->buttons())
        tab->setSizePolicy(beside ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HookPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

const std::vector<HookSpec>& HookPanel::hooks() const
{
    return m_hooks->document().specs();
}

HookPanel::Page HookPanel::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void HookPanel::showPage(Page page)
{
    m_tabs->button(static_cast<int>(page))->setChecked(true);
}

QSize HookPanel::sizeHint() const
{
    return {360, 480};
}

QSize HookPanel::minimumSizeHint() const
{
    const int cost = m_cost->isHidden() ? 0 : m_cost->heightForWidth(width()) + metrics::kUnit;
    return {272, (width() >= kTabsBeside ? 180 : 256) + cost};
}

void HookPanel::setNetwork(const NetworkSpec& network)
{
    m_described = true;
    setPlaces(hookPlaces(network));
}

void HookPanel::setModules(const NetworkDescription& network)
{
    m_described = true;
    setPlaces(hookPlaces(network));
}

void HookPanel::setPlaces(std::vector<HookPlace> places)
{
    if (places == m_places)
        return;
    m_places = std::move(places);
    m_hooks->setPlaces(m_places);
    m_log->setPlaces(m_places);
    m_whatIf->setPlaces(m_places);
}

void HookPanel::setClassNames(const QStringList& names)
{
    m_hooks->setClassNames(names);
    m_whatIf->setClassNames(names);
}

void HookPanel::setHooks(const std::vector<HookSpec>& specs)
{
    if (!sameHooks(specs, hooks()))
        hideCost();
    m_hooks->setHooks(specs);
}

void HookPanel::setReading(const std::shared_ptr<const Reading>& reading)
{
    if (!m_described && !reading->modules.empty())
        setPlaces(hookPlaces(reading->modules));
    m_hooks->setReading(reading);
    m_whatIf->setReading(*reading);
}

void HookPanel::setRecords(const std::vector<HookRecord>& records, HookSource source)
{
    m_hooks->setRecords(source, records);
}

void HookPanel::setTrainingCost(const HookCost& cost)
{
    // a training is still told of hooks that are gone here
    if (std::ranges::none_of(hooks(), [](const HookSpec& spec) { return spec.enabled && spec.training; }))
        return;
    const QLocale numbers = locale();
    m_cost->setText(tr("With its hooks the training takes %1 images per second, without them %2.")
                        .arg(numbers.toString(std::round(cost.with), 'f', 0),
                             numbers.toString(std::round(cost.without), 'f', 0)));
    m_cost->show();
}

void HookPanel::hideCost()
{
    m_cost->hide();
}

void HookPanel::appendEvents(const std::vector<HookEvent>& events)
{
    m_log->append(events);
}

void HookPanel::setSweepRunning(bool running)
{
    m_whatIf->setRunning(running);
}

void HookPanel::setSweep(const ChannelSweep& sweep)
{
    m_whatIf->setSweep(sweep);
}

void HookPanel::setSweepFailed(const QString& message)
{
    m_whatIf->setFailed(message);
}

void HookPanel::turnOff(const std::vector<std::uint64_t>& ids)
{
    m_hooks->turnOff(ids);
}

void HookPanel::showHook(std::uint64_t id)
{
    showPage(Page::Hooks);
    m_hooks->showHook(id);
}

void HookPanel::addFromSweep(const HookSpec& spec)
{
    m_hooks->addHook(spec);
    showPage(Page::Hooks);
}

}  // namespace glyphscope
