// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_difference.h"

#include <QtCore/QRectF>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// Where a line of a sheet stands. Where two values have no room beside their name they go below it.
struct FactPlaces {
    QRectF name;
    QRectF a;
    QRectF b;
};
/// `line` is the height of a line of text; `names` the room that the longest name wants.
[[nodiscard]] FactPlaces factPlaces(int index, double width, double line, double names, bool pairs);
[[nodiscard]] double factHeight(double width, double line, bool pairs);  ///< of one of them

/// Names and values of a run, or of two side by side: those that differ strong, the others faint. It is
/// copied as a table by its context menu.
class FactSheet : public QWidget {
    Q_OBJECT

public:
    explicit FactSheet(QWidget* parent = nullptr);

    void setFacts(const std::vector<RunFact>& facts);
    void setPairs(std::vector<FactPair> pairs);
    [[nodiscard]] const std::vector<FactPair>& pairs() const { return m_facts; }
    [[nodiscard]] QString asTsv() const;

    /// The room that its longest name wants, and that names get at least: sheets below each other align.
    [[nodiscard]] double widestName() const;
    void setNameWidth(double width);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void set(std::vector<FactPair> facts, bool pairs);
    [[nodiscard]] double line() const;
    [[nodiscard]] QString tipAt(const QPoint& position) const;

    std::vector<FactPair> m_facts;  // of one run: in a
    bool m_pairs = false;
    double m_nameWidth = 0;
};

}  // namespace glyphscope
