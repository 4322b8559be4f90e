// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/weights_file.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/npz.h"
#include "model/checkpoint/onnx.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace glyphscope {
namespace {

using Suffix = std::pair<std::string_view, WeightsFormat>;

constexpr auto kSuffixes = std::to_array<Suffix>({{"safetensors", WeightsFormat::Safetensors},
                                                  {"pt", WeightsFormat::Pt},
                                                  {"pth", WeightsFormat::Pt},
                                                  {"onnx", WeightsFormat::Onnx},
                                                  {"npz", WeightsFormat::Npz}});

bool beginsWith(std::span<const std::byte> bytes, std::string_view mark)
{
    return bytes.size() >= mark.size() &&
           std::ranges::equal(std::as_bytes(std::span(mark)), bytes.first(mark.size()));
}

bool isZip(std::span<const std::byte> bytes)
{
    return beginsWith(bytes, "PK\x03\x04") || beginsWith(bytes, "PK\x05\x06");
}

/// Protocols 2 to 5; what Python pickles by itself, and torch.save did before PyTorch 1.6.
bool isPickle(std::span<const std::byte> bytes)
{
    return bytes.size() >= 2 && bytes[0] == std::byte{0x80} && bytes[1] >= std::byte{2} &&
           bytes[1] <= std::byte{5};
}

/// Eight bytes of a length below 2^32, and JSON.
bool isSafetensors(std::span<const std::byte> bytes)
{
    return bytes.size() >= kWeightsMark && bytes[8] == std::byte{'{'} &&
           std::ranges::all_of(bytes.subspan(4, 4), [](std::byte b) { return b == std::byte{0}; });
}

StateDict parse(std::span<const std::byte> bytes, const std::string& name)
{
    if (isZip(bytes))
        return parsePt(bytes, name);
    if (isPickle(bytes) && !isSafetensors(bytes))  // a length may begin as a pickle does
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: a bare pickle, as torch.save wrote it before PyTorch 1.6; no code "
                                    "in it is ever run. Load it in Python where you trust it, and save the "
                                    "weights again: torch.save(model.state_dict(), \"weights.pt\")."),
                    name);
    return parseSafetensors(bytes, name);
}

}  // namespace

std::optional<WeightsFormat> weightsFormatNamed(std::string_view suffix)
{
    std::string name(suffix.substr(suffix.starts_with('.') ? 1 : 0));
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* found = std::ranges::find(kSuffixes, name, &Suffix::first);
    return found == kSuffixes.end() ? std::nullopt : std::optional(found->second);
}

bool looksLikeWeights(std::span<const std::byte> begin)
{
    return isZip(begin) || isPickle(begin) || isSafetensors(begin);
}

StateDict readWeights(const std::filesystem::path& file)
{
    StateDict weights = parse(readWhole(file, SafetensorsLimits::kFileBytes), file.filename().string());
    std::erase_if(weights.tensors, [](const NamedTensor& tensor) {
        return tensor.name == "average" || tensor.name.starts_with("optimizer.");
    });
    return weights;
}

std::vector<std::byte> encodeWeights(const StateDict& weights, WeightsFormat format)
{
    switch (format) {
    case WeightsFormat::Safetensors:
        return encodeSafetensors(weights);
    case WeightsFormat::Pt:
        return encodePt(weights);
    case WeightsFormat::Onnx:
        return encodeOnnx(weights);
    case WeightsFormat::Npz:
        break;
    }
    return encodeNpz(weights.tensors);
}

void writeWeights(const StateDict& weights, const std::filesystem::path& file, WeightsFormat format)
{
    std::vector<std::byte> bytes;
    try {
        bytes = encodeWeights(weights, format);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: %2"), file, error);
    }
    writeAtomically(file, bytes);
}

void writeWeights(const StateDict& weights, const std::filesystem::path& file)
{
    const auto format = weightsFormatNamed(file.extension().string());
    writeWeights(weights, file, format.value_or(WeightsFormat::Safetensors));
}

}  // namespace glyphscope
