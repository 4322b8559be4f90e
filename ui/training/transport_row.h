// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_until.h"

#include <QtWidgets/QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace glyphscope {

enum class TrainState {
    Idle,
    Running,
    Paused,
    Stopping,  ///< asked to stop, not stopped yet
};

/// The buttons that drive a training, as those of a player. The first one trains, pauses and resumes; it
/// keeps the focus meanwhile, so that Space can be pressed again and again. The second one is there while
/// nothing runs and a stopped run can be resumed; Stop is not there then.
class TransportRow : public QWidget {
    Q_OBJECT

public:
    explicit TransportRow(QWidget* parent = nullptr);

    void setState(TrainState state);
    [[nodiscard]] TrainState state() const { return m_state; }
    /// Why a training cannot begin; nothing: it can.
    void setObstacle(const QString& reason);
    /// Whether there is an engine, to reset a network and to resume a run with.
    void setEngineReady(bool ready);
    /// The stopped run that can be resumed, and where; nothing: none.
    void setResumable(const QString& run);

Q_SIGNALS:
    void startRequested(glyphscope::TrainUntil until);
    void pauseRequested();
    /// Of the paused run, or, where there is none, of the stopped one.
    void resumeRequested(glyphscope::TrainUntil until);
    void stopRequested();
    void resetRequested(bool newSeed);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& iconName, const QString& title);
    void addReset();
    void press();
    void startOrResume(TrainUntil until);
    void showState();
    void showTips();
    void updateIcon();
    void setPrimaryEnabled(bool enabled);

    TrainState m_state = TrainState::Idle;
    QString m_obstacle;
    QString m_resumable;
    bool m_engineReady = false;
    bool m_giveFocusBack = false;  // to the first button, once it is enabled again
    QPushButton* m_primary;
    QPushButton* m_resume;
    QToolButton* m_step = nullptr;
    QToolButton* m_epoch = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_reset = nullptr;
};

}  // namespace glyphscope
