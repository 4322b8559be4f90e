// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_course.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

int LessonCourse::add(const Lesson& lesson)
{
    const auto same = std::ranges::find(m_lessons, lesson.id, &Lesson::id);
    const auto at = static_cast<int>(same - m_lessons.begin());
    if (same == m_lessons.end())
        m_lessons << lesson;
    else
        m_lessons[at] = lesson;
    return at;
}

const Lesson* LessonCourse::lesson() const
{
    return m_chapter >= 0 && m_chapter < m_lessons.size() ? &m_lessons[m_chapter] : nullptr;
}

const LessonStep* LessonCourse::current() const
{
    const Lesson* open = lesson();
    return open != nullptr && m_step >= 0 && m_step < open->steps.size() ? &open->steps[m_step] : nullptr;
}

void LessonCourse::open(int chapter)
{
    m_chapter = chapter;
    m_step = 0;
    const Lesson* opened = lesson();
    while (opened != nullptr && m_step < opened->steps.size() && isDone(chapter, m_step))
        ++m_step;
    if (current() == nullptr)
        m_step = 0;
}

void LessonCourse::goTo(int step)
{
    if (const Lesson* open = lesson())
        m_step = std::clamp(step, 0, static_cast<int>(open->steps.size()));
}

void LessonCourse::next()
{
    goTo(m_step + 1);
}

void LessonCourse::back()
{
    goTo(m_step - 1);
}

void LessonCourse::markDone()
{
    if (current() != nullptr && !isDone(m_chapter, m_step))
        m_done << keyOf(m_chapter, m_step);
}

bool LessonCourse::isDone(int chapter, int step) const
{
    return m_done.contains(keyOf(chapter, step));
}

int LessonCourse::doneIn(int chapter) const
{
    int count = 0;
    for (int step = 0; step < m_lessons[chapter].steps.size(); ++step)
        count += isDone(chapter, step) ? 1 : 0;
    return count;
}

void LessonCourse::startOver()
{
    if (const Lesson* open = lesson())
        for (int step = 0; step < open->steps.size(); ++step)
            m_done.removeAll(keyOf(m_chapter, step));
    m_step = 0;
}

QString LessonCourse::keyOf(int chapter, int step) const
{
    return u"%1/%2"_s.arg(m_lessons[chapter].id).arg(step);
}

}  // namespace glyphscope
