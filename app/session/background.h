// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#endif

namespace glyphscope {

/// Lets the window and the reader go before the calling thread. Under Linux's default scheduler only the nice
/// value of a thread counts, and the threads that OpenMP starts from this one inherit it.
inline void yieldToTheWindow()
{
#if defined(__linux__)
    ::setpriority(PRIO_PROCESS, 0, 10);
#endif
}

}  // namespace glyphscope
