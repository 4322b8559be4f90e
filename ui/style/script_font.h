// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope {

/// Lets what the application's font lacks come from a font that is made for `language` ("zh_CN"): its
/// characters have other shapes in other countries. False where no font that is installed can write it.
bool useFontFor(const QString& language);

}  // namespace glyphscope
