// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_sheet_view.h"

#include "ui/samples/sample_sheet_model.h"
#include "ui/style/class_name.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_menu.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kPale = 0.3;

void paintLabel(QPainter& painter, const QRectF& place, const QString& label, const QString& answer)
{
    const Theme& t = theme();
    painter.setFont(font(TextStyle::Body));
    const QFontMetricsF measure(painter.font());
    const bool agree = label == answer;
    painter.setPen(agree ? t.text : t.caution);
    const QString words = agree ? label : label + u" \u2260 "_s + (answer.isEmpty() ? u"?"_s : answer);
    painter.drawText(place, Qt::AlignCenter, measure.elidedText(words, Qt::ElideRight, place.width()));
}

}  // namespace

QSize SampleSheetDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return kCell;
}

void SampleSheetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const Theme& t = theme();
    const auto& cells = static_cast<const SampleSheetModel*>(index.model())->cells();
    const SheetCell& cell = cells[static_cast<std::size_t>(index.row())];
    const QRectF all(option.rect);
    const QRectF paper(all.center().x() - kSide / 2.0, all.top() + 4, kSide, kSide);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accentSoft);
        painter->drawRoundedRect(all.adjusted(1, 1, -1, -1), 8, 8);
    }
    painter->setOpacity(cell.leftOut ? kPale : 1);
    QPainterPath corners;
    corners.addRoundedRect(paper, 5, 5);
    painter->setClipPath(corners);
    painter->drawImage(paper, glyphImage(cell.glyph));
    painter->setClipping(false);
    const bool doubtful = cell.label != cell.answer;
    painter->setPen(QPen(selected   ? t.accent
                         : doubtful ? t.caution
                                    : t.border,
                         selected || doubtful ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(paper, 5, 5);
    paintLabel(*painter, QRectF(all.left(), paper.bottom(), all.width(), all.bottom() - paper.bottom()),
               QString::fromStdString(cell.label), QString::fromStdString(cell.answer));
    painter->setOpacity(1);
    if (cell.leftOut) {
        painter->setPen(QPen(t.mutedText, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(paper.bottomLeft() + QPointF(6, -6), paper.topRight() + QPointF(-6, 6));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.text, 1, Qt::DotLine));
        painter->drawRoundedRect(all.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    }
    painter->restore();
}

SampleSheetView::SampleSheetView(SampleSheetModel* model, QWidget* parent) : QListView(parent), m_sheet(model)
{
    setObjectName(u"sheetView"_s);
    setAccessibleName(tr("Characters of the sheet"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setGridSize(SampleSheetDelegate::kCell);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionRectVisible(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new SampleSheetDelegate(this));
    setModel(model);
}

void SampleSheetView::label(const QString& className)
{
    m_sheet->setLabel(selectionModel()->selectedIndexes(), className.toStdString());
}

/// All of them at once: out where any of them is in.
void SampleSheetView::toggleLeftOut()
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    const bool anyIn = std::ranges::any_of(
        rows, [](const QModelIndex& row) { return !row.data(SampleSheetModel::LeftOutRole).toBool(); });
    m_sheet->setLeftOut(rows, anyIn);
}

void SampleSheetView::fillLabelMenu(QMenu& menu)
{
    const QStringList names = classNames(m_classes);
    fillNameMenu(menu, names, [this, &names](QAction& action, int index) {
        connect(&action, &QAction::triggered, this, [this, name = names[index]] { label(name); });
    });
}

/// The class that is called as the key's text, in another case where none is in this one.
int SampleSheetView::classOfKey(const QKeyEvent& key) const
{
    if (key.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) ||
        key.text().trimmed().isEmpty())
        return -1;
    if (const int exact = m_classes.indexOf(key.text().toStdString()); exact >= 0)
        return exact;
    const QString text = key.text().toCaseFolded();
    const auto same = std::ranges::find_if(m_classes.names(), [&](const std::string& name) {
        return QString::fromStdString(name).toCaseFolded() == text;
    });
    return same == m_classes.names().end() ? -1 : static_cast<int>(same - m_classes.names().begin());
}

bool SampleSheetView::handle(const QKeyEvent& key, bool act)
{
    if (!selectionModel()->hasSelection())
        return false;
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        if (act)
            toggleLeftOut();
        return true;
    }
    const int named = classOfKey(key);
    if (named >= 0 && act)
        label(QString::fromStdString(m_classes.name(named)));
    return named >= 0;
}

bool SampleSheetView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && handle(static_cast<QKeyEvent&>(*event), false)) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void SampleSheetView::keyPressEvent(QKeyEvent* event)
{
    if (handle(*event, true))
        event->accept();
    else
        QListView::keyPressEvent(event);
}

void SampleSheetView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!selectionModel()->hasSelection())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"sheetMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillLabelMenu(*menu->addMenu(tr("It was a")));
    menu->addSeparator();
    connect(menu->addAction(tr("Leave out, or take in again") + u'\t' + tr("Del")), &QAction::triggered, this,
            &SampleSheetView::toggleLeftOut);
    menu->popup(event->globalPos());
}

}  // namespace glyphscope
