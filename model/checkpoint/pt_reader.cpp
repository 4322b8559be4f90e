// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/pickle.h"
#include "model/checkpoint/detail/pt_names.h"
#include "model/checkpoint/detail/pt_tensors.h"
#include "model/checkpoint/detail/tensor_search.h"
#include "model/checkpoint/detail/weights_choice.h"
#include "model/checkpoint/detail/zip_reader.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace glyphscope {
namespace {

using Limits = SafetensorsLimits;

class PtReader {
public:
    PtReader(std::span<const std::byte> bytes, const std::string& name) : m_bytes(bytes), m_name(name) {}

    StateDict read()
    {
        if (m_bytes.size() > Limits::kFileBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "larger than 512 MiB."));
        m_entries = readZip(m_bytes, m_name);
        findRoot();
        StateDict result;
        readMetadata(result);
        const Pickle pickle =
            readPickle(*entry(pt::kPickle), m_name + ": " + std::string(pt::kPickle), pt::kGlobals);
        readTensors(pickle, result);
        return result;
    }

private:
    [[noreturn]] void refuse(const Message& reason) const { pt::refuse(m_name, reason); }

    /// All entries lie in one folder, whose name is anything.
    void findRoot()
    {
        if (m_entries.empty())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "an empty zip."));
        const std::string& first = m_entries.front().name;
        m_root = first.substr(0, first.find('/') + 1);
        for (const ZipEntry& entry : m_entries)
            if (m_root.empty() || !entry.name.starts_with(m_root))
                refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                       "a zip, but none of PyTorch's: its entries are not in one folder."));
        if (entry("constants.pkl"))
            refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                   "a TorchScript program, which is code; its weights alone would be read."));
        if (!entry(pt::kPickle))
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "a zip, but none of PyTorch's: there is no %1 in it."),
                    pt::kPickle});
        if (const auto order = entry(pt::kByteOrder); order && textOf(*order) != "little")
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its numbers are not little-endian."));
    }

    static std::string_view textOf(std::span<const std::byte> bytes)
    {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    [[nodiscard]] std::optional<std::span<const std::byte>> entry(std::string_view name) const
    {
        const std::string path = m_root + std::string(name);
        const auto found = std::ranges::find(m_entries, path, &ZipEntry::name);
        return found == m_entries.end() ? std::nullopt : std::optional(found->content);
    }

    void readTensors(const Pickle& pickle, StateDict& result) const
    {
        pt::Tensors tensors(
            pickle, [this](std::string_view path) { return entry(path); }, m_bytes.size(), m_name);
        const std::vector<pt::FoundGroup> groups = pt::groupsOfTensors(pickle, tensors, m_name);
        std::vector<TensorGroup> outlines;
        for (const pt::FoundGroup& group : groups)
            outlines.push_back(group.outline);
        const WeightsChoice choice = chooseWeights(outlines, result.metadata, m_name);
        if (choice.tensors.size() > Limits::kTensors)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it names more than 1024 tensors."));
        const pt::FoundGroup& group = groups[choice.group];
        std::set<std::string_view> names;
        for (const WeightsChoice::Tensor& tensor : choice.tensors) {
            const std::string key(group.outline.tensors[tensor.index].name);
            result.tensors.push_back(tensors.read(key, pickle.at(group.values[tensor.index])));
            result.tensors.back().name = tensor.name;
            if (!names.insert(tensor.name).second)
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "two tensors are named \"%1\"."), key});
        }
    }

    void readMetadata(StateDict& result) const
    {
        const auto text = entry(pt::kMetadata);
        if (!text)
            return;
        if (text->size() > pt::kMetadataBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its metadata are larger than 64 KiB."));
        const std::string_view metadata = textOf(*text);
        const auto flat = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
            return depth <= 1;  // what is nested deeper is dropped, and never built
        };
        const auto object = nlohmann::json::parse(metadata.begin(), metadata.end(), flat, false);
        if (!object.is_object())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its metadata are no JSON object."));
        for (const auto& [key, value] : object.items()) {
            if (!value.is_string())
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "its metadata \"%1\" are not text."), shownText(key)});
            result.metadata[key] = value.get<std::string>();
        }
    }

    std::span<const std::byte> m_bytes;
    const std::string& m_name;
    std::vector<ZipEntry> m_entries;
    std::string m_root;
};

}  // namespace

StateDict parsePt(std::span<const std::byte> bytes, const std::string& name)
{
    return PtReader(bytes, name).read();
}

StateDict readPt(const std::filesystem::path& file)
{
    return parsePt(readWhole(file, Limits::kFileBytes), file.filename().string());
}

}  // namespace glyphscope
