// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QMenu;
class QToolButton;

namespace glyphscope {

/// What can be done with the edited network as a whole, and with the chosen modules.
class BuildBar : public QWidget {
    Q_OBJECT

public:
    explicit BuildBar(QWidget* parent);

    /// What can be done with the chosen modules; also shown where they are clicked.
    [[nodiscard]] QMenu* moduleMenu() const { return m_moduleMenu; }
    void setChosen(int count, bool isRange, bool isBlock);
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void presetWanted(const QString& name);
    void newWanted();
    void openWanted();
    void recentWanted(const QString& path);
    void saveWanted();
    void pasteWanted();
    void renameWanted();
    void duplicateWanted();
    void wrapWanted(const QString& kind);
    void unwrapWanted();
    void moveByWanted(int step);
    void moveOutWanted();
    void moveInWanted();
    void copyWanted();
    void cutWanted();
    void removeWanted();

private:
    void fillPresets(QMenu* menu);
    void buildModuleMenu();
    [[nodiscard]] QToolButton* addButton(const QString& name, const QString& text, const QString& tip);

    QMenu* m_openMenu;
    QMenu* m_moduleMenu;
    QList<QAction*> m_ofAny;    // need a chosen module
    QList<QAction*> m_ofRange;  // or some that stand one after another
    QAction* m_rename = nullptr;
    QAction* m_unwrap = nullptr;
};

}  // namespace glyphscope
