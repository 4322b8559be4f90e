// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/map_sheet.h"
#include "ui/widgets/sheet_scales.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <span>
#include <vector>

class QLabel;
class QStackedWidget;

namespace glyphscope {

class ColourLegend;
class MapGrid;
class VectorBars;

/// A sheet of values, large: as maps with their scale of colours or, of the classes, as bars; where there are
/// none, what to do. It keeps which value was chosen and which is pointed at.
class SheetView : public QWidget {
    Q_OBJECT

public:
    explicit SheetView(QWidget* parent = nullptr);

    void setTitle(const QString& seen, const QString& kind);
    /// One scale a map, or one for all of them, of that scope; one mark a map, or none at all.
    void showMaps(MapSheet sheet, std::vector<ColourScale> scales, ScaleScope scope,
                  std::vector<MapMark> marks);
    void showBars(std::vector<float> values, const QStringList& labels);
    void showEmpty(const QString& words);
    [[nodiscard]] bool isEmpty() const;

    /// Chosen from outside, in what is shown next; none: nothing is chosen, and nothing pointed at.
    void select(std::optional<int> index, int map = -1);
    void clearSelection();
    [[nodiscard]] int selectedMap() const { return m_map; }  ///< -1: none

    /// The value under the pointer or, where it is at none, the chosen one; -1: neither.
    [[nodiscard]] int pointedIndex() const { return m_hovered >= 0 ? m_hovered : m_index.value_or(-1); }
    [[nodiscard]] std::optional<float> valueAt(int index) const;  ///< none where nothing is shown
    /// What is said of the value pointed at; where that is nothing, `hint`, unless a map stands alone.
    void setReadOut(const QString& text, const QString& hint);

Q_SIGNALS:
    void chosen(int index);  ///< by the user
    void cleared();          ///< a click beside the values, or Escape
    void pointed();          ///< at another value, or at none: the read-out is to be set

private:
    void buildParts();
    QWidget* buildZoom();
    void connectParts();
    void choose(int index);
    void showLegend(std::span<const ColourScale> scales, ScaleScope scope);

    std::optional<int> m_index;  // chosen
    int m_map = -1;
    int m_hovered = -1;
    QLabel* m_seen;
    QLabel* m_kind;
    QStackedWidget* m_pages;
    QWidget* m_empty;
    MapGrid* m_maps;
    VectorBars* m_bars;
    QLabel* m_readOut;
    ColourLegend* m_legend;
    QWidget* m_zoom;
};

}  // namespace glyphscope
