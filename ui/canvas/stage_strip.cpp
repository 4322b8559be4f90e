// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stage_strip.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

std::size_t stageIndex(StageKind kind)
{
    return static_cast<std::size_t>(kind);
}

QColor blended(const QColor& a, const QColor& b, int share)
{
    const auto mix = [share](int from, int to) { return from + (to - from) * share / 255; };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QImage picture(const std::uint8_t* bytes, int side)
{
    QImage image(bytes, side, side, side, QImage::Format_Indexed8);
    QList<QRgb> colours;
    for (int i = 0; i < 256; ++i)
        colours.append(blended(theme().paper, theme().ink, i).rgb());
    image.setColorTable(colours);
    return image.convertToFormat(QImage::Format_RGB32);
}

QImage picture(const Raster& raster)
{
    return raster.empty() ? QImage() : picture(raster.pixels.data(), raster.width);
}

std::uint8_t valueAt(const Stages& stages, const StagePixel& pixel)
{
    switch (pixel.stage) {
    case StageKind::Strokes:
    case StageKind::TightBox:
        return stages.bitmap.at(pixel.at.x(), pixel.at.y());
    case StageKind::Resampled:
        return stages.box.at(pixel.at.x(), pixel.at.y());
    case StageKind::Centred:
        break;
    }
    return stages.glyph[static_cast<std::size_t>(pixel.at.y() * kGlyphSide + pixel.at.x())];
}

/// Only pictures of the promised sizes are shown: the pixel arithmetic relies on them.
bool isComplete(const Stages& stages)
{
    const auto square = [](const Raster& r, StageKind kind) {
        const auto side = static_cast<std::size_t>(stageSide(kind));
        return r.width == stageSide(kind) && r.height == r.width && r.pixels.size() == side * side;
    };
    return !stages.empty && (stages.dataSet || (square(stages.bitmap, StageKind::Strokes) &&
                                                square(stages.box, StageKind::Resampled)));
}

bool same(const Stages& a, const Stages& b)
{
    return a.empty == b.empty && a.bitmap == b.bitmap && a.tight == b.tight && a.box == b.box &&
           a.offsetX == b.offsetX && a.offsetY == b.offsetY && a.glyph == b.glyph && a.dataSet == b.dataSet &&
           a.drawnOver == b.drawnOver;
}

}  // namespace

