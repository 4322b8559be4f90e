// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"

#include <QtGui/QStandardItemModel>

namespace glyphscope {

enum ModuleColumn {
    kModuleName,
    kModuleKind,
    kModuleOutput,
    kModuleParameters,
    kModuleMultiplyAdds,
    kModuleParameterMemory,
    kModuleOutputMemory,
    kModuleColumnCount
};

/// Held by the item of the first column: the module's name in the state dict, empty for the network itself.
inline constexpr int kModuleNameRole = Qt::UserRole;

/// Replaces what `model` holds by the tree of modules. One whose holder is missing stands at the top.
void fillModuleTree(QStandardItemModel& model, const NetworkDescription& network);

}  // namespace glyphscope
