// SPDX-License-Identifier: GPL-3.0-or-later
// How a HookForm is put together.
#include "ui/hooks/hook_form.h"

#include "ui/hooks/hook_actions.h"
#include "ui/hooks/hook_words.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/number_row.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kFieldWidth = 92;
constexpr HookKind kKinds[] = {HookKind::ForwardPre, HookKind::Forward, HookKind::FullBackwardPre,
                               HookKind::FullBackward};
constexpr HookAction kActions[] = {HookAction::Observe, HookAction::Zero,  HookAction::Fill,
                                   HookAction::Scale,   HookAction::Clamp, HookAction::AddNoise,
                                   HookAction::Patch};

template <typename Widget>
Widget* named(Widget* widget, const QString& name, const QString& words, const QString& tip)
{
    widget->setObjectName(u"hooks."_s + name);
    widget->setAccessibleName(words);
    widget->setToolTip(tip);
    return widget;
}

QComboBox* shrinking(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setStyleSheet(u"QComboBox { padding: 0 4px 0 7px; } QComboBox::drop-down { width: 18px; }"_s);
    return box;
}

}  // namespace

HookForm::HookForm(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"hooks.form"_s);
    setAccessibleName(tr("Hook"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    grid->setHorizontalSpacing(metrics::kGap);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 6);
    grid->setColumnStretch(1, 5);
    m_title = new QLabel(this);
    m_title->setObjectName(u"hooks.formTitle"_s);
    m_title->setWordWrap(true);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_close = named(new QToolButton(this), u"formClose"_s, tr("Close"), tr("Close (Esc)"));
    m_close->setProperty("small", true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setIconSize({14, 14});
    connect(m_close, &QToolButton::clicked, this, &HookForm::closed);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    grid->addLayout(head, 0, 0, 1, 2);
    buildChoices(*grid);
    buildNumbers(*grid);
    buildDonor(*grid);
    buildEnd(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    fillModules();
    refresh();
}

void HookForm::buildChoices(QGridLayout& grid)
{
    m_kind = shrinking(named(new QComboBox(this), u"kind"_s, tr("Kind"), {}));
    for (const HookKind kind : kKinds) {
        m_kind->addItem(hookwords::kind(kind));
        m_kind->setItemData(m_kind->count() - 1, hookwords::kindTip(kind), Qt::ToolTipRole);
    }
    m_module = shrinking(
        named(new QComboBox(this), u"module"_s, tr("Module"), tr("The module that the hook is on")));
    m_module->setMaxVisibleItems(14);
    m_action = shrinking(named(new QComboBox(this), u"action"_s, tr("Action"), {}));
    for (const HookAction action : kActions) {
        m_action->addItem(hookwords::action(action));
        m_action->setItemData(m_action->count() - 1, hookwords::actionTip(action), Qt::ToolTipRole);
    }
    m_channel = named(new QSpinBox(this), u"channel"_s, tr("Channel"),
                      tr("The only channel (of a vector: value) that is touched"));
    m_channel->setSpecialValueText(tr("All channels"));
    m_channel->setPrefix(tr("Channel "));
    m_channel->setMinimumWidth(110);
    m_channel->setStyleSheet(u"QSpinBox { padding: 0 2px 0 7px; }"_s);
    grid.addWidget(m_kind, 1, 0);
    grid.addWidget(m_module, 1, 1);
    grid.addWidget(m_action, 2, 0);
    grid.addWidget(m_channel, 2, 1);
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { change(withKind(m_spec, kKinds[index])); });
    connect(m_module, &QComboBox::activated, this, [this](int index) {
        HookSpec spec = m_spec;
        spec.module = m_module->itemData(index).toString().toStdString();
        change(spec);
    });
    connect(m_action, &QComboBox::activated, this, [this](int index) {
        if (m_spec.action != kActions[index])
            change(withAction(m_spec, kActions[index]));
    });
    connect(m_channel, &QSpinBox::valueChanged, this, [this](int channel) {
        HookSpec spec = m_spec;
        spec.channel = channel;
        change(spec, u"channel"_s);
    });
}

void HookForm::buildNumbers(QGridLayout& grid)
{
    const HookNumber longest = *amountOf(HookAction::AddNoise);
    m_amount = new NumberRow(u"hooks.amount"_s, longest.range, this);
    m_limit = new NumberRow(u"hooks.limit"_s, longest.range, this);
    m_seedRow = new QWidget(this);
    auto* caption = new QLabel(tr("See&d"), m_seedRow);
    caption->setFont(glyphscope::font(TextStyle::Caption));
    setRole(caption, u"muted"_s);
    m_seed = named(new QSpinBox(m_seedRow), u"seed"_s, tr("Seed"), tr("The same seed gives the same noise"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setFixedWidth(kFieldWidth);
    caption->setBuddy(m_seed);
    auto* row = new QHBoxLayout(m_seedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(caption);
    row->addStretch(1);
    row->addWidget(m_seed);
    grid.addWidget(m_amount, 3, 0, 1, 2);
    grid.addWidget(m_limit, 4, 0, 1, 2);
    grid.addWidget(m_seedRow, 5, 0, 1, 2);
    const int wide = caption->fontMetrics().horizontalAdvance(longest.name) + 2;
    for (NumberRow* number : {m_amount, m_limit}) {
        number->setCaptionWidth(wide);
        number->setFieldWidth(kFieldWidth);
        connect(number, &NumberRow::grabbed, this, &HookForm::grabbed);
        connect(number, &NumberRow::settled, this, &HookForm::grabbed);
    }
    connect(m_amount, &NumberRow::valueChanged, this, [this](double value) {
        HookSpec spec = m_spec;
        spec.amount = value;
        change(spec, u"amount"_s);
    });
    connect(m_limit, &NumberRow::valueChanged, this, [this](double value) {
        HookSpec spec = m_spec;
        spec.limit = value;
        spec.amount = std::min(spec.amount, value);
        change(spec, u"limit"_s);
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        HookSpec spec = m_spec;
        spec.seed = static_cast<std::uint64_t>(seed);
        change(spec, u"seed"_s);
    });
}

void HookForm::buildDonor(QGridLayout& grid)
{
    m_donorRow = new QWidget(this);
    m_donorPicture = named(new QLabel(m_donorRow), u"donorPicture"_s, tr("Donor"), tr("The donor, 28 by 28"));
    m_donorPicture->setFixedSize(30, 30);
    m_donorPicture->setAlignment(Qt::AlignCenter);
    m_donorWords = new QLabel(m_donorRow);
    m_donorWords->setObjectName(u"hooks.donorWords"_s);
    m_donorWords->setWordWrap(true);
    m_donorWords->setFont(glyphscope::font(TextStyle::Caption));
    setRole(m_donorWords, u"muted"_s);
    m_keep = named(new QPushButton(tr("Keep drawing"), m_donorRow), u"keepDonor"_s,
                   tr("Keep this drawing as donor"),
                   tr("Keep this drawing as donor: this hook takes its values from it"));
    m_keep->setStyleSheet(u"QPushButton { padding: 0 9px; }"_s);
    auto* row = new QHBoxLayout(m_donorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_donorPicture);
    row->addWidget(m_donorWords, 1);
    row->addWidget(m_keep);
    grid.addWidget(m_donorRow, 6, 0, 1, 2);
    connect(m_keep, &QPushButton::clicked, this, &HookForm::keepDonorWanted);
}

void HookForm::buildEnd(QGridLayout& grid)
{
    m_predicting = named(new QCheckBox(tr("Predicting"), this), u"predicting"_s, tr("While predicting"), {});
    m_training = named(new QCheckBox(tr("Training"), this), u"training"_s, tr("While training"),
                       tr("Runs in every training step, which is slower with hooks than without"));
    m_front = named(new QCheckBox(tr("In front"), this), u"front"_s, tr("In front"),
                    tr("Runs before the hooks of its kind that are there already, as prepend does"));
    m_add = named(new QPushButton(tr("Add hook"), this), u"addHook"_s, tr("Add hook"), {});
    m_add->setProperty("primary", true);
    auto* checks = new QHBoxLayout;
    checks->setSpacing(metrics::kMargin);
    checks->addWidget(m_predicting);
    checks->addWidget(m_training);
    checks->addStretch(1);
    auto* end = new QHBoxLayout;
    end->addWidget(m_front);
    end->addStretch(1);
    end->addWidget(m_add);
    grid.addLayout(checks, 7, 0, 1, 2);
    grid.addLayout(end, 8, 0, 1, 2);
    connect(m_predicting, &QCheckBox::clicked, this, [this](bool on) {
        HookSpec spec = m_spec;
        spec.predicting = on;
        change(spec);
    });
    connect(m_training, &QCheckBox::clicked, this, [this](bool on) {
        HookSpec spec = m_spec;
        spec.training = on;
        change(spec);
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT addWanted(m_spec, m_front->isChecked()); });
}

}  // namespace glyphscope