StageStrip::StageStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stageStrip"));
    setAccessibleName(tr("From strokes to the network's input"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleDescription(readout());
}

void StageStrip::setStages(const Stages& stages)
{
    Stages complete = isComplete(stages) ? stages : Stages{};
    if (same(complete, m_stages))
        return;  // the same drawing was read with other weights
    m_stages = std::move(complete);
    if (m_stages.dataSet && m_inspected && m_inspected->stage != StageKind::Centred)
        m_inspected.reset();
    renderImages();
    setAccessibleDescription(readout());
    update();
}

void StageStrip::renderImages()
{
    m_images = {};
    if (m_stages.empty)
        return;
    m_images[stageIndex(StageKind::Strokes)] = picture(m_stages.bitmap);
    m_images[stageIndex(StageKind::TightBox)] = m_images[stageIndex(StageKind::Strokes)];
    m_images[stageIndex(StageKind::Resampled)] = picture(m_stages.box);
    m_images[stageIndex(StageKind::Centred)] = picture(m_stages.glyph.data(), kGlyphSide);
}

QString StageStrip::aboutStages() const
{
    if (!m_stages.dataSet)
        return tr("Shifted by (%1, %2) so that the centre of mass lies in the middle.")
            .arg(m_stages.offsetX)
            .arg(m_stages.offsetY);
    const QString name = QString::fromStdString(*m_stages.dataSet);
    return m_stages.drawnOver
               ? tr("Image of %1 with your strokes in its own pixels. No box, no shift.").arg(name)
               : tr("Image of %1, read as it is. No box, no shift: the network gets these bytes.").arg(name);
}

QString StageStrip::readout() const
{
    if (m_stages.empty)
        return tr("What the network gets appears here while you write.");
    if (!m_inspected)
        return aboutStages();
    const std::uint8_t value = valueAt(m_stages, *m_inspected);
    const QString place = tr("row %1, column %2").arg(m_inspected->at.y()).arg(m_inspected->at.x());
    switch (m_inspected->stage) {
    case StageKind::Strokes:
    case StageKind::TightBox:
        return tr("%1: %2").arg(place, value != 0 ? tr("ink") : tr("paper"));
    case StageKind::Resampled:
        return tr("%1: %2 of 255").arg(place).arg(value);
    case StageKind::Centred:
        break;
    }
    const QString input = withTrueMinus(fixedText(networkInput(value), 2));
    return tr("%1: %2 \u2192 network input %3").arg(place).arg(value).arg(input);
}

void StageStrip::inspect(std::optional<StagePixel> pixel)
{
    if (m_stages.empty)
        pixel.reset();
    if (pixel == m_inspected)
        return;
    m_inspected = pixel;
    setAccessibleDescription(readout());
    update();
}

StageLayout StageStrip::stageLayout() const
{
    StageLayout layout = layOutStages(size(), lineHeight());
    return m_stages.dataSet ? withNetworkInputAlone(std::move(layout)) : layout;
}

double StageStrip::lineHeight() const
{
    return glyphscope::lineHeight(TextStyle::Caption);
}

QSize StageStrip::sizeHint() const
{
    return {440, heightForWidth(440)};
}

QSize StageStrip::minimumSizeHint() const
{
    return {260, heightForWidth(260)};
}

int StageStrip::heightForWidth(int width) const
{
    return stagesHeight(width, lineHeight());
}

void StageStrip::paintEvent(QPaintEvent*)
{
    const StageLayout layout = stageLayout();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const StageKind kind : kStageKinds) {
        paintCard(painter, layout, kind);
        paintPicture(painter, layout, kind);
    }
    QColor line = theme().guide;
    line.setAlpha(m_stages.empty ? 110 : 150);
    m_grid.paint(painter, layout, size(), line);
    if (!m_stages.empty && !m_stages.dataSet)
        paintMarks(painter, layout);
    paintInspected(painter, layout);
    paintCaptions(painter, layout);
    paintText(painter, layout);
    paintArrows(painter, layout);
}

void StageStrip::paintCard(QPainter& painter, const StageLayout& layout, StageKind kind) const
{
    constexpr double kCorner = 5;
    const QRectF& card = layout.cards[stageIndex(kind)];
    if (card.isEmpty())
        return;
    painter.setBrush(theme().paper);
    painter.setPen(QPen(theme().border, 1));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    if (hasFocus() && kind == StageKind::Centred) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRoundedRect(card.adjusted(-1, -1, 1, 1), kCorner + 1, kCorner + 1);
    }
}

void StageStrip::paintPicture(QPainter& painter, const StageLayout& layout, StageKind kind) const
{
    const QRectF& place = layout.pictures[stageIndex(kind)];
    const double cell = layout.cell(kind);
    const QImage& image = m_images[stageIndex(kind)];
    painter.setRenderHint(QPainter::SmoothPixmapTransform, cell < 1);
    if (!image.isNull() && cell < 1) {
        const QSize pixels = (place.size() * devicePixelRatioF()).toSize();
        painter.drawImage(place, image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    } else if (!image.isNull()) {
        painter.drawImage(place, image);
    }
}

void StageStrip::paintMarks(QPainter& painter, const StageLayout& layout) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(boxRect(layout, StageKind::TightBox, m_stages.tight).adjusted(-0.75, -0.75, 0.75, 0.75));
    QColor pasted = theme().accent;
    pasted.setAlphaF(0.45F);
    painter.setPen(QPen(pasted, 1));
    const Box box{m_stages.offsetX, m_stages.offsetY, m_stages.box.width, m_stages.box.height};
    painter.drawRect(boxRect(layout, StageKind::Centred, box) &
                     layout.pictures[stageIndex(StageKind::Centred)]);
    const std::optional<QPointF> centre = barycentre(m_stages.glyph);
    if (!centre)
        return;
    const double cell = layout.cell(StageKind::Centred);
    const QPointF at = layout.pictures[stageIndex(StageKind::Centred)].topLeft() + cell * *centre;
    const double arm = std::clamp(0.9 * cell, 3.5, 7.0);
    for (const QPen& pen : {QPen(theme().paper, 3.5, Qt::SolidLine, Qt::RoundCap),
                            QPen(theme().second, 1.75, Qt::SolidLine, Qt::RoundCap)}) {
        painter.setPen(pen);
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
    }
}

