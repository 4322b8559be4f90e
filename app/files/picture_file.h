// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <string>

namespace glyphscope {

/// Longest side of a picture file, pixels; checked before anything is decoded.
inline constexpr int kLongestPictureSide = 8192;

/// Longest side of what is kept of a picture, pixels: what a page is looked at in. Of a sheet of samples more
/// is kept, since its table may be in the picture, too.
inline constexpr int kLongestKept = 1280;
inline constexpr int kLongestSheetKept = 2560;

/// Lays an image into the canvas: reduced to at most `longest` pixels, centred in the 280x280 units with its
/// longer side at 240. Colours and alpha are kept where they tell more than the grey. Throws Error for an
/// image without pixels.
[[nodiscard]] Picture pictureFromImage(const QImage& image, int longest = kLongestKept);

/// The same for the bytes of a PNG, JPEG, BMP or WebP file, known by content and turned as its EXIF data
/// says (in JPEG, PNG and WebP). A JPEG whose end is missing is marked as cut off, and what is missing is
/// transparent. Throws Error with `name` for anything else, for broken files, and for pictures above
/// 8192x8192.
[[nodiscard]] Picture readPicture(const QByteArray& bytes, const QString& name, int longest = kLongestKept);

/// An image of the data set of that name, over the whole canvas.
[[nodiscard]] Picture pictureOfDataSet(const Glyph& image, const std::string& dataSet);

/// The picture's bytes as an image, with the name of its data set as a text of it: read again from a PNG by
/// readPicture(), it is the same picture, though in the place of all others.
[[nodiscard]] QImage imageOf(const Picture& picture);

/// Whether bytes begin as one of these formats.
[[nodiscard]] bool looksLikePicture(const QByteArray& bytes);

}  // namespace glyphscope
