// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/class_numbers.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QSortFilterProxyModel;

namespace glyphscope {

class ClassTable;
class DataTable;

/// The numbers of every class, to be sorted and copied, and their means.
class ClassPage : public QWidget {
    Q_OBJECT

public:
    explicit ClassPage(QWidget* parent = nullptr);

    void setNumbers(const std::vector<ClassNumbers>& numbers);
    void setClassNames(const QStringList& names);
    void setRoom(int height);  ///< that it may take: its rows are higher where there is much

Q_SIGNALS:
    void classChosen(int index);  ///< Enter or a double click

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void fitColumns();
    [[nodiscard]] QMenu* makeMenu();

    ClassTable* m_model;
    QSortFilterProxyModel* m_order;
    DataTable* m_view;
    QLabel* m_means;
    int m_room = 0;
};

}  // namespace glyphscope
