// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/map_grid.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include "ui/network/mark_paint.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

MapGrid::MapGrid(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setCornerWidget(new QWidget);  // or the style paints its own between two bars
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    for (QScrollBar* bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void MapGrid::setSheet(MapSheet sheet, std::vector<ColourScale> scales)
{
    const bool same = sheet.maps == m_sheet.maps && sheet.width == m_sheet.width &&
                      sheet.height == m_sheet.height && sheet.values.size() == m_sheet.values.size();
    m_sheet = std::move(sheet);
    m_scales = std::move(scales);
    if (!same) {
        m_zoom = 0;
        m_marks.clear();
        if (m_alone >= 0) {
            m_alone = -1;
            Q_EMIT aloneChanged(-1);
        }
        layOut();
    }
    viewport()->update();
}

void MapGrid::setMarks(std::vector<MapMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    viewport()->update();
}

void MapGrid::setSelection(int map, std::optional<int> index)
{
    if (map == m_selectedMap && index == m_selectedIndex)
        return;
    m_selectedMap = map;
    m_selectedIndex = index;
    viewport()->update();
}

void MapGrid::showAlone(int map)
{
    if (map >= m_sheet.maps || map == m_alone || (map >= 0 && m_sheet.maps == 1))
        return;
    m_alone = std::max(map, -1);
    m_zoom = 0;
    layOut();
    Q_EMIT aloneChanged(m_alone);
}

void MapGrid::zoomToFit()
{
    m_zoom = 0;
    layOut();
}

const ColourScale& MapGrid::scaleOf(int map) const
{
    return m_scales[std::min(static_cast<std::size_t>(map), m_scales.size() - 1)];
}

double MapGrid::captionHeight() const
{
    return std::ceil(QFontMetricsF(glyphscope::font(TextStyle::Caption)).height()) + 2;
}

QPointF MapGrid::viewportCentre() const
{
    return QRectF(viewport()->rect()).center();
}

QPointF MapGrid::origin() const
{
    const QSizeF size = m_layout.size();
    const double x = std::floor(std::max(0.0, (viewport()->width() - size.width()) / 2));
    const double y = std::floor(std::max(0.0, (viewport()->height() - size.height()) / 2));
    return QPointF(x, y) - QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

QRectF MapGrid::cellRect(const MapCell& cell) const
{
    const int place = placeOf(cell.map);
    if (place < 0 || m_sheet.empty())
        return {};
    return m_layout.cellRect({.map = place, .y = cell.y, .x = cell.x}).translated(origin());
}

QRectF MapGrid::mapRect(int map) const
{
    const int place = placeOf(map);
    return place < 0 || m_sheet.empty() ? QRectF() : m_layout.mapRect(place).translated(origin());
}

std::optional<MapCell> MapGrid::cellAt(QPointF position) const
{
    std::optional<MapCell> cell = m_layout.cellAt(position - origin());
    if (!cell)
        return std::nullopt;
    cell->map = mapOf(cell->map);
    return m_sheet.indexOf(*cell) ? cell : std::nullopt;
}

void MapGrid::layOut()
{
    const MapCount count{
        .maps = m_alone < 0 ? m_sheet.maps : 1, .width = m_sheet.width, .height = m_sheet.height};
    // A lone map has nothing to be told from, and a vector is no channel.
    const double caption = m_sheet.vector || m_sheet.maps == 1 ? 0.0 : captionHeight();
    m_layout = fitMaps(count, QSizeF(maximumViewportSize()), caption, devicePixel());
    m_fittingCell = m_layout.cell;
    if (m_zoom > 0 && count.maps > 0)
        m_layout = withCell(m_layout, m_zoom, caption);
    const QSize needed = m_layout.size().toSize();
    const QSize room = maximumViewportSize();
    horizontalScrollBar()->setRange(0, std::max(0, needed.width() - room.width()));
    verticalScrollBar()->setRange(0, std::max(0, needed.height() - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    for (QScrollBar* bar : {horizontalScrollBar(), verticalScrollBar()})
        bar->setSingleStep(std::max(16, static_cast<int>(m_layout.cell)));
    viewport()->update();
}

void MapGrid::zoom(int steps, QPointF anchor)
{
    if (m_sheet.empty())
        return;
    // The value under the pointer stays there. Gaps do not grow, so it is the value that counts.
    const std::optional<MapCell> held = m_layout.cellAt(anchor - origin());
    const double oldCell = m_layout.cell;
    const QPointF inside = anchor - origin() - (held ? m_layout.cellRect(*held).topLeft() : QPointF(0, 0));
    const double cell = zoomedCell(m_layout.cell, steps, devicePixel());
    m_zoom = cell <= m_fittingCell ? 0 : cell;
    layOut();
    const QPointF corner = held ? m_layout.cellRect(*held).topLeft() : QPointF(0, 0);
    const QPointF moved = corner + inside * (m_layout.cell / oldCell) + origin() - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
}

void MapGrid::bringIntoView(const QRectF& place)
{
    const auto shift = [](QScrollBar* bar, double from, double to, int room) {
        if (from < 0)
            bar->setValue(bar->value() + static_cast<int>(std::floor(from)) - metrics::kGap);
        else if (to > room)
            bar->setValue(bar->value() + static_cast<int>(std::ceil(to)) - room + metrics::kGap);
    };
    shift(horizontalScrollBar(), place.left(), place.right(), viewport()->width());
    shift(verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
}

void MapGrid::moveSelection(int dy, int dx)
{
    if (m_sheet.empty())
        return;
    std::optional<MapCell> cell = m_selectedIndex ? m_sheet.cellOf(*m_selectedIndex) : std::nullopt;
    if (!cell) {
        cell = MapCell{.map = std::max(0, m_alone >= 0 ? m_alone : m_selectedMap), .y = 0, .x = 0};
    } else {
        cell->y += dy;
        cell->x += dx;
        // Past a map's edge the arrow moves into its neighbour, while all of them are shown.
        const int step = cell->x < 0                 ? -1
                         : cell->x >= m_sheet.width  ? 1
                         : cell->y < 0               ? -m_layout.columns
                         : cell->y >= m_sheet.height ? m_layout.columns
                                                     : 0;
        if (m_alone < 0 && step != 0) {
            cell->map += step;
            cell->x = (cell->x + m_sheet.width) % m_sheet.width;
            cell->y = (cell->y + m_sheet.height) % m_sheet.height;
        }
    }
    const std::optional<int> index = m_sheet.indexOf(*cell);
    if (!index)
        return;
    bringIntoView(cellRect(*cell));
    Q_EMIT hovered(*index);
    Q_EMIT chosen(*index);
}

bool MapGrid::handleEscape()
{
    if (m_alone >= 0) {
        showAlone(-1);
        return true;
    }
    if (m_selectedMap < 0 && !m_selectedIndex)
        return false;
    Q_EMIT cleared();
    return true;
}

void MapGrid::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveSelection(0, -1);
    case Qt::Key_Right:
        return moveSelection(0, 1);
    case Qt::Key_Up:
        return moveSelection(-1, 0);
    case Qt::Key_Down:
        return moveSelection(1, 0);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToFit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return showAlone(m_alone >= 0 ? -1 : m_selectedMap);
    case Qt::Key_Escape:
        if (handleEscape())
            return;
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void MapGrid::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const int turn = event->angleDelta().y();
    if (turn != 0)
        zoom(turn > 0 ? 1 : -1, event->position());
    event->accept();
}

void MapGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_scrollAtPress = QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_dragging = false;
}

void MapGrid::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        const std::optional<MapCell> cell = cellAt(event->position());
        Q_EMIT hovered(cell ? m_sheet.indexOf(*cell).value_or(-1) : -1);
        return;
    }
    const QPointF way = event->position() - m_pressed;
    if (!m_dragging && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    horizontalScrollBar()->setValue(m_scrollAtPress.x() - qRound(way.x()));
    verticalScrollBar()->setValue(m_scrollAtPress.y() - qRound(way.y()));
}

void MapGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_dragging) {
        m_dragging = false;
        viewport()->unsetCursor();
        return;
    }
    const std::optional<MapCell> cell = cellAt(event->position());
    if (cell)
        Q_EMIT chosen(*m_sheet.indexOf(*cell));
    else
        Q_EMIT cleared();
}

void MapGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The release that follows belongs to this click, not to whatever lies there afterwards.
    m_pressed = event->position();
    m_dragging = true;
    const std::optional<int> place = m_layout.mapAt(event->position() - origin());
    if (m_alone >= 0)
        showAlone(-1);
    else if (place)
        showAlone(*place);
}

bool MapGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT hovered(-1);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<int> place = m_layout.mapAt(QPointF(help->pos()) - origin());
    const auto mark = static_cast<std::size_t>(place ? mapOf(*place) : 0);
    const bool known = place && !m_sheet.vector && mark < m_marks.size() && m_marks[mark].any();
    if (known)
        QToolTip::showText(help->globalPos(), markText(m_marks[mark]), viewport());
    else
        QToolTip::hideText();
    return true;
}

void MapGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void MapGrid::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void MapGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MapGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace glyphscope
