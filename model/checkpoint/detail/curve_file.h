// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace glyphscope {

/// curves.bin: 8 bytes of magic, a u32 version, the u32 size of a record; then records of an i64 step and f32
/// epoch, seconds, loss, accuracy, learning rate, gradient norm, images a second. All little-endian. Steps
/// ascend; there may be gaps.
inline constexpr std::size_t kCurveHeaderBytes = 16;
inline constexpr std::size_t kCurveRecordBytes = 36;

[[nodiscard]] std::vector<std::byte> curveHeader();
[[nodiscard]] std::vector<std::byte> curveRecords(std::span<const StepStats> steps);

/// A record that a kill tore off at the end is passed over. Throws Error for anything else that is wrong.
[[nodiscard]] StepCurves readCurves(const std::filesystem::path& file);

/// The end of the records up to a step.
struct CurveEnd {
    std::uint64_t bytes = 0;  ///< of the file, header included; 0 if that is torn
    std::int64_t step = 0;    ///< the last of them; 0: there is none
    float epoch = 0;
    float seconds = 0;
};

/// What lies behind `step` is not looked at. Throws Error as readCurves().
[[nodiscard]] CurveEnd curveEnd(const std::filesystem::path& file, std::int64_t step);

}  // namespace glyphscope
