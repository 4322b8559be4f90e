// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/why/heat_geometry.h"
#include "ui/why/heat_image.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace glyphscope {

/// One attribution over the drawing, large, with its colours explained. The pixel under the pointer, or the
/// one that the arrow keys chose, is read out; rows and columns count from 0 as in a tensor. An attribution
/// lies over its own drawing; where that is not the present one any more, both are faint.
class HeatView : public QWidget {
    Q_OBJECT

public:
    explicit HeatView(QWidget* parent = nullptr);

    void setGlyph(const Glyph& glyph);  ///< the present drawing
    void setAttribution(const std::optional<Attribution>& attribution);
    void setLook(const HeatLook& look);
    void setFillsRoom(bool fills);  ///< as large as it is made; otherwise its width decides

    [[nodiscard]] QString readout() const;
    [[nodiscard]] HeatLayout heatLayout() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_fills; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void inspect(std::optional<QPoint> pixel);
    [[nodiscard]] bool isPast() const;
    void showChange();
    void paintPixelFrame(QPainter& painter, const HeatLayout& layout) const;

    Glyph m_glyph{};
    std::optional<Attribution> m_attribution;
    HeatLook m_look;
    HeatPicture m_picture;
    bool m_fills = false;
    bool m_stale = true;  // the picture must be rendered again
    std::optional<QPoint> m_inspected;
};

}  // namespace glyphscope
