// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtGui/QImage>

namespace glyphscope {

/// Longest side of a picture file, pixels; checked before anything is decoded.
inline constexpr int kLongestPictureSide = 8192;

/// Lays an image into the canvas: grey, transparency over white, reduced to at most 512 pixels, centred in
/// the 280x280 units with its longer side at 240. Throws Error for an image without pixels.
[[nodiscard]] Picture pictureFromImage(const QImage& image);

/// The same for the bytes of a PNG, JPEG, BMP or WebP file, known by content and turned as its EXIF data
/// says. Throws Error with `name` for anything else, for broken files, and for pictures above 8192x8192.
[[nodiscard]] Picture readPicture(const QByteArray& bytes, const QString& name);

/// Whether bytes begin as one of these formats.
[[nodiscard]] bool looksLikePicture(const QByteArray& bytes);

}  // namespace glyphscope
