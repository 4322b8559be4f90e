// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// The chapters, where the reader of them is, and which steps are done. Steps are remembered by "id/number",
/// counted from 0.
class LessonCourse {
public:
    void setLessons(QList<Lesson> lessons) { m_lessons = std::move(lessons); }
    /// Another chapter behind the rest, or in the place of one with its id; where it is now.
    int add(const Lesson& lesson);

    [[nodiscard]] const QList<Lesson>& lessons() const { return m_lessons; }
    [[nodiscard]] int chapter() const { return m_chapter; }  ///< -1: none is open
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] const Lesson* lesson() const;       ///< null: none is open
    [[nodiscard]] const LessonStep* current() const;  ///< null: none is open, or the chapter is at its end

    void open(int chapter);  ///< at its first step that is not done; all are: at its first
    void close() { m_chapter = -1; }
    void goTo(int step);
    void next();  ///< behind the last step the chapter is at its end
    void back();
    void markDone();
    [[nodiscard]] bool isDone(int chapter, int step) const;
    [[nodiscard]] int doneIn(int chapter) const;
    void startOver();  ///< the open chapter

    [[nodiscard]] const QStringList& done() const { return m_done; }
    void setDone(const QStringList& done) { m_done = done; }

private:
    [[nodiscard]] QString keyOf(int chapter, int step) const;

    QList<Lesson> m_lessons;
    QStringList m_done;
    int m_chapter = -1;
    int m_step = 0;
};

}  // namespace glyphscope
