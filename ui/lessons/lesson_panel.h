// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"

#include <QtCore/QList>
#include <QtCore/QString>

class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace glyphscope {

class CodeView;

/// A chapter in the list: its title, and how far the user has come.
struct ChapterView {
    QString title;
    int done = 0;
    int steps = 0;
};

/// What the panel says of a step.
struct StepView {
    int number = 1;  ///< from 1
    int steps = 1;
    QString text;
    QString term;  ///< empty: none
    QString meaning;
    QString python;
    QString cpp;
    bool done = false;     ///< it is behind the user already
    bool reached = false;  ///< its goal holds now
    bool runs = false;     ///< its code can be run here
    QString note;          ///< what stands in the way, in words; empty: nothing
};

/// The lessons: chapters, the step that is on, its words and its code, and what the user can do about it. It
/// checks nothing itself.
class LessonPanel : public Panel {
    Q_OBJECT

public:
    explicit LessonPanel(QWidget* parent = nullptr);

    [[nodiscard]] const StepView& step() const { return m_step; }
    [[nodiscard]] QSize sizeHint() const override { return {300, 560}; }

public Q_SLOTS:
    void setChapters(const QList<glyphscope::ChapterView>& chapters, int open);  ///< -1: none is open
    void setStep(const glyphscope::StepView& step);
    void setFinished(const QString& words);  ///< the chapter is at its end
    void setShowing(bool showing);           ///< "Show me" is at work
    void setChanged(bool changed);           ///< there is something to take back
    void setPrinted(const QString& text);    ///< what the step's code printed; empty: nothing

Q_SIGNALS:
    void chapterChosen(int chapter);
    void backRequested();
    void showRequested();
    void skipRequested();
    void takeBackRequested();
    void startOverRequested();
    void openRequested();
    void runRequested();

private:
    void buildLayout();
    QWidget* buildHead();
    QWidget* buildPage();
    QWidget* buildButtons();
    void showStep();
    void showCode();

    StepView m_step;
    bool m_finished = false;
    bool m_showing = false;
    bool m_cpp = false;
    QComboBox* m_chapters = nullptr;
    QToolButton* m_open = nullptr;
    QLabel* m_where = nullptr;
    QProgressBar* m_progress = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_text = nullptr;
    QFrame* m_termCard = nullptr;
    QLabel* m_term = nullptr;
    QLabel* m_meaning = nullptr;
    QFrame* m_codeCard = nullptr;
    QToolButton* m_pythonTab = nullptr;
    QToolButton* m_cppTab = nullptr;
    QToolButton* m_run = nullptr;
    CodeView* m_code = nullptr;
    CodeView* m_printed = nullptr;
    QLabel* m_state = nullptr;
    QToolButton* m_back = nullptr;
    QPushButton* m_show = nullptr;
    QToolButton* m_skip = nullptr;
    QToolButton* m_takeBack = nullptr;
    QToolButton* m_startOver = nullptr;
};

}  // namespace glyphscope
