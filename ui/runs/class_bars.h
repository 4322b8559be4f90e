// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_difference.h"

#include <QtCore/QRectF>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// The bar of a change within `track`, of which the middle is no change and an edge is `largest`.
[[nodiscard]] QRectF changeBar(const QRectF& track, double points, double largest);

/// What a class gained or lost from one run to the other, a bar each to the right or to the left.
class ClassBars : public QWidget {
    Q_OBJECT

public:
    explicit ClassBars(QWidget* parent = nullptr);

    void setPairs(std::vector<ClassPair> pairs);
    [[nodiscard]] const std::vector<ClassPair>& pairs() const { return m_pairs; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double leastLine() const;
    [[nodiscard]] double line() const;  ///< more than the least where there is room

    std::vector<ClassPair> m_pairs;
};

}  // namespace glyphscope