void StageStrip::paintInspected(QPainter& painter, const StageLayout& layout) const
{
    if (!m_inspected)
        return;
    constexpr double kSmallest = 5;
    const QRectF pixel = pixelRect(layout, *m_inspected);
    const double grow = std::max(0.0, (kSmallest - pixel.width()) / 2) + 1;
    const QRectF outline = pixel.adjusted(-grow, -grow, grow, grow);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().paper, 3.5));
    painter.drawRect(outline);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawRect(outline);
}

void StageStrip::paintCaptions(QPainter& painter, const StageLayout& layout) const
{
    const std::array captions{tr("Strokes"), tr("Tight box"), tr("20×20"),
                              m_stages.dataSet ? tr("28×28") : tr("28×28 centred")};
    const QFont small = glyphscope::font(TextStyle::Caption);
    const QFontMetricsF measure(small);
    painter.setFont(small);
    painter.setPen(theme().mutedText);
    for (std::size_t i = 0; i < kStageCount; ++i) {
        const QRectF place = layout.captions[i] & QRectF(rect());
        painter.drawText(place, Qt::AlignCenter,
                         measure.elidedText(captions[i], Qt::ElideRight, place.width()));
    }
}

void StageStrip::paintText(QPainter& painter, const StageLayout& layout) const
{
    const QFont small = glyphscope::font(TextStyle::Caption);
    const QFontMetricsF measure(small);
    painter.setFont(small);
    painter.setPen(m_inspected ? theme().text : theme().mutedText);
    if (!layout.words.isNull()) {
        painter.drawText(layout.words, Qt::AlignCenter | Qt::TextWordWrap, aboutStages());
        if (!m_inspected)
            return;
    }
    QString text = readout();
    if (!m_inspected && measure.horizontalAdvance(text) > layout.readout.width())
        text = m_stages.empty
                   ? tr("Pixels appear here as you write.")
                   : tr("Shifted by (%1, %2) to the middle.").arg(m_stages.offsetX).arg(m_stages.offsetY);
    painter.drawText(layout.readout, Qt::AlignCenter,
                     measure.elidedText(text, Qt::ElideRight, layout.readout.width()));
}

void StageStrip::paintArrows(QPainter& painter, const StageLayout& layout) const
{
    QColor chevron = theme().mutedText;
    chevron.setAlphaF(m_stages.empty ? 0.35F : 0.8F);
    painter.setPen(QPen(chevron, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF& arrow : layout.arrows) {
        if (arrow.isEmpty())
            continue;
        const QPointF tip = arrow.center() + QPointF(2.5, 0);
        painter.drawPolyline(QPolygonF{tip + QPointF(-5, -5), tip, tip + QPointF(-5, 5)});
    }
}

void StageStrip::mouseMoveEvent(QMouseEvent* event)
{
    inspect(pixelAt(stageLayout(), event->position()));
}

void StageStrip::leaveEvent(QEvent*)
{
    inspect(std::nullopt);
}

bool StageStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down)
            event->accept();
    }
    return QWidget::event(event);
}

void StageStrip::keyPressEvent(QKeyEvent* event)
{
    const auto step = [key = event->key()](int less, int more) { return (key == more) - (key == less); };
    const QPoint move(step(Qt::Key_Left, Qt::Key_Right), step(Qt::Key_Up, Qt::Key_Down));
    if (event->key() == Qt::Key_Escape && m_inspected) {
        inspect(std::nullopt);
    } else if (move.isNull() || m_stages.empty) {
        QWidget::keyPressEvent(event);
    } else {
        // The first arrow only shows where one is: at the centre, where the ink was brought to.
        QPoint at(kGlyphSide / 2, kGlyphSide / 2);
        if (m_inspected && m_inspected->stage == StageKind::Centred)
            at = m_inspected->at + move;
        at.setX(std::clamp(at.x(), 0, kGlyphSide - 1));
        at.setY(std::clamp(at.y(), 0, kGlyphSide - 1));
        inspect(StagePixel{StageKind::Centred, at});
    }
}

void StageStrip::focusInEvent(QFocusEvent*)
{
    update();
}

void StageStrip::focusOutEvent(QFocusEvent*)
{
    inspect(std::nullopt);
    update();
}

void StageStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        renderImages();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
