// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>
#include <memory>

class QGridLayout;
class QLabel;

namespace glyphscope {

class ClassBars;
class FactSheet;
class RunCurvesView;
class RunLines;

/// Two runs side by side: curves, results, class by class, settings. The older one comes first. Where there
/// is room the curves stand beside the rest, else above it.
class RunCompare : public QWidget {
    Q_OBJECT

public:
    explicit RunCompare(QWidget* parent = nullptr);

    void setRuns(const RunInfo& one, const RunInfo& two, StylePair styles);
    /// Of one of the two; of any other it is passed over.
    void setCurves(const QString& id, const std::shared_ptr<const RunCurves>& curves);
    [[nodiscard]] QStringList ids() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeCurves();
    [[nodiscard]] QWidget* makeFacts();
    void arrange();
    void refreshCurves();

    std::array<RunInfo, 2> m_runs;
    std::array<std::shared_ptr<const RunCurves>, 2> m_curves;
    StylePair m_styles;
    QGridLayout* m_grid;
    std::array<RunLines*, 3> m_lines;  // above the curves, the results, the settings
    FactSheet* m_figures;
    RunCurvesView* m_view;
    QLabel* m_classWords;
    ClassBars* m_classes;
    FactSheet* m_settings;
    QWidget* m_curvesPart;
    QWidget* m_factsPart;
};

}  // namespace glyphscope
