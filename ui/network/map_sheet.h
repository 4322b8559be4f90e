// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "model/types/module_output.h"
#include "ui/widgets/colour_scale.h"

#include <optional>
#include <span>
#include <vector>

namespace glyphscope {

/// The place of one value among equally large maps.
struct MapCell {
    int map = 0;
    int y = 0;
    int x = 0;
    friend bool operator==(const MapCell&, const MapCell&) = default;
};

/// Equally large maps of numbers, one after the other: a module's output or input, or a bank of kernels. A
/// vector is one map that is as square as can be, its values row by row.
struct MapSheet {
    int maps = 0;
    int width = 0;  ///< of one map, values
    int height = 0;
    bool vector = false;  ///< its values have an index, and no place
    std::vector<float> values;

    [[nodiscard]] bool empty() const { return maps == 0; }
    [[nodiscard]] std::span<const float> valuesOf(int map) const;
    [[nodiscard]] std::span<const float> rowOf(int map, int y) const;
    /// Row-major over all maps; none outside, and past the end of a vector.
    [[nodiscard]] std::optional<int> indexOf(const MapCell& cell) const;
    [[nodiscard]] std::optional<MapCell> cellOf(int index) const;
};

/// Of an output whose shape and number of values agree; otherwise a sheet without maps.
[[nodiscard]] MapSheet sheetOf(const ModuleOutput& output);
[[nodiscard]] MapSheet vectorSheet(std::vector<float> values);

/// What is remarkable about a map, or about a value of a vector.
struct MapMark {
    bool zero = false;       ///< nothing above zero for this drawing
    bool full = false;       ///< everything above zero for this drawing
    bool dead = false;       ///< never above zero over many drawings
    bool saturated = false;  ///< (nearly) always above zero over many drawings

    [[nodiscard]] bool any() const { return zero || full || dead || saturated; }
    friend bool operator==(const MapMark&, const MapMark&) = default;
};

/// One mark a map, by its range. A vector has none: a single value that is zero is nothing remarkable.
[[nodiscard]] std::vector<MapMark> marksOf(const MapSheet& sheet, std::span<const ValueRange> ranges);

/// Adds what is known from many drawings: one channel a map, or a value of a vector.
void addActivity(std::vector<MapMark>& marks, const MapSheet& sheet, const ModuleActivity& activity);

/// One range a map.
[[nodiscard]] std::vector<ValueRange> rangesOf(const MapSheet& sheet);

}  // namespace glyphscope
