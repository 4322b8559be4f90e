// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/norm_bars.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/why/heat_image.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kHighestRow = 2;   // times the least
constexpr double kMostName = 0.45;  // of the width

double leastRow()
{
    return std::ceil(QFontMetricsF(font(TextStyle::Body)).height()) + metrics::kGap;
}

}  // namespace

NormBars::NormBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"why.modules"_s);
    setAccessibleName(tr("Gradient norm of every module"));
    setToolTip(tr("Euclidean norm of the gradient at each module's output; click one to see it"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void NormBars::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    const bool sameCount = rows.size() == m_rows.size();
    m_rows = std::move(rows);
    m_nameWidth = -1;
    m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
    if (!sameCount) {
        setMaximumHeight(static_cast<int>(kHighestRow * leastRow() * count()));
        updateGeometry();
    }
    describe();
    update();
}

void NormBars::choose(int row)
{
    row = std::clamp(row, 0, std::max(0, count() - 1));
    if (row == m_current || m_rows.empty())
        return;
    m_current = row;
    describe();
    update();
    Q_EMIT chosen(row);
}

void NormBars::setFaint(bool faint)
{
    if (m_faint == faint)
        return;
    m_faint = faint;
    update();
}

void NormBars::describe()
{
    if (m_rows.empty())
        return;
    const Row& row = m_rows[static_cast<std::size_t>(m_current)];
    setAccessibleDescription(tr("%1: norm %2").arg(row.name, valueText(row.norm)));
}

NormBars::Place NormBars::layOut(double width, int row, double rowHeight, double nameWidth,
                                 double numberWidth)
{
    const double inset = metrics::kGap;
    Place place;
    place.row = QRectF(0, row * rowHeight, width, rowHeight);
    place.name = QRectF(inset, place.row.top(), nameWidth, rowHeight);
    place.number = QRectF(width - inset - numberWidth, place.row.top(), numberWidth, rowHeight);
    const double left = place.name.right() + metrics::kGap;
    const double room = std::max(0.0, place.number.left() - metrics::kGap - left);
    place.bar = QRectF(left, place.row.center().y() - 3, room, 6);
    return place;
}

NormBars::Place NormBars::placeOf(int row) const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Body));
    if (m_nameWidth < 0)
        for (const Row& each : m_rows)
            m_nameWidth = std::max(m_nameWidth, std::ceil(measure.horizontalAdvance(each.name)) + 1);
    return layOut(width(), row, rowHeight(), std::clamp(m_nameWidth, 0.0, kMostName * width()),
                  std::ceil(measure.horizontalAdvance(u"0.00088"_s)));
}

double NormBars::rowHeight() const
{
    return std::clamp(std::floor(static_cast<double>(height()) / std::max(1, count())), leastRow(),
                      kHighestRow * leastRow());
}

QSize NormBars::sizeHint() const
{
    return {280, static_cast<int>(leastRow() * count())};
}

QSize NormBars::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

void NormBars::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    double longest = 0;
    for (const Row& each : m_rows)
        longest = std::max(longest, each.norm);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(glyphscope::font(TextStyle::Body));
    painter.setOpacity(m_faint ? kPastOpacity : 1);
    for (int i = 0; i < count(); ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        const Place place = placeOf(i);
        const bool current = i == m_current;
        if (current) {
            painter.setBrush(t.accentSoft);
            painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter.drawRoundedRect(place.row.adjusted(1, 1, -1, -1), 5, 5);
        }
        painter.setPen(t.text);
        painter.drawText(place.name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.name, Qt::ElideMiddle,
                                                          static_cast<int>(std::ceil(place.name.width()))));
        painter.drawText(place.number, Qt::AlignRight | Qt::AlignVCenter, valueText(row.norm));
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(current ? t.accentSoft : t.surface, t.mutedText, 0.2));
        painter.drawRoundedRect(place.bar, 3, 3);
        QRectF bar = place.bar;
        bar.setWidth(longest > 0 ? bar.width() * row.norm / longest : 0);
        painter.setBrush(current ? t.accent : blend(t.surface, t.accent, 0.65));
        if (bar.width() > 0.5)
            painter.drawRoundedRect(bar, std::min(3.0, bar.width() / 2), 3);
    }
}

void NormBars::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>(event->position().y() / rowHeight());
    if (event->button() == Qt::LeftButton && row < count())
        choose(row);
}

void NormBars::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return choose(m_current - 1);
    case Qt::Key_Down:
        return choose(m_current + 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(count() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void NormBars::focusInEvent(QFocusEvent*)
{
    update();
}

void NormBars::focusOutEvent(QFocusEvent*)
{
    update();
}

void NormBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_nameWidth = -1;
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
