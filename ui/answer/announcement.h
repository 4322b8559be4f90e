// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace glyphscope {

/// Lets a screen reader say what `widget` shows now.
void announce(QWidget* widget, const QString& text);

}  // namespace glyphscope
