// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/Qt>

#include <set>

namespace glyphscope {

/// The place on the paper that the arrow keys move, for drawing without a pointer. Two arrows held together
/// move it along the diagonal.
class Crosshair {
public:
    [[nodiscard]] static bool isArrow(int key);
    /// Whether arrows with these move it. In a number those with Control go from character to character.
    [[nodiscard]] static bool takesArrows(Qt::KeyboardModifiers modifiers, bool inNumber);

    [[nodiscard]] Point at() const { return m_at; }
    void moveTo(Point at) { m_at = at; }

    /// An arrow went down or repeats. Shift moves finely, Control far.
    void press(int arrow, Qt::KeyboardModifiers modifiers);
    void release(int arrow) { m_held.erase(arrow); }
    void releaseAll() { m_held.clear(); }

private:
    Point m_at;
    std::set<int> m_held;
};

}  // namespace glyphscope
