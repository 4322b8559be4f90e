// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the lines of a plot: see paintMarks().
#include "ui/curves/curve_painter.h"
#include "ui/curves/run_palette.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kLabel = 190;     // pixels that the words of a change may take, at most
constexpr double kLabelFrom = 96;  // height of a plot that has room for words
constexpr double kNear = 5;        // pixels from a change that its tip is shown at

struct CurveMarksText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::CurveMarksText)
};

void drawTriangle(QPainter& painter, QPointF at, double upwards)
{
    const QPointF corners[] = {at + QPointF(-5, 4 * upwards), at + QPointF(5, 4 * upwards),
                               at - QPointF(0, 5 * upwards)};
    painter.drawPolygon(corners, 3);
}

bool within(const PlotScene& scene, double x)
{
    return x >= scene.scale.area.left() - 0.5 && x <= scene.scale.area.right() + 0.5;
}

void paintEvaluations(QPainter& painter, const PlotScene& scene, const Theme& theme, const ChartRun& run)
{
    const bool own = run.style == 0;
    const QColor colour = evaluationColour(*scene.model, run, theme);
    const double radius = own ? 4 : 2.5;
    for (const bool validation : {false, true}) {
        double last = -1e9;
        for (const QPointF& at : evaluationTrace(scene, run, validation)) {
            if (std::isnan(at.y()) || !within(scene, at.x()) || at.x() - last < kMarksApart)
                continue;
            last = at.x();
            painter.setPen(QPen(validation ? colour : theme.surface, own ? 1.5 : 1));
            painter.setBrush(validation ? theme.surface : colour);
            if (!validation) {
                painter.drawEllipse(at, radius, radius);
                continue;
            }
            const QPointF corners[] = {at - QPointF(0, radius + 0.5), at + QPointF(radius + 0.5, 0),
                                       at + QPointF(0, radius + 0.5), at - QPointF(radius + 0.5, 0)};
            painter.drawPolygon(corners, 4);
        }
    }
}

/// A filled triangle where a value is not finite, as high as the last one that was.
void paintNotFinite(QPainter& painter, const PlotScene& scene, const Theme& theme, const ChartRun& run)
{
    const std::span<const float> raw = run.series->raw(scene.quantity);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(runStyle(run.style, theme).colour);
    double last = -1e9;
    std::size_t known = 0;  // before it no finite value is looked for again
    double y = scene.scale.area.bottom() - 4;
    for (const std::uint32_t index : run.series->notFinite(scene.quantity)) {
        const double x = scene.scale.toX(run.series->at(scene.model->axis, index));
        if (!within(scene, x) || x - last < kMarksApart)
            continue;
        last = x;
        for (std::size_t i = index; i-- > known;)
            if (std::isfinite(raw[i])) {
                y = std::clamp(scene.scale.toY(static_cast<double>(raw[i])), scene.scale.area.top() + 4,
                               scene.scale.area.bottom() - 4);
                break;
            }
        known = index;
        drawTriangle(painter, {x, y}, 1);
    }
}

/// A hollow triangle at the foot of a logarithmic plot where a value has no place on it.
void paintNotPositive(QPainter& painter, const PlotScene& scene, const Theme& theme, const ChartRun& run)
{
    const int columns = markColumns(scene);
    const std::vector<std::uint32_t>& first = run.series->columns(scene.model->axis, scene.scale.x, columns);
    const std::span<const float> raw = run.series->raw(scene.quantity);
    painter.setPen(QPen(runStyle(run.style, theme).colour, 1.5));
    painter.setBrush(theme.surface);
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
        const Extent extent = run.series->rawPyramid(scene.quantity)
                                  .extent(raw, std::min<std::size_t>(first[i], raw.size()),
                                          std::min<std::size_t>(first[i + 1], raw.size()));
        if (!extent.empty() && extent.low <= 0)
            drawTriangle(painter,
                         {scene.scale.area.left() + (static_cast<double>(i) + 0.5) * 2 * kMarksApart,
                          scene.scale.area.bottom() - 2},
                         -1);
    }
}

double xOfMark(const PlotScene& scene, const ChartRun& run, const RunMark& mark)
{
    return scene.scale.toX(run.series->ofStep(scene.model->axis, static_cast<double>(mark.step)));
}

