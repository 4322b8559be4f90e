// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace glyphscope {

class BuildPanel;
class Canvas;
struct WindowActions;

/// Undo and redo of the window act on strokes, or on edits of the network while the keyboard is in `build` or
/// `code`.
void routeUndo(const WindowActions& actions, Canvas& canvas, BuildPanel& build, QWidget& code);

}  // namespace glyphscope
