// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a plot, and the grid below them.
#include "ui/curves/curve_painter.h"

#include "ui/curves/run_palette.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kStrong = 2;     // width of the smoothed course
constexpr double kLink = 1.25;    // and of the line between evaluations
constexpr double kFaint = 0.3;    // alpha of every batch's value
constexpr double kFainter = 0.2;  // the same in earlier runs
constexpr int kRim = 5;

struct CurvePainterText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::CurvePainterText)
};

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

bool showsSeveral(const CurveModel& model)
{
    return std::ranges::count(model.runs, true, &ChartRun::shown) > 1;
}

using DrawLine = std::function<void(const std::vector<QPointF>&, const LineStyle&)>;

/// A stretch of the runs, from the last to the first: what is faint, then what is strong.
void drawLines(const PlotScene& scene, const Theme& theme, int columns, std::span<const ChartRun> runs,
               const DrawLine& draw)
{
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        if (run->shown)
            draw(rawTrace(scene, *run, columns),
                 {withAlpha(runStyle(run->style, theme).colour, run->style == 0 ? kFaint : kFainter), 1, {}});
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (!run->shown)
            continue;
        const RunStyle style = runStyle(run->style, theme);
        draw(smoothTrace(scene, *run, columns), {style.colour, kStrong, style.dashes});
        const QColor link = withAlpha(evaluationColour(*scene.model, *run, theme), 0.6);
        draw(evaluationTrace(scene, *run, false), {link, kLink, {}});
        draw(evaluationTrace(scene, *run, true), {link, kLink, {3, 3}});
    }
}

void rasterLines(CurveRaster& raster, const PlotScene& scene, const Theme& theme, double ratio,
                 std::span<const ChartRun> runs)
{
    PlotScene inPixels = scene;
    const QRectF area = scene.scale.area;
    inPixels.scale.area =
        QRectF((area.topLeft() - QPointF(curvesRect(scene).topLeft())) * ratio, area.size() * ratio);
    const int columns = std::max(1, qRound(area.width() * ratio));
    drawLines(inPixels, theme, columns, runs, [&](const std::vector<QPointF>& points, LineStyle style) {
        style.width *= ratio;
        for (double& dash : style.dashes)
            dash *= ratio;
        raster.draw(points, style);
    });
}

QString xTickText(const PlotScene& scene, double value)
{
    const int decimals = scene.xTicks.decimals;
    if (scene.model->axis == CurveAxis::Epoch)
        return fixedText(value, decimals);
    if (scene.model->axis == CurveAxis::Time && decimals > 0)
        return CurvePainterText::tr("%1 s").arg(fixedText(value, decimals));
    return positionText(scene.model->axis, value);
}

void paintXTicks(QPainter& painter, const PlotScene& scene, const Theme& theme, double line)
{
    const QFontMetricsF measure(painter.font());
    const QRectF area = scene.scale.area;
    double end = -1e9;
    for (const double value : scene.xTicks.values) {
        const double x = std::round(scene.scale.toX(value));
        const QString text = xTickText(scene, value);
        const double wide = std::ceil(measure.horizontalAdvance(text)) + 2;
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, scene.size.width() - wide));
        painter.setPen(QPen(theme.border, 0));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        if (left < end)
            continue;
        end = left + wide + metrics::kUnit;
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(left, area.bottom() + metrics::kUnit + 1, wide, line), Qt::AlignCenter, text);
    }
}

