// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

class QMenuBar;
class QToolBar;

namespace glyphscope {

class LanguageMenu;

/// Every action of the window with its text, icon, shortcut and status tip, owned by `parent`. Nothing is
/// connected.
struct WindowActions {
    explicit WindowActions(QWidget* parent);

    /// In the order of the menu.
    [[nodiscard]] QList<QAction*> ofHelp() const
    {
        return {help, shortcuts, lessons, openLesson, showHints, about};
    }

    QAction* open;
    QAction* save;
    QAction* copy;
    QAction* paste;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* clear;
    QAction* pen;
    QAction* eraser;
    QAction* thinner;
    QAction* thicker;
    QAction* previousCharacter;
    QAction* nextCharacter;
    QAction* removeCharacter;
    QAction* oneOnly;
    QAction* previousDrawing;
    QAction* nextDrawing;
    QAction* openWeights;
    QAction* saveWeights;
    QAction* shippedWeights;
    QAction* undoWeights;
    QAction* redoWeights;
    QAction* drawLayout;
    QAction* trainLayout;
    QAction* inspectLayout;
    QAction* buildLayout;
    QAction* resetLayout;
    QAction* nextPanel;
    QAction* previousPanel;
    QAction* detachPanel;
    QAction* hidePanel;
    QAction* dark;
    QAction* help;
    QAction* shortcuts;
    QAction* lessons;
    QAction* openLesson;
    QAction* showHints;
    QAction* about;
    LanguageMenu* language;
    QActionGroup* tools;
    QActionGroup* layouts;
};

}  // namespace glyphscope
