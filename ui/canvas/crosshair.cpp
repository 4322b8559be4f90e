// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/crosshair.h"

#include "ui/widgets/ink_edit.h"

#include <algorithm>

namespace glyphscope {

bool Crosshair::isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool Crosshair::takesArrows(Qt::KeyboardModifiers modifiers, bool inNumber)
{
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    return !inNumber || !modifiers.testFlag(Qt::ControlModifier);
}

void Crosshair::press(int arrow, Qt::KeyboardModifiers modifiers)
{
    m_held.insert(arrow);
    const double step = modifiers.testFlag(Qt::ShiftModifier)     ? 1
                        : modifiers.testFlag(Qt::ControlModifier) ? 28
                                                                  : 7;
    const auto held = [this](int key) { return m_held.contains(key) ? 1 : 0; };
    const int dx = held(Qt::Key_Right) - held(Qt::Key_Left);
    const int dy = held(Qt::Key_Down) - held(Qt::Key_Up);
    m_at.x = std::clamp(m_at.x + step * dx, 0.0, kCanvasSide);
    m_at.y = std::clamp(m_at.y + step * dy, 0.0, kCanvasSide);
}

}  // namespace glyphscope
