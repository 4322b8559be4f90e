// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QPainter;
class QRectF;

namespace glyphscope {

/// What is painted where there is nothing yet: an icon and a sentence that says what to do.
void paintEmptyHint(QPainter& painter, const QRectF& area, const QString& iconName, const QString& words);

}  // namespace glyphscope
