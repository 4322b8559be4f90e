// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/gradient_maps.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/why/heat_image.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/scale_bar.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kEdge = 3;  // room for the focus ring
constexpr double kMostCell = 32;
constexpr double kMostWide = 640;
constexpr double kMostHigh = 400;
constexpr double kBar = 10;

}  // namespace

ColourScale gradientScale(const ModuleOutput& gradient)
{
    const ValueRange range = rangeOf(gradient.values);
    ColourScale scale;
    scale.diverging = true;
    scale.limit = std::max(std::abs(range.low), std::abs(range.high));
    return scale;
}

QImage mosaicOf(const ModuleOutput& output, const ColourScale& scale)
{
    const MosaicGrid grid = gridOf(output);
    if (grid.maps == 0)
        return {};
    QImage image(grid.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    std::size_t next = 0;
    for (int map = 0; map < grid.maps; ++map) {
        const QPoint corner = grid.topLeft(map);
        for (int y = 0; y < grid.height; ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(corner.y() + y)) + corner.x();
            for (int x = 0; x < grid.width && next < output.values.size(); ++x)
                line[x] = scale.colour(output.values[next++]);
        }
    }
    return image;
}

GradientMaps::GradientMaps(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"why.gradientMaps"_s);
    setAccessibleName(tr("Gradient maps"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

GradientMaps::Layout GradientMaps::layOut(double width, QSize mosaic, double lineHeight, double device,
                                          double height)
{
    Layout layout;
    const bool within = height > 0;
    const double below = kEdge + metrics::kGap + kBar + 2 + lineHeight + metrics::kUnit + lineHeight;
    const double high = within ? std::max(1.0, height - below) : kMostHigh;
    const double most = within ? high / 10 : kMostCell;
    const double room = std::clamp(width - 2 * kEdge, 1.0, within ? width : kMostWide);
    QSizeF size(room, 0);
    if (!mosaic.isEmpty()) {
        // Whole device pixels a value, unless that would leave much of the room.
        const double exact = std::min(room / mosaic.width(), high / mosaic.height());
        const double whole = std::floor(exact * device) / device;
        const double cell = std::min(whole >= 0.8 * exact ? whole : exact, std::max(kMostCell, most));
        size = QSizeF(mosaic) * cell;
    }
    const double left = std::floor((width - size.width()) / 2);
    const double bar = std::max(size.width(), std::min(room, 180.0));
    const double barLeft = std::floor((width - bar) / 2);
    layout.picture = QRectF(QPointF(left, kEdge), size);
    layout.legend = QRectF(barLeft, layout.picture.bottom() + metrics::kGap, bar, kBar);
    layout.numbers = QRectF(barLeft, layout.legend.bottom() + 2, bar, lineHeight);
    layout.readout = QRectF(0, layout.numbers.bottom() + metrics::kUnit, width, lineHeight);
    layout.height = std::ceil(layout.readout.bottom());
    return layout;
}

GradientMaps::Layout GradientMaps::mapsLayout() const
{
    return layOut(width(), m_grid.size(), lineHeight(TextStyle::Caption), devicePixelRatioF(),
                  m_fills ? height() : 0);
}

void GradientMaps::setFillsRoom(bool fills)
{
    if (fills == m_fills)
        return;
    m_fills = fills;
    QSizePolicy policy(QSizePolicy::Expanding, fills ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    policy.setHeightForWidth(!fills);
    setSizePolicy(policy);
}

QSize GradientMaps::sizeHint() const
{
    if (m_fills)
        return {300, 200};
    return {300, heightForWidth(300)};
}

QSize GradientMaps::minimumSizeHint() const
{
    return {180, 120};
}

int GradientMaps::heightForWidth(int width) const
{
    return static_cast<int>(
        layOut(width, m_grid.size(), lineHeight(TextStyle::Caption), devicePixelRatioF()).height);
}

void GradientMaps::setGradient(const ModuleOutput& gradient)
{
    const QSize before = m_grid.size();
    m_gradient = gradient;
    m_grid = gridOf(gradient);
    m_scale = gradientScale(gradient);
    m_image = {};
    if (m_inspected && !indexAt(*m_inspected))
        m_inspected.reset();
    if (m_grid.size() != before)
        updateGeometry();
    setAccessibleDescription(readout());
    update();
}

void GradientMaps::setFaint(bool faint)
{
    if (m_faint == faint)
        return;
    m_faint = faint;
    update();
}

void GradientMaps::setClassNames(const QStringList& names)
{
    m_names = names;
    update();
}

std::optional<int> GradientMaps::indexAt(QPoint pixel) const
{
    const std::optional<int> map = m_grid.mapAt(pixel);
    if (!map)
        return std::nullopt;
    const int index = *map * m_grid.width * m_grid.height + m_grid.offsetIn(*map, pixel);
    return index < static_cast<int>(m_gradient.values.size()) ? std::optional(index) : std::nullopt;
}

QString GradientMaps::readout() const
{
    if (m_grid.maps == 0)
        return tr("Computing\u2026");
    const std::optional<int> index = m_inspected ? indexAt(*m_inspected) : std::nullopt;
    if (!index)
        return tr("Point at a value to read it.");
    const QString value = valueText(static_cast<double>(m_gradient.values[static_cast<std::size_t>(*index)]));
    if (m_gradient.shape.size() != 3) {
        const bool classes = m_names.size() == static_cast<qsizetype>(m_gradient.values.size());
        return classes ? tr("class %1: %2").arg(m_names.at(*index), value)
                       : tr("value %1: %2").arg(*index).arg(value);
    }
    const QPoint inside = *m_inspected - m_grid.topLeft(*m_grid.mapAt(*m_inspected));
    const QString place = tr("row %1, column %2: %3").arg(inside.y()).arg(inside.x()).arg(value);
    return m_grid.maps == 1 ? place : tr("map %1, %2").arg(*m_grid.mapAt(*m_inspected)).arg(place);
}

void GradientMaps::inspect(std::optional<QPoint> pixel)
{
    if (pixel == m_inspected)
        return;
    m_inspected = pixel;
    setAccessibleDescription(readout());
    update();
}

void GradientMaps::paintEvent(QPaintEvent*)
{
    if (m_image.isNull())
        m_image = mosaicOf(m_gradient, m_scale);
    const Layout layout = mapsLayout();
    QPainter painter(this);
    painter.setOpacity(m_faint ? kPastOpacity : 1);
    paintPixels(painter, layout.picture, m_image);
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRoundedRect(layout.picture.adjusted(-2, -2, 2, 2), 2, 2);
    }
    if (m_inspected && !m_image.isNull()) {
        const double cell = layout.picture.width() / m_image.width();
        const QRectF value(layout.picture.topLeft() + cell * QPointF(*m_inspected), QSizeF(cell, cell));
        for (const QPen& pen : {QPen(theme().paper, 3.5), QPen(theme().accent, 2)}) {
            painter.setPen(pen);
            painter.drawRect(value.adjusted(-1, -1, 1, 1));
        }
    }
    if (!m_image.isNull())
        paintLegend(painter, layout.legend, layout.numbers, m_scale, 1);
    const QFont words = glyphscope::font(TextStyle::Caption);
    painter.setFont(words);
    painter.setPen(m_inspected ? theme().text : theme().mutedText);
    painter.drawText(layout.readout, Qt::AlignCenter,
                     QFontMetricsF(words).elidedText(readout(), Qt::ElideRight, layout.readout.width()));
}

bool GradientMaps::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isArrow(static_cast<QKeyEvent*>(event)->key()))
        event->accept();
    return QWidget::event(event);
}

