// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/lasting_metadata.h"
#include "model/checkpoint/detail/zip_writer.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cmath>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kPtName = "input.pt";

void checkPtTensor(const NamedTensor& tensor)
{
    std::size_t count = 1;
    for (const std::int64_t side : tensor.shape)
        count *= static_cast<std::size_t>(side);
    require(tensor.shape.size() <= SafetensorsLimits::kRank, "ranks are bounded");
    require(tensor.values.size() == count, "as many values as the shape says");
    require(std::ranges::all_of(tensor.values, [](float v) { return std::isfinite(v); }),
            "all values are finite");
}

void checkPt(const StateDict& weights)
{
    require(!weights.tensors.empty() && weights.tensors.size() <= SafetensorsLimits::kTensors,
            "tensors are bounded");
    std::ranges::for_each(weights.tensors, checkPtTensor);
    const StateDict back = parsePt(encodePt(weights), kPtName);
    require(back.tensors == weights.tensors && lastingMetadata(back) == lastingMetadata(weights),
            "weights survive being written");
    require(parseSafetensors(encodeSafetensors(weights), kPtName).tensors.size() == weights.tensors.size(),
            "weights survive being written as safetensors");
}

bool readsPtOrRefuses(Input input)
{
    return accepted(kPtName, [&] { checkPt(parsePt(input, kPtName)); });
}

/// A zip that is right, with the input as its pickle and two storages: the sums of a zip are not found by
/// chance.
std::vector<std::byte> zipped(Input pickle)
{
    static constexpr float kFloats[] = {1, 2, 3, 4};
    static constexpr std::byte kBytes[] = {std::byte{1}, std::byte{0}, std::byte{0}, std::byte{64}};
    ZipWriter zip(".pt");
    zip.add("a/data.pkl", pickle);
    zip.add("a/data/0", std::as_bytes(std::span(kFloats)));
    zip.add("a/data/1", kBytes);
    return std::move(zip).finish();
}

}  // namespace

/// What begins as a zip does is read as such, all else as a pickle in one.
bool fuzzPt(Input input)
{
    const bool zip = !input.empty() && input.front() == std::byte{'P'};
    return zip ? readsPtOrRefuses(input) : readsPtOrRefuses(zipped(input));
}

}  // namespace glyphscope::fuzz
