// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/image_gallery.h"

#include "ui/evaluation/image_delegate.h"
#include "ui/evaluation/image_model.h"
#include "ui/style/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

bool isEnter(const QKeyEvent& key)
{
    return (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
           (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

}  // namespace

ImageGallery::ImageGallery(ImageModel* model, QWidget* parent)
    : QListView(parent), m_images(model), m_delegate(new ImageDelegate(this))
{
    setObjectName(u"evaluation.gallery"_s);
    setAccessibleName(tr("Images"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(m_delegate);
    setModel(model);
    refresh();
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.data(ImageModel::IndexRole).toInt()); });
}

void ImageGallery::refresh()
{
    m_delegate->forgetPictures();
    m_delegate->setClassNames(m_images->classNames());
    spread();
}

/// As many in a row as fit, over all of the width.
void ImageGallery::spread()
{
    // The view lays out as if the bar were there, with the style's own width.
    const int bar = std::max(verticalScrollBar()->sizeHint().width(),
                             style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar()));
    const int room = width() - bar - metrics::kUnit;
    m_delegate->setRoom(room);
    const QSize cell = m_delegate->cellSize();
    const QSize wanted(room / std::max(1, room / cell.width()), cell.height());
    if (wanted != gridSize())
        setGridSize(wanted);
    verticalScrollBar()->setSingleStep(cell.height() / 2);
}

void ImageGallery::resizeEvent(QResizeEvent* event)
{
    spread();
    QListView::resizeEvent(event);
}

ImageGallery::Place ImageGallery::currentPlace() const
{
    Place place;
    if (const QModelIndex current = currentIndex(); current.isValid()) {
        place.current = current.data(ImageModel::IndexRole).toInt();
        place.selected = selectionModel()->isSelected(current);
    }
    place.scrolled = verticalScrollBar()->value();
    return place;
}

void ImageGallery::take(const Place& place)
{
    const QModelIndex current = place.current ? m_images->indexOf(*place.current) : QModelIndex();
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, place.selected ? QItemSelectionModel::ClearAndSelect
                                                                  : QItemSelectionModel::NoUpdate);
    doItemsLayout();  // before, there is no range to scroll in
    verticalScrollBar()->setValue(place.scrolled);
}

QSize ImageGallery::sizeHint() const
{
    const QSize cell = m_delegate->leastCellSize();
    return {4 * cell.width() + 14, 3 * cell.height()};
}

QSize ImageGallery::minimumSizeHint() const
{
    const QSize cell = m_delegate->leastCellSize();
    return {2 * cell.width() + 14, cell.height() + metrics::kUnit};
}

bool ImageGallery::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isEnter(static_cast<QKeyEvent&>(*event)) &&
        currentIndex().isValid()) {
        event->accept();  // the window has other plans for these keys
        return true;
    }
    return QListView::event(event);
}

void ImageGallery::keyPressEvent(QKeyEvent* event)
{
    if (isEnter(*event) && currentIndex().isValid())
        Q_EMIT chosen(currentIndex().data(ImageModel::IndexRole).toInt());
    else
        QListView::keyPressEvent(event);
}

void ImageGallery::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_delegate->forgetPictures();
    QListView::changeEvent(event);
}

}  // namespace glyphscope
