// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/weights_file.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/weights_choice.h"
#include "model/checkpoint/npz.h"
#include "model/checkpoint/onnx.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/data/content_kind.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <system_error>
#include <utility>

namespace glyphscope {
namespace {

using Suffix = std::pair<std::string_view, WeightsFormat>;

constexpr auto kSuffixes = std::to_array<Suffix>({{"safetensors", WeightsFormat::Safetensors},
                                                  {"pt", WeightsFormat::Pt},
                                                  {"pth", WeightsFormat::Pt},
                                                  {"onnx", WeightsFormat::Onnx},
                                                  {"npz", WeightsFormat::Npz}});

constexpr std::size_t kFilesShown = 3;

/// What a file is that holds no weights, and that others may read.
MessageText noWeights(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Empty:
        return GLYPHSCOPE_TEXT("Checkpoint", "%1: empty. Fetch or save the file again.");
    case ContentKind::Picture:
        return GLYPHSCOPE_TEXT("Checkpoint", "%1: a picture, and no weights. Choose a file of safetensors or "
                                             "PyTorch's .pt.");
    case ContentKind::Ink:
        return GLYPHSCOPE_TEXT("Checkpoint", "%1: a file of ink or XML, and no weights. Choose a file of "
                                             "safetensors or PyTorch's .pt.");
    case ContentKind::Idx:
        return GLYPHSCOPE_TEXT("Checkpoint",
                               "%1: a part of a data set in IDX, and no weights. Choose a file of "
                               "safetensors or PyTorch's .pt.");
    case ContentKind::Json:
    case ContentKind::Text:
        return GLYPHSCOPE_TEXT("Checkpoint", "%1: text, and no weights. Choose a file of safetensors or "
                                             "PyTorch's .pt.");
    default:
        return GLYPHSCOPE_TEXT("Checkpoint",
                               "%1: neither safetensors nor PyTorch's .pt, by its content. Choose "
                               "another file, or fetch it again.");
    }
}

/// The numbers of a TensorFlow checkpoint have no mark of their own, but a name: "x.data-00000-of-00001".
bool isTensorFlowData(std::string_view name)
{
    const std::size_t data = name.rfind(".data-");
    return data != std::string_view::npos && name.find("-of-", data) != std::string_view::npos;
}

/// Files in a folder that may be meant: "a.pt, b.safetensors".
std::string weightsIn(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        const auto format = weightsFormatNamed(entry.path().extension().string());
        if (format == WeightsFormat::Safetensors || format == WeightsFormat::Pt)
            names.push_back(shownText(entry.path().filename().string()));
    }
    std::ranges::sort(names);
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kFilesShown); ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    return list;
}

[[noreturn]] void refuseFolder(const std::filesystem::path& folder)
{
    if (const std::string files = weightsIn(folder); !files.empty())
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: a folder. Choose the file of weights in it: %2."),
                    folder, files);
    throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                "%1: a folder, and no file of weights is in it. Choose a file of "
                                "safetensors or PyTorch's .pt."),
                folder);
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

StateDict parseWeights(std::span<const std::byte> bytes, const std::string& name)
{
    const ContentKind kind = contentKindOf(bytes);
    if (kind == ContentKind::PyTorch || kind == ContentKind::BrokenZip)  // which its reader tells
        return parsePt(bytes, name);
    if (kind == ContentKind::Safetensors)
        return chosenWeights(parseSafetensors(bytes, name), name);
    const ContentKind likely =
        kind == ContentKind::Unknown && isTensorFlowData(name) ? ContentKind::TensorFlow : kind;
    if (const std::optional<Message> advice = adviceFor(likely))
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: %2"), name, *advice);
    throw Error(noWeights(kind), name);
}

StateDict readWeights(const std::filesystem::path& file)
{
    std::error_code code;
    if (std::filesystem::is_directory(file, code))
        refuseFolder(file);
    return parseWeights(readWhole(file, SafetensorsLimits::kFileBytes), file.filename().string());
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

StateDict weightsToBeginWith(StateDict weights)
{
    for (const char* key : {"data", "step", "evaluated_step", "seconds"})
        weights.metadata.erase(key);
    return weights;
}

}  // namespace glyphscope
