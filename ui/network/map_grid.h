// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/map_layout.h"

#include <QtWidgets/QAbstractScrollArea>

#include <optional>
#include <vector>

namespace glyphscope {

/// A sheet of maps, every value a square in the colour of its scale. It fits into the room there is until
/// the user zooms; near enough, every square shows its number. Only what is seen is painted, straight from
/// the values.
class MapGrid : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit MapGrid(QWidget* parent = nullptr);

    /// One scale a map, or one for all of them. Zoom and selection are kept if the maps are as many and as
    /// large as before.
    void setSheet(MapSheet sheet, std::vector<ColourScale> scales);
    void setMarks(std::vector<MapMark> marks);  ///< one a map (of a vector: a value), or none at all
    void setSelection(int map, std::optional<int> index);
    [[nodiscard]] const MapSheet& sheet() const { return m_sheet; }

    void showAlone(int map);  ///< -1: all of them
    [[nodiscard]] int alone() const { return m_alone; }
    [[nodiscard]] bool fits() const { return m_zoom == 0; }  ///< the user has not zoomed
    [[nodiscard]] double cellSize() const { return m_layout.cell; }
    /// Of a value, in the viewport.
    [[nodiscard]] QRectF cellRect(const MapCell& cell) const;
    [[nodiscard]] QRectF mapRect(int map) const;
    [[nodiscard]] std::optional<MapCell> cellAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

public Q_SLOTS:
    void zoomIn() { zoom(1, viewportCentre()); }
    void zoomOut() { zoom(-1, viewportCentre()); }
    void zoomToFit();

Q_SIGNALS:
    void hovered(int index);  ///< of the value under the pointer; -1: none
    void chosen(int index);
    void cleared();  ///< a click beside the maps, or Escape
    void aloneChanged(int map);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void layOut();
    void zoom(int steps, QPointF anchor);
    void moveSelection(int dy, int dx);
    void bringIntoView(const QRectF& place);
    bool handleEscape();
    void paintMap(QPainter& painter, int place, const QRectF& seen);
    void paintNumbers(QPainter& painter, int place, const QRectF& seen) const;
    void paintCaption(QPainter& painter, int place) const;
    void paintSelection(QPainter& painter) const;

    [[nodiscard]] int mapOf(int place) const { return m_alone < 0 ? place : m_alone; }
    [[nodiscard]] int placeOf(int map) const { return m_alone < 0 ? map : map == m_alone ? 0 : -1; }
    [[nodiscard]] const ColourScale& scaleOf(int map) const;
    [[nodiscard]] QPointF origin() const;  ///< of the layout, in the viewport
    [[nodiscard]] QPointF viewportCentre() const;
    [[nodiscard]] double captionHeight() const;
    [[nodiscard]] double devicePixel() const { return 1.0 / devicePixelRatioF(); }

    MapSheet m_sheet;
    std::vector<ColourScale> m_scales;
    std::vector<MapMark> m_marks;
    MapLayout m_layout;
    QImage m_image;     // of one map at a time, its memory used again
    double m_zoom = 0;  // side of a cell as the user wants it; 0: fit
    double m_fittingCell = 0;
    int m_alone = -1;
    int m_selectedMap = -1;
    std::optional<int> m_selectedIndex;
    QPointF m_pressed;
    QPoint m_scrollAtPress;
    bool m_dragging = false;
};

}  // namespace glyphscope
