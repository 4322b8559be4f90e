// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_card.h"

#include "ui/network/shrunk_picture.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kMostExactEnlargement = 4;  // from there on the unevenness is not seen
constexpr double kLongestLabel = 72;
constexpr double kShortestBars = 64;
constexpr double kFoldMark = 16;    // of a block, before its name
constexpr double kReadableRow = 9;  // in lower rows only the highest value has its name

QString elided(const QFont& words, const QString& text, double width)
{
    return QFontMetricsF(words).elidedText(text, Qt::ElideRight, width);
}

struct ModuleCardText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ModuleCard)
};

QString statistics(const ValueRange& range)
{
    return ModuleCardText::tr("min %1, max %2, mean %3")
        .arg(valueText(range.low), valueText(range.high), valueText(range.mean));
}

}  // namespace

ModuleCard::ModuleCard(std::shared_ptr<const ModuleOutput> output, QStringList labels,
                       const ChainEntry& entry)
    : m_output(std::move(output)), m_entry(entry)
{
    if (m_output->shape.size() == 1 && labels.size() == static_cast<qsizetype>(m_output->values.size()))
        m_labels = std::move(labels);
}

const ValueRange& ModuleCard::range() const
{
    if (!m_range)
        m_range = rangeOf(m_output->values);
    return *m_range;
}

const QImage& ModuleCard::picture() const
{
    if (m_mosaic.isNull() && !showsBars())
        m_mosaic = mosaic(*m_output);
    return m_mosaic;
}

QString ModuleCard::name() const
{
    return QString::fromStdString(m_output->name);
}

QString ModuleCard::title() const
{
    const QString inBlock = name().section(u'.', -1);
    return m_entry.repeats > 0
               ? ModuleCardText::tr("%1 \u00D7%2", "a Repeat, how often").arg(inBlock).arg(m_entry.repeats)
               : inBlock;
}

QString ModuleCard::foldTip() const
{
    return isOpen()
               ? ModuleCardText::tr("Holds %n module(s), shown before it. Press Space to fold it.", nullptr,
                                    m_entry.holds)
               : ModuleCardText::tr("Holds %n module(s). Press Space to open it.", nullptr, m_entry.holds);
}

QString ModuleCard::shapeText() const
{
    return glyphscope::shapeText(m_output->shape);
}

QString ModuleCard::rangeText() const
{
    return ModuleCardText::tr("%1 to %2", "smallest and largest value")
        .arg(valueText(range().low), valueText(range().high));
}

CardContent ModuleCard::content() const
{
    const QFontMetricsF heading(font(TextStyle::Heading));
    const QFontMetricsF caption(font(TextStyle::Caption));
    // The range's own width would let the whole chain twitch with every stroke: room for a usual one instead.
    const double text = std::max({heading.horizontalAdvance(title()) + (isBlock() ? kFoldMark : 0.0),
                                  caption.horizontalAdvance(shapeText()),
                                  caption.horizontalAdvance(u"\u221210.2 to 10.2"_s)});
    if (!showsBars())
        return {.picture = gridOf(*m_output).size(), .textWidth = text};
    double label = 0;
    for (const QString& each : m_labels)
        label = std::max(label, caption.horizontalAdvance(each));
    return {.picture = QSizeF(1.3, 1),
            .textWidth = std::max(text, std::min(label, kLongestLabel) + kShortestBars)};
}

