// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// How often which values occur, with logarithmic heights. The tooltip tells a bin's bounds and its count.
class ValueHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ValueHistogram(QWidget* parent = nullptr);

    void setHistogram(const Histogram& histogram);
    [[nodiscard]] const Histogram& histogram() const { return m_histogram; }
    [[nodiscard]] QString tipAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override { return {220, 84}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, 56}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF field() const;

    Histogram m_histogram;
};

}  // namespace glyphscope
