// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// The class' name, or its number where it has none.
[[nodiscard]] inline QString className(const QStringList& names, int index)
{
    return index >= 0 && index < names.size() ? names.at(index) : QString::number(index);
}

[[nodiscard]] inline QString className(const ClassSet& classes, int index)
{
    return QString::fromStdString(classes.name(index));
}

[[nodiscard]] inline QStringList classNames(const ClassSet& classes)
{
    QStringList names;
    for (const std::string& name : classes.names())
        names << QString::fromStdString(name);
    return names;
}

}  // namespace glyphscope
