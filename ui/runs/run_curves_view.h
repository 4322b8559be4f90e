// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_model.h"
#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>

class QBoxLayout;

namespace glyphscope {

class CurvePlot;

/// Accuracy and loss of two runs over each other, step by step. Read and moved through as the training's own
/// curves, of which it has the plots and nothing else.
class RunCurvesView : public QWidget {
    Q_OBJECT

public:
    explicit RunCurvesView(QWidget* parent = nullptr);

    /// Where there are no curves yet the plots wait for them.
    void setRuns(const std::array<ChartRun, 2>& runs);
    void
    setStacked(bool stacked);  ///< one above the other, also where both would have room beside each other
    [[nodiscard]] const CurveModel& model() const { return m_model; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void arrange();

    CurveModel m_model;
    std::array<CurvePlot*, 2> m_plots{};
    QBoxLayout* m_layout;
    bool m_stacked = false;
};

/// The run `id` for the view; without curves it is empty.
[[nodiscard]] ChartRun chartRun(const QString& id, const QString& name, int style,
                                std::shared_ptr<const RunCurves> curves);

}  // namespace glyphscope
