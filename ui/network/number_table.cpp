// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/number_table.h"

#include "ui/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

namespace {

constexpr int kColumn = 118;  // room for "Zeros 18,031 (72 %)"

}  // namespace

NumberTable::NumberTable(QWidget* parent) : QWidget(parent)
{
    setFont(glyphscope::font(TextStyle::Caption));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NumberTable::setEntries(std::vector<Entry> entries)
{
    if (entries == m_entries)
        return;
    const bool grown = entries.size() != m_entries.size();
    m_entries = std::move(entries);
    if (grown)
        updateGeometry();
    update();
}

int NumberTable::rowHeight() const
{
    return fontMetrics().height() + 3;
}

int NumberTable::columnsIn(int width) const
{
    return std::max(1, width / kColumn);
}

int NumberTable::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    return (static_cast<int>(m_entries.size()) + columns - 1) / columns * rowHeight();
}

QSize NumberTable::sizeHint() const
{
    return {2 * kColumn, heightForWidth(2 * kColumn)};
}

QSize NumberTable::minimumSizeHint() const
{
    return {kColumn, rowHeight()};
}

void NumberTable::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int columns = columnsIn(width());
    const int column = width() / columns;
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        const Entry& entry = m_entries[static_cast<std::size_t>(i)];
        const QRect place(i % columns * column, i / columns * rowHeight(), column - metrics::kPadding,
                          rowHeight());
        painter.setPen(theme().mutedText);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        painter.setPen(theme().text);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, entry.value);
    }
}

}  // namespace glyphscope
