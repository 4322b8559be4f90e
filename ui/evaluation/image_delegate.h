// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCache>
#include <QtCore/QStringList>
#include <QtGui/QImage>
#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// An image of the data on its sheet of paper, and below it its class, what it was read as, and how surely.
/// Pictures are made when they are first painted.
class ImageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ImageDelegate(QObject* parent = nullptr);

    void setClassNames(const QStringList& names);
    /// The paper as large as lets some images stand beside each other in `width`; a pixel takes whole ones.
    void setRoom(int width);
    [[nodiscard]] int side() const { return m_side; }  ///< of the paper
    [[nodiscard]] QSize cellSize() const { return cellAround(m_side); }
    [[nodiscard]] QSize leastCellSize() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    void forgetPictures();  ///< the theme changed, or the images

private:
    [[nodiscard]] QSize cellAround(int side) const;
    [[nodiscard]] QImage pictureOf(const QModelIndex& index) const;
    void paintCaption(QPainter& painter, const QRectF& place, const QModelIndex& index) const;

    QStringList m_names;
    int m_side;
    bool m_long = false;  // truth and answer have a line each
    mutable QCache<int, QImage> m_pictures{2048};
};

}  // namespace glyphscope
