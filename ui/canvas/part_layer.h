// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/part_marks.h"

#include <QtCore/QObject>
#include <QtGui/QCursor>

#include <memory>
#include <optional>
#include <vector>

namespace glyphscope {

class Canvas;

/// The brackets under the characters of a number, which can be clicked: one takes the focus, a double click
/// divides it there, and a click between two joins them. Only a press that stays where it was is a click;
/// what moves on is a stroke, as anywhere else on the paper. The eraser goes through. Owned by its canvas.
class PartLayer : public QObject {
    Q_OBJECT

public:
    explicit PartLayer(Canvas* canvas);
    ~PartLayer() override;

    [[nodiscard]] const std::vector<PartMark>& marks() const { return m_marks; }
    void setMarks(const std::vector<PartMark>& marks);
    void paint(QPainter& painter, const CanvasGeometry& geometry) const;

Q_SIGNALS:
    void focusChosen(int part);
    void joinRequested(int left);
    void divideRequested(int part, double x);  ///< in drawing units

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool take(QEvent* event);
    bool press(const QEvent& event);
    bool follow(QPointF position);
    bool release();
    bool showHelp(QEvent* event);
    void hover(const QEvent* event);
    void setHovered(const std::optional<PartTarget>& target);
    [[nodiscard]] std::optional<PartTarget> at(QPointF position) const;

    Canvas* m_canvas;
    std::vector<PartMark> m_marks;
    std::optional<PartTarget> m_hovered;
    std::unique_ptr<QEvent> m_held;  // a press that may become a click or a stroke
    QPointF m_from;                  // where it was
    bool m_resent = false;           // it is a stroke, and goes to the canvas now
    bool m_again = false;            // it is the second one of a double click
    int m_clicked = -1;              // the part that the last click chose
    QCursor m_otherwise;             // beside the marks
};

}  // namespace glyphscope
