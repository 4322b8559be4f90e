// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/stage_geometry.h"
#include "ui/canvas/stage_grid.h"

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// The way of a drawing to the very bytes that the network gets, in four pictures; or those bytes alone,
/// where an image of a data set is read as it is. The pixel under the pointer, or the one that the arrow keys
/// chose, is read out below them; rows and columns count from 0 as in a tensor.
class StageStrip : public QWidget {
    Q_OBJECT

public:
    explicit StageStrip(QWidget* parent = nullptr);

    void setStages(const glyphscope::Stages& stages);

    /// The pixel that is read out, if any, and the line below the pictures.
    [[nodiscard]] std::optional<StagePixel> inspected() const { return m_inspected; }
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
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
    void inspect(std::optional<StagePixel> pixel);
    void renderImages();
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] StageLayout stageLayout() const;
    [[nodiscard]] QString aboutStages() const;

    void paintCard(QPainter& painter, const StageLayout& layout, StageKind kind) const;
    void paintPicture(QPainter& painter, const StageLayout& layout, StageKind kind) const;
    void paintMarks(QPainter& painter, const StageLayout& layout) const;
    void paintInspected(QPainter& painter, const StageLayout& layout) const;
    void paintCaptions(QPainter& painter, const StageLayout& layout) const;
    void paintText(QPainter& painter, const StageLayout& layout) const;
    void paintArrows(QPainter& painter, const StageLayout& layout) const;

    Stages m_stages;
    std::array<QImage, kStageCount> m_images;  // in the theme's colours, a pixel for a pixel
    StageGrid m_grid;
    std::optional<StagePixel> m_inspected;
};

}  // namespace glyphscope
