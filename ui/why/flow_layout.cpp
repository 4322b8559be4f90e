// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/flow_layout.h"

#include <algorithm>

namespace glyphscope {

std::vector<QPoint> flow(const std::vector<QSize>& sizes, int width, int gap)
{
    std::vector<QPoint> places;
    QPoint at;
    int line = 0;  // its height
    for (const QSize& size : sizes) {
        if (at.x() > 0 && at.x() + size.width() > width) {
            at = QPoint(0, at.y() + line + gap);
            line = 0;
        }
        places.push_back(at);
        at.rx() += size.width() + gap;
        line = std::max(line, size.height());
    }
    return places;
}

namespace {

std::vector<QSize> sizesOf(const std::vector<std::unique_ptr<QLayoutItem>>& items)
{
    std::vector<QSize> sizes;
    for (const auto& item : items)
        sizes.push_back(item->sizeHint());
    return sizes;
}

}  // namespace

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout(parent)
{
    setSpacing(gap);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto place = m_items.begin() + index;
    QLayoutItem* item = place->release();
    m_items.erase(place);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    const std::vector<QSize> sizes = sizesOf(m_items);
    const std::vector<QPoint> places = flow(sizes, width, spacing());
    int height = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        height = std::max(height, places[i].y() + sizes[i].height());
    return height;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QSize& size : sizesOf(m_items))
        width += size.width() + spacing();
    return {width, minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QSize& size : sizesOf(m_items))
        least = least.expandedTo(size);
    return least;
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    const std::vector<QSize> sizes = sizesOf(m_items);
    const std::vector<QPoint> places = flow(sizes, area.width(), spacing());
    for (std::size_t i = 0; i < sizes.size(); ++i)
        m_items[i]->setGeometry(QRect(area.topLeft() + places[i], sizes[i]));
}

}  // namespace glyphscope
