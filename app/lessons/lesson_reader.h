// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"

#include <QtCore/QByteArray>

#include <functional>

namespace glyphscope {

/// Whether the window has, or makes when it is needed, a part of that object name.
using KnowsObject = std::function<bool(const QString& objectName)>;

/// A lesson from the bytes of a file, as resources/lessons/README.md documents them; `name` stands in
/// messages. Throws Error on whatever is not documented: unknown keys, conditions, actions and objects, texts
/// too long, too many steps.
[[nodiscard]] Lesson readLesson(const QByteArray& bytes, const QString& name, const KnowsObject& knows);

/// The lesson in a file. Throws Error.
[[nodiscard]] Lesson loadLesson(const QString& path, const KnowsObject& knows);

/// The chapters that come with the program, in their order. Throws Error where the program is damaged.
[[nodiscard]] QList<Lesson> shippedLessons(const KnowsObject& knows);

}  // namespace glyphscope
