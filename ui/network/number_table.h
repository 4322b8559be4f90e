// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// Named numbers in as many columns as there is room for. Painted, not built of labels: they change with
/// every movement of the pen.
class NumberTable : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString name;
        QString value;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    explicit NumberTable(QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int columnsIn(int width) const;
    [[nodiscard]] int rowHeight() const;

    std::vector<Entry> m_entries;
};

}  // namespace glyphscope
