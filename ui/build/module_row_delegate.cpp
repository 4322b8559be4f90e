// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/module_row_delegate.h"

#include "ui/build/network_row_model.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kRowInset = metrics::kUnit;
constexpr double kUntrained = 0.6;  // opacity of pictures
constexpr int kMarkSide = 14;
constexpr int kPictureSide = 28;
constexpr std::array kAllNumbers{RowNumber::Shape, RowNumber::Parameters, RowNumber::MultiplyAdds,
                                 RowNumber::Memory};

struct ModuleRowText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ModuleRowText)
};

const NetworkRow* rowBehind(const QModelIndex& index)
{
    const auto* model = qobject_cast<const NetworkRowModel*>(index.model());
    return model == nullptr ? nullptr : model->rowOf(index);
}

QString shortened(const QFont& words, const QString& text, int width)
{
    return QFontMetrics(words).elidedText(text, Qt::ElideMiddle, width);
}

QFont nameFont()
{
    QFont bold = font(TextStyle::Body);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

}  // namespace

QString titleOf(RowNumber number)
{
    switch (number) {
    case RowNumber::Shape:
        return ModuleRowText::tr("Output");
    case RowNumber::Parameters:
        return ModuleRowText::tr("Parameters");
    case RowNumber::MultiplyAdds:
        return ModuleRowText::tr("MACs");
    case RowNumber::Memory:
        return ModuleRowText::tr("Memory");
    }
    return {};
}

QString textOf(const NetworkRow& row, RowNumber number)
{
    if (!row.isKnown())
        return dashText();
    switch (number) {
    case RowNumber::Shape:
        return shapeText(row.outputShape);
    case RowNumber::Parameters:
        return row.parameters == 0 ? dashText() : countText(row.parameters);
    case RowNumber::MultiplyAdds:
        return row.multiplyAdds == 0 ? dashText() : countText(row.multiplyAdds);
    case RowNumber::Memory:
        return row.outputBytes == 0 ? dashText() : memoryText(row.outputBytes);
    }
    return {};
}

void ModuleRowDelegate::fit(const std::vector<NetworkRow>& rows)
{
    const QFontMetrics numbers(font(TextStyle::Caption));
    for (std::size_t i = 0; i < kAllNumbers.size(); ++i) {
        m_wanted[i] = numbers.horizontalAdvance(titleOf(kAllNumbers[i]));
        for (const NetworkRow& row : rows)
            m_wanted[i] = std::max(m_wanted[i], numbers.horizontalAdvance(textOf(row, kAllNumbers[i])));
    }
    setWidth(m_width);
}

void ModuleRowDelegate::setWidth(int width)
{
    m_width = width;
    m_columns = rowColumns(width - 2 * kRowInset, m_wanted);
}

int ModuleRowDelegate::rowHeight() const
{
    const int name = QFontMetrics(nameFont()).height();
    const int text = m_columns.twoLines ? QFontMetrics(font(TextStyle::Caption)).height() : 0;
    return std::max(kPictureSide, name + text) + 2 * kRowInset;
}

void ModuleRowDelegate::setOpen(const QPersistentModelIndex& index, int height)
{
    m_open = index;
    m_openHeight = height;
}

QSize ModuleRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int open = m_open.isValid() && index == m_open ? m_openHeight : 0;
    return {80, rowHeight() + open};
}

void ModuleRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const NetworkRow* row = rowBehind(index);
    if (row == nullptr)
        return;
    const Theme& t = theme();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.accentSoft);
    painter->setPen(QPen(blend(t.surface, t.border, 0.6), 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect;
    area.setHeight(rowHeight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.accent, 2));
        painter->drawLine(option.rect.left() + 1, option.rect.top() + 2, option.rect.left() + 1,
                          option.rect.bottom() - 2);
    }
    area.adjust(kRowInset + 2, 0, -kRowInset, 0);
    if (row->mark != RowMark::None) {
        const bool bad = row->mark == RowMark::Problem;
        painter->drawPixmap(area.left(), area.center().y() - kMarkSide / 2,
                            iconPixmap(bad ? u"error"_s : u"warning"_s, bad ? t.bad : t.caution, kMarkSide,
                                       painter->device()->devicePixelRatioF()));
        area.setLeft(area.left() + kMarkSide + kRowInset);
    }
    const auto picture = index.data(NetworkRowModel::PictureRole).value<QImage>();
    if (!picture.isNull()) {
        const QSize side = picture.size().scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio);
        const QRect place({area.left(), area.center().y() - side.height() / 2}, side);
        const bool untrained = index.data(NetworkRowModel::UntrainedRole).toBool();
        painter->setOpacity(untrained ? kUntrained : 1);
        painter->drawImage(place, picture);
        painter->setOpacity(1);
        if (untrained) {
            painter->setPen(QPen(t.caution, 1, Qt::DashLine));
            painter->drawRect(place.adjusted(0, 0, -1, -1));
        }
        area.setLeft(area.left() + kPictureSide + 2 * kRowInset);
    }
    paintWords(*painter, area, *row);
    paintNumbers(*painter, area, *row);
    painter->restore();
}

void ModuleRowDelegate::paintWords(QPainter& painter, const QRect& area, const NetworkRow& row) const
{
    const int end = kRowInset + m_columns.wordsEnd;
    QRect line(area.left(), area.top(), std::max(0, end - area.left()), area.height());
    const QFont name = nameFont();
    const QFont detail = font(TextStyle::Caption);
    const int upper = QFontMetrics(name).height();
    const int lower = QFontMetrics(detail).height();
    if (m_columns.twoLines)
        line = QRect(line.left(), line.top() + (line.height() - upper - lower) / 2, line.width(), upper);
    QString words = QString::fromStdString(row.layer.name);
    if (row.repeats() > 0)
        words = ModuleRowText::tr("%1  ×%2").arg(words).arg(row.repeats());
    words = shortened(name, words, line.width());
    painter.setFont(name);
    painter.setPen(row.mark == RowMark::Problem ? theme().bad : theme().text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
    if (m_columns.twoLines)
        line.translate(0, lower + (upper - lower) / 2);
    else
        line.setLeft(line.left() + QFontMetrics(name).horizontalAdvance(words) + 3 * kRowInset);
    painter.setFont(detail);
    painter.setPen(theme().mutedText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     shortened(detail, QString::fromStdString(row.text), line.width()));
}

void ModuleRowDelegate::paintNumbers(QPainter& painter, const QRect& area, const NetworkRow& row) const
{
    painter.setFont(font(TextStyle::Caption));
    for (const RowNumber number : kAllNumbers) {
        const RowColumns::Span span = m_columns.of(number);
        if (span.width == 0)
            continue;
        painter.setPen(number == RowNumber::Shape ? theme().text : theme().mutedText);
        painter.drawText(QRect(kRowInset + span.left, area.top(), span.width, area.height()),
                         Qt::AlignRight | Qt::AlignVCenter, textOf(row, number));
    }
}

QWidget* ModuleRowDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                         const QModelIndex&) const
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(u"build.rename"_s);
    edit->setAccessibleName(ModuleRowText::tr("Name of the module"));
    edit->setMaxLength(static_cast<int>(NetworkLimits::kNameBytes));
    return edit;
}

void ModuleRowDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                             const QModelIndex&) const
{
    QRect area = option.rect;
    area.setHeight(rowHeight());
    area.setWidth(std::min(area.width(), 240));
    editor->setGeometry(area);
}

}  // namespace glyphscope
