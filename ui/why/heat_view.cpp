// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/heat_view.h"

#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/why/attribution_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/scale_bar.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
HeatView::HeatView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"why.heat"_s);
    setAccessibleName(tr("Attribution of every pixel"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    showChange();
}

HeatLayout HeatView::heatLayout() const
{
    return layOutHeat(width(), lineHeight(TextStyle::Caption), devicePixelRatioF(), m_fills ? height() : 0);
}

void HeatView::setFillsRoom(bool fills)
{
    if (fills == m_fills)
        return;
    m_fills = fills;
    QSizePolicy policy(QSizePolicy::Expanding, fills ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    policy.setHeightForWidth(!fills);
    setSizePolicy(policy);
}

QSize HeatView::sizeHint() const
{
    if (m_fills)
        return minimumSizeHint();
    return {300, heightForWidth(300)};
}

QSize HeatView::minimumSizeHint() const
{
    return {150, heightForWidth(150)};
}

int HeatView::heightForWidth(int width) const
{
    return static_cast<int>(layOutHeat(width, lineHeight(TextStyle::Caption), devicePixelRatioF()).height);
}

void HeatView::setGlyph(const Glyph& glyph)
{
    m_glyph = glyph;
    showChange();
}

void HeatView::setAttribution(const std::optional<Attribution>& attribution)
{
    m_attribution = attribution && attribution->values.size() == static_cast<std::size_t>(kGlyphPixels)
                        ? attribution
                        : std::nullopt;
    showChange();
}

void HeatView::setLook(const HeatLook& look)
{
    m_look = look;
    showChange();
}

bool HeatView::isPast() const
{
    return m_attribution && m_attribution->glyph != m_glyph;
}

void HeatView::showChange()
{
    m_stale = true;
    setAccessibleDescription(readout());
    update();
}

QString HeatView::readout() const
{
    if (!m_attribution)
        return tr("Computing\u2026");
    if (isPast())
        return tr("Of the drawing before; computing\u2026");
    if (!m_inspected)
        return tr("Point at a pixel to read its value.");
    const auto index = static_cast<std::size_t>(m_inspected->y() * kGlyphSide + m_inspected->x());
    const auto value = static_cast<double>(m_attribution->values[index]);
    return tr("row %1, column %2: %3 (ink %4)")
        .arg(m_inspected->y())
        .arg(m_inspected->x())
        .arg(valueText(value))
        .arg(m_glyph[index]);
}

void HeatView::inspect(std::optional<QPoint> pixel)
{
    if (pixel == m_inspected)
        return;
    m_inspected = pixel;
    setAccessibleDescription(readout());
    update();
}

void HeatView::paintEvent(QPaintEvent*)
{
    if (m_stale) {
        const Glyph& under = m_attribution ? m_attribution->glyph : m_glyph;
        m_picture.glyph = glyphImage(under);
        m_picture.outline = glyphOutline(under);
        m_picture.heat = m_attribution ? heatImage(*m_attribution, m_look) : QImage();
        m_stale = false;
    }
    const HeatLayout layout = heatLayout();
    QPainter painter(this);
    painter.setOpacity(isPast() ? kPastOpacity : 1);
    m_picture.paint(painter, layout.picture, m_look.smooth);
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(theme().accent, 2) : QPen(theme().border, 1));
    const double out = hasFocus() ? 1.5 : 0.5;
    painter.drawRoundedRect(layout.picture.adjusted(-out, -out, out, out), 2, 2);
    paintPixelFrame(painter, layout);
    if (m_attribution && !isPast()) {
        const ColourScale scale = heatScale(*m_attribution);
        paintLegend(painter, layout.legend, layout.numbers, scale, m_look.opacity,
                    scale.diverging ? LegendWords{tr("against"), tr("for it")} : LegendWords{});
    }
    const QFont words = glyphscope::font(TextStyle::Caption);
    painter.setFont(words);
    painter.setPen(m_inspected && m_attribution ? theme().text : theme().mutedText);
    painter.drawText(layout.readout, Qt::AlignCenter,
                     QFontMetricsF(words).elidedText(readout(), Qt::ElideRight, layout.readout.width()));
}

void HeatView::paintPixelFrame(QPainter& painter, const HeatLayout& layout) const
{
    if (!m_inspected || !m_attribution || isPast())
        return;
    const QRectF pixel = layout.pixelRect(*m_inspected).adjusted(-1, -1, 1, 1);
    for (const QPen& pen : {QPen(theme().paper, 3.5), QPen(theme().accent, 2)}) {
        painter.setPen(pen);
        painter.drawRect(pixel);
    }
}

bool HeatView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isArrow(static_cast<QKeyEvent*>(event)->key()))
        event->accept();
    return QWidget::event(event);
}

void HeatView::mouseMoveEvent(QMouseEvent* event)
{
    inspect(heatLayout().pixelAt(event->position()));
}

void HeatView::leaveEvent(QEvent*)
{
    inspect(std::nullopt);
}

void HeatView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_inspected) {
        inspect(std::nullopt);
        return;
    }
    if (!isArrow(event->key())) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto step = [key = event->key()](int less, int more) { return (key == more) - (key == less); };
    // The first arrow only shows where one is: in the middle.
    QPoint at(kGlyphSide / 2, kGlyphSide / 2);
    if (m_inspected)
        at = *m_inspected + QPoint(step(Qt::Key_Left, Qt::Key_Right), step(Qt::Key_Up, Qt::Key_Down));
    inspect(QPoint(std::clamp(at.x(), 0, kGlyphSide - 1), std::clamp(at.y(), 0, kGlyphSide - 1)));
}

void HeatView::focusInEvent(QFocusEvent*)
{
    update();
}

void HeatView::focusOutEvent(QFocusEvent*)
{
    inspect(std::nullopt);
    update();
}

void HeatView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        showChange();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
