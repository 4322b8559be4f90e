// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

/// Each reader as a function of any bytes at all, for libFuzzer and for the run over the corpora. It returns
/// whether the bytes were accepted. It throws std::logic_error if a promise was broken: what was accepted is
/// not consistent in itself or does not survive being written and read again, or the refusal is not fit to be
/// shown. The reader may throw Error and nothing else.
namespace glyphscope::fuzz {

using Input = std::span<const std::byte>;

bool fuzzIdx(Input input);
bool fuzzGzip(Input input);
bool fuzzNpz(Input input);
bool fuzzSafetensors(Input input);
bool fuzzPt(Input input);
bool fuzzInkml(Input input);
bool fuzzUnipen(Input input);
bool fuzzPictures(Input input);
bool fuzzSettings(Input input);
bool fuzzRuns(Input input);
bool fuzzNetworks(Input input);

struct Target {
    const char* name;  ///< of its folder in corpus/ too
    bool (*run)(Input input);
};

inline constexpr Target kTargets[] = {
    {"idx", fuzzIdx},
    {"gzip", fuzzGzip},
    {"npz", fuzzNpz},
    {"safetensors", fuzzSafetensors},
    {"pt", fuzzPt},
    {"inkml", fuzzInkml},
    {"unipen", fuzzUnipen},
    {"pictures", fuzzPictures},
    {"settings", fuzzSettings},
    {"runs", fuzzRuns},
    {"networks", fuzzNetworks},
};

}  // namespace glyphscope::fuzz
