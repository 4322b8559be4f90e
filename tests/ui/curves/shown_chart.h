// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_chart.h"
#include "ui/curves/curve_plot.h"

#include <QtCore/QTimer>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

namespace glyphscope::test {

/// A chart on the screen, as large as is asked for and not made larger by its layout.
struct Shown {
    QWidget window;
    CurveChart& chart;

    explicit Shown(QSize size = {700, 560}) : chart(*new CurveChart(&window))
    {
        window.resize(size);
        chart.resize(size);
        window.show();
    }

    [[nodiscard]] CurvePlot* loss() const { return chart.plot(Quantity::Loss); }
    [[nodiscard]] CurvePlot* accuracy() const { return chart.plot(Quantity::Accuracy); }
    [[nodiscard]] QToolButton* tab(Quantity quantity) const
    {
        return chart.findChild<QToolButton*>(QStringLiteral("training.") + keyOf(quantity) +
                                             QStringLiteral("Tab"));
    }
    [[nodiscard]] std::size_t drawn(Quantity quantity = Quantity::Loss) const
    {
        return chart.model().runs.front().series->raw(quantity).size();
    }
    [[nodiscard]] AxisRange range() const { return chart.model().range(); }
    [[nodiscard]] bool isIdle() const
    {
        return !chart.findChild<QTimer*>(QStringLiteral("training.chartClock"))->isActive() &&
               !chart.findChild<QTimer*>(QStringLiteral("training.chartWorker"))->isActive();
    }
    [[nodiscard]] QPoint at(double x) const
    {
        const QRectF area = loss()->scene().scale.area;
        return {qRound(loss()->scene().scale.toX(x)), qRound(area.center().y())};
    }
    void turnWheel(QPoint at, QPoint angle) const
    {
        QWheelEvent event(at, loss()->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(loss(), &event);
    }
};

}  // namespace glyphscope::test
