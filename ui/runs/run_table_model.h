// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QStringList>

#include <map>
#include <optional>
#include <vector>

namespace glyphscope {

/// The runs as a table. A check mark beside the name says whether its curves are shown beneath the present
/// ones. Knows SortRole and PlainRole of ui/parameters.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        State,
        BestTest,
        LastTest,
        BestValidation,
        LastValidation,
        Epochs,
        Steps,
        Time,
        Speed,
        Started,
        Recipe,
        Data,
        kColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 16,
        StyleRole,  ///< index for runStyle(); invalid where it has no curves in the chart
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Those that were there keep their rows; those that are gone are no longer shown in the curves.
    void setRuns(const std::vector<RunInfo>& runs);
    /// The curves of the run that is trained now are the chart's own: they need no check mark.
    void setActive(const QString& id);
    void setPaused(bool paused);  ///< the run that is being written

    [[nodiscard]] const std::vector<RunInfo>& runs() const { return m_runs; }
    [[nodiscard]] const RunInfo* find(const QString& id) const;
    [[nodiscard]] bool anyValidated() const;

    /// In the order in which they were ticked, in which the chart gives out its colours.
    [[nodiscard]] QStringList overlays() const { return m_overlays; }
    void setOverlaid(const QStringList& ids, bool shown);
    [[nodiscard]] std::optional<int> styleOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void overlaysChanged(const QStringList& ids);
    void renamed(const QString& id, const QString& name);

private:
    [[nodiscard]] QString text(const RunInfo& run, int column) const;
    [[nodiscard]] QVariant sortValue(const RunInfo& run, int column) const;
    [[nodiscard]] QString tip(const RunInfo& run, int column) const;
    [[nodiscard]] bool isActive(const RunInfo& run) const;
    bool rename(const QModelIndex& index, const QString& name);
    void removeMissing(const std::vector<RunInfo>& runs);
    void dropOverlays();
    void tellNames();

    std::vector<RunInfo> m_runs;
    QString m_active;
    bool m_paused = false;
    QStringList m_overlays;
    std::map<QString, int> m_styles;  // of the overlays, as CurveChart::setOverlays() gives them out
};

}  // namespace glyphscope
