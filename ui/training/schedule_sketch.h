// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// The course of the learning rate over the run to come, and how far along it the run is.
class ScheduleSketch : public QWidget {
    Q_OBJECT

public:
    explicit ScheduleSketch(QWidget* parent = nullptr);

    void setOptions(const TrainOptions& options);
    void setProgress(double share);  ///< in [0, 1]; below 0: no run

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TrainOptions m_options;
    double m_progress = -1;
};

}  // namespace glyphscope
