// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/contrast.h"
#include "ui/style/style_sheet.h"
#include "ui/style/theme.h"

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QString pathOf(const QString& name)
{
    return u":/glyphscope/icons/%1.svg"_s.arg(name);
}

QPixmap render(const QString& name, const QColor& colour, QSize pixels)
{
    const QString key = u"glyphscope/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer svg(pathOf(name));
    svg.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Asks for the theme's colours whenever it paints, so that icons need no telling when they change.
class ThemedIconEngine : public QIconEngine {
public:
    explicit ThemedIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, colour(mode, state), size);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }

private:
    static QColor colour(QIcon::Mode mode, QIcon::State state)
    {
        const Theme& t = theme();
        if (mode == QIcon::Disabled)
            return blend(t.surface, t.mutedText, 0.5);
        return state == QIcon::On ? t.accent : t.text;
    }

    const QString m_name;
};

}  // namespace

QIcon icon(const QString& name)
{
    initStyleResources();
    return QFile::exists(pathOf(name)) ? QIcon(new ThemedIconEngine(name)) : QIcon();
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int side, double pixelRatio)
{
    initStyleResources();
    const int pixels = qRound(side * pixelRatio);
    QPixmap pixmap = render(name, colour, QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

}  // namespace glyphscope
