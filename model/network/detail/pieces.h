// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace glyphscope {

/// Runs `work` on the calling thread, and has threads - 1 others of LibTorch's at hand for the pieces that it
/// shares out. They sleep until there are some. What LibTorch itself would share out runs on the one thread.
/// Throws what `work` throws.
void withHelpers(int threads, const std::function<void()>& work);

/// Calls piece(0) to piece(count - 1), each once, and returns when all have returned. Pieces are taken from a
/// shared counter by whichever thread is free: the caller, those of withHelpers(), or without it those of
/// LibTorch. Helpers that other programs keep from running are not waited for. Results do not depend on the
/// number of threads where no piece reads what another writes. Modes of the caller, such as no gradients,
/// hold in all of them. Pieces of a piece run one after another. Throws what the first of the pieces threw.
void forPieces(std::int64_t count, const std::function<void(std::int64_t)>& piece);

/// Where piece `i` of `count` of a whole of `size` begins: pieces that differ by one at most.
[[nodiscard]] constexpr std::int64_t pieceBegin(std::int64_t i, std::int64_t count, std::int64_t size)
{
    return size * i / count;
}

}  // namespace glyphscope
