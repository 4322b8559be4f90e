// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_actions.h"

#include <QtWidgets/QWidget>

#include <vector>

class QMenu;
class QPushButton;
class QToolButton;

namespace glyphscope {

/// The buttons over the list of hooks: add, presets, duplicate, remove, undo, redo.
class HookTools : public QWidget {
    Q_OBJECT

public:
    explicit HookTools(QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    void setPresets(const std::vector<HookPreset>& presets);
    void setSelection(bool one, bool any);
    /// What would be undone and redone; empty where there is nothing.
    void setHistory(const QString& undo, const QString& redo);

Q_SIGNALS:
    void addWanted();
    void presetChosen(const glyphscope::HookSpec& spec);
    void keepDonorWanted();
    void duplicateWanted();
    void removeWanted();
    void undoWanted();
    void redoWanted();

private:
    QPushButton* m_add;
    QMenu* m_presets;
    QToolButton* m_duplicate;
    QToolButton* m_remove;
    QToolButton* m_undo;
    QToolButton* m_redo;
};

}  // namespace glyphscope
