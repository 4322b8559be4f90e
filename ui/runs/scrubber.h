// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace glyphscope {

class CheckpointSlider;

/// Goes through the weights that a run kept on its way. What is looked at holds until end(): the way back is
/// the button that appears, or Escape.
class Scrubber : public QWidget {
    Q_OBJECT

public:
    explicit Scrubber(QWidget* parent = nullptr);

    /// While one looks at a checkpoint it stays where it is, or goes to the nearest if that is gone.
    void setCheckpoints(const std::vector<RunCheckpoint>& checkpoints);
    void setReady(bool ready);  ///< whether weights can be read with

    [[nodiscard]] std::optional<std::int64_t> step() const;  ///< that is looked at
    [[nodiscard]] bool hasCheckpoints() const { return !m_checkpoints.empty(); }
    void end();

Q_SIGNALS:
    void scrubbed(std::int64_t step);
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] const RunCheckpoint& current() const;
    void look();
    void play(bool on);
    void playOn();
    void refresh();

    std::vector<RunCheckpoint> m_checkpoints;  // ascending by step
    std::optional<std::int64_t> m_looked;      // the step that was told last
    bool m_ready = false;
    CheckpointSlider* m_slider;
    QToolButton* m_play;
    QLabel* m_words;
    QPushButton* m_back;
    QTimer* m_clock;
};

}  // namespace glyphscope
