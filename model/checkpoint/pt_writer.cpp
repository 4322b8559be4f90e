// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/lasting_metadata.h"
#include "model/checkpoint/detail/pickle_opcodes.h"
#include "model/checkpoint/detail/plain_name.h"
#include "model/checkpoint/detail/pt_names.h"
#include "model/checkpoint/detail/put_bytes.h"
#include "model/checkpoint/detail/zip_writer.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::string_view kRoot = "weights/";
constexpr std::size_t kAlignment = 64;  // so that torch.load can map the file

/// What parsePt() would refuse is not written.
void checkLimits(const StateDict& weights)
{
    if (weights.tensors.empty() || weights.tensors.size() > SafetensorsLimits::kTensors)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "a .pt file is read with 1 to 1024 tensors; these are %1. Write them as safetensors."),
            weights.tensors.size());
    for (const NamedTensor& tensor : weights.tensors) {
        if (!isPlainName(tensor.name))
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint",
                                "tensor \"%1\" has a name that is no plain text of at most 256 characters, "
                                "as a .pt file is read with. Rename it, or write safetensors."),
                shownText(tensor.name));
        if (tensor.shape.size() > SafetensorsLimits::kRank)
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has more than 8 sides. Reshape it."),
                        tensor.name);
    }
}

std::string metadataOf(const StateDict& weights)
{
    const auto metadata = lastingMetadata(weights);
    std::string text = metadata.empty() ? std::string() : nlohmann::json(metadata).dump();
    if (text.size() > pt::kMetadataBytes)
        throw Error(GLYPHSCOPE_TEXT(
                        "Checkpoint",
                        "the metadata take %1 bytes, and a .pt file is read with 64 KiB. Write safetensors."),
                    text.size());
    return text;
}

std::int32_t checkedCount(const NamedTensor& tensor)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    std::int64_t count = 1;
    for (const std::int64_t side : tensor.shape) {
        if (side < 0 || side > kMost || (side > 0 && count > kMost / side))
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has a shape that no file can hold."),
                        tensor.name);
        count *= side;
    }
    if (static_cast<std::size_t>(count) != tensor.values.size())
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" holds another number of values than its shape says."),
                    tensor.name);
    return static_cast<std::int32_t>(count);
}

/// Writes the pickle of an OrderedDict of tensors, protocol 2, as torch.save does but for its memo.
class PickleWriter {
public:
    PickleWriter()
    {
        put(Opcode::Proto);
        glyphscope::put(m_bytes, std::uint8_t{2});
        emptyOrderedDict();
        put(Opcode::Mark);
    }

    void add(const NamedTensor& tensor, std::size_t key)
    {
        const std::int32_t count = checkedCount(tensor);
        text(tensor.name);
        global(pt::kRebuildTensor);
        put(Opcode::Mark);
        storage(key, count);
        integer(0);
        sides(tensor.shape);
        sides(stridesOf(tensor.shape));
        put(Opcode::NewFalse);  // requires_grad
        emptyOrderedDict();     // hooks
        put(Opcode::Tuple);
        put(Opcode::Reduce);
    }

    [[nodiscard]] std::vector<std::byte> finish() &&
    {
        put(Opcode::SetItems);
        put(Opcode::Stop);
        return std::move(m_bytes);
    }

private:
    void put(Opcode opcode) { m_bytes.push_back(static_cast<std::byte>(opcode)); }

    void text(std::string_view value)
    {
        put(Opcode::BinUnicode);
        glyphscope::put(m_bytes, static_cast<std::uint32_t>(value.size()));
        glyphscope::put(m_bytes, value);
    }

    void integer(std::int32_t value)
    {
        put(Opcode::BinInt);
        glyphscope::put(m_bytes, static_cast<std::uint32_t>(value));
    }

    void global(std::string_view name)
    {
        const std::size_t space = name.find(' ');
        put(Opcode::Global);
        glyphscope::put(m_bytes, name.substr(0, space));
        glyphscope::put(m_bytes, "\n");
        glyphscope::put(m_bytes, name.substr(space + 1));
        glyphscope::put(m_bytes, "\n");
    }

    void emptyOrderedDict()
    {
        global(pt::kOrderedDict);
        put(Opcode::EmptyTuple);
        put(Opcode::Reduce);
    }

    void storage(std::size_t key, std::int32_t count)
    {
        put(Opcode::Mark);
        text("storage");
        global(pt::kFloatStorage);
        text(std::to_string(key));
        text("cpu");
        integer(count);
        put(Opcode::Tuple);
        put(Opcode::BinPersId);
    }

    void sides(const std::vector<std::int64_t>& values)
    {
        put(Opcode::Mark);
        for (const std::int64_t value : values)
            integer(static_cast<std::int32_t>(value));
        put(Opcode::Tuple);
    }

    static std::vector<std::int64_t> stridesOf(const std::vector<std::int64_t>& shape)
    {
        std::vector<std::int64_t> strides(shape.size(), 1);
        for (std::size_t axis = shape.size(); axis-- > 1;)
            strides[axis - 1] = strides[axis] * std::max<std::int64_t>(1, shape[axis]);
        return strides;
    }

    std::vector<std::byte> m_bytes;
};

std::vector<std::byte> pickleOf(const StateDict& weights)
{
    PickleWriter pickle;
    std::set<std::string> names;
    std::size_t key = 0;
    for (const NamedTensor& tensor : weights.tensors) {
        if (!names.insert(tensor.name).second)
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "two tensors are named \"%1\"."), tensor.name);
        pickle.add(tensor, key++);
    }
    return std::move(pickle).finish();
}

}  // namespace

std::vector<std::byte> encodePt(const StateDict& weights)
{
    checkLimits(weights);
    ZipWriter zip(".pt", kAlignment);
    const auto add = [&zip](std::string_view name, std::span<const std::byte> content) {
        zip.add(std::string(kRoot) + std::string(name), content);
    };
    const auto addText = [&add](std::string_view name, std::string_view text) {
        add(name, std::as_bytes(std::span(text)));
    };
    add(pt::kPickle, pickleOf(weights));
    addText(pt::kByteOrder, "little");
    std::size_t key = 0;
    for (const NamedTensor& tensor : weights.tensors)
        add(std::string(pt::kData) + std::to_string(key++), std::as_bytes(std::span(tensor.values)));
    addText(pt::kVersion, "3\n");
    if (const std::string metadata = metadataOf(weights); !metadata.empty())
        addText(pt::kMetadata, metadata);
    std::vector<std::byte> file = std::move(zip).finish();
    if (file.size() > SafetensorsLimits::kFileBytes)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "the weights are larger than the 512 MiB that are read. Write fewer."));
    return file;
}

}  // namespace glyphscope
