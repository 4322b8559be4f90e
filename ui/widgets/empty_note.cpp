// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_note.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

namespace glyphscope {

EmptyNote::EmptyNote(const QString& iconName, const QString& text, QWidget* parent)
    : QWidget(parent), m_icon(iconName), m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void EmptyNote::paintEvent(QPaintEvent*)
{
    constexpr int kSide = 28;
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(t.border, 1, Qt::DashLine));
    painter.drawRoundedRect(area, metrics::kRadius, metrics::kRadius);

    painter.setFont(glyphscope::font(TextStyle::Body));
    const QRectF column = area.adjusted(metrics::kMargin, 0, -metrics::kMargin, 0);
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const double high = painter.boundingRect(column, flags, m_text).height();
    const double top = area.center().y() - (kSide + metrics::kGap + high) / 2;
    painter.drawPixmap(QPointF(area.center().x() - kSide / 2.0, top),
                       iconPixmap(m_icon, t.mutedText, kSide, devicePixelRatioF()));
    painter.setPen(t.mutedText);
    painter.drawText(QRectF(column.left(), top + kSide + metrics::kGap, column.width(), high + 1), flags,
                     m_text);
}

}  // namespace glyphscope
