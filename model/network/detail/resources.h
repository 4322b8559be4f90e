// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace glyphscope {

/// Whether training in bfloat16 pays on `device`: the processor must multiply it natively (AVX512-BF16).
[[nodiscard]] bool bf16Pays(const torch::Device& device);

/// Operations of the calling thread use this many threads. LibTorch by itself takes half of the processors.
void useThreads(int count);

/// The processors this process may run on, or fewer after limitAvailableThreads().
[[nodiscard]] int availableThreads();
void limitAvailableThreads(int count);

/// Keeps large freed blocks in the process. Without it every activation of every step is fresh memory from
/// the kernel, which costs a page fault for each 4 KiB.
void keepFreedMemory();

}  // namespace glyphscope