void ModuleCard::paint(QPainter& painter, const CardPlace& place, Frame frame) const
{
    const Theme& t = theme();
    painter.setPen(QPen(frame == Frame::Plain ? t.border : t.accent, frame == Frame::Focus ? 2 : 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(place.card, metrics::kRadius, metrics::kRadius);

    const QFont heading = font(TextStyle::Heading);
    const QFont caption = font(TextStyle::Caption);
    painter.setFont(heading);
    painter.setPen(t.text);
    const QRectF words = place.name.adjusted(isBlock() ? kFoldMark : 0.0, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, elided(heading, title(), words.width()));
    if (isBlock())
        paintFoldMark(painter, place);
    painter.setFont(caption);
    painter.setPen(t.mutedText);
    const double shapeWidth = QFontMetricsF(caption).horizontalAdvance(shapeText());
    painter.drawText(place.shape, Qt::AlignLeft | Qt::AlignVCenter, shapeText());
    // The kind without its arguments, where the picture leaves room for it; all of it is in the tooltip.
    const QString kind = QString::fromStdString(m_output->kind).section(u'(', 0, 0);
    if (shapeWidth + QFontMetricsF(caption).horizontalAdvance(kind) + metrics::kMargin <= place.shape.width())
        painter.drawText(place.shape, Qt::AlignRight | Qt::AlignVCenter, kind);
    const bool fits = QFontMetricsF(caption).horizontalAdvance(rangeText()) <= place.range.width();
    const QString span =
        fits ? rangeText() : u"%1 \u2013 %2"_s.arg(valueText(range().low, 2), valueText(range().high, 2));
    painter.drawText(place.range, Qt::AlignHCenter | Qt::AlignVCenter,
                     elided(caption, span, place.range.width()));

    if (showsBars())
        paintBars(painter, barsArea(place));
    else
        paintPicture(painter, place.picture);
}

QRectF ModuleCard::foldMark(const CardPlace& place)
{
    return {place.name.left() - metrics::kUnit, place.name.top(), kFoldMark + metrics::kUnit,
            place.name.height()};
}

/// A triangle that points down where the block is open.
void ModuleCard::paintFoldMark(QPainter& painter, const CardPlace& place) const
{
    const QPointF at(place.name.left() + kFoldMark / 2 - 2, place.name.center().y());
    const QPointF folded[]{at + QPointF(-2.5, -5), at + QPointF(3.5, 0), at + QPointF(-2.5, 5)};
    const QPointF open[]{at + QPointF(-5, -2.5), at + QPointF(5, -2.5), at + QPointF(0, 3.5)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().mutedText);
    painter.drawPolygon(isOpen() ? open : folded, 3);
}

void ModuleCard::paintPicture(QPainter& painter, const QRectF& area) const
{
    const QImage& maps = picture();
    if (maps.isNull())
        return;
    const qreal dpr = painter.device()->devicePixelRatioF();
    const QSize pixels = (area.size() * dpr).toSize();
    if (pixels.isEmpty())
        return;
    if (pixels.width() > kMostExactEnlargement * maps.width()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(area, maps);
        return;
    }
    if (m_fitted.size() != pixels)
        m_fitted = fitted(pixels);
    m_fitted.setDevicePixelRatio(dpr);
    painter.drawImage(area.topLeft(), m_fitted);
}

/// Enlarged by a fraction, nearest pixels would be of uneven size: by the next whole number first, then
/// smoothly down to the place. Every value stays a crisp square.
QImage ModuleCard::fitted(QSize pixels) const
{
    if (pixels.width() < picture().width())
        return shrunk(picture(), pixels, scaleOf(range()).colour(0));
    const int whole = (pixels.width() + picture().width() - 1) / picture().width();
    const QImage exact = whole > 1 ? picture().scaled(picture().size() * whole) : picture();
    return exact.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QRectF ModuleCard::barsArea(const CardPlace& place)
{
    return {QPointF(place.range.left(), place.shape.bottom() + metrics::kGap),
            QPointF(place.range.right(), place.range.top() - metrics::kGap)};
}

void ModuleCard::paintBars(QPainter& painter, const QRectF& area) const
{
    const Theme& t = theme();
    const double pitch = area.height() / static_cast<double>(m_labels.size());
    const bool readable = pitch >= kReadableRow;
    QFont words = font(TextStyle::Caption);
    if (readable)
        words.setPixelSize(std::min(static_cast<int>(pitch) + 1, QFontInfo(words).pixelSize()));
    painter.setFont(words);
    const double line = std::max(pitch, QFontMetricsF(words).height());
    double label = 0;
    for (const QString& each : m_labels)
        label = std::max(label, QFontMetricsF(words).horizontalAdvance(each));
    label = std::min(label, kLongestLabel);
    const QRectF field = area.adjusted(label + metrics::kGap, 0, 0, 0);
    const float limit = std::max({std::abs(range().low), std::abs(range().high), 1e-6F});
    const auto highest = std::max_element(m_output->values.begin(), m_output->values.end());
    const double zero = range().low < 0 ? field.center().x() : field.left();
    const double scale = (field.right() - zero) / static_cast<double>(limit);
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        const auto value = m_output->values.begin() + i;
        const QRectF row(area.left(), area.top() + static_cast<double>(i) * pitch, area.width(), pitch);
        if (readable || value == highest) {
            painter.setPen(value == highest ? t.text : t.mutedText);
            const double top = std::clamp(row.center().y() - line / 2, area.top(),
                                          std::max(area.top(), area.bottom() - line));
            painter.drawText(QRectF(row.left(), top, label, line), Qt::AlignRight | Qt::AlignVCenter,
                             elided(words, m_labels.at(i), label));
        }
        const double length = std::isfinite(*value) ? static_cast<double>(*value) * scale : 0.0;
        const QRectF bar = QRectF(zero, row.top() + pitch * 0.2, length, pitch * 0.6).normalized();
        painter.fillRect(bar, value == highest ? t.accent
                                               : blend(t.surface, *value < 0 ? t.second : t.accent, 0.55));
    }
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom()));
}

