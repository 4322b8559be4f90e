// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/axis_ticks.h"
#include "ui/training/smoothing.h"

#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <optional>
#include <vector>

namespace glyphscope {

/// One quantity over the steps of a run: every batch faint, its smoothed course strong, and the values on the
/// test set as marks. It keeps what it is given and draws nothing until refresh(), by CurveChart's clock.
class CurvePlot : public QChartView {
    Q_OBJECT

public:
    enum class Quantity { Loss, Accuracy };  // an accuracy is a share, shown in percent

    explicit CurvePlot(Quantity quantity, QWidget* parent = nullptr);

    void add(double step, double value) { addPoint({step, value}); }
    void addTest(double step, double value) { m_test.append({step, value}); }
    void clear();
    void setSmoothing(double weight);
    void setTotalSteps(double steps) { m_total = steps; }

    /// Brings the chart up to what was added.
    void refresh();

    /// The step under the pointer, read out beside the title; here or in the plot beside this one.
    void setHovered(std::optional<double> step);

    [[nodiscard]] const QLineSeries* raw() const { return m_rawCurve; }
    [[nodiscard]] const QLineSeries* smoothed() const { return m_smoothCurve; }
    [[nodiscard]] const QScatterSeries* marks() const { return m_testMarks; }
    [[nodiscard]] const AxisTicks& valueTicks() const { return m_values; }
    [[nodiscard]] QString readout() const;

Q_SIGNALS:
    void hovered(std::optional<double> step);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addPoint(QPointF point);
    void layOut();
    void recolour();
    void setRanges(const QList<QPointF>& shown);
    void paintTitle(QPainter& painter) const;
    void paintHover(QPainter& painter) const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString tickText(double value) const;
    [[nodiscard]] QRectF inner() const;  // the plot less a rim in which marks on the edge stay whole
    [[nodiscard]] QPointF toPixel(QPointF point) const;

    const Quantity m_quantity;
    std::vector<QPointF> m_raw;
    std::vector<QPointF> m_smooth;
    QList<QPointF> m_test;
    double m_weight = 0;
    DebiasedAverage m_average;
    double m_total = 0;
    std::optional<double> m_hovered;
    AxisTicks m_steps;
    AxisTicks m_values;
    // owned by the chart
    QLineSeries* m_rawCurve;
    QLineSeries* m_smoothCurve;
    QLineSeries* m_testCurve;
    QScatterSeries* m_testMarks;
    QValueAxis* m_stepAxis;
    QValueAxis* m_valueAxis;
};

}  // namespace glyphscope
