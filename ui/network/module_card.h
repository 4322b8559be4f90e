// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/chain_geometry.h"
#include "ui/text/number_text.h"
#include "ui/widgets/thumbnail.h"

#include <QtCore/QStringList>

class QPainter;

namespace glyphscope {

/// One module's output made ready for painting: the mosaic is built once, here.
class ModuleCard {
public:
    enum class Frame { Plain, Current, Focus };

    /// `labels` name the values of a vector as short as they are: it is then shown as bars.
    ModuleCard(ModuleOutput output, QStringList labels);

    [[nodiscard]] const ModuleOutput& output() const { return m_output; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString shapeText() const;  ///< "32 x 28 x 28", with multiplication signs
    [[nodiscard]] QString rangeText() const;  ///< "0 to 3.12"
    [[nodiscard]] CardContent content() const;
    /// Values that have labels are bars, unless they are too many: then a mosaic whose points have names.
    [[nodiscard]] bool showsBars() const { return !m_labels.isEmpty() && m_labels.size() <= kMostBars; }

    /// What lies under a point of the chain: the module, and the map or value if the point is on one.
    [[nodiscard]] QString describe(const CardPlace& place, QPointF at) const;

    void paint(QPainter& painter, const CardPlace& place, Frame frame) const;

private:
    void paintBars(QPainter& painter, const QRectF& area) const;
    void paintPicture(QPainter& painter, const QRectF& area) const;
    [[nodiscard]] static QRectF barsArea(const CardPlace& place);
    [[nodiscard]] QImage fitted(QSize pixels) const;
    static constexpr qsizetype kMostBars = 26;

    [[nodiscard]] QString describePixel(QPoint pixel) const;

    ModuleOutput m_output;
    QStringList m_labels;
    ValueRange m_range;
    QImage m_mosaic;
    mutable QImage m_fitted;  // the mosaic in the size of the last place: painted more often than built
};

}  // namespace glyphscope
