// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QTableView;

namespace glyphscope {

/// Lets the rows of a table share its height: from their usual height to twice as much.
class RowShare : public QObject {
    Q_OBJECT

public:
    /// Belongs to the table, which has its model.
    explicit RowShare(QTableView* table);

    [[nodiscard]] static int heightFor(int rows, int room, int usual);  ///< Pure.

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void share();

    QTableView* const m_table;
    const int m_usual;
};

}  // namespace glyphscope
