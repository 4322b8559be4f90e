// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/reliability_geometry.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// How often answers are right against how sure they are, bin by bin: on the diagonal both are the same, and
/// the gap to it is shaded. The pointer or the arrow keys choose a bin, whose numbers are then told.
class ReliabilityDiagram : public QWidget {
    Q_OBJECT

public:
    explicit ReliabilityDiagram(QWidget* parent = nullptr);

    void setReliability(const Reliability& reliability);
    [[nodiscard]] ReliabilityLayout diagramLayout() const;
    /// The bin under the pointer, else that chosen by key; -1: none.
    [[nodiscard]] int current() const { return m_hovered >= 0 ? m_hovered : m_chosen; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] ReliabilityLayout layoutIn(QSizeF size) const;
    void setCurrent(int hovered, int chosen);
    void describeCurrent();
    void paintLegend(QPainter& painter, const ReliabilityLayout& layout) const;
    void paintAxes(QPainter& painter, const ReliabilityLayout& layout) const;
    void paintBin(QPainter& painter, const ReliabilityLayout& layout, int bin, std::int64_t most) const;
    void paintDiagonal(QPainter& painter, const ReliabilityLayout& layout) const;

    Reliability m_reliability;
    int m_hovered = -1;
    int m_chosen = -1;
};

}  // namespace glyphscope
