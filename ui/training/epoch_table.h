// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtWidgets/QTableWidget>

namespace glyphscope {

/// A row for every evaluation of the run; the best test accuracy so far stands out.
class EpochTable : public QTableWidget {
    Q_OBJECT

public:
    explicit EpochTable(QWidget* parent = nullptr);

    void add(const EpochStats& epoch);
    void clearRows();

    /// The row with the highest test accuracy, -1 before the first.
    [[nodiscard]] int bestRow() const { return m_best; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void mark(int row, bool best);

    int m_best = -1;
    double m_bestAccuracy = 0;
};

}  // namespace glyphscope
