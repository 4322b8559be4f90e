// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/method_gallery.h"

#include "ui/style/contrast.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/why/attribution_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kCount = static_cast<int>(kMethodCount);

int indexOfMethod(AttributionMethod method)
{
    return static_cast<int>(
        std::find(std::begin(kAttributionMethods), std::end(kAttributionMethods), method) -
        std::begin(kAttributionMethods));
}

/// Names have a second line where the tiles are too narrow for one of them.
GalleryLayout layOutMethods(double width, double height = 0)
{
    const QFontMetricsF measure(font(TextStyle::Caption));
    const double line = std::ceil(measure.height()) + 2;
    GalleryLayout layout = layOutGallery(kCount, width, line, height);
    const double room = layout.tiles.front().caption.width();
    const bool fit = std::all_of(
        std::begin(kAttributionMethods), std::end(kAttributionMethods),
        [&](AttributionMethod method) { return measure.horizontalAdvance(methodName(method)) <= room; });
    return fit ? layout : layOutGallery(kCount, width, 2 * line - 2, height);
}

}  // namespace

MethodGallery::MethodGallery(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"why.gallery"_s);
    setAccessibleName(tr("Methods"));
    setAccessibleDescription(methodName(current()));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

GalleryLayout MethodGallery::galleryLayout() const
{
    return layOutMethods(width(), m_fills ? height() : 0);
}

void MethodGallery::setFillsRoom(bool fills)
{
    if (fills == m_fills)
        return;
    m_fills = fills;
    QSizePolicy policy(QSizePolicy::Expanding, fills ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    policy.setHeightForWidth(!fills);
    setSizePolicy(policy);
}

QSize MethodGallery::sizeHint() const
{
    if (m_fills)
        return minimumSizeHint();
    return {300, heightForWidth(300)};
}

QSize MethodGallery::minimumSizeHint() const
{
    constexpr int kLeastHeight = 210;  // two rows
    return {170, m_fills ? kLeastHeight : 60};
}

int MethodGallery::heightForWidth(int width) const
{
    return static_cast<int>(layOutMethods(width).height);
}

void MethodGallery::setGlyph(const Glyph& glyph)
{
    m_glyph = glyph;
    for (std::size_t i = 0; i < kMethodCount; ++i)
        if (!m_attributions[i])
            m_pictures[i] = {};
    update();
}

void MethodGallery::setAttribution(const Attribution& attribution)
{
    const int index = indexOfMethod(attribution.method);
    m_attributions[static_cast<std::size_t>(index)] = attribution;
    m_pictures[static_cast<std::size_t>(index)] = {};
    updateTile(index);
}

void MethodGallery::forget()
{
    m_attributions = {};
    dropPictures();
}

void MethodGallery::setLook(const HeatLook& look)
{
    m_look = look;
    dropPictures();
}

void MethodGallery::dropPictures()
{
    m_pictures = {};
    update();
}

void MethodGallery::choose(AttributionMethod method)
{
    chooseIndex(indexOfMethod(method));
}

void MethodGallery::chooseIndex(int index)
{
    index = std::clamp(index, 0, kCount - 1);
    if (index == m_current)
        return;
    m_current = index;
    setAccessibleDescription(methodName(current()));
    update();
    Q_EMIT chosen(current());
}

void MethodGallery::updateTile(int index)
{
    const GalleryLayout layout = galleryLayout();
    update(layout.tiles[static_cast<std::size_t>(index)].tile.toAlignedRect().adjusted(-2, -2, 2, 2));
}

void MethodGallery::setHovered(std::optional<int> index)
{
    if (index == m_hovered)
        return;
    for (const std::optional<int>& each : {m_hovered, index})
        if (each)
            updateTile(*each);
    m_hovered = index;
}

void MethodGallery::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const GalleryLayout layout = galleryLayout();
    for (int i = 0; i < kCount; ++i) {
        const GalleryTile& place = layout.tiles[static_cast<std::size_t>(i)];
        if (place.tile.intersects(QRectF(event->rect())))
            paintTile(painter, place, i);
    }
}

void MethodGallery::makePicture(std::size_t at)
{
    const std::optional<Attribution>& attribution = m_attributions[at];
    const Glyph& under = attribution ? attribution->glyph : m_glyph;
    m_pictures[at] = {glyphImage(under), attribution ? heatImage(*attribution, m_look) : QImage(),
                      glyphOutline(under)};
}

void MethodGallery::paintTile(QPainter& painter, const GalleryTile& place, int index)
{
    const auto at = static_cast<std::size_t>(index);
    if (m_pictures[at].glyph.isNull())
        makePicture(at);
    const Theme& t = theme();
    const bool current = index == m_current;
    const QRectF frame = place.tile.adjusted(1, 1, -1, -1);
    painter.setBrush(current ? t.accentSoft : index == m_hovered ? t.raised : t.surface);
    painter.setPen(current ? QPen(t.accent, hasFocus() ? 2 : 1) : QPen(t.border, 1));
    painter.drawRoundedRect(frame, 6, 6);
    const bool past = m_attributions[at] && m_attributions[at]->glyph != m_glyph;
    painter.setOpacity(past ? kPastOpacity : 1);
    m_pictures[at].paint(painter, place.picture, m_look.smooth);
    painter.setOpacity(1);
    const QFont words = glyphscope::font(TextStyle::Caption);
    painter.setFont(words);
    painter.setPen(current ? t.text : t.mutedText);
    painter.drawText(place.caption, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap,
                     methodName(kAttributionMethods[at]));
}

bool MethodGallery::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<int> index = galleryLayout().tileAt(help->pos());
    if (!index) {
        QToolTip::hideText();
        return true;
    }
    const AttributionMethod method = kAttributionMethods[*index];
    QToolTip::showText(help->globalPos(), methodName(method) + u"\n"_s + methodSentence(method), this);
    return true;
}

void MethodGallery::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<int> index = galleryLayout().tileAt(event->position()))
        chooseIndex(*index);
}

void MethodGallery::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(galleryLayout().tileAt(event->position()));
}

void MethodGallery::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
}

void MethodGallery::keyPressEvent(QKeyEvent* event)
{
    const int columns = galleryLayout().columns;
    switch (event->key()) {
    case Qt::Key_Left:
        return chooseIndex(m_current - 1);
    case Qt::Key_Right:
        return chooseIndex(m_current + 1);
    case Qt::Key_Up:
        return chooseIndex(m_current >= columns ? m_current - columns : m_current);
    case Qt::Key_Down:
        return chooseIndex(m_current + columns < kCount ? m_current + columns : m_current);
    case Qt::Key_Home:
        return chooseIndex(0);
    case Qt::Key_End:
        return chooseIndex(kCount - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MethodGallery::focusInEvent(QFocusEvent*)
{
    update();
}

void MethodGallery::focusOutEvent(QFocusEvent*)
{
    update();
}

void MethodGallery::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        dropPictures();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
