// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_readout.h"

#include "ui/curves/run_palette.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kReadoutSwatch = 16;
constexpr double kInside = 6;  // from the edge of the box to what is in it
constexpr double kBetween = 10;
constexpr double kLeastName = 60;
constexpr double kLeastBox = 210;
constexpr double kAway = 10;  // from the line to the box

struct CurveReadoutText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::CurveReadoutText)
};

/// Has the run come to the position, give or take a pixel?
bool reaches(const PlotScene& scene, const ChartRun& run, double position)
{
    const double pixel = scene.scale.x.span() / std::max(1.0, scene.scale.area.width());
    return run.shown && run.series->size() > 0 && position >= run.series->at(scene.model->axis, 0) - pixel &&
           position <= run.series->end(scene.model->axis) + pixel;
}

QString textAt(std::span<const float> values, std::size_t index, Quantity quantity)
{
    return index < values.size() ? valueText(quantity, static_cast<double>(values[index])) : QString();
}

const EpochStats* evaluationAt(const RunCurves& curves, std::int64_t step)
{
    const auto after = std::upper_bound(curves.epochs.begin(), curves.epochs.end(), step,
                                        [](std::int64_t s, const EpochStats& e) { return s < e.step; });
    return after == curves.epochs.begin() ? nullptr : &*std::prev(after);
}

QString positionOf(const RunSeries& series, std::size_t index)
{
    return CurveReadoutText::tr("step %1 \u00b7 epoch %2 \u00b7 %3")
        .arg(positionText(CurveAxis::Step, series.at(CurveAxis::Step, index)),
             positionText(CurveAxis::Epoch, series.at(CurveAxis::Epoch, index)),
             positionText(CurveAxis::Time, series.at(CurveAxis::Time, index)));
}

/// Where the parts of the box are.
struct Box {
    QRectF rect;
    double line = 0;
    double name = 0;            // width
    std::vector<double> width;  // of each column
    std::size_t rows = 0;       // that there is room for
};

Box layOutBox(const PlotScene& scene, const Readout& readout, double x)
{
    Box box;
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    box.line = std::ceil(measure.height()) + 1;
    const double room = scene.size.width() - 4;
    double fixed = 2 * kInside + kReadoutSwatch;
    for (const Readout::Row& row : readout.rows)
        box.name = std::max(box.name, std::ceil(measure.horizontalAdvance(row.name)));
    for (qsizetype i = 0; i < readout.columns.size(); ++i) {
        double wide = measure.horizontalAdvance(readout.columns[i]);
        for (const Readout::Row& row : readout.rows)
            wide = std::max(wide, measure.horizontalAdvance(row.values[i]));
        // Half of the plot should stay in view: the last columns give way, then the names.
        if (i > 0 &&
            fixed + std::ceil(wide) + kBetween + kLeastName > std::min(room, std::max(kLeastBox, room * 0.6)))
            break;
        box.width.push_back(std::ceil(wide));
        fixed += box.width.back() + kBetween;
    }
    box.name =
        std::min({box.name, 160.0, std::max(20.0, std::min(room, std::max(kLeastBox, room * 0.6)) - fixed)});
    double wide = std::max(fixed + box.name, measure.horizontalAdvance(readout.position) + 2 * kInside);
    wide = std::min(wide, room);
    const double height = scene.size.height();
    const double most = std::max(1.0, std::floor((height - 2 * kInside) / box.line) - 2);
    box.rows = std::min(readout.rows.size(), static_cast<std::size_t>(most));
    const double tall = (static_cast<double>(box.rows) + 2) * box.line + 2 * kInside;
    const QRectF area = scene.scale.area;
    double left = x + kAway;
    if (left + wide > scene.size.width() - 2)
        left = x - kAway - wide;
    if (left < 2)
        left = x < area.center().x() ? scene.size.width() - 2 - wide : 2;
    const double top = std::clamp(area.top() + 4, 0.0, std::max(0.0, height - tall));
    box.rect = QRectF(std::round(left), std::round(top), wide, tall);
    return box;
}

void paintSwatch(QPainter& painter, QPointF at, const RunStyle& style)
{
    QPen pen(style.colour, 2, Qt::SolidLine, Qt::FlatCap);
    if (!style.dashes.empty())
        pen.setDashPattern({2, 1});
    painter.setPen(pen);
    painter.drawLine(at, at + QPointF(kReadoutSwatch - 5, 0));
}

