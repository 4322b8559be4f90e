// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtCore/QString>

namespace glyphscope {

/// Writes a sheet of samples to be printed, as PDF: a row of ten light boxes for each class, its name at the
/// left, marks in the corners by which a photograph is set straight (SheetLayout). More classes than a page
/// has rows for take several pages. The file appears whole or not at all. Needs a QGuiApplication for its
/// fonts. Throws Error, also for more classes than 16 pages have rows for.
void saveBlankSheet(const QString& path, const ClassSet& classes, bool letter);

}  // namespace glyphscope
