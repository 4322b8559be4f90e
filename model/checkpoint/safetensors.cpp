// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/number_type.h"
#include "model/checkpoint/sha256.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>
#include <string>
#include <tuple>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

using nlohmann::json;
constexpr std::size_t kPrefix = 8;
constexpr const char* kMetadataKey = "__metadata__";
constexpr const char* kHashKey = "data_sha256";

class Reader {
public:
    Reader(std::span<const std::byte> bytes, const std::string& name) : m_bytes(bytes), m_name(name) {}

    StateDict read()
    {
        const json header = parseHeader();
        StateDict result;
        for (const auto& [key, entry] : header.items()) {
            if (key == kMetadataKey)
                readMetadata(entry, result);
            else
                readEntry(key, entry);
        }
        checkCover();
        for (const Extent& extent : m_extents)
            result.tensors.push_back(copyTensor(extent));
        checkHash(result);
        return result;
    }

private:
    struct Extent {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string name;
        std::vector<std::int64_t> shape;
        const NumberType* type = nullptr;
    };

    [[noreturn]] void refuse(const Message& reason) const
    {
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint",
                            "%1: %2 This is not a weights file this program can read; choose another."),
            m_name, reason);
    }

    json parseHeader()
    {
        if (m_bytes.size() > SafetensorsLimits::kFileBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "larger than 512 MiB."));
        if (m_bytes.size() < kPrefix)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "only %1 bytes; a safetensors file begins with 8 bytes of size."),
                    m_bytes.size()});
        std::uint64_t size = 0;
        std::memcpy(&size, m_bytes.data(), kPrefix);
        if (size > SafetensorsLimits::kHeaderBytes)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "its header claims %1 bytes; at most 1 MiB is allowed."),
                    std::to_string(size)});  // perhaps more than 63 bits
        if (size > m_bytes.size() - kPrefix)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "its header claims %1 bytes, the file ends before that."),
                    size});
        m_data = m_bytes.subspan(kPrefix + static_cast<std::size_t>(size));
        return parseJson(m_bytes.subspan(kPrefix, static_cast<std::size_t>(size)));
    }

    json parseJson(std::span<const std::byte> text)
    {
        // nlohmann keeps the last of duplicate keys silently; the callback sees every one of them.
        // Refused at once: after every object it looks through all others beside it.
        std::vector<std::set<std::string>> keys;
        std::size_t objects = 0;
        const auto watch = [&](int depth, json::parse_event_t event, json& parsed) {
            if (depth > 4)
                refuse(GLYPHSCOPE_TEXT("Checkpoint", "its header is nested too deeply."));
            if (event == json::parse_event_t::object_start && ++objects > SafetensorsLimits::kTensors + 2)
                refuse(GLYPHSCOPE_TEXT("Checkpoint", "it names more than 1024 tensors."));
            if (event == json::parse_event_t::object_start)
                keys.emplace_back();
            else if (event == json::parse_event_t::object_end && !keys.empty())
                keys.pop_back();
            else if (event == json::parse_event_t::key &&
                     !keys.back().insert(parsed.get<std::string>()).second)
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "the key \"%1\" occurs twice in its header."),
                        shownText(parsed.get<std::string>())});
            return true;
        };
        const auto* begin = reinterpret_cast<const char*>(text.data());
        json header = json::parse(begin, begin + text.size(), watch, false);
        // the parser takes a zero byte for the end of the text
        if (header.is_discarded() || !header.is_object() || std::ranges::count(text, std::byte{0}) != 0)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its header is not a JSON object."));
        if (header.size() > SafetensorsLimits::kTensors + 1)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it names more than 1024 tensors."));
        return header;
    }

    void readMetadata(const json& entry, StateDict& result) const
    {
        if (!entry.is_object())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its __metadata__ is not an object."));
        for (const auto& [key, value] : entry.items()) {
            if (!value.is_string())
                refuse(
                    {GLYPHSCOPE_TEXT("Checkpoint", "its __metadata__ \"%1\" is not text."), shownText(key)});
            result.metadata[key] = value.get<std::string>();
        }
    }

    std::uint64_t unsignedNumber(const json& value, const Message& what) const
    {
        if (!value.is_number_unsigned())
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "%1 is not a whole number."), what});
        return value.get<std::uint64_t>();
    }

    void readEntry(const std::string& key, const json& entry)
    {
        const std::string name = shownText(key);
        if (!entry.is_object() || entry.size() != 3 || !entry.contains("dtype") || !entry.contains("shape") ||
            !entry.contains("data_offsets"))
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" does not have exactly dtype, shape and data_offsets."),
                    name});
        const NumberType* type =
            entry["dtype"].is_string() ? numberTypeOfDtype(entry["dtype"].get<std::string>()) : nullptr;
        if (type == nullptr)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is of the type %2, which is not read."),
                    name, shownText(entry["dtype"].dump())});
        const json& shape = entry["shape"];
        const json& offsets = entry["data_offsets"];
        if (!shape.is_array() || shape.size() > SafetensorsLimits::kRank)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" has a shape that is no list of at most 8 numbers."),
                    name});
        if (!offsets.is_array() || offsets.size() != 2)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has data_offsets that are no pair."), name});

        Extent extent;
        extent.name = key;
        extent.type = type;
        std::uint64_t bytes = type->bytes;
        for (const json& side : shape) {
            const std::uint64_t n = unsignedNumber(
                side, {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": a side of its shape"), name});
            if (n > SafetensorsLimits::kFileBytes || (n != 0 && bytes > SafetensorsLimits::kFileBytes / n))
                refuse(
                    {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is larger than the file may be."), name});
            bytes *= n;
            extent.shape.push_back(static_cast<std::int64_t>(n));
        }
        const std::uint64_t begin =
            unsignedNumber(offsets[0], {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its begin"), name});
        const std::uint64_t end =
            unsignedNumber(offsets[1], {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its end"), name});
        if (begin > end || end > m_data.size())
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" lies outside the file's data."), name});
        if (end - begin != bytes)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has %2 bytes; its shape needs %3."), name,
                    end - begin, bytes});
        extent.begin = static_cast<std::size_t>(begin);
        extent.end = static_cast<std::size_t>(end);
        m_extents.push_back(std::move(extent));
    }

    void checkCover()
    {
        std::sort(m_extents.begin(), m_extents.end(), [](const Extent& a, const Extent& b) {
            return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
        });
        std::size_t at = 0;
        for (const Extent& extent : m_extents) {
            if (extent.begin != at)
                refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                        "tensor \"%1\" begins at byte %2 of the data, expected %3."),
                        shownText(extent.name), extent.begin, at});
            at = extent.end;
        }
        if (at != m_data.size())
            refuse(
                {GLYPHSCOPE_TEXT("Checkpoint", "%1 bytes of data belong to no tensor."), m_data.size() - at});
    }

    NamedTensor copyTensor(const Extent& extent)
    {
        const auto bytes = m_data.subspan(extent.begin, extent.end - extent.begin);
        m_asFloats += bytes.size() / extent.type->bytes * sizeof(float);
        if (m_asFloats > SafetensorsLimits::kFileBytes)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" and those before it are more than 512 MiB as float32."),
                    shownText(extent.name)});
        NamedTensor tensor{extent.name, extent.shape, floatsOf(*extent.type, bytes)};
        if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); }))
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" holds a value that is no finite number."),
                    shownText(extent.name)});
        return tensor;
    }

    void checkHash(const StateDict& result) const
    {
        const auto expected = result.metadata.find(kHashKey);
        if (expected != result.metadata.end() && expected->second != sha256(m_data))
            refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                   "its data does not match the SHA-256 it carries: the file is damaged."));
    }

    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_data;
    const std::string& m_name;
    std::vector<Extent> m_extents;
    std::size_t m_asFloats = 0;
};

