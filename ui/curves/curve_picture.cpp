// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_picture.h"

#include "ui/curves/curve_grid.h"
#include "ui/curves/curve_painter.h"
#include "ui/curves/curve_scene.h"
#include "ui/curves/run_palette.h"
#include "ui/curves/run_series.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

/// The legend of a picture; returns its height.
double paintLegend(QPainter& painter, const CurveModel& model, double width, const Theme& theme)
{
    const auto shown = std::count_if(model.runs.begin(), model.runs.end(),
                                     [](const ChartRun& run) { return run.shown && run.series->size() > 0; });
    if (shown < 2)
        return 0;
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const QFontMetricsF measure(painter.font());
    const double line = std::ceil(measure.height()) + 4;
    double x = 0;
    double y = 0;
    for (const ChartRun& run : model.runs) {
        if (!run.shown || run.series->size() == 0)
            continue;
        const double wide = 28 + measure.horizontalAdvance(run.name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        const RunStyle style = runStyle(run.style, theme);
        QPen pen(style.colour, 2, Qt::SolidLine, Qt::FlatCap);
        if (!style.dashes.empty())
            pen.setDashPattern(penDashes(style, pen.widthF()));
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y + line / 2), QPointF(x + 22, y + line / 2));
        painter.setPen(theme.text);
        painter.drawText(QRectF(x + 28, y, wide, line), Qt::AlignLeft | Qt::AlignVCenter, run.name);
        x += wide + metrics::kMargin;
    }
    return y + line + metrics::kUnit;
}

}  // namespace

void paintCurves(QPainter& painter, QSize size, const CurveModel& model,
                 const std::vector<PicturePlot>& plots, const Theme& colours)
{
    CurveModel still = model;
    still.hovered.reset();
    painter.save();
    painter.fillRect(QRect(QPoint(), size), colours.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(metrics::kPadding, metrics::kPadding);
    QSizeF room = QSizeF(size) - QSizeF(2 * metrics::kPadding, 2 * metrics::kPadding);
    const double legend = paintLegend(painter, still, room.width(), colours);
    painter.translate(0, legend);
    room.rheight() -= legend;
    const PlotGrid grid = gridFor(room, static_cast<int>(plots.size()), metrics::kMargin);
    const int rows = (grid.shown + grid.columns - 1) / grid.columns;
    const QSizeF cell((room.width() - metrics::kMargin * (grid.columns - 1)) / grid.columns,
                      (room.height() - metrics::kMargin * (rows - 1)) / rows);
    const bool vector = painter.paintEngine()->type() != QPaintEngine::Raster;
    for (int i = 0; i < grid.shown; ++i) {
        const PicturePlot& plot = plots[static_cast<std::size_t>(i)];
        painter.save();
        painter.translate(i % grid.columns * (cell.width() + metrics::kMargin),
                          i / grid.columns * (cell.height() + metrics::kMargin));
        const PlotScene scene = layOutPlot(still, plot.quantity, plot.logarithmic, cell);
        paintPlot(painter, scene, colours, vector, painter.device()->devicePixelRatioF());
        painter.restore();
    }
    painter.restore();
}

}  // namespace glyphscope
