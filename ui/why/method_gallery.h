// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/why/gallery_geometry.h"
#include "ui/why/heat_image.h"

#include <QtWidgets/QWidget>

#include <array>
#include <iterator>
#include <optional>

namespace glyphscope {

inline constexpr std::size_t kMethodCount = std::size(kAttributionMethods);

/// All methods side by side, small; one of them is chosen. Pictures are made when they are painted. Each
/// lies over its own drawing; those whose drawing is not the present one any more are faint.
class MethodGallery : public QWidget {
    Q_OBJECT

public:
    explicit MethodGallery(QWidget* parent = nullptr);

    [[nodiscard]] AttributionMethod current() const { return kAttributionMethods[m_current]; }
    [[nodiscard]] GalleryLayout galleryLayout() const;

    void setGlyph(const Glyph& glyph);  ///< the present drawing
    void setAttribution(const Attribution& attribution);
    void forget();  ///< all attributions
    void setLook(const HeatLook& look);
    void choose(AttributionMethod method);
    void setFillsRoom(bool fills);  ///< as large as it is made; otherwise its width decides

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_fills; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(glyphscope::AttributionMethod method);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void chooseIndex(int index);
    void setHovered(std::optional<int> index);
    void updateTile(int index);
    void dropPictures();
    void makePicture(std::size_t at);
    void paintTile(QPainter& painter, const GalleryTile& place, int index);

    Glyph m_glyph{};
    std::array<std::optional<Attribution>, kMethodCount> m_attributions;
    std::array<HeatPicture, kMethodCount> m_pictures;  // without a glyph: to be made
    HeatLook m_look;
    int m_current = 4;  // integrated gradients: the one that adds up
    std::optional<int> m_hovered;
    bool m_fills = false;
};

}  // namespace glyphscope
