// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/module_output.h"
#include "ui/widgets/thumbnail.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <optional>

namespace glyphscope {

/// The gradient at one module's output, a square a value, zero in the middle of the colours. The value under
/// the pointer, or the one that the arrow keys chose, is read out.
class GradientMaps : public QWidget {
    Q_OBJECT

public:
    explicit GradientMaps(QWidget* parent = nullptr);

    void setGradient(const ModuleOutput& gradient);
    void setFaint(bool faint);                     ///< they are another drawing's than the present one
    void setFillsRoom(bool fills);                 ///< as large as it is made; otherwise its width decides
    void setClassNames(const QStringList& names);  ///< of the values of a vector as long as they are

    [[nodiscard]] QString readout() const;

    /// Where the parts lie.
    struct Layout {
        QRectF picture;
        QRectF legend;
        QRectF numbers;
        QRectF readout;
        double height = 0;
    };
    /// `mosaic` is the picture's size in values.
    /// Within `height` it is as large as it can be; without one `width` decides, up to a useful size.
    [[nodiscard]] static Layout layOut(double width, QSize mosaic, double lineHeight, double device,
                                       double height = 0);
    [[nodiscard]] Layout mapsLayout() const;

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
    [[nodiscard]] std::optional<int> indexAt(QPoint pixel) const;

    ModuleOutput m_gradient;
    MosaicGrid m_grid;
    ColourScale m_scale;
    QStringList m_names;
    bool m_faint = false;
    bool m_fills = false;
    QImage m_image;                     // null: to be made
    std::optional<QPoint> m_inspected;  // in pixels of the mosaic
};

/// The gradient's scale: always with zero in the middle, even where nothing is negative.
[[nodiscard]] ColourScale gradientScale(const ModuleOutput& gradient);

/// Every value as one pixel in the colours of `scale`, laid out as gridOf() says. Null where there are none.
[[nodiscard]] QImage mosaicOf(const ModuleOutput& output, const ColourScale& scale);

}  // namespace glyphscope
