// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QHeaderView>

namespace glyphscope {

/// The titles of a table whose first column stays in sight when the others are scrolled sideways, unless it
/// was moved from its place or would take more than half of the table.
class StickyHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit StickyHeader(QWidget* parent);

    /// Of the first column where it stands still before others, in the table's coordinates; else 0.
    [[nodiscard]] int stickyWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool m_pressed = false;  // the title that stands still
};

}  // namespace glyphscope
