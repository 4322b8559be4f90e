// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtWidgets/QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QSlider;
class QTimer;
class QToolButton;

namespace glyphscope {

class CurvePlot;

/// The live curves of a run: loss and accuracy below or beside each other, or one at a time where there is no
/// room for both. What arrives is drawn at most 30 times a second, and not at all while nobody sees it.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    explicit CurveChart(QWidget* parent = nullptr);

    void addSteps(const std::vector<StepStats>& steps);
    void addEpoch(const EpochStats& epoch);
    void clear();

    [[nodiscard]] CurvePlot* loss() const { return m_loss; }
    [[nodiscard]] CurvePlot* accuracy() const { return m_accuracy; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildHeader(QBoxLayout& layout);
    void arrange();
    void setSmoothing(int percent);
    void markDirty();
    void refresh();

    CurvePlot* m_loss;
    CurvePlot* m_accuracy;
    QBoxLayout* m_plots = nullptr;
    QToolButton* m_lossTab = nullptr;
    QToolButton* m_accuracyTab = nullptr;
    QSlider* m_smoothing = nullptr;
    QLabel* m_smoothingValue = nullptr;
    QTimer* m_clock;  // runs only while something new is to be seen
    bool m_dirty = false;
};

}  // namespace glyphscope
