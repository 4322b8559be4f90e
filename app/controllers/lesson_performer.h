// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

class QWidget;

namespace glyphscope {

class Canvas;
class ProbabilityBars;

/// Does what a step's "show" says, before the user's eyes: with the events of a mouse and a keyboard, one
/// action after another, each when what it needs is there to be seen. Lives on the GUI thread.
class LessonPerformer : public QObject {
    Q_OBJECT

public:
    LessonPerformer(QWidget& window, Canvas& canvas, QString filesFolder);

    using Holds = std::function<bool(const QList<LessonPhrase>&)>;
    using Run = std::function<void(const QString& input)>;
    /// `holds` is asked by the action "wait", `run` does the action "run".
    void start(const QList<LessonPhrase>& actions, Holds holds, Run run);
    void stop();
    void setPace(int milliseconds) { m_clock.setInterval(milliseconds); }  ///< from one action to the next
    [[nodiscard]] bool isRunning() const { return m_clock.isActive(); }

Q_SIGNALS:
    void ended();
    void failed(const QString& message);

private:
    void tick();
    void goOn();  // to the next action
    [[nodiscard]] bool isNeedless(const LessonPhrase& action) const;
    [[nodiscard]] bool isRepeated(const LessonPhrase& action) const;
    /// True when it is done; false: not yet.
    [[nodiscard]] bool perform(const LessonPhrase& action);
    [[nodiscard]] bool draw(const LessonPhrase& action);
    [[nodiscard]] bool clear();
    [[nodiscard]] bool clickOn(const LessonPhrase& action);
    [[nodiscard]] bool clickBar(const LessonPhrase& action);
    [[nodiscard]] bool clickRow(const LessonPhrase& action);
    [[nodiscard]] bool press(const LessonPhrase& action);
    [[nodiscard]] bool type(const LessonPhrase& action);
    [[nodiscard]] bool choose(const LessonPhrase& action);
    [[nodiscard]] bool useLayout(const LessonPhrase& action);
    [[nodiscard]] bool openPanel(const LessonPhrase& action);
    [[nodiscard]] bool trigger(const LessonPhrase& action);
    [[nodiscard]] bool answerDialog(const LessonPhrase& action);
    [[nodiscard]] QWidget* ready(const LessonPhrase& action) const;  ///< seen and enabled, or null

    QWidget& m_window;
    Canvas& m_canvas;
    const QString m_folder;
    QTimer m_clock;
    QElapsedTimer m_patience;  // since the action was tried first
    QList<LessonPhrase> m_left;
    int m_repeats = 0;  // of the action that is on
    Holds m_holds;
    Run m_run;
};

}  // namespace glyphscope
