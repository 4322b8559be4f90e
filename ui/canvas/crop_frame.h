// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "ui/canvas/crop_geometry.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace glyphscope {

/// A frame over the picture on the canvas whose edges, corners and inside can be dragged: the part of the
/// picture that is read. Lies over the canvas while it is shown. Arrow keys move it, with Shift its lower
/// right corner; Escape leaves it.
class CropFrame : public QWidget {
    Q_OBJECT

public:
    explicit CropFrame(QWidget* canvas);

public Q_SLOTS:
    /// The picture that is cropped, without its pixels' meaning; without one the frame hides.
    void setPicture(const std::optional<glyphscope::Picture>& picture);
    /// The part that is framed until it is dragged.
    void setCrop(const glyphscope::PictureCrop& crop);

Q_SIGNALS:
    void cropChanged(const glyphscope::PictureCrop& crop);  ///< it was let go
    void left();                                            ///< by Escape

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QRectF pictureRect() const;
    void showCursor(const CropGrip& grip);

    QRectF m_picture;  // in drawing units
    PictureCrop m_crop;
    CropGrip m_grip;
    PictureCrop m_before;
    QPointF m_from;
};

}  // namespace glyphscope
