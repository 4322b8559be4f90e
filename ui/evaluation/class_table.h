// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/class_numbers.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QStringList>

namespace glyphscope {

/// Precision, recall, F1 and support, a row for each class.
class ClassTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Class, Precision, Recall, F1, Support };
    static constexpr int kColumns = Support + 1;

    explicit ClassTable(QObject* parent = nullptr);

    void setNumbers(std::vector<ClassNumbers> numbers);
    void setClassNames(const QStringList& names);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::optional<double> shareAt(const QModelIndex& index) const;
    [[nodiscard]] QString textAt(const QModelIndex& index) const;
    [[nodiscard]] QVariant keyAt(const QModelIndex& index) const;
    [[nodiscard]] QString plainAt(const QModelIndex& index) const;
    [[nodiscard]] QString wordsAt(const QModelIndex& index) const;

    std::vector<ClassNumbers> m_numbers;
    QStringList m_names;
};

}  // namespace glyphscope
