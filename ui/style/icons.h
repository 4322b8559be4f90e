// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

namespace glyphscope {

/// The line icon resources/icons/<name>.svg in the colours of the theme in force, crisp at any device pixel
/// ratio. It follows later changes of the theme. An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString& name);

/// The same picture in a colour of your own, `side` device-independent pixels square.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int side, double pixelRatio);

}  // namespace glyphscope
