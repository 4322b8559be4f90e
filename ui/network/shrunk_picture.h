// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

namespace glyphscope {

/// The image with fewer pixels, each the mean of what falls together. What differs from `ground` counts for
/// more: in a map of many zeros the few values that are none would vanish in a plain mean.
[[nodiscard]] QImage shrunk(const QImage& image, QSize size, QRgb ground);

}  // namespace glyphscope
