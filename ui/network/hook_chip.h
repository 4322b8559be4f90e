// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"

#include <QtCore/QRectF>
#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QPainter;
class QWidget;

namespace glyphscope {

/// Those on that module, global ones among them.
[[nodiscard]] std::vector<HookSpec> hooksOn(const QString& module, const std::vector<HookSpec>& hooks);
[[nodiscard]] std::vector<std::uint64_t> idsOf(const std::vector<HookSpec>& hooks);

/// The mark of a module that hooks change, in the upper right corner of its card.
[[nodiscard]] QRectF hookChipRect(const QRectF& card);
void paintHookChip(QPainter& painter, const QRectF& card);

/// What the hooks change, what the answer is without them, *Off* and *Show*. Deletes itself when closed.
[[nodiscard]] QMenu* makeHookMenu(const std::vector<HookSpec>& hooks,
                                  const std::optional<Prediction>& without, QWidget* parent);
/// Whether an action of that menu is *Off*.
[[nodiscard]] bool isHookOff(const QAction& action);

}  // namespace glyphscope
