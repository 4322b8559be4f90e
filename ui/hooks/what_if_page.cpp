// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/what_if_page.h"

#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_words.h"
#include "ui/hooks/sweep_delegate.h"
#include "ui/hooks/sweep_model.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/row_share.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kSideBySide = 600;
constexpr int kWhatIfEffectWidth = 264;
constexpr float kSameAnswer = 1e-3F;  // two passes over the same drawing differ by less

bool sameAnswers(const std::vector<float>& one, const std::vector<float>& other)
{
    return std::ranges::equal(one, other, [](float a, float b) { return std::abs(a - b) <= kSameAnswer; });
}

}  // namespace

WhatIfPage::WhatIfPage(QWidget* parent) : QWidget(parent), m_model(new SweepModel(this))
{
    setObjectName(u"hooks.whatIfPage"_s);
    auto* column = new QWidget(this);
    auto* list = new QVBoxLayout(column);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(metrics::kUnit);
    auto* tools = new QHBoxLayout;
    m_module = new QComboBox(column);
    m_module->setObjectName(u"hooks.sweepModule"_s);
    m_module->setAccessibleName(tr("Module"));
    m_module->setToolTip(tr("The module whose channels are taken away, one after the other"));
    m_sweep = new QPushButton(column);
    m_sweep->setObjectName(u"hooks.sweep"_s);
    m_sweep->setProperty("primary", true);
    m_module->setMaximumWidth(320);
    tools->addWidget(m_module, 100);
    tools->addWidget(m_sweep);
    tools->addStretch(1);
    m_state = new QLabel(column);
    m_state->setObjectName(u"hooks.sweepState"_s);
    m_state->setWordWrap(true);
    m_state->setContentsMargins(metrics::kUnit, 0, 0, 0);
    list->addLayout(tools);
    list->addWidget(m_state);
    list->addWidget(buildTable(), 1);
    buildEffect();
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);  // the arrangement follows the size
    m_layout->addWidget(column, 1);
    m_layout->addWidget(m_effectCard);
    connect(m_sweep, &QPushButton::clicked, this, &WhatIfPage::request);
    connect(m_module, &QComboBox::currentIndexChanged, this, &WhatIfPage::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WhatIfPage::showEffect);
    connect(m_table, &QTableView::activated, this, &WhatIfPage::addChosen);
    connect(m_add, &QPushButton::clicked, this, &WhatIfPage::addChosen);
    arrange();
    showState();
}

