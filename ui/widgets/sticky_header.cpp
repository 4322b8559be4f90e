// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sticky_header.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <utility>

namespace glyphscope {

StickyHeader::StickyHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

int StickyHeader::stickyWidth() const
{
    if (count() == 0 || offset() <= 0 || visualIndex(0) != 0)
        return 0;
    const int wide = sectionSize(0);
    return 2 * wide <= viewport()->width() ? wide : 0;
}

void StickyHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const int wide = stickyWidth();
    if (wide == 0)
        return;
    QPainter painter(viewport());
    const QRect place(0, 0, wide, viewport()->height());
    painter.fillRect(place, palette().window());
    paintSection(&painter, place, 0);
}

void StickyHeader::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton && event->position().x() < stickyWidth();
    if (!m_pressed)
        QHeaderView::mousePressEvent(event);
}

void StickyHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressed, false)) {
        QHeaderView::mouseReleaseEvent(event);
        return;
    }
    if (!isSortIndicatorShown())
        return;
    const bool turned = sortIndicatorSection() == 0 && sortIndicatorOrder() == Qt::AscendingOrder;
    setSortIndicator(0, turned ? Qt::DescendingOrder : Qt::AscendingOrder);
}

}  // namespace glyphscope
