// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#endif

namespace glyphscope {

/// Gives the calling thread a lower priority than the window and the reader. Under Linux's default scheduler
/// only the nice value of a thread counts, and the threads that OpenMP starts from this one inherit it.
inline void lowerThreadPriority()
{
#if defined(__linux__)
    ::setpriority(PRIO_PROCESS, 0, 10);
#endif
}

}  // namespace glyphscope
