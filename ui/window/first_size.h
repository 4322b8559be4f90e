// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>

namespace glyphscope {

/// How large the window is the first time.
struct FirstSize {
    QSize size;  ///< without the frame
    bool maximised = false;

    bool operator==(const FirstSize&) const = default;
};

/// By what a screen has for windows, logical pixels: most of a large screen, all of a small one. `least` is
/// what has room for everything.
[[nodiscard]] FirstSize firstSize(QSize available, QSize least);

}  // namespace glyphscope
