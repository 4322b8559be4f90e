// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>
#include <memory>

class QLabel;

namespace glyphscope {

class ClassBars;
class FactSheet;
class RunCurvesView;
class RunLines;

/// Two runs side by side: results, curves, class by class, settings. The older one comes first.
class RunCompare : public QWidget {
    Q_OBJECT

public:
    explicit RunCompare(QWidget* parent = nullptr);

    void setRuns(const RunInfo& one, const RunInfo& two, StylePair styles);
    /// Of one of the two; of any other it is passed over.
    void setCurves(const QString& id, const std::shared_ptr<const RunCurves>& curves);
    [[nodiscard]] QStringList ids() const;

private:
    void refreshCurves();

    std::array<RunInfo, 2> m_runs;
    std::array<std::shared_ptr<const RunCurves>, 2> m_curves;
    StylePair m_styles;
    std::array<RunLines*, 2> m_lines;  // above the results, and above the settings
    FactSheet* m_figures;
    RunCurvesView* m_view;
    QLabel* m_classWords;
    ClassBars* m_classes;
    FactSheet* m_settings;
};

}  // namespace glyphscope
