// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_panel.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kDigits = 10;

}  // namespace

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
    edit->addSeparator();
    fillLabelMenu(*edit->addMenu(tr("It &was a")));

    QMenu* model = menuBar()->addMenu(tr("&Model"));
    model->addActions({m_actions.openWeights, m_actions.saveWeights, m_actions.shippedWeights});
    model->addSeparator();
    model->addActions({m_actions.undoWeights, m_actions.redoWeights});
    model->addSeparator();
    m_deviceMenu = model->addMenu(tr("&Device"));
    m_deviceMenu->setObjectName(u"menu.device"_s);
    m_deviceMenu->setToolTipsVisible(true);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions.drawLayout, m_actions.trainLayout, m_actions.inspectLayout});
    view->addSeparator();
    for (QDockWidget* dock : docks())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addAction(m_actions.dark);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.shortcuts, m_actions.about});
}

/// What the drawing was, by menu and key.
void MainWindow::fillLabelMenu(QMenu& menu)
{
    menu.setObjectName(u"menu.labels"_s);
    for (int digit = 0; digit < kDigits; ++digit) {
        QAction* action = menu.addAction(QString::number(digit));
        action->setObjectName(u"action.label%1"_s.arg(digit));
        action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(digit)));
        action->setStatusTip(tr("Keep the drawing among my handwriting as a %1").arg(digit));
        connect(action, &QAction::triggered, m_answer, [this, digit] { m_answer->giveLabel(digit); });
    }
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    for (QLabel* label : {m_weightsText, m_latencyText, m_engineText})
        statusBar()->addPermanentWidget(label);
    m_deviceButton = new QToolButton(this);
    m_deviceButton->setObjectName(u"status.device"_s);
    m_deviceButton->setFont(glyphscope::font(TextStyle::Caption));
    m_deviceButton->setStyleSheet(u"QToolButton { padding: 0 14px 0 4px; border: none; }"_s);
    m_deviceButton->setFixedHeight(m_deviceButton->fontMetrics().height() + 2);  // as the labels beside it
    m_deviceButton->setMenu(m_deviceMenu);
    m_deviceButton->setPopupMode(QToolButton::InstantPopup);
    m_deviceButton->setToolTip(tr("Where model, optimizer and data are"));
    statusBar()->addPermanentWidget(m_deviceButton);
    setDevices({}, {});
}

void MainWindow::setWeightsHistory(const QString& undo, const QString& redo)
{
    m_actions.undoWeights->setEnabled(!undo.isEmpty());
    m_actions.undoWeights->setText(undo.isEmpty() ? tr("Go back to the weights &before")
                                                  : tr("&Undo: %1").arg(undo));
    m_actions.redoWeights->setEnabled(!redo.isEmpty());
    m_actions.redoWeights->setText(redo.isEmpty() ? tr("Go &forward again") : tr("&Redo: %1").arg(redo));
}

void MainWindow::setDevices(const QStringList& devices, const QString& current)
{
    const auto nameOf = [](const QString& device) { return device.toUpper().replace(u':', u' '); };
    m_deviceMenu->clear();
    for (const QString& device : devices) {
        QAction* action = m_deviceMenu->addAction(nameOf(device));
        action->setCheckable(true);
        action->setChecked(device == current);
        action->setToolTip(
            tr("Move model, optimizer state and data there, also in the middle of a training"));
        connect(action, &QAction::triggered, this, [this, device] { Q_EMIT deviceRequested(device); });
    }
    if (!devices.isEmpty() && devices.filter(u"cuda"_s).isEmpty())
        m_deviceMenu->addAction(tr("CUDA: this LibTorch or machine has none"))->setEnabled(false);
    m_deviceButton->setText(nameOf(current));
    m_deviceButton->setAccessibleName(tr("Device: %1").arg(nameOf(current)));
    m_deviceButton->setVisible(!devices.isEmpty());
    m_deviceMenu->setEnabled(!devices.isEmpty());
}

}  // namespace glyphscope
