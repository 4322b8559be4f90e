// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <QtCore/QRectF>
#include <QtWidgets/QWidget>

#include <optional>

namespace glyphscope {

/// Where a bin's bar lies in a field; heights are logarithmic, so that a layer of zeros does not hide the
/// rest. A bin with anything in it is seen.
[[nodiscard]] QRectF binRect(const Histogram& histogram, int bin, const QRectF& field);
/// Where a value lies between the ends; none outside.
[[nodiscard]] std::optional<double> placeOf(const Histogram& histogram, double value, const QRectF& field);

/// How often which values occur. The tooltip tells a bin's bounds and its count.
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
