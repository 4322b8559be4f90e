// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/image_delegate.h"

#include "model/types/raster.h"
#include "ui/evaluation/image_model.h"
#include "ui/style/class_name.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kLeastSide = 2 * kGlyphSide;
constexpr int kMostSide = 6 * kGlyphSide;
constexpr int kBeside = 6;           // images in a row for which they get larger
constexpr int kAround = 16;          // of the paper, to the next
constexpr int kLeastLong = 98;       // of a cell with names in words
constexpr qsizetype kShortName = 2;  // letters with which both fit into a line

}  // namespace

ImageDelegate::ImageDelegate(QObject* parent) : QStyledItemDelegate(parent), m_side(kLeastSide)
{
}

void ImageDelegate::setClassNames(const QStringList& names)
{
    m_names = names;
    m_long = std::any_of(names.begin(), names.end(), [](const QString& n) { return n.size() > kShortName; });
}

void ImageDelegate::setRoom(int width)
{
    const int room = width / kBeside - kAround;
    m_side = std::clamp(room / kGlyphSide * kGlyphSide, kLeastSide, kMostSide);
}

QSize ImageDelegate::leastCellSize() const
{
    return cellAround(kLeastSide);
}

QSize ImageDelegate::cellAround(int side) const
{
    const int line = QFontMetrics(font(TextStyle::Caption)).height();
    return {std::max(side + kAround, m_long ? kLeastLong : 0),
            side + metrics::kPadding + (m_long ? 3 : 2) * line};
}

QSize ImageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return cellSize();
}

void ImageDelegate::forgetPictures()
{
    m_pictures.clear();
}

QImage ImageDelegate::pictureOf(const QModelIndex& index) const
{
    const int image = index.data(ImageModel::IndexRole).toInt();
    if (const QImage* made = m_pictures.object(image))
        return *made;
    const QImage picture = glyphImage(static_cast<const ImageModel*>(index.model())->glyphOf(image));
    m_pictures.insert(image, new QImage(picture));
    return picture;
}

void ImageDelegate::paintCaption(QPainter& painter, const QRectF& place, const QModelIndex& index) const
{
    const int truth = index.data(ImageModel::TruthRole).toInt();
    const int answer = index.data(ImageModel::AnswerRole).toInt();
    const QString arrow = u"\u2192 "_s;
    painter.setFont(font(TextStyle::Caption));
    const QFontMetricsF measure(painter.font());
    QRectF line(place.left(), place.top(), place.width(), measure.height());
    const auto write = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(line, Qt::AlignCenter, measure.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    };
    const QColor verdict = truth == answer ? theme().good : theme().bad;
    if (m_long) {
        write(className(m_names, truth), theme().text);
        write(arrow + className(m_names, answer), verdict);
    } else {
        write(className(m_names, truth) + u' ' + arrow + className(m_names, answer), verdict);
    }
    write(percentText(index.data(ImageModel::ConfidenceRole).toDouble(), 1), theme().mutedText);
}

void ImageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& t = theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF cell = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QRectF paper(cell.center().x() - m_side / 2.0, cell.top() + metrics::kUnit, m_side, m_side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.accentSoft : t.raised);
        painter->drawRoundedRect(cell, metrics::kRadius, metrics::kRadius);
    }
    QPainterPath corners;
    corners.addRoundedRect(paper, 5, 5);
    painter->save();
    painter->setClipPath(corners, Qt::IntersectClip);
    painter->drawImage(paper, pictureOf(index));
    painter->restore();
    painter->setPen(QPen(selected ? t.accent : t.border, selected ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(paper, 5, 5);
    paintCaption(*painter, {cell.left() + 2, paper.bottom() + 2, cell.width() - 4, 0}, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.text, 1, Qt::DotLine));
        painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius, metrics::kRadius);
    }
    painter->restore();
}

}  // namespace glyphscope
