// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QMenu>

namespace glyphscope {

/// The languages to choose from, each by its own name, and the system's.
class LanguageMenu : public QMenu {
    Q_OBJECT

public:
    struct Entry {
        QString code;  ///< empty: as the system
        QString name;
    };

    explicit LanguageMenu(QWidget* parent = nullptr);

    /// `chosen` is the code of one of them, or empty.
    void setLanguages(const QList<Entry>& languages, const QString& chosen);

Q_SIGNALS:
    void chosen(const QString& code);
};

}  // namespace glyphscope
