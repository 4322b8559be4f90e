// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

namespace glyphscope {

/// Where the bars of a short vector lie.
struct BarsLayout {
    int count = 0;
    double top = 0;
    double pitch = 0;
    double label = 0;   ///< width of the widest label
    double number = 0;  ///< width of the widest number
    double width = 0;

    [[nodiscard]] QRectF row(int index) const;
    [[nodiscard]] QRectF field(int index) const;  ///< where the bar may be
    [[nodiscard]] std::optional<int> rowAt(QPointF point) const;
};
[[nodiscard]] BarsLayout layOutBars(QSizeF size, int count, double labelWidth, double numberWidth);

/// A short vector (the logits, the probabilities) as one horizontal bar a value, with its name and number.
class VectorBars : public QWidget {
    Q_OBJECT

public:
    explicit VectorBars(QWidget* parent = nullptr);

    void setValues(std::vector<float> values);
    [[nodiscard]] const std::vector<float>& values() const { return m_values; }
    void setLabels(const QStringList& labels);
    void setSelection(std::optional<int> index);
    [[nodiscard]] BarsLayout layoutOfBars() const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

Q_SIGNALS:
    void hovered(int index);  ///< -1: none
    void chosen(int index);
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void move(int by);
    [[nodiscard]] QString labelOf(int index) const;

    std::vector<float> m_values;
    QStringList m_labels;
    std::optional<int> m_selected;
    int m_hovered = -1;
};

}  // namespace glyphscope
