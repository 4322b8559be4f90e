// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/pickle.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace glyphscope::pt {

inline constexpr std::string_view kOrderedDict = "collections OrderedDict";
inline constexpr std::string_view kRebuildTensor = "torch._utils _rebuild_tensor_v2";
inline constexpr std::string_view kRebuildParameter = "torch._utils _rebuild_parameter";
inline constexpr std::string_view kRebuildWithState = "torch._utils _rebuild_parameter_with_state";
inline constexpr std::string_view kRebuildTyped = "torch._tensor _rebuild_from_type_v2";
inline constexpr std::string_view kFloatStorage = "torch FloatStorage";

/// The globals of a pickle that mean something here; all others are opaque.
inline constexpr std::array<PickleGlobal, 5> kGlobals{{{kOrderedDict, PickleRole::Dict},
                                                       {kRebuildTensor, PickleRole::Function},
                                                       {kRebuildParameter, PickleRole::Function},
                                                       {kRebuildWithState, PickleRole::Function},
                                                       {kRebuildTyped, PickleRole::Function}}};

/// Entries of the zip, below its root folder.
inline constexpr std::string_view kPickle = "data.pkl";
inline constexpr std::string_view kData = "data/";
inline constexpr std::string_view kByteOrder = "byteorder";
inline constexpr std::string_view kVersion = "version";
inline constexpr std::string_view kMetadata = "extra/glyphscope.json";
inline constexpr std::size_t kMetadataBytes = std::size_t{64} << 10;  ///< that may have

}  // namespace glyphscope::pt
