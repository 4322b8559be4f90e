// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_gallery.h"

#include "ui/samples/sample_delegate.h"
#include "ui/samples/sample_model.h"
#include "ui/style/class_name.h"
#include "ui/widgets/name_menu.h"

#include <QtCore/QSet>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

SampleGallery::SampleGallery(SampleModel* model, QWidget* parent)
    : QListView(parent), m_samples(model), m_delegate(new SampleDelegate(this))
{
    setObjectName(u"sampleGallery"_s);
    setAccessibleName(tr("Samples"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setGridSize({SampleDelegate::kCell, SampleDelegate::kCell});
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionRectVisible(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(m_delegate);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &SampleGallery::keepPlace);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &SampleGallery::takePlace);
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.data(SampleModel::IdRole).toString()); });
}

QSize SampleGallery::sizeHint() const
{
    return {4 * SampleDelegate::kCell + 14, 3 * SampleDelegate::kCell};
}

QSize SampleGallery::minimumSizeHint() const
{
    return {2 * SampleDelegate::kCell + 14, SampleDelegate::kCell + 4};
}

QModelIndexList SampleGallery::selectedRows() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QStringList SampleGallery::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& row : selectedRows())
        ids << row.data(SampleModel::IdRole).toString();
    return ids;
}

void SampleGallery::keepPlace()
{
    m_selected = selectedIds();
    m_current = currentIndex().data(SampleModel::IdRole).toString();
    m_scrolled = verticalScrollBar()->value();
}

void SampleGallery::takePlace()
{
    m_delegate->forgetPictures();
    const QSet<QString> wanted(m_selected.begin(), m_selected.end());
    QItemSelection selection;
    for (int row = 0; !wanted.isEmpty() && row < m_samples->rowCount(); ++row) {
        const QModelIndex index = m_samples->index(row);
        if (wanted.contains(index.data(SampleModel::IdRole).toString()))
            selection.select(index, index);
    }
    if (const QModelIndex current = m_samples->indexOf(m_current); current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    doItemsLayout();
    verticalScrollBar()->setValue(m_scrolled);
}

bool SampleGallery::handle(const QKeyEvent& key, bool act)
{
    if (m_undoable && key.matches(QKeySequence::Undo)) {
        if (act)
            Q_EMIT undoRequested();
        return true;
    }
    const auto plain = key.modifiers() & ~Qt::KeypadModifier;
    if (plain != Qt::NoModifier || !selectionModel()->hasSelection())
        return false;
    if (key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9) {
        const QString digit = QString::number(key.key() - Qt::Key_0);
        if (act && m_samples->classes().indexOf(digit.toStdString()) >= 0)
            relabel(digit);
        return true;
    }
    switch (key.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (act)
            remove();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (act)
            choose();
        return true;
    default:
        return false;
    }
}

bool SampleGallery::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && handle(static_cast<QKeyEvent&>(*event), false)) {
        event->accept();  // the window has other plans for these keys
        return true;
    }
    return QListView::event(event);
}

void SampleGallery::keyPressEvent(QKeyEvent* event)
{
    if (handle(*event, true))
        event->accept();
    else
        QListView::keyPressEvent(event);
}

void SampleGallery::relabel(const QString& className)
{
    QStringList ids;
    for (const QModelIndex& row : selectedRows())
        if (row.data(SampleModel::LabelRole).toString() != className)
            ids << row.data(SampleModel::IdRole).toString();
    if (!ids.isEmpty())
        Q_EMIT relabelRequested(ids, className);
}

void SampleGallery::remove()
{
    if (const QStringList ids = selectedIds(); !ids.isEmpty())
        Q_EMIT removeRequested(ids);
}

void SampleGallery::choose()
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && selectionModel()->isSelected(index))
        Q_EMIT chosen(index.data(SampleModel::IdRole).toString());
    else if (const QStringList ids = selectedIds(); !ids.isEmpty())
        Q_EMIT chosen(ids.front());
}

void SampleGallery::contextMenuEvent(QContextMenuEvent* event)
{
    if (!selectionModel()->hasSelection())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"sampleMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto keyed = [](const QString& words, const QString& key) { return words + u'\t' + key; };
    connect(menu->addAction(keyed(tr("Put on the canvas"), tr("Enter"))), &QAction::triggered, this,
            &SampleGallery::choose);
    QMenu* labels = menu->addMenu(tr("It was a"));
    const QStringList names = classNames(m_samples->classes());
    fillNameMenu(*labels, names, [this, &names, &keyed](QAction& action, int label) {
        const QString& name = names[label];
        if (ClassSet::digits().indexOf(name.toStdString()) >= 0)
            action.setText(keyed(name, name));
        connect(&action, &QAction::triggered, this, [this, name] { relabel(name); });
    });
    menu->addSeparator();
    connect(menu->addAction(keyed(tr("Remove"), tr("Del"))), &QAction::triggered, this,
            &SampleGallery::remove);
    menu->popup(event->globalPos());
}

void SampleGallery::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_delegate->forgetPictures();
    QListView::changeEvent(event);
}

}  // namespace glyphscope
