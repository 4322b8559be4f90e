// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCache>
#include <QtGui/QImage>
#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// A sample as a small sheet of paper. What the network reads otherwise has a red edge and the wrong answer
/// in a corner. Pictures are made when they are first painted.
class SampleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kSide = 60;  ///< of the paper
    static constexpr int kCell = 68;

    explicit SampleDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    void forgetPictures();  ///< the theme changed, or the samples

private:
    [[nodiscard]] QImage pictureOf(const QModelIndex& index) const;

    mutable QCache<QString, QImage> m_pictures{4096};
};

}  // namespace glyphscope
