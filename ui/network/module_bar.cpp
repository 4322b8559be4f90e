// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_bar.h"
#include "ui/text/glossary.h"

#include "ui/style/theme.h"
#include "ui/widgets/segment_button.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

ModuleBar::ModuleBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"module.bar"_s);
    auto* row = new WrappingRow(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    m_modules = new QComboBox(this);
    m_modules->setObjectName(u"module.module"_s);
    m_modules->setAccessibleName(tr("Module"));
    m_modules->setToolTip(tr("The module that is shown"));
    m_modules->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_modules);
    buildSides();
    buildColours();
    connect(m_modules, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < m_items.size())
            Q_EMIT moduleChosen(m_items[static_cast<std::size_t>(index)].name);
    });
}

void ModuleBar::buildSides()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_sides = new QButtonGroup(this);
    m_sides->setExclusive(true);
    const struct {
        ModuleSide side;
        QString name;
        QString text;
        QString tip;
    } sides[]{
        {ModuleSide::Output, u"module.output"_s, tr("Output"),
         withMeaning(tr("What the module makes of its input"), {GlossaryTerm::FeatureMap})},
        {ModuleSide::Input, u"module.input"_s, tr("Input"), tr("What goes into the module")},
        {ModuleSide::Weights, u"module.filters"_s, tr("Filters"),
         withMeaning(tr("What the module has learned"), {GlossaryTerm::Filter})},
    };
    for (const auto& each : sides) {
        QToolButton* button = segmentButton(each.name, each.text, each.tip, this);
        button->setCheckable(true);
        m_sides->addButton(button, static_cast<int>(each.side));
        row->addWidget(button);
    }
    m_sides->button(static_cast<int>(ModuleSide::Output))->setChecked(true);
    layout()->addWidget(box);
    m_bank = new QSpinBox(this);
    m_bank->setObjectName(u"module.bank"_s);
    m_bank->setAccessibleName(tr("Filter"));
    m_bank->setToolTip(tr("Whose weights are shown"));
    m_bank->setWrapping(true);
    m_bank->hide();
    layout()->addWidget(m_bank);
    connect(m_sides, &QButtonGroup::idClicked, this, [this](int id) {
        m_side = static_cast<ModuleSide>(id);
        Q_EMIT sideChosen();
    });
    connect(m_bank, &QSpinBox::valueChanged, this, &ModuleBar::changed);
}

void ModuleBar::buildColours()
{
    m_scope = new QComboBox(this);
    m_scope->setObjectName(u"module.scale"_s);
    m_scope->setAccessibleName(tr("Colour scale"));
    m_scope->setToolTip(tr("How far one scale of colours reaches: a map, the whole layer or the whole "
                           "network"));
    m_scope->addItem(tr("Per map"), static_cast<int>(ScaleScope::Map));
    m_scope->addItem(tr("Per layer"), static_cast<int>(ScaleScope::Layer));
    m_scope->addItem(tr("Network"), static_cast<int>(ScaleScope::Network));
    m_scope->setCurrentIndex(1);
    m_colours = new QComboBox(this);
    m_colours->setObjectName(u"module.colours"_s);
    m_colours->setAccessibleName(tr("Colours"));
    m_colours->setToolTip(tr("Colours of values that are never negative. Where there are negative ones, "
                             "zero is grey, less is blue and more is red."));
    m_colours->addItem(tr("Viridis"), static_cast<int>(Colours::Viridis));
    m_colours->addItem(tr("Cividis"), static_cast<int>(Colours::Cividis));
    for (QComboBox* box : {m_scope, m_colours}) {
        layout()->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ModuleBar::changed);
    }
}

void ModuleBar::setModules(const std::vector<Item>& modules)
{
    if (modules == m_items)
        return;
    const QString before = m_modules->currentData().toString();
    m_items = modules;
    const QSignalBlocker quiet(m_modules);
    m_modules->clear();
    for (const Item& item : m_items)
        m_modules->addItem(item.shape.isEmpty() ? item.name : item.name + u"   "_s + item.shape, item.name);
    m_modules->setEnabled(!m_items.empty());
    m_modules->setCurrentIndex(m_modules->findData(before));
}

void ModuleBar::setModule(const QString& name)
{
    const QSignalBlocker quiet(m_modules);
    m_modules->setCurrentIndex(m_modules->findData(name));
}

void ModuleBar::setPossible(bool values, const std::optional<FilterBanks>& banks, bool classes)
{
    const auto button = [this](ModuleSide side) { return m_sides->button(static_cast<int>(side)); };
    button(ModuleSide::Output)->setEnabled(values);
    button(ModuleSide::Input)->setEnabled(values);
    QAbstractButton* filters = button(ModuleSide::Weights);
    filters->setEnabled(banks.has_value());
    const bool kernels =
        !banks || banks->form == FilterBanks::Form::Kernels || banks->form == FilterBanks::Form::InputKernels;
    filters->setText(kernels ? tr("Filters") : tr("Weights"));
    filters->setToolTip(banks ? withMeaning(tr("What the module has learned"), {GlossaryTerm::Filter})
                              : tr("This module has no weights"));
    const QSignalBlocker quiet(m_bank);
    m_bank->setPrefix(kernels ? tr("Filter ") : classes ? tr("Class ") : tr("Unit "));
    m_bank->setMaximum(banks ? banks->banks - 1 : 0);
    m_bank->setVisible(m_side == ModuleSide::Weights && banks && banks->banks > 1);
}

void ModuleBar::setSide(ModuleSide side)
{
    m_side = side;
    m_sides->button(static_cast<int>(side))->setChecked(true);
}

void ModuleBar::setBank(int bank)
{
    const QSignalBlocker quiet(m_bank);
    m_bank->setValue(bank);
}

void ModuleBar::setColouring(bool scaled, bool diverging)
{
    m_scope->setEnabled(scaled);
    m_colours->setEnabled(scaled && !diverging);
}

int ModuleBar::bank() const
{
    return m_bank->value();
}

ScaleScope ModuleBar::scope() const
{
    return static_cast<ScaleScope>(m_scope->currentData().toInt());
}

Colours ModuleBar::colours() const
{
    return static_cast<Colours>(m_colours->currentData().toInt());
}

}  // namespace glyphscope
