// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/zip_writer.h"

#include "model/checkpoint/detail/put_bytes.h"
#include "model/types/error.h"

#include <cstdint>
#include <utility>
#include <zlib.h>

namespace glyphscope {
namespace {

constexpr std::uint16_t kZipVersion = 20;
constexpr std::uint16_t kUnix = 3U << 8;
constexpr std::uint16_t kNewYear1980 = (1U << 5) | 1U;
constexpr std::uint32_t kReadableFile = 0100644U << 16;
constexpr std::size_t kLocalHeader = 30;
constexpr std::size_t kExtraHeader = 4;
constexpr std::uint16_t kPaddingTag = 0x4246;  // "FB", as PyTorch marks its padding

}  // namespace

ZipWriter::ZipWriter(std::string kind, std::size_t alignment)
    : m_kind(std::move(kind)), m_alignment(alignment)
{
}

void ZipWriter::check(std::size_t bytes) const
{
    constexpr std::size_t kMostBytes = 0xFFFF0000;
    constexpr std::size_t kMostEntries = 0xFFFE;
    if (bytes > kMostBytes || m_count >= kMostEntries)
        throw Error(GLYPHSCOPE_TEXT(
                        "Checkpoint",
                        "These arrays are more than one %1 can hold: 4 GiB and 65,534 arrays. Write fewer."),
                    m_kind);
}

/// The length of the extra field that puts the content of the next entry where it belongs.
std::size_t ZipWriter::paddingFor(const std::string& name) const
{
    if (m_alignment <= 1)
        return 0;
    const std::size_t begin = m_bytes.size() + kLocalHeader + name.size() + kExtraHeader;
    return kExtraHeader + (m_alignment - begin % m_alignment) % m_alignment;
}

void ZipWriter::add(const std::string& name, std::span<const std::byte> content)
{
    check(m_bytes.size() + content.size() + name.size());
    const auto offset = static_cast<std::uint32_t>(m_bytes.size());
    std::vector<std::byte> facts;  // which the local header and the directory share
    put(facts, kZipVersion);
    put(facts, std::uint16_t{0});  // flags
    put(facts, std::uint16_t{0});  // stored
    put(facts, std::uint16_t{0});  // midnight of
    put(facts, kNewYear1980);
    put(facts, static_cast<std::uint32_t>(
                   crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size())));
    put(facts, static_cast<std::uint32_t>(content.size()));  // compressed
    put(facts, static_cast<std::uint32_t>(content.size()));
    put(facts, static_cast<std::uint16_t>(name.size()));

    const std::size_t padding = paddingFor(name);
    put(m_bytes, "PK\x03\x04");
    m_bytes.insert(m_bytes.end(), facts.begin(), facts.end());
    put(m_bytes, static_cast<std::uint16_t>(padding));
    put(m_bytes, name);
    if (padding > 0) {
        put(m_bytes, kPaddingTag);
        put(m_bytes, static_cast<std::uint16_t>(padding - kExtraHeader));
        m_bytes.resize(m_bytes.size() + padding - kExtraHeader);
    }
    m_bytes.insert(m_bytes.end(), content.begin(), content.end());

    put(m_directory, "PK\x01\x02");
    put(m_directory, static_cast<std::uint16_t>(kUnix | kZipVersion));
    m_directory.insert(m_directory.end(), facts.begin(), facts.end());
    put(m_directory, std::uint16_t{0});  // no extra field
    put(m_directory, std::uint16_t{0});  // no comment
    put(m_directory, std::uint16_t{0});  // on the first disk
    put(m_directory, std::uint16_t{0});  // binary
    put(m_directory, kReadableFile);
    put(m_directory, offset);
    put(m_directory, name);
    ++m_count;
}

std::vector<std::byte> ZipWriter::finish() &&
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

}  // namespace glyphscope