void paintBox(QPainter& painter, const PlotScene& scene, const Theme& theme, const Readout& readout, double x)
{
    const Box box = layOutBox(scene, readout, x);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor behind = theme.raised;
    behind.setAlphaF(0.95F);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(behind);
    painter.drawRoundedRect(box.rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const QFontMetricsF measure(painter.font());
    const double left = box.rect.left() + kInside;
    const auto lineAt = [&](std::size_t i) {
        return box.rect.top() + kInside + static_cast<double>(i) * box.line;
    };
    painter.setPen(theme.text);
    painter.drawText(QRectF(left, lineAt(0), box.rect.width() - 2 * kInside, box.line), Qt::AlignVCenter,
                     measure.elidedText(readout.position, Qt::ElideRight, box.rect.width() - 2 * kInside));
    const auto cells = [&](const QStringList& texts, std::size_t row, const QColor& first,
                           const QColor& rest) {
        double at = left + kReadoutSwatch + box.name;
        for (std::size_t i = 0; i < box.width.size(); ++i) {
            painter.setPen(i == 0 ? first : rest);
            painter.drawText(QRectF(at + kBetween, lineAt(row), box.width[i], box.line),
                             Qt::AlignRight | Qt::AlignVCenter, texts[static_cast<qsizetype>(i)]);
            at += kBetween + box.width[i];
        }
    };
    cells(readout.columns, 1, theme.mutedText, theme.mutedText);
    for (std::size_t i = 0; i < box.rows; ++i) {
        const Readout::Row& row = readout.rows[i];
        const bool rest = i + 1 == box.rows && box.rows < readout.rows.size();
        const QString name =
            rest ? CurveReadoutText::tr("and %1 more").arg(readout.rows.size() - i) : row.name;
        painter.setPen(theme.text);
        painter.drawText(
            QRectF(left + kReadoutSwatch, lineAt(i + 2), rest ? box.rect.width() : box.name, box.line),
            Qt::AlignVCenter, rest ? name : measure.elidedText(name, Qt::ElideMiddle, box.name));
        if (rest)
            break;
        paintSwatch(painter, {left, std::round(lineAt(i + 2) + box.line / 2)}, runStyle(row.style, theme));
        cells(row.values, i + 2, theme.text, theme.mutedText);
    }
}

}  // namespace

Readout readoutAt(const PlotScene& scene, double position)
{
    Readout readout;
    const Quantity quantity = scene.quantity;
    const CurveModel& model = *scene.model;
    bool tested = false;
    bool validated = false;
    std::vector<Readout::Row> rows;
    for (const ChartRun& run : model.runs) {
        if (!reaches(scene, run, position))
            continue;
        const std::size_t index = run.series->nearest(model.axis, position);
        if (readout.position.isEmpty())
            readout.position = positionOf(*run.series, index);
        Readout::Row row{run.style, run.name, {}};
        row.values << textAt(run.series->smoothed(quantity), index, quantity) << QString() << QString()
                   << textAt(run.series->raw(quantity), index, quantity);
        const EpochStats* epoch = evaluationAt(
            run.series->curves(), static_cast<std::int64_t>(run.series->at(CurveAxis::Step, index)));
        if (epoch && testOf(*epoch, quantity)) {
            tested = true;
            row.values[1] = valueText(quantity, *testOf(*epoch, quantity));
        }
        if (epoch && validationOf(*epoch, quantity)) {
            validated = true;
            row.values[2] = valueText(quantity, *validationOf(*epoch, quantity));
        }
        rows.push_back(std::move(row));
    }
    readout.columns << CurveReadoutText::tr("smoothed") << CurveReadoutText::tr("test")
                    << CurveReadoutText::tr("valid.") << CurveReadoutText::tr("batch");
    for (const auto& [column, there] : {std::pair{2, validated}, std::pair{1, tested}}) {
        if (there)
            continue;
        readout.columns.removeAt(column);
        for (Readout::Row& row : rows)
            row.values.removeAt(column);
    }
    readout.rows = std::move(rows);
    return readout;
}

QString spoken(const Readout& readout)
{
    QStringList parts;
    for (const Readout::Row& row : readout.rows)
        parts += row.name + u' ' + row.values.first();
    return parts.isEmpty() ? QString() : labelled(readout.position, listText(parts));
}

void paintReadout(QPainter& painter, const PlotScene& scene, const Theme& theme, double position)
{
    const Readout readout = readoutAt(scene, position);
    const QRectF area = scene.scale.area;
    const double x = std::round(scene.scale.toX(position));
    if (x < area.left() - 1 || x > area.right() + 1)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.mutedText, 0));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartRun& run : scene.model->runs) {
        if (!reaches(scene, run, position))
            continue;
        const std::span<const float> course = run.series->smoothed(scene.quantity);
        const std::size_t index = run.series->nearest(scene.model->axis, position);
        if (index >= course.size() || !std::isfinite(course[index]))
            continue;
        const double y = scene.scale.toY(static_cast<double>(course[index]));
        if (y < area.top() - 3 || y > area.bottom() + 3)
            continue;
        painter.setPen(QPen(theme.surface, 1));
        painter.setBrush(runStyle(run.style, theme).colour);
        painter.drawEllipse(QPointF(scene.scale.toX(run.series->at(scene.model->axis, index)), y), 3.5, 3.5);
    }
    if (!readout.rows.empty())
        paintBox(painter, scene, theme, readout, x);
    painter.restore();
}

}  // namespace glyphscope
