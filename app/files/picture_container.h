// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtGui/QImage>
#include <QtGui/QImageIOHandler>

namespace glyphscope {

/// Whether a JPEG ends before its end marker: what follows is missing.
[[nodiscard]] bool isJpegCutOff(const QByteArray& jpeg);

/// How a PNG or WebP is turned by the EXIF data in it; of a JPEG Qt knows it. None where there are no such
/// data, or broken ones.
[[nodiscard]] QImageIOHandler::Transformations exifTurn(const QByteArray& bytes, const QByteArray& format);

/// `image` as it is to be seen.
[[nodiscard]] QImage turned(const QImage& image, QImageIOHandler::Transformations turn);

/// What a decoder fills in for the missing end of a JPEG, grey rows and the rest of the last row of blocks,
/// made transparent. `image` as it lies in the file.
[[nodiscard]] QImage withoutMissingEnd(QImage image);

}  // namespace glyphscope
