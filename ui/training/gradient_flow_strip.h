// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/flow_geometry.h"
#include "ui/training/flow_history.h"
#include "ui/widgets/panel.h"

namespace glyphscope {

/// How gradients flow through the network while it trains: per module the norm of its output's gradient and
/// that of its weights' gradient relative to the weights, on a logarithmic scale, with the last probes as a
/// faint strip of colour. What vanishes, explodes or is dead is said in words. Blocks are folded until they
/// are opened.
class GradientFlowStrip : public Panel {
    Q_OBJECT

public:
    explicit GradientFlowStrip(QWidget* parent = nullptr);

    [[nodiscard]] const FlowHistory& history() const { return m_history; }
    [[nodiscard]] FlowLayout flowLayout() const;
    /// What is said of the point: the module now, or at the probe under it.
    [[nodiscard]] QString tipAt(QPointF position) const;
    /// The module chosen with the arrow keys; -1: none.
    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setFlow(const glyphscope::GradientFlow& flow);
    void clear();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void refresh() override;

private:
    void choose(int row);
    void toggle(int row);  // opens a block or folds it
    [[nodiscard]] QString nameOf(const GradientFlow::Layer& layer) const;
    [[nodiscard]] int rowCount() const;
    void paintEmpty(QPainter& painter) const;
    void paintTitles(QPainter& painter, const FlowLayout& layout) const;
    void paintScale(QPainter& painter, const FlowLayout& layout, const Decades& decades) const;
    void paintRow(QPainter& painter, const FlowLayout& layout, const Decades& decades, int row) const;
    void paintHistory(QPainter& painter, const FlowLayout& layout) const;

    FlowHistory m_all;      // of every module
    FlowHistory m_history;  // of those that are shown
    std::set<std::string> m_open;
    int m_current = -1;
};

}  // namespace glyphscope
