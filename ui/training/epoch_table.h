// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtCore/QStringList>
#include <QtWidgets/QTableWidget>

#include <vector>

namespace glyphscope {

/// A row for every evaluation of the run; the best one so far has a star. It shows the newest row unless it
/// was scrolled away from it. Rows can be copied, as a table for any spreadsheet.
class EpochTable : public QTableWidget {
    Q_OBJECT

public:
    enum Column {
        Epoch,
        TrainLoss,
        TrainAccuracy,
        ValidationLoss,
        ValidationAccuracy,
        TestLoss,
        TestAccuracy,
        Time
    };
    static constexpr int kColumns = Time + 1;

    explicit EpochTable(QWidget* parent = nullptr);

    void add(const EpochStats& epoch);
    void clearRows();

    /// The row with the highest judged accuracy, the first of equals; -1 before the first.
    [[nodiscard]] int bestRow() const { return m_best; }

    /// The selected rows, or all if none is, under their titles: tabs between cells, a line a row.
    [[nodiscard]] QString copied() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void buildHeader();
    void mark(int row, bool best);
    void fitColumns();
    [[nodiscard]] std::vector<int> widthsFor(const QStringList& titles) const;
    void copy() const;

    QStringList m_titles;
    int m_best = -1;
    double m_bestAccuracy = 0;
    bool m_validated = false;
};

}  // namespace glyphscope