std::size_t elementCount(const NamedTensor& tensor)
{
    std::size_t count = 1;
    for (const std::int64_t side : tensor.shape)
        count *= static_cast<std::size_t>(side);
    return count;
}

}  // namespace

StateDict parseSafetensors(std::span<const std::byte> bytes, const std::string& name)
{
    return Reader(bytes, name).read();
}

StateDict readSafetensors(const std::filesystem::path& file)
{
    const std::vector<std::byte> bytes = readWhole(file, SafetensorsLimits::kFileBytes);
    return parseSafetensors(bytes, file.filename().string());
}

std::vector<std::byte> encodeSafetensors(const StateDict& weights)
{
    json header = json::object();
    std::vector<std::byte> data;
    for (const NamedTensor& tensor : weights.tensors) {
        if (tensor.values.size() != elementCount(tensor))
            throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                        "tensor \"%1\" holds another number of values than its shape says."),
                        tensor.name);
        if (tensor.name == kMetadataKey || header.contains(tensor.name))
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "two tensors are named \"%1\"."), tensor.name);
        const std::size_t begin = data.size();
        const std::span<const std::byte> values = std::as_bytes(std::span(tensor.values));
        data.insert(data.end(), values.begin(), values.end());
        header[tensor.name] = {
            {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, data.size()}}};
    }
    header[kMetadataKey] = weights.metadata;
    header[kMetadataKey]["format"] = "pt";
    header[kMetadataKey][kHashKey] = sha256(data);

    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');  // the data begins aligned, as the reference writer does
    const std::uint64_t size = text.size();
    std::vector<std::byte> file(kPrefix + text.size() + data.size());
    std::memcpy(file.data(), &size, kPrefix);
    std::memcpy(file.data() + kPrefix, text.data(), text.size());
    std::copy(data.begin(), data.end(), file.begin() + static_cast<std::ptrdiff_t>(kPrefix + text.size()));
    return file;
}

void writeSafetensors(const StateDict& weights, const std::filesystem::path& file)
{
    writeAtomically(file, encodeSafetensors(weights));
}

}  // namespace glyphscope
