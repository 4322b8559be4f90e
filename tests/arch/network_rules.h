// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

/// The network is a value, written down once. The rule takes the files it is to judge and returns its
/// complaints.
namespace glyphscope::arch {

/// No file names a module of the shipped network, or its class, as code or as a literal: conv1, "fc2.bias",
/// SimpleCNN. Free to do so are the presets and what is written by hand for that network: model/kernels and
/// model/network/features. Comments and texts for users may.
[[nodiscard]] QStringList modulesAreNamedInPresetsOnly(const QList<SourceFile>& files);

}  // namespace glyphscope::arch
