// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/dock.h"

#include <QtCore/QString>

#include <vector>

class QWidget;

namespace glyphscope {

/// Where the arrangements put a panel: beside the canvas, under it, among the tabs of a group, or at the
/// edge of every layout.
enum class PanelGroup { Answer, Network, Training, Inspection, Build, Lessons };

/// One panel of the window and how it is docked. Its title is the panel's windowTitle().
struct PanelEntry {
    QString name;  ///< layouts remember its dock as "dock." + name
    PanelGroup group;
    Dock::Ground ground;
    QWidget* panel;
};

/// Makes every panel, without parents. In the order of the tabs and of the View menu; the first of a group is
/// the one that an arrangement brings to the front.
[[nodiscard]] std::vector<PanelEntry> makePanels();

}  // namespace glyphscope
