// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
class QString;

namespace glyphscope {

/// Gives a label its place in the colour set, which it keeps when the theme changes: "muted", "accent",
/// "good", "caution", "bad", "key", or nothing for body text. A palette of its own would be lost to the style
/// sheet. Set a font of your own after the role.
void setRole(QWidget* widget, const QString& role);

}  // namespace glyphscope
