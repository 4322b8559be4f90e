// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QBoxLayout;

namespace glyphscope {

/// The canvas with the stage strip under it, or beside it where the height would leave the canvas too small.
class DrawingArea : public QWidget {
    Q_OBJECT

public:
    DrawingArea(QWidget* canvas, QWidget* stages, QWidget* parent = nullptr);

    [[nodiscard]] bool sideBySide() const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int stripHeight(int width) const;

    QWidget* m_stages;
    QBoxLayout* m_layout;
};

}  // namespace glyphscope
