// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/lesson_changes.h"
#include "app/controllers/lesson_facts_collector.h"
#include "app/controllers/lesson_performer.h"
#include "app/controllers/lesson_program.h"
#include "app/lessons/lesson_course.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace glyphscope {

class FileDialogs;
class LessonPanel;
class NoticeBar;
class Outline;
class WelcomeCard;
struct Settings;

/// The lessons: which step is on, whether its goal is reached, what is outlined, and what "Show me" does.
/// Checks goals only while the panel is seen. Lives on the GUI thread.
class LessonController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        LessonPanel& lessons;
        WelcomeCard& welcome;
        Outline& outline;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& compute;
        LessonFactsCollector::Parts facts;
    };

    LessonController(const Parts& parts, const QString& filesFolder);

    void restore(const Settings& settings);
    void keep(Settings& settings) const;
    /// The lesson of a file, or a message in the window that says why not.
    void openFile(const QString& path);
    void askToOpen();
    void deviceChosen(const QString& device) { m_facts.deviceChosen(device); }

    /// How fast steps are shown, and how long a step that is reached stays; milliseconds.
    void setPace(int action, int reached);
    /// Of the lessons' texts; empty: that of the program.
    void setLanguage(const QString& language);

    [[nodiscard]] const LessonCourse& course() const { return m_course; }
    [[nodiscard]] bool isReached() const { return m_reached; }
    [[nodiscard]] bool isShowing() const { return m_performer.isRunning(); }
    /// Opens a chapter at one of its steps.
    void goTo(int chapter, int step);

Q_SIGNALS:
    void panelWanted(QWidget* panel);

private:
    void connectPanel();
    void connectWelcome();
    void startCourse(bool seen);
    void openChapter(int chapter);
    void beginStep();
    void move(void (LessonCourse::*where)());
    void check();
    void advance();
    void showMe();
    void run(const QString& input);
    void showChapters();
    void showStep();
    void outline();
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool knowsObject(const QString& name) const;
    [[nodiscard]] QString wordsOf(const LessonText& text) const;

    const Parts m_parts;
    LessonCourse m_course;
    LessonFactsCollector m_facts;
    LessonChanges m_changes;
    LessonPerformer m_performer;
    LessonProgram m_program;
    QTimer m_clock;    // of checking
    QTimer m_advance;  // from a goal reached to the next step
    QString m_language;
    QString m_spoken;     // by the program, when it was looked at last
    LessonFacts m_start;  // of the step
    QString m_input;      // of the program that runs
    bool m_reached = false;
    bool m_wasReached = false;  // when the step began
    bool m_welcomed = false;
};

}  // namespace glyphscope
