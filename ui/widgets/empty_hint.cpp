// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_hint.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

void paintEmptyHint(QPainter& painter, const QRectF& area, const QString& iconName, const QString& words)
{
    constexpr int kSide = 28;
    constexpr double kWidest = 420;
    const Theme& t = theme();
    const double width = std::min(area.width() - 2 * metrics::kMargin, kWidest);
    painter.setFont(font(TextStyle::Body));
    const QFontMetricsF lines(painter.font());
    const QRectF needed =
        lines.boundingRect(QRectF(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, words);
    const double height = kSide + metrics::kGap + needed.height();
    const double top = area.center().y() - height / 2;
    painter.drawPixmap(QPointF(area.center().x() - kSide / 2.0, top),
                       iconPixmap(iconName, t.mutedText, kSide, painter.device()->devicePixelRatioF()));
    painter.setPen(t.mutedText);
    painter.drawText(
        QRectF(area.center().x() - width / 2, top + kSide + metrics::kGap, width, needed.height() + 2),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

}  // namespace glyphscope
