// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_header.h"

#include "ui/style/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

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

void ClassHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme& t = theme();
    const bool marked = isMarked(section);
    QFont words = glyphscope::font(TextStyle::Caption);
    if (marked)
        words.setWeight(QFont::DemiBold);
    painter->save();
    painter->fillRect(rect, t.surface);
    painter->setFont(words);
    painter->setPen(marked ? t.accent : t.mutedText);
    QRectF place(rect);
    if (m_turned) {
        painter->translate(place.bottomLeft());
        painter->rotate(-90);
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
    painter->drawText(place, side | Qt::AlignVCenter,
                      QFontMetricsF(words).elidedText(name, Qt::ElideRight, room));
    painter->restore();
}

}  // namespace glyphscope
