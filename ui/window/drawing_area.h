// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// The canvas, under it a bar that may be hidden, the stage strip under both, or beside them where the height
/// would leave the canvas too small, and the hint beneath. What the hint says moves nothing: its room is kept
/// as long as it asks for that.
class DrawingArea : public QWidget {
    Q_OBJECT

public:
    /// `bar` and `hint` may be none.
    DrawingArea(QWidget* canvas, QWidget* bar, QWidget* stages, QWidget* hint, QWidget* parent = nullptr);

    struct Places {
        QRect canvas;
        QRect stages;  ///< null where the canvas would become too small
        QRect hint;
        bool beside = false;  ///< stages and hint beside the canvas
    };
    /// `strip` is the height that the stages like in the whole width. Pure.
    [[nodiscard]] static Places places(QSize area, int strip, int hint);

    [[nodiscard]] bool sideBySide() const { return m_beside; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int hintHeight() const;
    void place();

    QWidget* m_canvas;
    QWidget* m_bar;
    QWidget* m_stages;
    QWidget* m_hint;
    bool m_beside = false;
};

}  // namespace glyphscope
