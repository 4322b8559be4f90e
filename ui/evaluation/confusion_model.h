// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/class_numbers.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QStringList>

#include <memory>

namespace glyphscope {

/// The confusion matrix of an evaluation: rows are the truth, columns the answer; the last of each is the
/// total.
class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole,  ///< of the truth's images; none for totals
        ShortRole,                 ///< the text where there is little room
    };

    explicit ConfusionModel(QObject* parent = nullptr);

    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);  ///< never null
    void setClassNames(const QStringList& names);
    void setShares(bool shares);  ///< of the truth's images, in percent, instead of counts

    [[nodiscard]] int classes() const { return m_evaluation->classCount; }
    [[nodiscard]] double greatestError() const { return m_greatest; }
    [[nodiscard]] bool isTotal(const QModelIndex& index) const;
    [[nodiscard]] QString asTsv() const;  ///< all of it, under titles

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] std::int64_t countAt(const QModelIndex& index) const;
    [[nodiscard]] QString textAt(const QModelIndex& index, bool brief) const;
    [[nodiscard]] QString wordsAt(const QModelIndex& index) const;

    std::shared_ptr<const Evaluation> m_evaluation = std::make_shared<Evaluation>();
    std::vector<ClassNumbers> m_numbers;
    QStringList m_names;
    double m_greatest = 0;
    bool m_shares = false;
};

}  // namespace glyphscope
