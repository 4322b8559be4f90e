// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/image_choice.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <optional>

namespace glyphscope {

[[nodiscard]] QString imagesText(std::int64_t count);              ///< "1 image", "1,200 images"
[[nodiscard]] QString shareText(std::optional<double> share);      ///< "98.61 %", or a dash
[[nodiscard]] QString headlineText(const Evaluation& evaluation);  ///< "139 errors of 10,000, loss 0.0412"

/// "4 read as 9", "4 read right"
[[nodiscard]] QString cellName(const QStringList& names, int truth, int answer);
/// "4 read as 9: 12 of 982 images, 1.22 %"
[[nodiscard]] QString cellText(const QStringList& names, int truth, int answer, std::int64_t count,
                               std::int64_t support);

/// What the chosen images have in common: "All errors", "Errors of 4", "Wrongly read as 9", a cell's name.
[[nodiscard]] QString choiceName(const ImageChoice& choice, const QStringList& names);
/// What stands where no image is of the chosen kind.
[[nodiscard]] QString nothingText(const ImageChoice& choice, const QStringList& names);

/// All numbers of one image, a line each.
[[nodiscard]] QString imageText(const Evaluation& evaluation, const Dataset& images, int index,
                                const QStringList& names);

}  // namespace glyphscope
