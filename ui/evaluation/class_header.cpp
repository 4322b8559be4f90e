// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_header.h"

#include "ui/style/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kInset = 6;  // between a name and the cells

}  // namespace

ClassHeader::ClassHeader(Qt::Orientation orientation, QWidget* parent) : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1);
}

void ClassHeader::setTurned(bool turned)
{
    m_turned = turned;
    viewport()->update();
}

void ClassHeader::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? logicalIndexAt(event->position().toPoint()) : -1;
}

void ClassHeader::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed >= 0 && logicalIndexAt(event->position().toPoint()) == pressed)
        Q_EMIT chosen(pressed);
}

bool ClassHeader::isMarked(int section) const
{
    if (!selectionModel())
        return false;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        if (section == (orientation() == Qt::Horizontal ? index.column() : index.row()))
            return true;
    return false;
}

/// The names come after all grounds: of narrow columns, turned ones reach a little into the next.
void ClassHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const bool level = orientation() == Qt::Horizontal;
    const int every = shownOf();
    for (int section = 0; section < count(); ++section) {
        const int at = sectionViewportPosition(section);
        const int size = sectionSize(section);
        const QRect rect = level ? QRect(at, 0, size, height()) : QRect(0, at, width(), size);
        if (rect.intersects(viewport()->rect()) && (section % every == 0 || isMarked(section)))
            paintName(painter, rect, section);
    }
}

/// One of how many names is shown, so that none hides its neighbour.
int ClassHeader::shownOf() const
{
    if (!m_turned || count() == 0)
        return 1;
    constexpr double kInk = 0.75;  // of a line's height
    const double needed = kInk * QFontMetricsF(glyphscope::font(TextStyle::Caption)).height();
    return std::max(1, static_cast<int>(std::ceil(needed / std::max(1, sectionSize(0)))));
}

void ClassHeader::paintSection(QPainter* painter, const QRect& rect, int) const
{
    painter->fillRect(rect, theme().surface);
}

void ClassHeader::paintName(QPainter& painter, const QRect& rect, int section) const
{
    const Theme& t = theme();
    const bool marked = isMarked(section);
    QFont words = glyphscope::font(TextStyle::Caption);
    if (marked)
        words.setWeight(QFont::DemiBold);
    painter.save();
    painter.setFont(words);
    painter.setPen(marked ? t.accent : t.mutedText);
    QRectF place(rect);
    if (m_turned) {
        painter.translate(place.bottomLeft());
        painter.rotate(-90);
        place = QRectF(0, 0, place.height(), place.width());
        place.setLeft(kInset);
    } else if (orientation() == Qt::Vertical) {
        place.setRight(place.right() - kInset);
    }
    const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const int side = m_turned                        ? Qt::AlignLeft
                     : orientation() == Qt::Vertical ? Qt::AlignRight
                                                     : Qt::AlignHCenter;
    const double room = place.width() - (m_turned ? 1 : 0);
    painter.drawText(place, side | Qt::AlignVCenter | Qt::TextDontClip,
                     QFontMetricsF(words).elidedText(name, Qt::ElideRight, room));
    painter.restore();
}

}  // namespace glyphscope
