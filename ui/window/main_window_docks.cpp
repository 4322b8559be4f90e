// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_panel.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/samples/samples_panel.h"
#include "ui/style/theme.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window/dock.h"
#include "ui/window/main_window.h"

#include <QtCore/QChildEvent>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kTallWindow = 700;  // has room for one panel more

/// For what is painted to its very edges.
QWidget* padded(QWidget* content)
{
    auto* box = new QWidget;
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    inside->addWidget(content);
    return box;
}

}  // namespace

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr)
        tabs->setAccessibleName(tr("Panels"));  // made by the main window itself, when docks are tabbed
}

void MainWindow::buildDocks()
{
    const auto dock = [this](const QString& title, const QString& name, QWidget* content,
                             Dock::Ground ground) {
        if (content->objectName().isEmpty())
            content->setObjectName(name);
        return new Dock(title, u"dock."_s + name, content, ground, this);
    };
    m_answerDock = dock(tr("Answer"), u"answer"_s, m_answer, Dock::Ground::ScrolledCard);
    m_networkDock = dock(tr("Network"), u"network"_s, m_network, Dock::Ground::Plain);
    m_trainingDock = dock(tr("Training"), u"training"_s, m_training, Dock::Ground::Scrolled);
    m_flowDock = dock(tr("Gradients"), u"flow"_s, padded(m_flow), Dock::Ground::ScrolledCard);
    m_numbersDock = dock(tr("Numbers"), u"numbers"_s, m_numbers, Dock::Ground::Plain);
    m_runsDock = dock(tr("Runs"), u"runs"_s, m_runs, Dock::Ground::Plain);
    m_samplesDock = dock(tr("My handwriting"), u"samples"_s, m_samples, Dock::Ground::Scrolled);
    m_moduleDock = dock(tr("Module"), u"module"_s, m_module, Dock::Ground::Scrolled);
    m_parameterDock = dock(tr("Parameters"), u"parameters"_s, m_parameters, Dock::Ground::Scrolled);
    m_hookDock = dock(tr("Hooks"), u"hooks"_s, m_hooks, Dock::Ground::Scrolled);
    m_whyDock = dock(tr("Why"), u"why"_s, m_why, Dock::Ground::Plain);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    arrange({});
}

QList<QDockWidget*> MainWindow::docks() const
{
    return QList<QDockWidget*>{m_answerDock, m_networkDock} + trainingDocks() + inspectionDocks();
}

QList<QDockWidget*> MainWindow::trainingDocks() const
{
    return {m_trainingDock, m_numbersDock, m_runsDock, m_samplesDock, m_flowDock};
}

QList<QDockWidget*> MainWindow::inspectionDocks() const
{
    return {m_moduleDock, m_parameterDock, m_hookDock, m_whyDock};
}

void MainWindow::arrange(const QList<QDockWidget*>& shown)
{
    m_left = {};
    // Hidden before others are shown: all at once ask for more room than a small screen has.
    for (QDockWidget* dock : docks()) {
        dock->setFloating(false);
        dock->hide();
    }
    addDockWidget(Qt::RightDockWidgetArea, m_answerDock);
    splitDockWidget(m_answerDock, m_trainingDock, Qt::Horizontal);
    for (QDockWidget* dock : trainingDocks().mid(1))
        tabifyDockWidget(m_trainingDock, dock);
    splitDockWidget(m_answerDock, m_moduleDock, Qt::Horizontal);
    for (QDockWidget* dock : {m_parameterDock, m_hookDock, m_whyDock})
        tabifyDockWidget(m_moduleDock, dock);
    addDockWidget(Qt::BottomDockWidgetArea, m_networkDock);
    for (QDockWidget* dock : shown)
        dock->show();
}

void MainWindow::useDrawLayout()
{
    m_actions.drawLayout->setChecked(true);
    arrange({m_answerDock, m_networkDock});
    resizeDocks({m_answerDock}, {320}, Qt::Horizontal);
    resizeDocks({m_networkDock}, {height() / 4}, Qt::Vertical);
}

void MainWindow::useTrainLayout()
{
    m_actions.trainLayout->setChecked(true);
    arrange(QList<QDockWidget*>{m_answerDock} + trainingDocks());
    resizeDocks({m_answerDock, m_trainingDock}, {std::min(280, width() / 4), std::min(520, width() * 2 / 5)},
                Qt::Horizontal);
    m_trainingDock->raise();
}

void MainWindow::useInspectLayout()
{
    m_actions.inspectLayout->setChecked(true);
    // On a small screen the module's own list does for the chain.
    arrange(QList<QDockWidget*>{m_answerDock} + inspectionDocks());
    m_networkDock->setVisible(height() >= kTallWindow);
    resizeDocks({m_answerDock, m_moduleDock}, {std::min(240, width() / 5), width() / 2}, Qt::Horizontal);
    resizeDocks({m_networkDock}, {height() / 5}, Qt::Vertical);
    m_moduleDock->raise();
}

void MainWindow::openModule(const QString& name)
{
    m_module->setModule(name);
    m_moduleDock->show();
    m_moduleDock->raise();
}

}  // namespace glyphscope
