// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// One step of the way from a picture to its ink, small: its image on a card, or words where there is none.
class PictureThumbnail : public QWidget {
    Q_OBJECT

public:
    PictureThumbnail(const QString& name, const QString& title, const QString& tip, QWidget* parent);

    /// A null image: `words` say why there is none.
    void show(const QImage& image, const QString& words);
    [[nodiscard]] const QImage& image() const { return m_image; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_words;
    QImage m_image;
};

}  // namespace glyphscope
