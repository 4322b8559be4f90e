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

TransportRow::TransportRow(QWidget* parent)
    : QWidget(parent), m_primary(new QPushButton(this)), m_resume(new QPushButton(tr("&Resume"), this))
{
    m_primary->setObjectName(u"training.button"_s);
    m_primary->setProperty("primary", true);
    m_primary->setAutoDefault(false);
    m_primary->setMinimumWidth(88);
    m_resume->setObjectName(u"training.resume"_s);
    m_resume->setIcon(icon(u"play"_s));
    m_resume->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    row->addWidget(m_primary);
    row->addWidget(m_resume);
    m_step = addButton(u"training.step"_s, u"step"_s, tr("One step"));
    m_epoch = addButton(u"training.epoch"_s, u"epoch"_s, tr("One epoch"));
    m_stop = addButton(u"training.stop"_s, u"stop"_s, tr("Stop"));
    addReset();
    row->addStretch(1);
    connect(m_primary, &QPushButton::clicked, this, &TransportRow::press);
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(TrainUntil::End); });
    connect(m_step, &QToolButton::clicked, this, [this] { startOrResume(TrainUntil::OneStep); });
    connect(m_epoch, &QToolButton::clicked, this, [this] { startOrResume(TrainUntil::OneEpoch); });
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

void TransportRow::setEngineReady(bool ready)
{
    m_engineReady = ready;
    showState();
}

void TransportRow::setResumable(const QString& run)
{
    m_resumable = run;
    showState();
}

void TransportRow::press()
{
    if (m_state == TrainState::Running)
        Q_EMIT pauseRequested();
    else
        startOrResume(TrainUntil::End);
}

void TransportRow::startOrResume(TrainUntil until)
{
    if (m_state == TrainState::Paused)
        Q_EMIT resumeRequested(until);
    else if (m_state == TrainState::Idle)
        Q_EMIT startRequested(until);
}

void TransportRow::showState()
{
    const bool idle = m_state == TrainState::Idle;
    const bool paused = m_state == TrainState::Paused;
    const bool under = paused || m_state == TrainState::Running;
    m_primary->setText(m_state == TrainState::Stopping  ? tr("Stopping\u2026")
                       : m_state == TrainState::Running ? tr("&Pause")
                       : paused                         ? tr("&Resume")
                                                        : tr("&Train"));
    setPrimaryEnabled(under || (idle && m_obstacle.isEmpty()));
    const bool resumable = idle && !m_resumable.isEmpty();
    m_resume->setVisible(resumable);
    m_stop->setVisible(!resumable);  // it has nothing to stop, and the row is short
    m_resume->setEnabled(m_engineReady);
    for (QToolButton* button : {m_step, m_epoch})
        button->setEnabled(paused || (idle && m_obstacle.isEmpty()));
    m_stop->setEnabled(under);
    m_reset->setEnabled(m_engineReady && (idle || paused));
    showTips();
    updateIcon();
}

void TransportRow::showTips()
{
    const bool idle = m_state == TrainState::Idle;
    const QString obstacle = idle ? m_obstacle : QString();
    m_primary->setToolTip(withReason(m_state == TrainState::Running
                                         ? tr("Pause after this step; nothing is lost (Space)")
                                     : idle ? tr("Train a new network (Space)")
                                            : tr("Resume training (Space)"),
                                     obstacle));
    m_resume->setToolTip(m_resumable.isEmpty() ? tr("Resume the stopped run") : m_resumable);
    m_step->setToolTip(withReason(idle ? tr("One step: train by one batch, then pause")
                                       : tr("One step: resume for one batch, then pause"),
                                  obstacle));
    m_epoch->setToolTip(withReason(idle ? tr("One epoch: train to the end of the epoch, then pause")
                                        : tr("One epoch: resume to the end of the epoch, then pause"),
                                   obstacle));
    m_stop->setToolTip(tr("Stop: end this run; what was learned so far is kept, and it can be resumed"));
    m_reset->setToolTip(tr("Reset: back to an untrained network, with the same or a new seed"));
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
