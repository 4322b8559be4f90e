// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace glyphscope {

/// From now on `control` ignores the wheel until it has the focus, so that scrolling past it changes nothing.
void guardWheel(QWidget* control);

/// The same for whatever in `window` has a value of its own.
void guardWheels(const QWidget& window);

}  // namespace glyphscope
