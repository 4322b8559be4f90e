// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__linux__)
#include <sys/resource.h>
#endif

namespace glyphscope {

/// Gives the calling thread a lower priority than the window and the reader. Under Linux's default scheduler
/// only the nice value of a thread counts, and the threads that OpenMP starts from this one inherit it.
///
/// 10 keeps the pen quick: with 5 a stroke beside a training and a busy machine was painted within 34 to 37
/// ms (99th percentile of pen_latency) instead of 18 to 22, and the answer within 50 instead of 28. What it
/// costs: of a processor that a program of the same session keeps busy a thread has a tenth, with 5 a
/// quarter. Short slices for the window's thread (sched_setattr) did not make up for 5.
inline void lowerThreadPriority()
{
#if defined(__linux__)
    ::setpriority(PRIO_PROCESS, 0, 10);
#endif
}

}  // namespace glyphscope
