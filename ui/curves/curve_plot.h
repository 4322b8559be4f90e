// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_raster.h"
#include "ui/curves/curve_scene.h"

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include <optional>

class QRubberBand;
class QToolButton;

namespace glyphscope {

/// One quantity over the steps of the runs of a chart: every batch faint, its smoothed course strong, and the
/// evaluations as marks. It shows what its chart's model holds as of the last refresh(), which the chart
/// calls by its clock, and says how the user wants to move through it.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    CurvePlot(const CurveModel& model, Quantity quantity, QWidget* parent = nullptr);

    /// Lays out and redraws what the model holds now.
    void refresh();

    /// Shows the values at the position that the model holds now, on the curves as they are.
    void readOut();

    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }

    [[nodiscard]] Quantity quantity() const { return m_quantity; }
    [[nodiscard]] const PlotScene& scene() const { return m_scene; }
    /// How often the curves were drawn so far.
    [[nodiscard]] int drawings() const { return m_drawings; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 80}; }

Q_SIGNALS:
    void hovered(std::optional<double> position);
    void zoomWanted(glyphscope::AxisRange range);
    void wholeWanted();  ///< everything in view again
    void scaleChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Range, Pan };

    void layOutButton();
    void drawCurves();
    void hover(double pixel);
    void zoom(double pixel, double factor);
    void pan(double pixels);
    void moveReading(int columns);
    void showRange(double pixel);

    const CurveModel& m_model;
    const Quantity m_quantity;
    bool m_logarithmic = false;
    PlotScene m_scene;
    QImage m_curves;  // of the scene, null until it is needed
    struct Earlier {
        PlotScale scale;
        int version;
        double ratio;
        bool dark;
        CurveRaster curves;
    };
    std::optional<Earlier> m_earlier;  // the lines of earlier runs, as long as they stay the same
    int m_drawings = 0;
    Drag m_drag = Drag::None;
    double m_pressed = 0;  // x of the press, or of the last step of a pan
    AxisRange m_grabbed;   // what was in view then
    QRubberBand* m_band;
    QToolButton* m_logButton;
};

}  // namespace glyphscope
