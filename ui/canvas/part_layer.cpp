// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/part_layer.h"

#include "ui/canvas/canvas.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLineF>
#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QToolTip>

#include <utility>

namespace glyphscope {
namespace {

constexpr double kStays = 4;  // pixels that a click may move by

QPointF placeOf(const QEvent* event)
{
    return static_cast<const QPointerEvent*>(event)->points().first().position();
}

/// Another button, or what Qt makes of a finger that the canvas has had already.
bool isForeign(const QEvent* event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto* mouse = static_cast<const QMouseEvent*>(event);
    return mouse->button() != Qt::LeftButton || mouse->source() != Qt::MouseEventNotSynthesized;
}

}  // namespace

PartLayer::PartLayer(Canvas* canvas) : QObject(canvas), m_canvas(canvas)
{
    canvas->installEventFilter(this);
}

PartLayer::~PartLayer() = default;

void PartLayer::setMarks(const std::vector<PartMark>& marks)
{
    if (marks == m_marks)
        return;
    if (marks.size() != m_marks.size()) {  // the pointer is on something else now
        m_clicked = -1;
        setHovered(std::nullopt);
    }
    m_marks = marks;
    m_canvas->update();
}

void PartLayer::paint(QPainter& painter, const CanvasGeometry& geometry) const
{
    paintParts(painter, geometry, m_marks, m_hovered);
}

std::optional<PartTarget> PartLayer::at(QPointF position) const
{
    return m_canvas->tool() == Canvas::Pen ? targetAt(CanvasGeometry::of(m_canvas->size()), m_marks, position)
                                           : std::nullopt;
}

bool PartLayer::eventFilter(QObject* watched, QEvent* event)
{
    return (!m_resent && take(event)) || QObject::eventFilter(watched, event);
}

/// Whether the canvas does not get it.
bool PartLayer::take(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TabletPress:
    case QEvent::TouchBegin:
        if (isForeign(event) || !press(*event))
            return false;
        event->accept();  // or a finger's and a pen's next ones would not come
        return true;
    case QEvent::MouseMove:
        hover(event);
        return follow(placeOf(event));
    case QEvent::TabletMove:
    case QEvent::TouchUpdate:
        return follow(placeOf(event));
    case QEvent::MouseButtonRelease:
    case QEvent::TabletRelease:
    case QEvent::TouchEnd:
        return release();
    case QEvent::ToolTip:
        return showHelp(event);
    case QEvent::TouchCancel:
    case QEvent::Leave:
    case QEvent::Hide:
        m_held.reset();
        setHovered(std::nullopt);
        return false;
    default:
        return false;
    }
}

/// Held back until it is known what it becomes.
bool PartLayer::press(const QEvent& event)
{
    if (m_held == nullptr && !at(placeOf(&event))) {
        m_clicked = -1;
        return false;
    }
    m_again = event.type() == QEvent::MouseButtonDblClick;
    m_from = placeOf(&event);
    m_held.reset(event.clone());
    return true;
}

bool PartLayer::follow(QPointF position)
{
    if (m_held == nullptr)
        return false;
    if (QLineF(m_from, position).length() <= kStays)
        return true;
    const std::unique_ptr<QEvent> begun = std::move(m_held);
    setHovered(std::nullopt);
    m_resent = true;
    QCoreApplication::sendEvent(m_canvas, begun.get());
    m_resent = false;
    return false;
}

bool PartLayer::release()
{
    if (m_held == nullptr)
        return false;
    m_held.reset();
    m_canvas->setFocus(Qt::MouseFocusReason);
    const std::optional<PartTarget> target = at(m_from);
    const bool second = m_again && target == PartTarget{m_clicked, false};
    m_clicked = target && !target->gap ? target->part : -1;
    if (!target)
        return true;
    if (target->gap)
        Q_EMIT joinRequested(target->part);
    else if (second && m_marks[static_cast<std::size_t>(target->part)].divisible)
        Q_EMIT divideRequested(target->part, CanvasGeometry::of(m_canvas->size()).toDrawing(m_from).x);
    else
        Q_EMIT focusChosen(target->part);
    return true;
}

void PartLayer::hover(const QEvent* event)
{
    const auto* mouse = static_cast<const QMouseEvent*>(event);
    if (m_held == nullptr)
        setHovered(mouse->buttons() == Qt::NoButton ? at(mouse->position()) : std::nullopt);
}

void PartLayer::setHovered(const std::optional<PartTarget>& target)
{
    if (target == m_hovered)
        return;
    if (target && !m_hovered) {
        m_otherwise = m_canvas->cursor();
        m_canvas->setCursor(Qt::PointingHandCursor);
    } else if (!target) {
        QToolTip::hideText();
        if (m_canvas->cursor().shape() == Qt::PointingHandCursor)  // else another tool was taken
            m_canvas->setCursor(m_otherwise);
    }
    m_hovered = target;
    m_canvas->update();
}

bool PartLayer::showHelp(QEvent* event)
{
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<PartTarget> target = at(help->pos());
    if (!target)
        return false;
    const bool divisible = m_marks[static_cast<std::size_t>(target->part)].divisible;
    QToolTip::showText(help->globalPos(),
                       target->gap ? tr("Click: these two are one character")
                       : divisible ? tr("Click: the panels show this character. Double-click: these are two "
                                        "characters, divided here")
                                   : tr("Click: the panels show this character"),
                       m_canvas);
    return true;
}

}  // namespace glyphscope
