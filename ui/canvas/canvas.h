// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_geometry.h"
#include "ui/canvas/canvas_overlays.h"
#include "ui/canvas/crosshair.h"
#include "ui/canvas/drawing_history.h"
#include "ui/canvas/gesture.h"
#include "ui/canvas/part_layer.h"
#include "ui/canvas/sheet.h"

#include <QtWidgets/QWidget>

#include <optional>

class QTouchEvent;

namespace glyphscope {

class CanvasDrop;

/// The sheet of paper that a digit is written on: with mouse, finger, tablet pen or keyboard. Keeps every
/// gesture for undo. Reads no files: what is dropped is only signalled.
class Canvas : public QWidget {
    Q_OBJECT

public:
    enum Tool { Pen, Eraser };
    Q_ENUM(Tool)

    explicit Canvas(QWidget* parent = nullptr);

    /// The finished strokes and the running one, in a square of kCanvasSide.
    [[nodiscard]] const Drawing& drawing() const { return m_drawing; }
    [[nodiscard]] bool isEmpty() const { return m_drawing.empty(); }
    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] const DrawingHistory& history() const { return m_history; }
    [[nodiscard]] Tool tool() const { return m_tool; }
    [[nodiscard]] double pen() const { return m_pen; }
    [[nodiscard]] const std::vector<PartMark>& parts() const { return m_parts->marks(); }
    [[nodiscard]] PartLayer* partLayer() const { return m_parts; }
    [[nodiscard]] QSize sizeHint() const override { return {360, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 180}; }

public Q_SLOTS:
    /// One entry of the history, fitted to the paper if its units are its own; `shownPen` thins what is seen.
    void setDrawing(const glyphscope::Drawing& drawing, double shownPen = 1);
    void clear();
    void setHistory(const glyphscope::DrawingHistory& history) { m_history = history, showHistory(); }
    void undo();  ///< while a stroke runs: takes back that stroke
    void redo();
    void setTool(glyphscope::Canvas::Tool tool);
    void setPen(double relative);  ///< width, 1 is the standard pen; limited to [0.5, 2.5]
    void setPictureOptions(const glyphscope::PictureOptions& options);  ///< one entry of the history
    /// Shown over the ink while there is any; it does not follow the drawing by itself.
    void setOverlay(const std::optional<glyphscope::CanvasOverlay>& overlay);
    void setParts(const std::vector<glyphscope::PartMark>& parts);  ///< those of a number; none: it is one

Q_SIGNALS:
    void drawingChanged(const glyphscope::Drawing& drawing);  ///< with every move of the pen
    void historyChanged(bool canUndo, bool canRedo);
    void toolChanged(glyphscope::Canvas::Tool tool);
    void filesDropped(const QStringList& paths);
    void imageDropped(const QImage& image);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    /// What leads the running gesture; events of the others are ignored until it ends.
    enum class Source { None, Mouse, Touch, Tablet, Keyboard };

    void touchEvent(QTouchEvent* event);
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const;

    void begin(Source source, Point at, bool erase, double slack);
    void beginAt(Source source, QPointF position, bool erase);
    void moveTo(Point to);
    void finish();
    void cancel();

    void showHistory();
    void showChange(const QRectF& area);
    [[nodiscard]] std::span<const Stroke> finishedStrokes() const;
    [[nodiscard]] double ringRadius() const;
    void showRing(std::optional<QPointF> position);
    void showCrosshair(bool visible);
    void updateCrosshair();
    void updateCursor();

    CanvasDrop* m_drop;
    DrawingHistory m_history;
    Drawing m_drawing;  // the history's current one, and what the running gesture did to it
    Gesture m_gesture;
    Source m_source = Source::None;
    int m_touchId = -1;
    Tool m_tool = Pen;
    double m_pen = 1;
    CanvasGeometry m_geometry;
    Sheet m_sheet;
    std::optional<QPointF> m_ring;  // where the eraser is shown
    std::optional<CanvasOverlay> m_overlay;
    PartLayer* m_parts;
    Crosshair m_crosshair;
    bool m_crosshairVisible = false;
};

}  // namespace glyphscope
