// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <QtCore/QMetaType>

namespace glyphscope {

/// What the tables of this room tell beside what Qt's own roles say.
enum TableRole {
    SortRole = Qt::UserRole,  ///< the number itself, for sorting by value
    PlainRole,                ///< the text to copy: all digits, no separators
    HistogramRole,            ///< a Histogram to paint
    ShareRole,                ///< a share in [0, 1] to paint as a bar
};

}  // namespace glyphscope

Q_DECLARE_METATYPE(glyphscope::Histogram)
