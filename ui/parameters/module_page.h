// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"

#include <QtCore/QModelIndex>
#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QLabel;
class QStackedLayout;
class QStandardItemModel;
class QTreeView;

namespace glyphscope {

/// The modules as they hold each other, blocks folded, with what each costs.
class ModulePage : public QWidget {
    Q_OBJECT

public:
    explicit ModulePage(QWidget* parent = nullptr);

    void setDescription(const NetworkDescription& description);

Q_SIGNALS:
    void moduleChosen(const QString& module);  ///< never the network itself, which has no name

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QSet<QString> openBlocks(const QModelIndex& parent) const;
    void openAgain(const QModelIndex& parent, const QSet<QString>& names);
    void choose();
    void fitColumns();

    QStandardItemModel* m_model;
    QStackedLayout* m_pages = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_totals = nullptr;
};

}  // namespace glyphscope
