// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtWidgets/QSlider>

#include <vector>

namespace glyphscope {

/// A slider over the checkpoints of a run, a tick for each and a star at the best. Its value is an index.
class CheckpointSlider : public QSlider {
    Q_OBJECT

public:
    explicit CheckpointSlider(QWidget* parent = nullptr);

    /// Keeps the value as far as it can.
    void setCheckpoints(std::vector<RunCheckpoint> checkpoints);

Q_SIGNALS:
    void touched();  ///< the user has put a hand on it, whether or not it moves

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_checkpoints.size()); }
    void moveTo(double x);

    std::vector<RunCheckpoint> m_checkpoints;
};

}  // namespace glyphscope
