// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/raster.h"

#include <QtCore/QAbstractListModel>

#include <string>
#include <vector>

namespace glyphscope {

/// A character found on a sheet of samples.
struct SheetCell {
    Glyph glyph{};
    std::string label;     ///< proposed, or what the user says
    std::string answer;    ///< what the network reads; empty: nothing it knows
    bool leftOut = false;  ///< not to be kept
};

/// The characters of a sheet in its order, whose labels are corrected before they are kept.
class SampleSheetModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { LabelRole = Qt::UserRole, AnswerRole, LeftOutRole };

    using QAbstractListModel::QAbstractListModel;

    void setCells(std::vector<SheetCell> cells);
    void setLabel(const QModelIndexList& rows, const std::string& label);  ///< and keeps them
    void setLeftOut(const QModelIndexList& rows, bool leftOut);

    [[nodiscard]] const std::vector<SheetCell>& cells() const { return m_cells; }
    [[nodiscard]] int kept() const;      ///< how many are not left out
    [[nodiscard]] int doubtful() const;  ///< of these, how many are read as something else

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    std::vector<SheetCell> m_cells;
};

}  // namespace glyphscope
