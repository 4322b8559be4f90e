// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/layer_kinds.h"

#include <QtCore/QString>

namespace glyphscope {

[[nodiscard]] QString nameOfGroup(KindGroup group);
/// What a kind of module does, in a sentence.
[[nodiscard]] QString meaningOfKind(LayerKind kind);
/// What an option says, by PyTorch's name, in a sentence; empty for one that nobody has explained.
[[nodiscard]] QString meaningOfOption(const QString& option);

}  // namespace glyphscope
