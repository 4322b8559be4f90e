// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QtCore/QList>
#include <QtGui/QColor>

#include <vector>

namespace glyphscope {

/// How the curves of a run are told from those of the others, by colour and by dashes.
struct RunStyle {
    QColor colour;
    std::vector<double> dashes;  ///< lengths along x of line and gap in turn, in pixels; none: unbroken
};

/// Of the present run (index 0: the accent, unbroken) and of earlier ones (from 1 on): the colours of Okabe
/// and Ito (2008), which the colour-blind tell apart, moved towards the text's colour until they have a
/// contrast of 3:1 on the theme's surface. Thirty indices in a row are all different.
[[nodiscard]] RunStyle runStyle(int index, const Theme& theme);

/// The dashes as QPen wants them, in widths of the pen.
[[nodiscard]] QList<qreal> penDashes(const RunStyle& style, double width);

}  // namespace glyphscope
