// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"
#include "app/lessons/lesson_facts.h"

namespace glyphscope {

/// Whether one condition holds. `start` is what held when the step began.
[[nodiscard]] bool holds(const LessonPhrase& condition, const LessonFacts& now, const LessonFacts& start);

/// Whether all of them do.
[[nodiscard]] bool allHold(const QList<LessonPhrase>& goal, const LessonFacts& now, const LessonFacts& start);

/// The conditions in a parameter that the reader has checked.
[[nodiscard]] QList<LessonPhrase> conditionsIn(const QJsonValue& value);

/// Cosine of the angle between two pictures, in [0, 1]; 0 where one is empty.
[[nodiscard]] double likeness(const Glyph& a, const Glyph& b);

}  // namespace glyphscope
