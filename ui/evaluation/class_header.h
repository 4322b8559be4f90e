// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QHeaderView>

namespace glyphscope {

/// Class names beside the rows or above the columns of a confusion matrix, upright where they are turned, cut
/// short where they are too long, and only some of them where they are too many. Those of the selected cell
/// stand out.
class ClassHeader : public QHeaderView {
    Q_OBJECT

public:
    ClassHeader(Qt::Orientation orientation, QWidget* parent);

    void setTurned(bool turned);

Q_SIGNALS:
    /// Unlike sectionClicked() also at a section's edge, where QHeaderView waits for a resize.
    void chosen(int section);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    void paintName(QPainter& painter, const QRect& rect, int section) const;
    [[nodiscard]] int shownOf() const;
    [[nodiscard]] bool isMarked(int section) const;

    bool m_turned = false;
    int m_pressed = -1;
};

}  // namespace glyphscope
