// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_panel.h"

#include "ui/parameters/forward_page.h"
#include "ui/parameters/module_page.h"
#include "ui/parameters/parameter_page.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

ParameterPanel::ParameterPanel(QWidget* parent) : Panel(u"parameters.panel"_s, tr("Parameters"), parent)
{
    m_parameters = new ParameterPage(this);
    m_modules = new ModulePage(this);
    m_forward = new ForwardPage(this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"parameters.pages"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_parameters, m_modules, m_forward})
        m_pages->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(buildSwitch());
    layout->addWidget(m_pages, 1);
    connect(m_parameters, &ParameterPage::frozenChanged, this, [this](const QStringList& names) {
        m_frozen = names;
        Q_EMIT frozenChanged(names);
    });
    connect(m_modules, &ModulePage::moduleChosen, this, &ParameterPanel::moduleChosen);
    connect(m_forward, &ForwardPage::moduleChosen, this, &ParameterPanel::moduleChosen);
}

QWidget* ParameterPanel::buildSwitch()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    m_switch = new QButtonGroup(this);
    const auto add = [&](const QString& name, const QString& text, const QString& tip) {
        auto* button = new QToolButton(box);
        button->setObjectName(u"parameters."_s + name);
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setProperty("segment", true);
        // The style sheet's padding is not in QToolButton's size hint.
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + 2 * metrics::kPadding + 4);
        m_switch->addButton(button, static_cast<int>(m_switch->buttons().size()));
        row->addWidget(button);
    };
    add(u"parametersTab"_s, tr("Parameters"), tr("Every parameter with its values; freeze and unfreeze"));
    add(u"modulesTab"_s, tr("Modules"), tr("The modules as they hold each other, with what each costs"));
    add(u"forwardTab"_s, tr("Forward"), tr("The way of your drawing through the network, step by step"));
    row->addStretch(1);
    m_switch->button(0)->setChecked(true);
    connect(m_switch, &QButtonGroup::idClicked, m_pages, &QStackedWidget::setCurrentIndex);
    return box;
}

ParameterPanel::Page ParameterPanel::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void ParameterPanel::showPage(Page page)
{
    m_switch->button(static_cast<int>(page))->setChecked(true);
    m_pages->setCurrentIndex(static_cast<int>(page));
}

QByteArray ParameterPanel::columnState() const
{
    return m_parameters->columnState();
}

void ParameterPanel::restoreColumnState(const QByteArray& state)
{
    m_parameters->restoreColumnState(state);
}

void ParameterPanel::setDescription(const NetworkDescription& description)
{
    m_parameters->setDescription(description);
    m_modules->setDescription(description);
}

void ParameterPanel::setStatistics(const std::vector<ParameterStatistics>& statistics)
{
    m_parameters->setStatistics(statistics);
}

void ParameterPanel::setReading(const std::shared_ptr<const Reading>& reading)
{
    m_forward->setReading(reading);
}

void ParameterPanel::setFrozen(const QStringList& parameterNames)
{
    m_parameters->setFrozen(parameterNames);
    m_frozen = parameterNames;
    m_frozen.removeDuplicates();
    m_frozen.sort();
}

}  // namespace glyphscope
