// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace glyphscope {

/// Of the answers whose confidence fell into one bin: how sure they were, and how often right. The bins of a
/// reliability diagram are equally wide; bin i of n holds confidences above i/n, up to (i + 1)/n.
struct ReliabilityBin {
    std::int64_t count = 0;
    double confidence = 0;  ///< mean, in [0, 1]; 0 where there is none
    double accuracy = 0;    ///< share that was right, in [0, 1]; 0 where there is none
    friend bool operator==(const ReliabilityBin&, const ReliabilityBin&) = default;
};

/// How far the answers over a labelled set can be relied on. Without bins: nobody knows.
struct Reliability {
    std::vector<ReliabilityBin> bins;
    double calibrationError = 0;  ///< the expected one, in [0, 1]
    /// Share of the set that is refused as none of the classes. None: the weights refuse nothing.
    std::optional<double> refused;
};

}  // namespace glyphscope
