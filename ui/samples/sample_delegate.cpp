// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_delegate.h"

#include "ui/samples/sample_model.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace glyphscope {

namespace {

/// The wrong answer, in the lower right corner.
void paintAnswer(QPainter& painter, const QRectF& paper, const QString& answer)
{
    constexpr double kHigh = 17;
    constexpr double kSides = 8;
    const QFontMetricsF measure(font(TextStyle::Caption));
    const QString words = measure.elidedText(answer, Qt::ElideRight, paper.width() - kSides);
    const double wide = std::max(kHigh, std::min(paper.width(), measure.horizontalAdvance(words) + kSides));
    const QRectF badge(paper.right() - wide, paper.bottom() - kHigh, wide, kHigh);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().bad);
    painter.drawRoundedRect(badge, 5, 5);
    painter.setPen(theme().surface);
    painter.setFont(font(TextStyle::Caption));
    painter.drawText(badge, Qt::AlignCenter, words);
}

}  // namespace

SampleDelegate::SampleDelegate(QObject* parent) : QStyledItemDelegate(parent)
{
}

QSize SampleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {kCell, kCell};
}

void SampleDelegate::forgetPictures()
{
    m_pictures.clear();
}

QImage SampleDelegate::pictureOf(const QModelIndex& index) const
{
    const QString id = index.data(SampleModel::IdRole).toString();
    if (const QImage* made = m_pictures.object(id))
        return *made;
    const QImage picture = glyphImage(static_cast<const SampleModel*>(index.model())->glyphAt(index));
    m_pictures.insert(id, new QImage(picture));
    return picture;
}

void SampleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Theme& t = theme();
    const QString answer = index.data(SampleModel::AnswerRole).toString();
    const bool wrong = !answer.isEmpty() && answer != index.data(SampleModel::LabelRole).toString();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRectF paper(0, 0, kSide, kSide);
    paper.moveCenter(QRectF(option.rect).center());

    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 8, 8);
    }
    QPainterPath corners;
    corners.addRoundedRect(paper, 5, 5);
    painter->setClipPath(corners);
    painter->drawImage(paper, pictureOf(index));
    painter->setClipping(false);
    const QColor edge = selected ? t.accent : wrong ? t.bad : t.border;
    painter->setPen(QPen(edge, selected || wrong ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(paper, 5, 5);
    if (wrong)
        paintAnswer(*painter, paper, answer);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.text, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    }
    painter->restore();
}

}  // namespace glyphscope
