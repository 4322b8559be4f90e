// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's way in; compiled once for each reader.
#include "tests/fuzz/targets.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    (void)glyphscope::fuzz::GLYPHSCOPE_FUZZ_TARGET(std::as_bytes(std::span(data, size)));
    return 0;
}
