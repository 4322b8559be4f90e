// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "ui/training/data_sources.h"

#include <QtCore/QString>

#include <optional>

namespace glyphscope {

/// "MNIST + my 42 samples, 10 % held out".
[[nodiscard]] QString dataSummary(const DataChoice& choice, const DataSources& sources);

/// Images of the mix before any is held out; nothing if one of its sources is not known yet.
[[nodiscard]] std::optional<qint64> imagesOf(const DataChoice& choice, const DataSources& sources);

/// Why one cannot train on this mix, and what to do; empty if one can.
[[nodiscard]] QString dataProblem(const DataChoice& choice, const DataSources& sources);

/// "fashion-mnist" for "/usr/share/datasets/fashion-mnist".
[[nodiscard]] QString sourceName(const QString& path);

}  // namespace glyphscope
