// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace glyphscope {

/// The histogram of one parameter, large: with its mean marked, and the bin under the pointer or chosen with
/// the arrow keys read out above it.
class HistogramView : public QWidget {
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setStatistics(const std::optional<ParameterStatistics>& statistics);
    [[nodiscard]] int bin() const { return m_bin; }  ///< read out; -1: none
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QRectF area() const;  ///< of the bins
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void choose(int bin);
    void paintWords(QPainter& painter, const QRectF& place) const;

    std::optional<ParameterStatistics> m_statistics;
    int m_bin = -1;
};

}  // namespace glyphscope
