// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtCore/QVariantAnimation>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// One horizontal bar a class, with its name and its share in per cent. The best is in the accent colour. A
/// click chooses a row, and so do the arrow keys with Return.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    void setLabels(const QStringList& labels);
    /// One value a class, or nothing: then all bars are empty and no numbers are shown.
    void setValues(const std::vector<float>& values, const std::vector<float>& logits, int best, int second);

    void setExplained(int row);  ///< its line has a background; -1: none

    [[nodiscard]] const QStringList& labels() const { return m_labels; }
    [[nodiscard]] QString percentAt(int row) const;
    [[nodiscard]] QRect rowAt(int row) const;  ///< the whole line
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The height from which rows only get air, in a widget of that width.
    [[nodiscard]] static double highestRow(double width);

    /// Where a row's parts lie in a widget of that size. `labelWidth` is the widest label's.
    struct Row {
        QRectF label;
        QRectF bar;
        QRectF number;
    };
    [[nodiscard]] static Row layOutRow(QSizeF size, int row, int count, double labelWidth,
                                       double numberWidth);

Q_SIGNALS:
    void rowChosen(int row);
    void dismissed();  ///< Escape

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintRow(QPainter& painter, int row, const Row& place) const;
    void paintGround(QPainter& painter, int row, const Row& place) const;
    void setPointed(int row);
    void setCurrent(int row);
    [[nodiscard]] int rowUnder(double y) const;
    [[nodiscard]] bool hasValues() const { return !m_values.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_labels.size()); }
    [[nodiscard]] int rowHeight(double padding) const;
    [[nodiscard]] bool movesVisibly() const;

    QStringList m_labels;
    std::vector<float> m_values;  // what the numbers say
    std::vector<float> m_logits;
    std::vector<float> m_shown;  // what the bars show: on the way from m_from to m_values
    std::vector<float> m_from;
    int m_best = -1;
    int m_second = -1;
    int m_pointed = -1;  // under the pointer
    int m_current = 0;   // of the arrow keys
    int m_explained = -1;
    QVariantAnimation m_animation;
};

}  // namespace glyphscope
