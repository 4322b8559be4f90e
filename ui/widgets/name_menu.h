// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <functional>

class QAction;
class QMenu;

namespace glyphscope {

/// Fills a menu with an action a name, in the place of what it held. More names than a screen is high go into
/// menus of their own, "A to T". `prepare` gets every action and the place of its name.
void fillNameMenu(QMenu& menu, const QStringList& names,
                  const std::function<void(QAction& action, int index)>& prepare);

}  // namespace glyphscope
