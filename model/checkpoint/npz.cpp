// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/npz.h"

#include "model/checkpoint/atomic_file.h"
#include "model/types/error.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <zlib.h>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, ".npy data is written as '<f4'");

using Bytes = std::vector<std::byte>;

template <std::unsigned_integral Number>
void put(Bytes& out, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i)
        out.push_back(static_cast<std::byte>((std::uint64_t{number} >> (8 * i)) & 0xFF));
}

void put(Bytes& out, std::string_view text)
{
    for (const char c : text)
        out.push_back(static_cast<std::byte>(c));
}

/// As Python writes a tuple: "()", "(10,)", "(32, 28, 28)".
std::string tupleOf(const std::vector<std::int64_t>& shape)
{
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + (shape.size() == 1 ? ",)" : ")");
}

void checkShape(const NamedTensor& array)
{
    std::uint64_t count = 1;
    for (const std::int64_t side : array.shape) {
        if (side < 0 || (side > 0 && count > std::numeric_limits<std::uint32_t>::max()))
            throw Error("array \"" + array.name + "\" cannot have the shape " + tupleOf(array.shape) + ".");
        count *= static_cast<std::uint64_t>(side);
    }
    if (count != array.values.size())
        throw Error("array \"" + array.name + "\" holds " + std::to_string(array.values.size()) +
                    " values; its shape " + tupleOf(array.shape) + " says " + std::to_string(count) + ".");
}

Bytes npyOf(const NamedTensor& array)
{
    constexpr std::size_t kAlignment = 64;
    constexpr std::size_t kPrefix = 10;  // magic, version and the header's length
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tupleOf(array.shape) + ", }";
    const std::size_t bare = kPrefix + header.size() + 1;
    header.resize(header.size() + (kAlignment - bare % kAlignment) % kAlignment, ' ');
    header += '\n';
    if (header.size() > std::numeric_limits<std::uint16_t>::max())
        throw Error("array \"" + array.name + "\" has too many dimensions for an .npy file.");

    Bytes out;
    put(out, "\x93NUMPY\x01");
    out.push_back(std::byte{0});
    put(out, static_cast<std::uint16_t>(header.size()));
    put(out, header);
    const std::span<const std::byte> values = std::as_bytes(std::span(array.values));
    out.insert(out.end(), values.begin(), values.end());
    return out;
}

/// A zip of stored entries (PKWARE's APPNOTE 6.3, without its 64-bit extension).
class Zip {
public:
    void add(const std::string& name, const Bytes& content)
    {
        check(m_bytes.size() + content.size() + name.size());
        const auto offset = static_cast<std::uint32_t>(m_bytes.size());
        Bytes facts;  // which the local header and the directory share
        put(facts, kVersion);
        put(facts, std::uint16_t{0});  // flags
        put(facts, std::uint16_t{0});  // stored
        put(facts, std::uint16_t{0});  // midnight of
        put(facts, kNewYear1980);
        put(facts, static_cast<std::uint32_t>(
                       crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size())));
        put(facts, static_cast<std::uint32_t>(content.size()));  // compressed
        put(facts, static_cast<std::uint32_t>(content.size()));
        put(facts, static_cast<std::uint16_t>(name.size()));
        put(facts, std::uint16_t{0});  // no extra field

        put(m_bytes, "PK\x03\x04");
        m_bytes.insert(m_bytes.end(), facts.begin(), facts.end());
        put(m_bytes, name);
        m_bytes.insert(m_bytes.end(), content.begin(), content.end());

        put(m_directory, "PK\x01\x02");
        put(m_directory, static_cast<std::uint16_t>(kUnix | kVersion));
        m_directory.insert(m_directory.end(), facts.begin(), facts.end());
        put(m_directory, std::uint16_t{0});  // no comment
        put(m_directory, std::uint16_t{0});  // on the first disk
        put(m_directory, std::uint16_t{0});  // binary
        put(m_directory, kReadableFile);
        put(m_directory, offset);
        put(m_directory, name);
        ++m_count;
    }

    [[nodiscard]] Bytes finish() &&
    {
        check(m_bytes.size() + m_directory.size());
        const auto begin = static_cast<std::uint32_t>(m_bytes.size());
        m_bytes.insert(m_bytes.end(), m_directory.begin(), m_directory.end());
        put(m_bytes, "PK\x05\x06");
        put(m_bytes, std::uint32_t{0});  // this disk and the directory's
        put(m_bytes, static_cast<std::uint16_t>(m_count));
        put(m_bytes, static_cast<std::uint16_t>(m_count));
        put(m_bytes, static_cast<std::uint32_t>(m_directory.size()));
        put(m_bytes, begin);
        put(m_bytes, std::uint16_t{0});  // no comment
        return std::move(m_bytes);
    }

private:
    static constexpr std::uint16_t kVersion = 20;
    static constexpr std::uint16_t kUnix = 3U << 8;
    static constexpr std::uint16_t kNewYear1980 = (1U << 5) | 1U;
    static constexpr std::uint32_t kReadableFile = 0100644U << 16;

    void check(std::size_t bytes) const
    {
        constexpr std::size_t kMostBytes = 0xFFFF0000;
        constexpr std::size_t kMostEntries = 0xFFFE;
        if (bytes > kMostBytes || m_count >= kMostEntries)
            throw Error(
                "These arrays are more than one .npz can hold: 4 GiB and 65,534 arrays. Write fewer.");
    }

    Bytes m_bytes;
    Bytes m_directory;
    std::size_t m_count = 0;
};

/// Module names are plain; anything else would be a path, or another name after unpacking.
bool isPlainName(const std::string& name)
{
    constexpr std::size_t kLongest = 255;
    return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, [](char c) {
        return c > ' ' && c < '\x7f' && c != '/' && c != '\\' && c != ':';
    });
}

}  // namespace

std::vector<std::byte> encodeNpz(std::span<const NamedTensor> arrays)
{
    Zip zip;
    std::set<std::string> names;
    for (const NamedTensor& array : arrays) {
        if (!isPlainName(array.name))
            throw Error("an array cannot be named \"" + array.name + "\" in an .npz file.");
        if (!names.insert(array.name).second)
            throw Error("two arrays are named \"" + array.name + "\".");
        checkShape(array);
        zip.add(array.name + ".npy", npyOf(array));
    }
    return std::move(zip).finish();
}

void writeNpz(const std::filesystem::path& file, std::span<const NamedTensor> arrays)
{
    writeAtomically(file, encodeNpz(arrays));
}

}  // namespace glyphscope
