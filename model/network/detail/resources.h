// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <torch/torch.h>

#include <filesystem>

namespace glyphscope {

/// Whether training in bfloat16 pays on `device`: the processor must multiply it natively (AVX512-BF16).
/// Never with GLYPHSCOPE_PRECISION=float32 in the environment, which is there to compare the two.
[[nodiscard]] bool bf16Pays(const torch::Device& device);

/// The library that multiplies LibTorch's float32 matrices.
struct Blas {
    Message name;       ///< "OpenBLAS", "MKL", "the reference BLAS"
    bool slow = false;  ///< the reference BLAS, which is there to be right, not fast
};
[[nodiscard]] Blas loadedBlas();
/// What this library is, by its path without links; an empty name if it is no BLAS.
[[nodiscard]] Blas blasOf(const std::filesystem::path& library);

/// Operations of the calling thread use this many threads. LibTorch by itself takes half of the processors.
void useThreads(int count);

/// The processors this process may run on, or fewer after limitAvailableThreads().
[[nodiscard]] int availableThreads();
void limitAvailableThreads(int count);

/// Keeps large freed blocks in the process. Without it every activation of every step is fresh memory from
/// the kernel, which costs a page fault for each 4 KiB.
void keepFreedMemory();

}  // namespace glyphscope
