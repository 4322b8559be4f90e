// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QStringList>

namespace glyphscope {

/// What becomes of the answer without each channel of a module, the largest move first.
class SweepModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Channel, Answer, Move, ColumnCount };
    /// What the answer's probability gains or loses, in [-1, 1]; whether the answer is another.
    enum Role { MoveRole = Qt::UserRole + 1, TurnedRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setSweep(const ChannelSweep& sweep);
    void setClassNames(const QStringList& names);
    [[nodiscard]] const ChannelSweep& sweep() const { return m_sweep; }
    [[nodiscard]] int turned() const;  ///< how many channels the answer hangs on

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] double gain(const ChannelEffect& effect) const;

    ChannelSweep m_sweep;
    QStringList m_names;
};

}  // namespace glyphscope
