// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace glyphscope {

/// A canvas as the program keeps it for itself: JSON with the strokes as InkML and, beneath them, the picture
/// as PNG. readCanvas() gives back the same values, save strokes without a finite point.
[[nodiscard]] QByteArray writeCanvas(const Drawing& drawing);

/// Throws Error with `name` for anything that writeCanvas() does not write.
[[nodiscard]] Drawing readCanvas(const QByteArray& bytes, const QString& name);

}  // namespace glyphscope
