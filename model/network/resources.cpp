// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <malloc.h>
#include <sched.h>

namespace glyphscope {
namespace {

std::atomic<int> threadLimit = std::numeric_limits<int>::max();

}  // namespace

bool bf16Pays(const torch::Device& device)
{
#if defined(__x86_64__)
    return device.is_cpu() && __builtin_cpu_supports("avx512bf16") != 0;
#else
    return false;
#endif
}

void useThreads(int count)
{
    // Setting it clears oneDNN's cache of compiled primitives: only where it changes something.
    if (at::get_num_threads() != count)
        at::set_num_threads(count);
}

int availableThreads()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    const int processors = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return std::clamp(processors, 1, threadLimit.load());
}

void limitAvailableThreads(int count)
{
    threadLimit = std::max(1, count);
}

void keepFreedMemory()
{
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, -1);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

}  // namespace glyphscope
