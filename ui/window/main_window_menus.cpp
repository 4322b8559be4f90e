// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStatusBar>

namespace glyphscope {

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.open, m_actions.save});
    file->addSeparator();
    file->addActions({m_actions.previousDrawing, m_actions.nextDrawing});
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo, m_actions.clear});
    edit->addSeparator();
    edit->addActions({m_actions.copy, m_actions.paste});
    edit->addSeparator();
    edit->addActions({m_actions.pen, m_actions.eraser, m_actions.thinner, m_actions.thicker});

    QMenu* model = menuBar()->addMenu(tr("&Model"));
    model->addActions({m_actions.openWeights, m_actions.shippedWeights});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions.drawLayout, m_actions.trainLayout, m_actions.inspectLayout});
    view->addSeparator();
    for (QDockWidget* dock : {m_answerDock, m_networkDock, m_trainingDock})
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addAction(m_actions.dark);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.shortcuts, m_actions.about});
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    for (QLabel* label : {m_weightsText, m_latencyText, m_engineText})
        statusBar()->addPermanentWidget(label);
}

}  // namespace glyphscope
