// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/picture_options.h"

#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QString>

#include <optional>

namespace glyphscope {

/// How ink is looked for in a picture, as a canvas keeps it; what is as by default is left out.
[[nodiscard]] QJsonObject pictureOptionsJson(const PictureOptions& options);

/// The same back. Nothing for anything that pictureOptionsJson() does not write.
[[nodiscard]] std::optional<PictureOptions> pictureOptionsOf(const QJsonValue& value);

/// "auto", "sheet", "transparent".
[[nodiscard]] QString pictureGroundName(PictureGround ground);
[[nodiscard]] std::optional<PictureGround> pictureGroundNamed(const QString& name);

}  // namespace glyphscope
