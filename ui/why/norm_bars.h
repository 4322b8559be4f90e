// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// One bar a module, as long as the norm of its gradient; one of them is chosen.
class NormBars : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString name;
        double norm = 0;
        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit NormBars(QWidget* parent = nullptr);

    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    void setRows(std::vector<Row> rows);
    void choose(int row);
    void setFaint(bool faint);  ///< they are another drawing's than the present one

    /// Where a row's parts lie.
    struct Place {
        QRectF row;
        QRectF name;
        QRectF bar;  ///< the longest one
        QRectF number;
    };
    [[nodiscard]] static Place layOut(double width, int row, double rowHeight, double nameWidth,
                                      double numberWidth);
    [[nodiscard]] Place placeOf(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    void describe();
    [[nodiscard]] double rowHeight() const;  ///< more than the least where there is room

    std::vector<Row> m_rows;
    int m_current = 0;
    mutable double m_nameWidth = -1;  // of the longest; negative: to be measured
    bool m_faint = false;
};

}  // namespace glyphscope
