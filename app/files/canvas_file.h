// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace glyphscope {

/// A canvas as the program keeps it for itself: JSON with the strokes in base64, 38 bytes a point at most,
/// and, beneath them, the picture as PNG. readCanvas() gives back the same values, save points that are not
/// finite. Throws Error if the picture cannot be encoded.
[[nodiscard]] QByteArray writeCanvas(const Drawing& drawing);

/// Throws Error with `name` for anything that writeCanvas() does not write, or wrote with strokes as InkML.
[[nodiscard]] Drawing readCanvas(const QByteArray& bytes, const QString& name);

}  // namespace glyphscope
