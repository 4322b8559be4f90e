// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

/// What may stand behind one key of a condition or an action.
struct LessonParameter {
    enum class Kind {
        Text,
        Object,     ///< the object name of a part of the window
        Panel,      ///< the name of a panel: of its dock without "dock."
        Number,     ///< from `least` to `most`
        Whole,      ///< a whole number from `least` to `most`
        Flag,       ///< true or false
        Choice,     ///< one of `choices`
        Conditions  ///< a list of conditions
    };

    QString name;
    Kind kind = Kind::Text;
    bool required = false;
    double least = 0;
    double most = 0;
    QStringList choices = {};
};

/// A condition or an action that lessons may name.
struct LessonWord {
    QString name;
    std::vector<LessonParameter> parameters;
};

/// Every condition that a goal may be made of, behind "is".
[[nodiscard]] const std::vector<LessonWord>& lessonConditions();
/// Every action that "show" may be made of, behind "do".
[[nodiscard]] const std::vector<LessonWord>& lessonActions();

}  // namespace glyphscope