/// What line and marks are, in the colours of the run that is drawn; of no colour where several are.
void paintKeys(QPainter& painter, const PlotScene& scene, const Theme& theme, double left, double right)
{
    const QFontMetricsF measure(painter.font());
    const double line = std::ceil(measure.height());
    const ChartRun& own = scene.model->runs.front();
    const std::vector<EpochStats>& epochs = own.series->curves().epochs;
    const bool several = showsSeveral(*scene.model);
    const QColor course = several ? theme.mutedText : runStyle(own.style, theme).colour;
    const QColor marks = several ? theme.mutedText : evaluationColour(*scene.model, own, theme);
    const auto key = [&](const QString& text, const std::function<void(QPointF)>& draw) {
        const double wide = 14 + metrics::kUnit + measure.horizontalAdvance(text);
        if (left + wide > right)
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        draw(QPointF(left + 7, std::round(line / 2)));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(left + 14 + metrics::kUnit, 0, wide, line), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
        left += wide + metrics::kPadding;
    };
    if (!own.shown || (own.series->size() == 0 && scene.model->runs.size() > 1))
        return;
    key(CurvePainterText::tr("training"), [&](QPointF at) {
        painter.setPen(QPen(course, kStrong, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0));
    });
    if (!epochs.empty() && !testOf(epochs.back(), scene.quantity))
        return;
    if (scene.quantity != Quantity::Loss && scene.quantity != Quantity::Accuracy)
        return;
    key(CurvePainterText::tr("test"), [&](QPointF at) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(marks);
        painter.drawEllipse(at, 3.5, 3.5);
    });
    if (!epochs.empty() && epochs.back().validated)
        key(CurvePainterText::tr("validation"), [&](QPointF at) {
            painter.setPen(QPen(marks, 1.5));
            painter.setBrush(theme.surface);
            const QPointF corners[] = {at - QPointF(0, 4.5), at + QPointF(4.5, 0), at + QPointF(0, 4.5),
                                       at - QPointF(4.5, 0)};
            painter.drawPolygon(corners, 4);
        });
}

}  // namespace

QColor evaluationColour(const CurveModel& model, const ChartRun& run, const Theme& theme)
{
    return run.style == 0 && !showsSeveral(model) ? theme.second : runStyle(run.style, theme).colour;
}

QRect curvesRect(const PlotScene& scene)
{
    return scene.scale.area.adjusted(0, -kRim, kRim, kRim).toAlignedRect();
}

CurveRaster earlierCurves(const PlotScene& scene, const Theme& theme, double ratio)
{
    CurveRaster raster((QSizeF(curvesRect(scene).size()) * ratio).toSize());
    rasterLines(raster, scene, theme, ratio, std::span(scene.model->runs).subspan(1));
    return raster;
}

QImage curvesImage(const PlotScene& scene, const Theme& theme, double ratio, CurveRaster earlier)
{
    rasterLines(earlier, scene, theme, ratio, std::span(scene.model->runs).first(1));
    QImage image = earlier.image();
    image.setDevicePixelRatio(ratio);
    return image;
}

void paintCurvePaths(QPainter& painter, const PlotScene& scene, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(curvesRect(scene));
    const int columns = std::max(1, qRound(scene.scale.area.width()));
    const auto draw = [&](const std::vector<QPointF>& points, const LineStyle& style) {
        QPen pen(style.colour, style.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
        if (!style.dashes.empty())
            pen.setDashPattern(penDashes({style.colour, style.dashes}, style.width));
        QPainterPath path;
        bool down = false;
        for (const QPointF& point : points) {
            const bool drawn = !std::isnan(point.y());
            if (drawn)
                down ? path.lineTo(point) : path.moveTo(point);
            down = drawn;
        }
        painter.strokePath(path, pen);
    };
    drawLines(scene, theme, columns, std::span(scene.model->runs).subspan(1), draw);
    drawLines(scene, theme, columns, std::span(scene.model->runs).first(1), draw);
    painter.restore();
}

void paintGrid(QPainter& painter, const PlotScene& scene, const Theme& theme, double right)
{
    const QFont caption = glyphscope::font(TextStyle::Caption);
    const double line = std::ceil(QFontMetricsF(caption).height());
    const QRectF area = scene.scale.area;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(caption);
    for (const double value : scene.yTicks.values) {
        const double y = std::round(scene.scale.toY(value));
        painter.setPen(QPen(theme.border, 0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(0, y - line / 2, area.left() - metrics::kGap, line),
                         Qt::AlignRight | Qt::AlignVCenter, tickText(scene, value));
    }
    paintXTicks(painter, scene, theme, line);
    QFont strong = caption;
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme.text);
    const QString title = nameOf(scene.quantity);
    painter.drawText(QRectF(0, 0, scene.size.width(), line), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(caption);
    paintKeys(painter, scene, theme, QFontMetricsF(strong).horizontalAdvance(title) + metrics::kMargin,
              right);
    painter.restore();
}

void paintPlot(QPainter& painter, const PlotScene& scene, const Theme& theme, bool vector, double ratio)
{
    paintGrid(painter, scene, theme, scene.size.width());
    if (vector)
        paintCurvePaths(painter, scene, theme);
    else
        painter.drawImage(curvesRect(scene).topLeft(),
                          curvesImage(scene, theme, ratio, earlierCurves(scene, theme, ratio)));
    paintMarks(painter, scene, theme);
}

}  // namespace glyphscope