QWidget* WhatIfPage::buildTable()
{
    QFrame* frame = makeCard(this);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_stack = new QStackedWidget(frame);
    m_empty = new QLabel(m_stack);
    m_empty->setObjectName(u"hooks.sweepEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(metrics::kPadding);
    setRole(m_empty, u"muted"_s);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(u"hooks.sweepTable"_s);
    m_table->setAccessibleName(tr("Channels, the most important first"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SweepDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::kGap);
    QHeaderView* header = m_table->horizontalHeader();
    header->setFont(glyphscope::font(TextStyle::Caption));
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(SweepModel::Move, QHeaderView::Stretch);
    m_table->setColumnWidth(SweepModel::Channel, fontMetrics().horizontalAdvance(u"Channel"_s) + 20);
    const QString widest = hookwords::answer({0.999F}, 0, {u"8"_s});
    m_table->setColumnWidth(SweepModel::Answer, fontMetrics().horizontalAdvance(widest) + 20);
    m_table->setMinimumHeight(72);
    new RowShare(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    inside->addWidget(m_stack);
    return frame;
}

void WhatIfPage::buildEffect()
{
    m_effectCard = makeCard(this);
    auto* inside = new QVBoxLayout(m_effectCard);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    inside->setSpacing(metrics::kGap);
    m_effect = new EffectStrip(tr("With all: %1"), {}, m_effectCard);
    m_effect->setObjectName(u"hooks.sweepEffect"_s);
    m_effect->setAccessibleName(tr("What becomes of the answer"));
    m_add = new QPushButton(m_effectCard);
    m_add->setObjectName(u"hooks.sweepAdd"_s);
    m_add->setToolTip(tr("Add a hook that keeps this channel at zero (Enter)"));
    inside->addWidget(m_effect, 1);
    inside->addWidget(m_add);
}

QSize WhatIfPage::minimumSizeHint() const
{
    return {264, m_layout->direction() == QBoxLayout::TopToBottom ? 216 : 150};
}

void WhatIfPage::arrange()
{
    const bool beside = width() >= kSideBySide;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_effectCard->setMaximumWidth(beside ? kWhatIfEffectWidth : QWIDGETSIZE_MAX);
    m_effectCard->setMinimumWidth(beside ? kWhatIfEffectWidth : 0);
    m_effectCard->setSizePolicy(QSizePolicy::Preferred, beside ? QSizePolicy::Preferred : QSizePolicy::Fixed);
}

void WhatIfPage::setPlaces(const std::vector<HookPlace>& places)
{
    const QString before = m_module->currentText();
    const QSignalBlocker quiet(m_module);
    m_module->clear();
    for (const HookPlace& place : places) {
        m_module->addItem(QString::fromStdString(place.name));
        m_module->setItemData(m_module->count() - 1, QString::fromStdString(place.kind), Qt::ToolTipRole);
    }
    m_module->setCurrentIndex(std::max(0, m_module->findText(before)));
    showState();
}

void WhatIfPage::setReading(const Reading& reading)
{
    const bool empty = reading.prediction.verdict == Verdict::Empty;
    m_now = {reading.glyph, reading.prediction.probabilities, empty ? -1 : reading.prediction.best};
    if (isVisible())
        showState();
}

void WhatIfPage::setClassNames(const QStringList& names)
{
    m_model->setClassNames(names);
    m_effect->setClassNames(names);
}

void WhatIfPage::request()
{
    m_swept = m_now;
    m_failure.clear();
    Q_EMIT sweepRequested(m_module->currentText());
}

void WhatIfPage::setRunning(bool running)
{
    m_running = running;
    showState();
}

void WhatIfPage::setSweep(const ChannelSweep& sweep)
{
    m_running = false;
    m_failure.clear();
    m_model->setSweep(sweep);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showState();
    showEffect();
}

void WhatIfPage::setFailed(const QString& message)
{
    m_running = false;
    m_failure = message;
    showState();
}

QString WhatIfPage::staleText() const
{
    if (m_now.glyph != m_swept.glyph)
        return tr("The drawing has changed since. Try again.");
    if (!sameAnswers(m_now.probabilities, m_swept.probabilities))
        return tr("The answer has changed since. Try again.");
    return {};
}

void WhatIfPage::showState()
{
    const bool some = m_model->rowCount() > 0;
    const QString module = QString::fromStdString(m_model->sweep().module);
    const QString stale = some ? staleText() : QString();
    m_sweep->setText(m_running ? tr("Trying\u2026") : tr("Try without each"));
    m_sweep->setEnabled(!m_running && drawn() && m_module->count() > 0);
    m_sweep->setToolTip(drawn() ? tr("Read the drawing once without each channel of this module")
                                : tr("Write a digit first"));
    m_stack->setCurrentIndex(some ? 1 : 0);
    m_empty->setText(m_running ? tr("Reading the drawing without each channel in turn\u2026")
                     : drawn()
                         ? tr("What if a filter did not exist? Choose a module and press Try to see which "
                              "ones the answer hangs on.")
                         : tr("Write a digit, then see which filters the answer hangs on."));
    QString text;
    QString role = u"muted"_s;
    if (!m_failure.isEmpty()) {
        text = m_failure;
        role = u"bad"_s;
    } else if (m_running && some) {
        text = tr("Reading the drawing without each channel in turn\u2026");
    } else if (!stale.isEmpty()) {
        text = stale;
        role = u"caution"_s;
    } else if (some && m_model->turned() == 0) {
        text = tr("No single channel of %1 changes the answer.").arg(module);
    } else if (some) {
        text = tr("%1: the answer hangs on %2 of %3 channels.")
                   .arg(module)
                   .arg(m_model->turned())
                   .arg(m_model->rowCount());
    }
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    setRole(m_state, role);
    static_cast<SweepDelegate*>(m_table->itemDelegate())->setStale(!stale.isEmpty());
    m_table->viewport()->update();
    m_effectCard->setVisible(some);
}

int WhatIfPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void WhatIfPage::showEffect()
{
    const int row = chosen();
    const ChannelSweep& sweep = m_model->sweep();
    m_add->setEnabled(row >= 0);
    if (row < 0) {
        m_add->setText(tr("Choose a channel"));
        m_effect->setAnswers({}, {sweep.before, sweep.best});
        return;
    }
    const ChannelEffect& effect = sweep.effects[static_cast<std::size_t>(row)];
    m_effect->setTexts(tr("With all: %1"), tr("Without channel %1: %2").arg(effect.channel).arg(u"%1"_s));
    m_effect->setAnswers(EffectStrip::Answer{sweep.before, sweep.best}, {effect.probabilities, effect.best});
    m_add->setText(tr("Zero channel %1 with a hook").arg(effect.channel));
}

void WhatIfPage::addChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    HookSpec spec;
    spec.module = m_model->sweep().module;
    spec.action = HookAction::Zero;
    spec.channel = m_model->sweep().effects[static_cast<std::size_t>(row)].channel;
    Q_EMIT addWanted(spec);
}

void WhatIfPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showState();
}

void WhatIfPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
