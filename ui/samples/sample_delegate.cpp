// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_delegate.h"

#include "ui/samples/sample_model.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace glyphscope {

namespace {

/// The wrong answer, in the lower right corner.
void paintAnswer(QPainter& painter, const QRectF& paper, int answer)
{
    const QRectF badge(paper.right() - 17, paper.bottom() - 17, 17, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().bad);
    painter.drawRoundedRect(badge, 5, 5);
    painter.setPen(theme().surface);
    painter.setFont(font(TextStyle::Caption));
    painter.drawText(badge, Qt::AlignCenter, QString::number(answer));
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
    const int answer = index.data(SampleModel::AnswerRole).toInt();
    const bool wrong = answer >= 0 && answer != index.data(SampleModel::LabelRole).toInt();
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
