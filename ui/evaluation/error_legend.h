// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace glyphscope {

/// What the colours beside the diagonal of a confusion matrix stand for.
class ErrorLegend : public QWidget {
    Q_OBJECT

public:
    explicit ErrorLegend(QWidget* parent = nullptr);

    void setGreatest(double share);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] static int lineHeight();
    void paintScale(QPainter& painter, const QRectF& line) const;

    double m_greatest = 0;
    bool m_twoLines = false;
};

}  // namespace glyphscope
