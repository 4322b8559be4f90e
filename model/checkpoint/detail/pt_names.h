// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace glyphscope::pt {

inline constexpr std::string_view kOrderedDict = "collections OrderedDict";
inline constexpr std::string_view kRebuildTensor = "torch._utils _rebuild_tensor_v2";
inline constexpr std::string_view kRebuildParameter = "torch._utils _rebuild_parameter";
inline constexpr std::string_view kFloatStorage = "torch FloatStorage";

/// Entries of the zip, below its root folder.
inline constexpr std::string_view kPickle = "data.pkl";
inline constexpr std::string_view kData = "data/";
inline constexpr std::string_view kByteOrder = "byteorder";
inline constexpr std::string_view kVersion = "version";
inline constexpr std::string_view kMetadata = "extra/glyphscope.json";
inline constexpr std::size_t kMetadataBytes = std::size_t{64} << 10;  ///< that may have

}  // namespace glyphscope::pt
