// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/number_reading.h"

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <vector>

class QLabel;
class QStandardItemModel;

namespace glyphscope {

class DataTable;

/// Strokes that were read as one character when a drawing was divided, to be shown.
struct DivisionRow {
    Drawing drawing;  ///< of these strokes alone
    QString name;     ///< of the class that they were read as; "?" where it is none
    CandidateScore score;
    bool taken = false;  ///< it is a part of the division that was chosen
};

/// Why this division: what else the strokes could have been, with the scores that decided, in a window of
/// its own. Those that were taken come first, from left to right; then the others, the best first.
class DivisionView : public QWidget {
    Q_OBJECT

public:
    explicit DivisionView(QWidget* parent = nullptr);

    void setRows(std::vector<DivisionRow> rows);

    [[nodiscard]] QSize sizeHint() const override { return {560, 420}; }

private:
    QLabel* m_words;
    QStandardItemModel* m_model;
    DataTable* m_table;
};

}  // namespace glyphscope
