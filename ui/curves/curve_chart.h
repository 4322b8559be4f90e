// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/curve_look.h"
#include "model/types/run.h"
#include "ui/curves/curve_format.h"
#include "ui/curves/curve_model.h"
#include "ui/curves/run_overlay.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QWidget>

#include <array>
#include <optional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QPainter;
class QSlider;
class QTimer;
class QToolButton;

namespace glyphscope {

class CurveLegend;
class CurvePlot;

/// The live curves of a run over those of earlier ones: the quantities that were chosen below or beside each
/// other, or the last chosen ones where there is no room for all. What arrives is drawn at most 30 times a
/// second, and not at all while nobody sees it; another smoothing is worked in between two frames, a slice at
/// a time.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    explicit CurveChart(QWidget* parent = nullptr);

    /// Steps that are not later than the last one take the place of what was after them: a run resumed.
    void addSteps(const std::vector<StepStats>& steps);
    void addEpoch(const EpochStats& epoch);
    void addMark(const RunMark& mark);
    /// An empty run in the place of the present one.
    void clear();
    /// A run that has already come some way in the place of the present one. An empty name: "this run".
    void setRun(const QString& name, RunCurves curves);
    /// Earlier runs; one that was there already keeps its colour, and stays hidden if it was.
    void setOverlays(const std::vector<RunOverlay>& overlays);
    /// Marks a step: the checkpoint that is looked at.
    void setCursor(std::optional<std::int64_t> step);

    void setLook(const CurveLook& look);
    [[nodiscard]] CurveLook look() const;

    /// Of the present run.
    [[nodiscard]] const RunCurves& curves() const { return *m_curves; }
    [[nodiscard]] CurvePlot* plot(Quantity quantity) const;
    [[nodiscard]] const CurveModel& model() const { return m_model; }

    /// Draws the legend and the plots that are shown as they are in a picture of `size`, on a background of
    /// the theme in force or, to be printed, of the light one. As paths where the painter's device keeps
    /// them.
    void paintTo(QPainter& painter, QSize size, bool light = false) const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 150}; }
    /// The height in which one row of plots has curves so high, in the present width.
    [[nodiscard]] int heightWith(int curves) const;

Q_SIGNALS:
    void exportRequested(glyphscope::CurveFormat format);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildPlots();
    QWidget* buildTabs();
    QBoxLayout* buildControls();
    QToolButton* buildMenu();
    void choose(Quantity quantity);
    void arrange();
    void arrangeHeader();
    void setAxis(CurveAxis axis);
    void setSmoothing(double weight);
    void setShown(const QString& id, bool shown);
    void setZoom(std::optional<AxisRange> zoom);
    void setHovered(std::optional<double> position);
    void setLimits();
    void replaceRun(std::shared_ptr<RunCurves> curves);
    void markDirty();
    void startClock();
    void drawFrame();
    void work();
    [[nodiscard]] bool prepare(std::size_t budget) const;
    [[nodiscard]] bool isDisplayed(Quantity quantity) const;

    std::shared_ptr<RunCurves> m_curves;  // of the present run; m_model holds the same
    std::int64_t m_totalSteps = 0;
    CurveModel m_model;
    CurveLook m_look;
    std::array<CurvePlot*, kQuantities.size()> m_plots{};
    std::array<QToolButton*, kQuantities.size()> m_tabs{};
    QBoxLayout* m_header = nullptr;
    QWidget* m_tabRow = nullptr;
    QGridLayout* m_grid = nullptr;
    QComboBox* m_axis = nullptr;
    QSlider* m_smoothing = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_smoothingValue = nullptr;
    QToolButton* m_more = nullptr;
    CurveLegend* m_legend = nullptr;
    QTimer* m_clock;         // runs only while something new is to be seen
    QTimer* m_worker;        // runs only while there is more to prepare
    QElapsedTimer m_frame;   // since the last one
    bool m_dirty = false;    // the curves
    bool m_reading = false;  // only what is read from them
};

}  // namespace glyphscope
