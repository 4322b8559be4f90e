// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/checkpoint_slider.h"

#include "ui/runs/scrub_geometry.h"
#include "ui/style/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kHeight = 48;
constexpr double kTickTop = 11;  // below the middle of the groove
constexpr double kTick = 5;
constexpr int kDensest = 4;  // pixels between two ticks

}  // namespace

CheckpointSlider::CheckpointSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setObjectName(u"runs.slider"_s);
    setAccessibleName(tr("Checkpoint"));
    // The style sheet of the program sets another height.
    setStyleSheet(u"QSlider { min-height: %1px; }"_s.arg(kHeight));
    setSingleStep(1);
    setPageStep(5);
    setRange(0, 0);
}

void CheckpointSlider::setCheckpoints(std::vector<RunCheckpoint> checkpoints)
{
    m_checkpoints = std::move(checkpoints);
    setRange(0, std::max(0, count() - 1));
    update();
}

void CheckpointSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const double middle = height() / 2.0;
    const int every = std::max(1, count() * kDensest / std::max(1, width()));
    for (int i = 0; i < count(); ++i) {
        const bool best = m_checkpoints[static_cast<std::size_t>(i)].best;
        if (!best && i % every != 0)
            continue;
        const double x = tickX(i, count(), width());
        painter.setPen(QPen(best ? t.accent : t.mutedText, best ? 2 : 1));
        painter.drawLine(QPointF(x, middle + kTickTop), QPointF(x, middle + kTickTop + kTick));
        if (best)
            painter.drawText(QRectF(x - 12, 0, 24, middle - 9), Qt::AlignCenter, u"\u2605"_s);
    }
}

void CheckpointSlider::moveTo(double x)
{
    setValue(tickAt(x, count(), width()));
}

void CheckpointSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    moveTo(event->position().x());
    Q_EMIT touched();
}

void CheckpointSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        moveTo(event->position().x());
}

void CheckpointSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

}  // namespace glyphscope
