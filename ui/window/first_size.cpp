// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_size.h"

namespace glyphscope {
namespace {

constexpr double kShareOfScreen = 0.75;
constexpr QSize kFrame{4, 40};  // a window manager's, about

}  // namespace

FirstSize firstSize(QSize available, QSize least)
{
    const QSize room = available - kFrame;
    if (room.width() < least.width() || room.height() < least.height())
        return {room.boundedTo(least), true};
    return {(kShareOfScreen * available).expandedTo(least), false};
}

}  // namespace glyphscope