/// Beside a change at `x`, above or below, where it covers nothing; else above, over the curves. None where
/// others are written already.
std::optional<QRectF> placeOfWords(const PlotScene& scene, double x, QSizeF size,
                                   const std::vector<QRectF>& written)
{
    const QRectF area = scene.scale.area;
    std::optional<QRectF> fallback;
    for (const double left : {x + 2, x - size.width() - 2}) {
        for (const double top : {area.top() + 1, area.bottom() - size.height() - 1}) {
            const QRectF box(QPointF(left, top), size);
            if (left < area.left() || box.right() > area.right() ||
                std::ranges::any_of(written, [&](const QRectF& other) { return other.intersects(box); }))
                continue;
            if (!covers(scene, box))
                return box;
            if (!fallback)
                fallback = box;
        }
    }
    return fallback;
}

/// A change in the midst of a run: a tick with words beside it where there is room for them.
void paintChanges(QPainter& painter, const PlotScene& scene, const Theme& theme, const ChartRun& run)
{
    const QRectF area = scene.scale.area;
    const QFontMetricsF measure(painter.font());
    const bool own = run.style == 0;
    const bool words = own && area.height() >= kLabelFrom;
    std::vector<QRectF> written;
    double last = -1e9;
    for (const RunMark& mark : run.series->curves().marks) {
        const double x = std::round(xOfMark(scene, run, mark));
        if (!within(scene, x) || x - last < 1)
            continue;
        last = x;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(own ? theme.mutedText : runStyle(run.style, theme).colour, 0, Qt::DotLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, own ? area.bottom() : area.top() + 10));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own ? theme.mutedText : runStyle(run.style, theme).colour);
        drawTriangle(painter, {x, area.top() - 1}, -1);
        if (!words)
            continue;
        const QString text = measure.elidedText(QString::fromStdString(mark.text), Qt::ElideRight, kLabel);
        const QSizeF size(std::ceil(measure.horizontalAdvance(text)) + 8, std::ceil(measure.height()));
        const std::optional<QRectF> box = placeOfWords(scene, x, size, written);
        if (!box)
            continue;
        written.push_back(*box);
        painter.fillRect(*box, theme.surface);
        painter.setPen(theme.mutedText);
        painter.drawText(*box, Qt::AlignCenter, text);
    }
}

void paintCursor(QPainter& painter, const PlotScene& scene, const Theme& theme)
{
    const ChartRun& own = scene.model->runs.front();
    const double x = std::round(
        scene.scale.toX(own.series->ofStep(scene.model->axis, static_cast<double>(*scene.model->cursor))));
    if (!within(scene, x))
        return;
    const QRectF area = scene.scale.area;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.accent, 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(theme.accent);
    drawTriangle(painter, {x, area.bottom() + 3}, 1);
}

}  // namespace

void paintMarks(QPainter& painter, const PlotScene& scene, const Theme& theme)
{
    painter.save();
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const std::vector<ChartRun>& runs = scene.model->runs;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (!run->shown)
            continue;
        paintChanges(painter, scene, theme, *run);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(curvesRect(scene));
        paintEvaluations(painter, scene, theme, *run);
        paintNotFinite(painter, scene, theme, *run);
        if (scene.scale.logarithmic)
            paintNotPositive(painter, scene, theme, *run);
        painter.setClipping(false);
    }
    if (scene.model->cursor)
        paintCursor(painter, scene, theme);
    painter.restore();
}

QString markTextAt(const PlotScene& scene, double x)
{
    QString found;
    double nearest = kNear;
    for (const ChartRun& run : scene.model->runs) {
        if (!run.shown)
            continue;
        for (const RunMark& mark : run.series->curves().marks) {
            const double away = std::abs(xOfMark(scene, run, mark) - x);
            if (away > nearest || (away == nearest && !found.isEmpty()))
                continue;
            nearest = away;
            found = CurveMarksText::tr("%1, step %2: %3")
                        .arg(run.name, countText(static_cast<double>(mark.step)),
                             QString::fromStdString(mark.text));
        }
    }
    return found;
}

}  // namespace glyphscope
