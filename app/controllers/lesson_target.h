// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"

class QWidget;

namespace glyphscope {

/// What a step's frame goes around: its target, or, while that cannot be seen, what leads there: the tabs
/// that its panel is behind, or the button of the layout that the step is shown in. Null: nothing is.
[[nodiscard]] QWidget* targetOf(const LessonStep& step, const QWidget& window);

}  // namespace glyphscope
