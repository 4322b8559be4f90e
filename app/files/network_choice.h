// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <QtCore/QString>

namespace glyphscope {

/// What networkNamed() promises of the network.
enum class NetworkNeed {
    Fitting,   ///< it can be built
    AnyAtAll,  ///< it may not fit: for check() to say why
};

/// The network that `name` stands for: a preset's name (it has ten classes), or a file, known by its content:
/// a network's `.json`, weights of any format, the text of an nn.Sequential or of Python's print(model). A
/// preset goes before a file of the same name. Throws Error that names the file, and for what is neither that
/// lists the presets.
[[nodiscard]] NetworkSpec networkNamed(const QString& name, NetworkNeed need = NetworkNeed::Fitting);

}  // namespace glyphscope
