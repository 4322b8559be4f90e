// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas.h"

#include "ui/canvas/canvas_drop.h"
#include "ui/style/theme.h"
#include "ui/widgets/ink_edit.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace glyphscope {

Canvas::Canvas(QWidget* parent) : QWidget(parent), m_drop(new CanvasDrop(this)), m_parts(new PartLayer(this))
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(
        tr("Write a digit here. Arrow keys move a crosshair, Shift moves it finely; it draws "
           "while Space is held, or between two presses of Return. Escape cancels a stroke."));
    setAttribute(Qt::WA_AcceptTouchEvents);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_crosshair.moveTo({kCanvasSide / 2, kCanvasSide / 2});
    updateCursor();
    connect(m_drop, &CanvasDrop::activeChanged, this, qOverload<>(&QWidget::update));
    connect(m_drop, &CanvasDrop::filesDropped, this, &Canvas::filesDropped);
    connect(m_drop, &CanvasDrop::imageDropped, this, &Canvas::imageDropped);
}

void Canvas::setDrawing(const Drawing& drawing, double shownPen)
{
    // The caller may hand in our own drawing: fit a copy before the running stroke ends.
    Drawing fitted = fittedToCanvas(drawing);
    finish();
    if (m_history.replace(std::move(fitted), shownPen))
        showHistory();
}

void Canvas::setPictureOptions(const PictureOptions& options)
{
    finish();
    Drawing changed = m_history.current();
    if (!changed.picture || changed.picture->dataSet)
        return;
    changed.picture->options = options;
    if (m_history.replace(std::move(changed)))
        showHistory();
}

void Canvas::clear()
{
    finish();
    if (m_history.replace({}))
        showHistory();
}

void Canvas::undo()
{
    if (m_gesture.running())
        cancel();
    else if (m_history.undo())
        showHistory();
}

void Canvas::redo()
{
    finish();
    if (m_history.redo())
        showHistory();
}

void Canvas::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    finish();
    showRing(std::nullopt);
    m_tool = tool;
    updateCursor();
    if (tool == Eraser && underMouse())
        showRing(mapFromGlobal(QPointF(QCursor::pos())));
    updateCrosshair();
    Q_EMIT toolChanged(tool);
}

void Canvas::setPen(double relative)
{
    const std::optional<QPointF> ring = m_ring;
    showRing(std::nullopt);
    updateCrosshair();
    m_pen = std::clamp(relative, 0.5, 2.5);
    showRing(ring);
    updateCrosshair();
}

void Canvas::setOverlay(const std::optional<CanvasOverlay>& overlay)
{
    for (const std::optional<CanvasOverlay>& each : {m_overlay, overlay})
        if (each)
            update(overlayArea(m_geometry, *each));
    m_overlay = overlay;
}

void Canvas::setParts(const std::vector<PartMark>& parts)
{
    m_parts->setMarks(parts);
}

void Canvas::begin(Source source, Point at, bool erase, double slack)
{
    if (m_source == Source::Keyboard)
        finish();  // Return may have left it down
    if (m_gesture.running())
        return;
    if (source != Source::Keyboard) {
        setFocus(Qt::MouseFocusReason);
        showCrosshair(false);
    }
    m_source = source;
    const bool wasEmpty = isEmpty();
    const QRectF area =
        m_gesture.begin(m_drawing, {erase ? Gesture::Kind::Erase : Gesture::Kind::Draw, m_pen, at, slack});
    if (wasEmpty)
        update();  // the placeholder goes
    showChange(area);
}

void Canvas::beginAt(Source source, QPointF position, bool erase)
{
    constexpr double kTremble = 1.5;  // device-independent pixels that still are a tap
    if (m_geometry.paper.contains(position))
        begin(source, m_geometry.toDrawing(position), erase, kTremble / m_geometry.scale);
}

void Canvas::moveTo(Point to)
{
    showChange(m_gesture.moveTo(m_drawing, to));
}

void Canvas::finish()
{
    if (!m_gesture.running())
        return;
    const bool drawn = m_gesture.kind() == Gesture::Kind::Draw;
    m_gesture.end();
    m_source = Source::None;
    const std::span<const Stroke> strokes =
        drawn ? std::span<const Stroke>(m_drawing.strokes).subspan(m_gesture.firstStroke())
              : std::span<const Stroke>();
    for (const Stroke& stroke : strokes)
        m_sheet.addStroke(stroke);
    updateCrosshair();
    if (!m_gesture.changed())
        return;
    if (strokes.size() == 1)
        m_history.append(strokes.front());
    else
        m_history.replaceStrokes(m_drawing.strokes);
    Q_EMIT historyChanged(canUndo(), canRedo());
}

