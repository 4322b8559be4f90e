// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture_thumbnail.h"

#include "ui/style/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

namespace glyphscope {
namespace {

constexpr int kThumbnailHeight = 64;
constexpr int kThumbnailWidth = 84;

}  // namespace

PictureThumbnail::PictureThumbnail(const QString& name, const QString& title, const QString& tip,
                                   QWidget* parent)
    : QWidget(parent), m_title(title)
{
    setObjectName(name);
    setAccessibleName(title);
    setToolTip(tip);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PictureThumbnail::show(const QImage& image, const QString& words)
{
    m_image = image;
    m_words = words;
    setAccessibleDescription(words);
    update();
}

QSize PictureThumbnail::sizeHint() const
{
    return {kThumbnailWidth, kThumbnailHeight + static_cast<int>(lineHeight(TextStyle::Caption))};
}

QSize PictureThumbnail::minimumSizeHint() const
{
    return {kThumbnailHeight, sizeHint().height()};
}

void PictureThumbnail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QFont small = glyphscope::font(TextStyle::Caption);
    const double line = lineHeight(TextStyle::Caption);
    painter.setFont(small);
    painter.setPen(theme().mutedText);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignCenter,
                     QFontMetricsF(small).elidedText(m_title, Qt::ElideRight, width()));
    const QRectF card(0.5, line + 0.5, width() - 1, height() - line - 1);
    painter.setBrush(theme().paper);
    painter.setPen(QPen(theme().border, 1));
    painter.drawRoundedRect(card, 4, 4);
    const QRectF room = card.adjusted(3, 3, -3, -3);
    if (m_image.isNull()) {
        painter.setPen(theme().mutedText);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    const QSizeF size = QSizeF(m_image.size()).scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF place(room.center() - QPointF(size.width(), size.height()) / 2, size);
    const QSize pixels = (size * devicePixelRatioF()).toSize();
    // A painter only blends four pixels, which is too few for one made so small.
    painter.drawImage(place, pixels.width() < m_image.width()
                                 ? m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 : m_image);
}

}  // namespace glyphscope
