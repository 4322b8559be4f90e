// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/sha256.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>
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
    };

    [[noreturn]] void refuse(const std::string& reason) const
    {
        throw Error(m_name + ": " + reason +
                    " This is not a weights file this program can read; choose another.");
    }

    json parseHeader()
    {
        if (m_bytes.size() > SafetensorsLimits::kFileBytes)
            refuse("larger than 512 MiB.");
        if (m_bytes.size() < kPrefix)
            refuse("only " + std::to_string(m_bytes.size()) +
                   " bytes; a safetensors file begins with 8 bytes of size.");
        std::uint64_t size = 0;
        std::memcpy(&size, m_bytes.data(), kPrefix);
        if (size > SafetensorsLimits::kHeaderBytes)
            refuse("its header claims " + std::to_string(size) + " bytes; at most 1 MiB is allowed.");
        if (size > m_bytes.size() - kPrefix)
            refuse("its header claims " + std::to_string(size) + " bytes, the file ends before that.");
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
                refuse("its header is nested too deeply.");
            if (event == json::parse_event_t::object_start && ++objects > SafetensorsLimits::kTensors + 2)
                refuse("it names more than 1024 tensors.");
            if (event == json::parse_event_t::object_start)
                keys.emplace_back();
            else if (event == json::parse_event_t::object_end && !keys.empty())
                keys.pop_back();
            else if (event == json::parse_event_t::key &&
                     !keys.back().insert(parsed.get<std::string>()).second)
                refuse("the key \"" + shownText(parsed.get<std::string>()) +
                       "\" occurs twice in its header.");
            return true;
        };
        const auto* begin = reinterpret_cast<const char*>(text.data());
        json header = json::parse(begin, begin + text.size(), watch, false);
        // the parser takes a zero byte for the end of the text
        if (header.is_discarded() || !header.is_object() || std::ranges::count(text, std::byte{0}) != 0)
            refuse("its header is not a JSON object.");
        if (header.size() > SafetensorsLimits::kTensors + 1)
            refuse("it names more than 1024 tensors.");
        return header;
    }

    void readMetadata(const json& entry, StateDict& result) const
    {
        if (!entry.is_object())
            refuse("its __metadata__ is not an object.");
        for (const auto& [key, value] : entry.items()) {
            if (!value.is_string())
                refuse("its __metadata__ \"" + shownText(key) + "\" is not text.");
            result.metadata[key] = value.get<std::string>();
        }
    }

    std::uint64_t unsignedNumber(const json& value, const std::string& what) const
    {
        if (!value.is_number_unsigned())
            refuse(what + " is not a whole number.");
        return value.get<std::uint64_t>();
    }

    void readEntry(const std::string& key, const json& entry)
    {
        const std::string what = "tensor \"" + shownText(key) + "\"";
        if (!entry.is_object() || entry.size() != 3 || !entry.contains("dtype") || !entry.contains("shape") ||
            !entry.contains("data_offsets"))
            refuse(what + " does not have exactly dtype, shape and data_offsets.");
        if (entry["dtype"] != "F32")
            refuse(what + " is not of type F32, but " + shownText(entry["dtype"].dump()) + ".");
        const json& shape = entry["shape"];
        const json& offsets = entry["data_offsets"];
        if (!shape.is_array() || shape.size() > SafetensorsLimits::kRank)
            refuse(what + " has a shape that is no list of at most 8 numbers.");
        if (!offsets.is_array() || offsets.size() != 2)
            refuse(what + " has data_offsets that are no pair.");

        Extent extent;
        extent.name = key;
        std::uint64_t bytes = sizeof(float);
        for (const json& side : shape) {
            const std::uint64_t n = unsignedNumber(side, what + ": a side of its shape");
            if (n != 0 && bytes > SafetensorsLimits::kFileBytes / n)
                refuse(what + " is larger than the file may be.");
            bytes *= n;
            if (n > SafetensorsLimits::kFileBytes)
                refuse(what + " is larger than the file may be.");
            extent.shape.push_back(static_cast<std::int64_t>(n));
        }
        const std::uint64_t begin = unsignedNumber(offsets[0], what + ": its begin");
        const std::uint64_t end = unsignedNumber(offsets[1], what + ": its end");
        if (begin > end || end > m_data.size())
            refuse(what + " lies outside the file's data.");
        if (end - begin != bytes)
            refuse(what + " has " + std::to_string(end - begin) + " bytes; its shape needs " +
                   std::to_string(bytes) + ".");
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
                refuse("tensor \"" + shownText(extent.name) + "\" begins at byte " +
                       std::to_string(extent.begin) + " of the data, expected " + std::to_string(at) + ".");
            at = extent.end;
        }
        if (at != m_data.size())
            refuse(std::to_string(m_data.size() - at) + " bytes of data belong to no tensor.");
    }

    NamedTensor copyTensor(const Extent& extent) const
    {
        NamedTensor tensor{extent.name, extent.shape, {}};
        tensor.values.resize((extent.end - extent.begin) / sizeof(float));
        const auto bytes = m_data.subspan(extent.begin, extent.end - extent.begin);
        std::ranges::copy(bytes, std::as_writable_bytes(std::span(tensor.values)).begin());
        if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); }))
            refuse("tensor \"" + shownText(extent.name) + "\" holds a value that is no finite number.");
        return tensor;
    }

    void checkHash(const StateDict& result) const
    {
        const auto expected = result.metadata.find(kHashKey);
        if (expected != result.metadata.end() && expected->second != sha256(m_data))
            refuse("its data does not match the SHA-256 it carries: the file is damaged.");
    }

    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_data;
    const std::string& m_name;
    std::vector<Extent> m_extents;
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
            throw Error("tensor \"" + tensor.name + "\" holds another number of values than its shape says.");
        if (tensor.name == kMetadataKey || header.contains(tensor.name))
            throw Error("two tensors are named \"" + tensor.name + "\".");
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
