// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_start.h"

#include <cstdio>

namespace glyphscope {
namespace {

int noWindow()
{
    std::fputs("glyphscope: this program was built without its window (GLYPHSCOPE_WINDOW=OFF). "
               "See glyphscope --help for what works.\n",
               stderr);
    return 1;
}

}  // namespace

int startWindow(int, char**)
{
    return noWindow();
}

int startTour(int, char**)
{
    return noWindow();
}

}  // namespace glyphscope
