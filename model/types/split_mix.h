// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace glyphscope {

/// SplitMix64 (Steele et al. 2014): the same numbers from the same seed on every machine.
class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    /// In [0, bound). The bias of the remainder is below 2^-32 for the sizes met here.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

    /// Uniform in [low, high).
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(next() >> 11U) * 0x1p-53;
    }

private:
    std::uint64_t m_state;
};

/// A well-mixed 64-bit number from two (splitmix64, Steele, Lea & Flood 2014): seeds for steps of a run.
[[nodiscard]] inline std::uint64_t mixSeed(std::uint64_t seed, std::uint64_t stream)
{
    std::uint64_t z = seed + 0x9e3779b97f4a7c15 * (stream + 1);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

}  // namespace glyphscope