void Canvas::cancel()
{
    m_gesture.end();
    m_source = Source::None;
    updateCrosshair();
    if (m_gesture.changed())
        showHistory();
}

/// The drawing jumped to another state of the history.
void Canvas::showHistory()
{
    m_drawing = m_history.current();
    m_sheet.setShownPen(m_history.shownPen());
    update();
    Q_EMIT historyChanged(canUndo(), canRedo());
    Q_EMIT drawingChanged(m_drawing);
}

/// The running gesture changed `area` of the drawing.
void Canvas::showChange(const QRectF& area)
{
    if (area.isNull())
        return;
    if (m_gesture.kind() == Gesture::Kind::Erase)
        m_sheet.repaint(area, finishedStrokes());
    if (isEmpty())
        update();  // the placeholder comes back
    update(m_geometry.toWidget(area));
    Q_EMIT drawingChanged(m_drawing);
}

std::span<const Stroke> Canvas::finishedStrokes() const
{
    const std::span<const Stroke> all = m_drawing.strokes;
    return m_gesture.kind() == Gesture::Kind::Draw ? all.first(m_gesture.firstStroke()) : all;
}

void Canvas::paintEvent(QPaintEvent* event)
{
    const qreal dpr = devicePixelRatioF();
    if (!m_sheet.isValid(m_geometry, size(), dpr))
        m_sheet.rebuild(m_geometry, size(), dpr, m_drawing.picture, finishedStrokes());
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_sheet.pixmap());
    if (m_gesture.kind() == Gesture::Kind::Draw) {
        painter.save();
        clipToPaper(painter, m_geometry, event->rect());
        painter.setTransform(m_geometry.transform(), true);
        for (const Stroke& stroke :
             std::span<const Stroke>(m_drawing.strokes).subspan(m_gesture.firstStroke()))
            m_sheet.paint(painter, stroke);
        painter.restore();
    }
    if (m_overlay && !isEmpty())
        paintOverlay(painter, m_geometry, *m_overlay);
    m_parts->paint(painter, m_geometry);
    if (isEmpty() && !m_drop->isActive())
        paintPlaceholder(painter, m_geometry, tr("Write a digit here"),
                         tr("or drop a picture or a file of ink"));
    if (m_drop->isActive())
        paintDropFrame(painter, m_geometry, tr("Drop a picture, ink, weights or data"));
    paintFrame(painter, m_geometry, hasFocus());
    if (m_crosshairVisible)
        paintCrosshair(painter, m_geometry.toWidget(m_crosshair.at()), ringRadius(),
                       m_source == Source::Keyboard);
    if (m_ring)
        paintEraser(painter, *m_ring, ringRadius());
}

double Canvas::ringRadius() const
{
    const bool erases =
        m_gesture.running() ? m_gesture.kind() == Gesture::Kind::Erase : m_tool == Eraser || m_ring;
    return m_geometry.scale * (erases ? eraserRadius(m_pen) : kPenWidth * m_pen / 2);
}

void Canvas::showRing(std::optional<QPointF> position)
{
    // Either radius may be the right one before and after: the eraser's is the larger.
    const double radius = m_geometry.scale * eraserRadius(m_pen);
    for (const std::optional<QPointF>& place : {m_ring, position})
        if (place)
            update(overlayArea(*place, radius));
    m_ring = position;
}

void Canvas::showCrosshair(bool visible)
{
    updateCrosshair();
    m_crosshairVisible = visible;
    updateCrosshair();
}

void Canvas::updateCrosshair()
{
    if (m_crosshairVisible)
        update(overlayArea(m_geometry.toWidget(m_crosshair.at()), m_geometry.scale * eraserRadius(m_pen)));
}

void Canvas::updateCursor()
{
    setCursor(m_tool == Eraser ? Qt::BlankCursor : Qt::CrossCursor);
}

void Canvas::resizeEvent(QResizeEvent*)
{
    m_geometry = CanvasGeometry::of(size());
    m_ring.reset();
}

void Canvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_sheet.invalidate();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
