// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas.h"

#include "ui/canvas/canvas_overlays.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPointingDevice>
#include <QtGui/QTabletEvent>
#include <QtGui/QTouchEvent>

#include <algorithm>

// How events become gestures. Touch and tablet are taken as what they are, so the mouse events that Qt or the
// system make of them are turned away: they would draw everything twice.

namespace glyphscope {
namespace {

bool isSynthesised(const QMouseEvent& event)
{
    return event.source() != Qt::MouseEventNotSynthesized;
}

bool isPenKey(int key)
{
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
}

}  // namespace

bool Canvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        touchEvent(static_cast<QTouchEvent*>(event));
        event->accept();
        return true;
    case QEvent::ShortcutOverride:
        if (wantsKey(*static_cast<QKeyEvent*>(event)))
            event->accept();
        break;
    case QEvent::WindowDeactivate:
    case QEvent::EnabledChange:
        finish();
        m_crosshair.releaseAll();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !isSynthesised(*event))
        beginAt(Source::Mouse, event->position(), m_tool == Eraser);
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    if (isSynthesised(*event))
        return;
    if (m_tool == Eraser)
        showRing(event->position());
    if (m_source != Source::Mouse)
        return;
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(m_geometry.toDrawing(event->position()));
    else
        finish();  // another window swallowed the release
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_source != Source::Mouse || event->button() != Qt::LeftButton || isSynthesised(*event))
        return;
    moveTo(m_geometry.toDrawing(event->position()));
    finish();
}

void Canvas::touchEvent(QTouchEvent* event)
{
    if (event->type() == QEvent::TouchCancel) {
        if (m_source == Source::Touch)
            cancel();  // the system took it for a palm or for a gesture of its own
        showRing(std::nullopt);
        return;
    }
    for (const QEventPoint& point : event->points()) {
        if (point.state() == QEventPoint::Pressed && !m_gesture.running()) {
            m_touchId = point.id();
            beginAt(Source::Touch, point.position(), m_tool == Eraser);
        }
        if (m_source != Source::Touch || point.id() != m_touchId || point.state() == QEventPoint::Stationary)
            continue;
        const bool lifted = point.state() == QEventPoint::Released;
        if (m_tool == Eraser)
            showRing(lifted ? std::nullopt : std::optional(point.position()));
        moveTo(m_geometry.toDrawing(point.position()));
        if (lifted)
            finish();
    }
}

void Canvas::tabletEvent(QTabletEvent* event)
{
    const bool erases = m_tool == Eraser || event->pointerType() == QPointingDevice::PointerType::Eraser;
    showRing(erases ? std::optional(event->position()) : std::nullopt);
    if (event->type() == QEvent::TabletPress && event->button() == Qt::LeftButton)
        beginAt(Source::Tablet, event->position(), erases);
    else if (m_source == Source::Tablet)
        moveTo(m_geometry.toDrawing(event->position()));
    if (m_source == Source::Tablet && event->type() == QEvent::TabletRelease)
        finish();
    event->accept();
}

/// Keys that the canvas needs even where the window has a shortcut on them.
bool Canvas::wantsKey(const QKeyEvent& event) const
{
    if (event.key() == Qt::Key_Escape)
        return m_gesture.running();
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (Crosshair::isArrow(event.key()))
        return Crosshair::takesArrows(modifiers, parts().size() > 1);
    return isPenKey(event.key()) && modifiers == Qt::NoModifier;
}

void Canvas::keyPressEvent(QKeyEvent* event)
{
    if (!wantsKey(*event)) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Escape) {
        cancel();
    } else if (Crosshair::isArrow(event->key())) {
        showCrosshair(true);
        m_crosshair.press(event->key(), event->modifiers());
        updateCrosshair();
        if (m_source == Source::Keyboard)
            moveTo(m_crosshair.at());
    } else if (!event->isAutoRepeat()) {
        showCrosshair(true);
        if (m_source == Source::Keyboard)
            finish();
        else
            begin(Source::Keyboard, m_crosshair.at(), m_tool == Eraser, 0);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat())
        return;
    m_crosshair.release(event->key());
    if (event->key() == Qt::Key_Space && m_source == Source::Keyboard)
        finish();
    else
        QWidget::keyReleaseEvent(event);
}

void Canvas::hideEvent(QHideEvent*)
{
    finish();
    showRing(std::nullopt);
}

void Canvas::leaveEvent(QEvent*)
{
    showRing(std::nullopt);
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        showCrosshair(true);
    update();
}

void Canvas::focusOutEvent(QFocusEvent*)
{
    if (m_source == Source::Keyboard)
        finish();
    m_crosshair.releaseAll();
    showCrosshair(false);
    update();
}

}  // namespace glyphscope
