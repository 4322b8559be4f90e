// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLayout>

#include <memory>
#include <vector>

namespace glyphscope {

/// Lays items out like words: from left to right, and on the next line where there is no more room.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

/// Where things of these sizes lie in lines of that width, `gap` apart. What is wider has a line of its own.
[[nodiscard]] std::vector<QPoint> flow(const std::vector<QSize>& sizes, int width, int gap);

}  // namespace glyphscope
