// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memory_peak.h"

#include <fstream>
#include <malloc.h>
#include <stdexcept>
#include <string>

namespace glyphscope::fuzz {
namespace {

std::size_t statusBytes(const std::string& field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ':'))
            return std::stoul(line.substr(field.size() + 1)) << 10;
    throw std::runtime_error("/proc/self/status does not tell " + field);
}

}  // namespace

std::size_t memoryPeak(const std::function<void()>& work)
{
    malloc_trim(0);  // what is kept for later would not be seen when it is used
    std::ofstream("/proc/self/clear_refs") << 5 << std::flush;  // the peak begins anew (proc(5))
    const std::size_t before = statusBytes("VmRSS");
    work();
    const std::size_t peak = statusBytes("VmHWM");
    return peak > before ? peak - before : 0;
}

}  // namespace glyphscope::fuzz
