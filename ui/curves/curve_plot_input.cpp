// SPDX-License-Identifier: GPL-3.0-or-later
// How a CurvePlot is moved through: wheel, drags and keys.
#include "ui/curves/curve_plot.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QRubberBand>

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kNotch = 1.25;       // magnification of a notch of the wheel
constexpr double kLeastDrag = 5;      // pixels; less is a click
constexpr double kLeastSteps = 4;     // in view
constexpr double kLeastShare = 1e-6;  // of the axis in view
constexpr double kStride = 0.1;       // of the view that a key moves it by

double leastSpan(const CurveModel& model)
{
    const double share = model.limits.span() * kLeastShare;
    return model.axis == CurveAxis::Step ? std::max(share, kLeastSteps) : share;
}

}  // namespace

void CurvePlot::hover(double pixel)
{
    const QRectF area = m_scene.scale.area;
    if (pixel < area.left() - 1 || pixel > area.right() + 1)
        Q_EMIT hovered(std::nullopt);
    else
        Q_EMIT hovered(std::clamp(m_scene.scale.fromX(pixel), m_scene.scale.x.from, m_scene.scale.x.to));
}

void CurvePlot::zoom(double pixel, double factor)
{
    Q_EMIT zoomWanted(
        zoomed(m_model.range(), m_scene.scale.fromX(pixel), factor, m_model.limits, leastSpan(m_model)));
}

void CurvePlot::pan(double pixels)
{
    const double by = pixels / std::max(1.0, m_scene.scale.area.width()) * m_model.range().span();
    Q_EMIT zoomWanted(panned(m_model.range(), by, m_model.limits));
}

void CurvePlot::moveReading(int columns)
{
    const QRectF area = m_scene.scale.area;
    const double from = m_model.hovered ? m_scene.scale.toX(*m_model.hovered) : area.center().x();
    hover(std::clamp(from + columns, area.left(), area.right()));
}

void CurvePlot::showRange(double pixel)
{
    const QRectF area = m_scene.scale.area;
    const double from = std::clamp(std::min(m_pressed, pixel), area.left(), area.right());
    const double to = std::clamp(std::max(m_pressed, pixel), area.left(), area.right());
    m_band->setGeometry(QRectF(from, area.top(), to - from, area.height()).toRect());
    m_band->setVisible(to - from >= kLeastDrag);
}

void CurvePlot::mousePressEvent(QMouseEvent* event)
{
    const bool pan = event->button() == Qt::MiddleButton ||
                     (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (!pan && event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_drag = pan ? Drag::Pan : Drag::Range;
    m_pressed = event->position().x();
    m_grabbed = m_model.range();
    if (pan)
        setCursor(Qt::ClosedHandCursor);
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_drag == Drag::Pan) {
        const double by = (m_pressed - x) / std::max(1.0, m_scene.scale.area.width()) * m_grabbed.span();
        Q_EMIT zoomWanted(panned(m_grabbed, by, m_model.limits));
        return;
    }
    if (m_drag == Drag::Range)
        showRange(x);
    hover(x);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_drag == Drag::Range && std::abs(x - m_pressed) >= kLeastDrag) {
        const AxisRange limits = m_model.limits;
        const double one = std::clamp(m_scene.scale.fromX(m_pressed), limits.from, limits.to);
        const double other = std::clamp(m_scene.scale.fromX(x), limits.from, limits.to);
        const double span = std::max(std::abs(other - one), leastSpan(m_model));
        const double middle = (one + other) / 2;
        Q_EMIT zoomWanted(panned({middle - span / 2, middle + span / 2}, 0, limits));
    }
    m_band->hide();
    m_drag = Drag::None;
    unsetCursor();
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT wholeWanted();
}

void CurvePlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    Q_EMIT hovered(std::nullopt);
}

void CurvePlot::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y())) {
        pan(-(pixels.isNull() ? angle.x() / 2.0 : pixels.x()));
    } else if (angle.y() < 0 && !m_model.zoom) {
        event->ignore();  // everything is in view: what holds the plot may scroll
        return;
    } else if (angle.y() != 0) {
        zoom(event->position().x(), std::pow(kNotch, angle.y() / 120.0));
    }
    hover(event->position().x());
    event->accept();
}

void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    const QRectF area = m_scene.scale.area;
    const double at = m_model.hovered ? m_scene.scale.toX(*m_model.hovered) : area.center().x();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(at, kNotch);
        break;
    case Qt::Key_Minus:
        zoom(at, 1 / kNotch);
        break;
    case Qt::Key_Left:
        shift ? pan(-kStride * area.width()) : moveReading(-1);
        break;
    case Qt::Key_Right:
        shift ? pan(kStride * area.width()) : moveReading(1);
        break;
    case Qt::Key_PageUp:
        moveReading(-qRound(kStride * area.width()));
        break;
    case Qt::Key_PageDown:
        moveReading(qRound(kStride * area.width()));
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        Q_EMIT wholeWanted();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

}  // namespace glyphscope