QString ModuleCard::describe(const CardPlace& place, QPointF at) const
{
    QString text = u"%1: %2\n%3, %4"_s.arg(name(), QString::fromStdString(m_output->kind), shapeText(),
                                           statistics(range()));
    if (isBlock())
        text += u'\n' + foldTip();
    if (showsBars()) {
        const QRectF bars = barsArea(place);
        const double share = (at.y() - bars.top()) / bars.height();
        const auto row = static_cast<qsizetype>(std::floor(share * static_cast<double>(m_labels.size())));
        if (row >= 0 && row < m_labels.size() && place.card.contains(at))
            text = u"%1, %2: %3\n"_s.arg(name(), m_labels.at(row),
                                         valueText(m_output->values[static_cast<std::size_t>(row)])) +
                   text;
        return text;
    }
    if (picture().isNull() || !place.picture.contains(at))
        return text;
    const QPointF share((at.x() - place.picture.left()) / place.picture.width(),
                        (at.y() - place.picture.top()) / place.picture.height());
    const QString pixel = describePixel(QPoint(static_cast<int>(share.x() * picture().width()),
                                               static_cast<int>(share.y() * picture().height())));
    return pixel.isEmpty() ? text : pixel + u'\n' + text;
}

QString ModuleCard::describePixel(QPoint pixel) const
{
    const MosaicGrid grid = gridOf(*m_output);
    const std::optional<int> map = grid.mapAt(pixel);
    if (!map)
        return {};
    const auto offset = static_cast<std::size_t>(grid.offsetIn(*map, pixel));
    if (m_output->shape.size() != 3) {
        if (offset >= m_output->values.size())
            return {};
        const QString value = valueText(m_output->values[offset]);
        return m_labels.isEmpty()
                   ? ModuleCardText::tr("%1, unit %2: %3").arg(name()).arg(offset).arg(value)
                   : u"%1, %2: %3"_s.arg(name(), m_labels.at(static_cast<qsizetype>(offset)), value);
    }
    const auto size = static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height);
    const auto values = std::span(m_output->values).subspan(static_cast<std::size_t>(*map) * size, size);
    return ModuleCardText::tr("%1, map %2: %3").arg(name()).arg(*map).arg(statistics(rangeOf(values)));
}

}  // namespace glyphscope
