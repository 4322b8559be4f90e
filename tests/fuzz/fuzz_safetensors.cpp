// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"
#include "model/checkpoint/weights_file.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kSafetensorsName = "input.safetensors";

void checkSafetensorsTensor(const NamedTensor& tensor)
{
    std::size_t count = 1;
    for (const std::int64_t side : tensor.shape) {
        require(side >= 0, "no side of a tensor is negative");
        count *= static_cast<std::size_t>(side);
    }
    require(tensor.shape.size() <= SafetensorsLimits::kRank, "ranks are bounded");
    require(tensor.values.size() == count, "as many values as the shape says");
    require(std::ranges::all_of(tensor.values, [](float v) { return std::isfinite(v); }),
            "all values are finite");
}

void checkSafetensors(StateDict weights)
{
    require(weights.tensors.size() <= SafetensorsLimits::kTensors, "tensors are bounded");
    std::ranges::for_each(weights.tensors, checkSafetensorsTensor);
    StateDict back = parseSafetensors(encodeSafetensors(weights), kSafetensorsName);
    for (StateDict* each : {&weights, &back}) {
        each->metadata.erase("format");
        each->metadata.erase("data_sha256");
    }
    require(weights == back, "weights survive being written");
}

bool readsSafetensorsOrRefuses(Input input)
{
    return accepted(kSafetensorsName, [&] { checkSafetensors(parseSafetensors(input, kSafetensorsName)); });
}

/// Any file that is given for weights; what is read keeps its names when it is read again.
void readsAsWeightsOrRefuses(Input input)
{
    (void)accepted(kSafetensorsName, [&] {
        const StateDict weights = parseWeights(input, kSafetensorsName);
        require(parseWeights(encodeSafetensors(weights), kSafetensorsName).tensors == weights.tensors,
                "weights are chosen alike again");
    });
}

/// The input up to its first zero byte as the header, what is behind it as the data: a length that fits
/// is not found by chance.
std::vector<std::byte> framed(Input input)
{
    const auto end = std::ranges::find(input, std::byte{0});
    const std::uint64_t size = static_cast<std::uint64_t>(end - input.begin());
    const auto length = std::as_bytes(std::span(&size, 1));
    std::vector<std::byte> bytes;
    bytes.reserve(length.size() + input.size());
    std::ranges::copy(length, std::back_inserter(bytes));
    std::copy(input.begin(), end, std::back_inserter(bytes));
    std::copy(end == input.end() ? end : end + 1, input.end(), std::back_inserter(bytes));
    return bytes;
}

}  // namespace

bool fuzzSafetensors(Input input)
{
    readsAsWeightsOrRefuses(input);
    readsAsWeightsOrRefuses(framed(input));
    (void)readsSafetensorsOrRefuses(framed(input));
    return readsSafetensorsOrRefuses(input);
}

}  // namespace glyphscope::fuzz
