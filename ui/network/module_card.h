// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/chain_geometry.h"
#include "ui/network/folded_chain.h"
#include "ui/text/number_text.h"
#include "ui/widgets/thumbnail.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>

class QPainter;

namespace glyphscope {

/// One module's output as a card of the strip. Its picture and its range are made when they are first needed:
/// a card that is not in sight costs nothing.
class ModuleCard {
public:
    enum class Frame { Plain, Current, Focus };

    /// `labels` name the values of a vector as short as they are: it is then shown as bars.
    ModuleCard(std::shared_ptr<const ModuleOutput> output, QStringList labels, const ChainEntry& entry = {});

    [[nodiscard]] const ModuleOutput& output() const { return *m_output; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString title() const;  ///< its name in its block, of a Repeat how often: "stage \u00d74"
    [[nodiscard]] bool isBlock() const { return m_entry.holds > 0; }
    [[nodiscard]] bool isOpen() const { return m_entry.open; }
    /// Where a click opens a block or folds it.
    [[nodiscard]] static QRectF foldMark(const CardPlace& place);
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

    void paintFoldMark(QPainter& painter, const CardPlace& place) const;
    [[nodiscard]] QString foldTip() const;
    [[nodiscard]] const ValueRange& range() const;
    [[nodiscard]] const QImage& picture() const;
    [[nodiscard]] QString describePixel(QPoint pixel) const;

    std::shared_ptr<const ModuleOutput> m_output;
    QStringList m_labels;
    ChainEntry m_entry;
    mutable std::optional<ValueRange> m_range;
    mutable QImage m_mosaic;
    mutable QImage m_fitted;  // the mosaic in the size of the last place: painted more often than built
};

}  // namespace glyphscope
