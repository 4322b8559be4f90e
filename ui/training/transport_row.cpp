// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/transport_row.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

TransportRow::TransportRow(QWidget* parent) : QWidget(parent), m_primary(new QPushButton(this))
{
    m_primary->setObjectName(u"training.button"_s);
    m_primary->setProperty("primary", true);
    m_primary->setAutoDefault(false);
    m_primary->setMinimumWidth(112);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    row->addWidget(m_primary);
    m_step = addButton(u"training.step"_s, u"step"_s, tr("One step"));
    m_epoch = addButton(u"training.epoch"_s, u"epoch"_s, tr("One epoch"));
    m_stop = addButton(u"training.stop"_s, u"stop"_s, tr("Stop"));
    addReset();
    row->addStretch(1);
    connect(m_primary, &QPushButton::clicked, this, &TransportRow::press);
    connect(m_step, &QToolButton::clicked, this, [this] { startOrUnpause(TrainUntil::OneStep); });
    connect(m_epoch, &QToolButton::clicked, this, [this] { startOrUnpause(TrainUntil::OneEpoch); });
    connect(m_stop, &QToolButton::clicked, this, &TransportRow::stopRequested);
    showState();
}

QToolButton* TransportRow::addButton(const QString& name, const QString& iconName, const QString& title)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setAccessibleName(title);
    button->setText(title);
    layout()->addWidget(button);
    return button;
}

void TransportRow::addReset()
{
    m_reset = addButton(u"training.reset"_s, u"reset"_s, tr("Reset"));
    auto* menu = new QMenu(m_reset);
    menu->setToolTipsVisible(true);
    QAction* same = menu->addAction(tr("Start over with the &same seed"));
    same->setObjectName(u"training.resetSameSeed"_s);
    same->setToolTip(tr("The network as it was before its first step"));
    QAction* other = menu->addAction(tr("Start over with a &new seed"));
    other->setObjectName(u"training.resetNewSeed"_s);
    other->setToolTip(tr("Another untrained network"));
    m_reset->setMenu(menu);
    m_reset->setPopupMode(QToolButton::InstantPopup);
    // No room for an arrow beside the picture: the tip says that it is a menu.
    m_reset->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    connect(same, &QAction::triggered, this, [this] { Q_EMIT resetRequested(false); });
    connect(other, &QAction::triggered, this, [this] { Q_EMIT resetRequested(true); });
}

void TransportRow::setState(TrainState state)
{
    m_state = state;
    showState();
}

void TransportRow::setObstacle(const QString& reason)
{
    m_obstacle = reason;
    showState();
}

void TransportRow::setResettable(bool resettable)
{
    m_resettable = resettable;
    showState();
}

void TransportRow::press()
{
    if (m_state == TrainState::Running)
        Q_EMIT pauseRequested();
    else
        startOrUnpause(TrainUntil::End);
}

void TransportRow::startOrUnpause(TrainUntil until)
{
    if (m_state == TrainState::Paused)
        Q_EMIT continueRequested(until);
    else if (m_state == TrainState::Idle)
        Q_EMIT startRequested(until);
}

void TransportRow::showState()
{
    const bool idle = m_state == TrainState::Idle;
    const bool paused = m_state == TrainState::Paused;
    const bool under = paused || m_state == TrainState::Running;
    const QString obstacle = idle ? m_obstacle : QString();
    m_primary->setText(m_state == TrainState::Stopping  ? tr("Stopping\u2026")
                       : m_state == TrainState::Running ? tr("&Pause")
                       : paused                         ? tr("&Continue")
                                                        : tr("&Train"));
    m_primary->setToolTip(withReason(m_state == TrainState::Running
                                         ? tr("Halt after this step; nothing is lost (Space)")
                                     : idle ? tr("Train a new network (Space)")
                                            : tr("Go on training (Space)"),
                                     obstacle));
    setPrimaryEnabled(under || (idle && m_obstacle.isEmpty()));
    m_step->setToolTip(withReason(idle ? tr("One step: train by one batch, then pause")
                                       : tr("One step: go on by one batch, then pause"),
                                  obstacle));
    m_epoch->setToolTip(withReason(idle ? tr("One epoch: train to the end of the epoch, then pause")
                                        : tr("One epoch: go on to the end of the epoch, then pause"),
                                   obstacle));
    for (QToolButton* button : {m_step, m_epoch})
        button->setEnabled(paused || (idle && m_obstacle.isEmpty()));
    m_stop->setToolTip(tr("Stop: end this run; what was learned so far is kept"));
    m_stop->setEnabled(under);
    m_reset->setToolTip(tr("Reset: back to an untrained network, with the same or a new seed"));
    m_reset->setEnabled(m_resettable && (idle || paused));
    updateIcon();
}

/// A disabled button passes the focus to the next one, which Space would then press.
void TransportRow::setPrimaryEnabled(bool enabled)
{
    if (!enabled && m_primary->hasFocus()) {
        m_giveFocusBack = true;
        setFocus();
    }
    m_primary->setEnabled(enabled);
    if (enabled && std::exchange(m_giveFocusBack, false) && hasFocus())
        m_primary->setFocus();
}

void TransportRow::updateIcon()
{
    const QColor colour = m_primary->isEnabled() ? theme().accentText : theme().mutedText;
    m_primary->setIcon(
        iconPixmap(m_state == TrainState::Running ? u"pause"_s : u"play"_s, colour, 16, devicePixelRatioF()));
}

void TransportRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

}  // namespace glyphscope