void GradientMaps::mouseMoveEvent(QMouseEvent* event)
{
    const Layout layout = mapsLayout();
    if (m_grid.maps == 0 || !layout.picture.contains(event->position())) {
        inspect(std::nullopt);
        return;
    }
    const double cell = layout.picture.width() / m_grid.size().width();
    const QPointF at = (event->position() - layout.picture.topLeft()) / cell;
    const QPoint pixel(static_cast<int>(at.x()), static_cast<int>(at.y()));
    inspect(indexAt(pixel) ? std::optional(pixel) : std::nullopt);
}

void GradientMaps::leaveEvent(QEvent*)
{
    inspect(std::nullopt);
}

void GradientMaps::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_inspected) {
        inspect(std::nullopt);
        return;
    }
    if (!isArrow(event->key()) || m_grid.maps == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto step = [key = event->key()](int less, int more) { return (key == more) - (key == less); };
    const QPoint move(step(Qt::Key_Left, Qt::Key_Right), step(Qt::Key_Up, Qt::Key_Down));
    if (!m_inspected) {
        inspect(QPoint(0, 0));
        return;
    }
    // Two steps where the line between two maps lies.
    for (const QPoint next : {*m_inspected + move, *m_inspected + 2 * move}) {
        if (indexAt(next)) {
            inspect(next);
            return;
        }
    }
}

void GradientMaps::focusInEvent(QFocusEvent*)
{
    update();
}

void GradientMaps::focusOutEvent(QFocusEvent*)
{
    inspect(std::nullopt);
    update();
}

void GradientMaps::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
