// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/schedule_sketch.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/training/schedule_curve.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kHeight = 64;
constexpr double kSketchRim = 5;  // room for the dot
constexpr double kSketchDot = 4;  // its radius

}  // namespace

ScheduleSketch::ScheduleSketch(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Course of the learning rate"));
}

void ScheduleSketch::setOptions(const TrainOptions& options)
{
    m_options = options;
    const QString ends = tr("The learning rate over the run: %1 at first, %2 at the most, %3 in the end");
    setToolTip(ends.arg(significantText(learningRateAt(options, 0), 3),
                        significantText(options.peakLearningRate, 3),
                        significantText(learningRateAt(options, 1), 3)));
    setAccessibleDescription(toolTip());
    update();
}

void ScheduleSketch::setProgress(double share)
{
    if (share == m_progress)
        return;
    m_progress = share;
    update();
}

QSize ScheduleSketch::sizeHint() const
{
    return {240, kHeight};
}

QSize ScheduleSketch::minimumSizeHint() const
{
    return {120, kHeight};
}

void ScheduleSketch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(rect(), metrics::kUnit, metrics::kUnit);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const double caption = std::ceil(QFontMetricsF(painter.font()).height());
    const QRectF area = QRectF(rect()).adjusted(kSketchRim, kSketchRim, -kSketchRim, -kSketchRim - caption);
    const QPolygonF line = scheduleLine(m_options, area);
    QPolygonF under = line;
    under << area.bottomRight() << area.bottomLeft();
    painter.setBrush(theme().accentSoft);
    painter.drawPolygon(under);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 1.6));
    painter.drawPolyline(line);
    painter.setPen(theme().mutedText);
    const QRectF below(area.left(), area.bottom() + 2, area.width(), caption);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("start"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("%n epoch(s)", nullptr, m_options.epochs));
    if (m_progress < 0)
        return;
    const auto at = static_cast<qsizetype>(m_progress * static_cast<double>(line.size() - 1));
    painter.setPen(QPen(theme().raised, 1.5));
    painter.setBrush(theme().accent);
    painter.drawEllipse(line[at], kSketchDot, kSketchDot);
}

void ScheduleSketch::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

}  // namespace glyphscope
