// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <dlfcn.h>
#include <limits>
#include <malloc.h>
#include <sched.h>
#include <string_view>
#include <system_error>
#include <utility>

namespace glyphscope {
namespace {

std::atomic<int> threadLimit = std::numeric_limits<int>::max();

[[maybe_unused]] bool wantsFloat32()
{
    const char* precision = std::getenv("GLYPHSCOPE_PRECISION");
    return precision != nullptr && std::string_view(precision) == "float32";
}

}  // namespace

bool bf16Pays(const torch::Device& device)
{
#if defined(__x86_64__)
    return device.is_cpu() && __builtin_cpu_supports("avx512bf16") != 0 && !wantsFloat32();
#else
    return false;
#endif
}

Blas blasOf(const std::filesystem::path& library)
{
    constexpr std::array kFast{std::pair("openblas", "OpenBLAS"), std::pair("mkl", "MKL"),
                               std::pair("blis", "BLIS"), std::pair("atlas", "ATLAS")};
    const std::string name = library.filename().string();
    const bool plain = name.starts_with("libblas.so");  // Debian's folder says whose it is
    for (const auto& [part, words] : kFast)
        if (name.starts_with("lib" + std::string(part)) ||
            (plain && library.string().find(part) != std::string::npos))
            return {std::string(words), false};
    return plain ? Blas{GLYPHSCOPE_TEXT("Network", "the reference BLAS"), true} : Blas{};
}

Blas loadedBlas()
{
    // From here the name is found as LibTorch finds it.
    if (void* multiply = ::dlsym(RTLD_DEFAULT, "sgemm_")) {
        Dl_info library{};
        std::error_code code;
        if (::dladdr(multiply, &library) != 0 && library.dli_fname != nullptr)
            if (const Blas blas = blasOf(std::filesystem::canonical(library.dli_fname, code));
                !blas.name.empty())
                return blas;
    }
    // PyTorch's own builds have it inside.
    const std::string config = at::show_config();
    if (config.find("BLAS_INFO=mkl") != std::string::npos)
        return {std::string("MKL"), false};
    if (config.find("BLAS_INFO=open") != std::string::npos)
        return {std::string("OpenBLAS"), false};
    return {GLYPHSCOPE_TEXT("Network", "an unknown BLAS"), false};
}

void useThreads(int count)
{
    // Setting it clears oneDNN's cache of compiled primitives: only where it changes something.
    // A thread that has been lent counts on itself alone (pieces.cpp).
    if (!at::in_parallel_region() && at::get_num_threads() != count)
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
