// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/protobuf_writer.h"

#include <bit>

namespace glyphscope {
namespace {

enum WireType : std::uint32_t { kVarint = 0, kLengthDelimited = 2, kFourBytes = 5 };

}  // namespace

void ProtobufWriter::varint(std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7U)
        m_bytes.push_back(static_cast<std::byte>(value & 0x7FU) | std::byte{0x80});
    m_bytes.push_back(static_cast<std::byte>(value));
}

ProtobufWriter& ProtobufWriter::integer(std::uint32_t field, std::int64_t value)
{
    varint(field << 3U | kVarint);
    varint(static_cast<std::uint64_t>(value));
    return *this;
}

ProtobufWriter& ProtobufWriter::real(std::uint32_t field, float value)
{
    varint(field << 3U | kFourBytes);
    auto bits = std::bit_cast<std::uint32_t>(value);
    for (int byte = 0; byte < 4; ++byte, bits >>= 8U)
        m_bytes.push_back(static_cast<std::byte>(bits & 0xFFU));
    return *this;
}

ProtobufWriter& ProtobufWriter::bytes(std::uint32_t field, std::span<const std::byte> value)
{
    varint(field << 3U | kLengthDelimited);
    varint(value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

ProtobufWriter& ProtobufWriter::text(std::uint32_t field, std::string_view value)
{
    return bytes(field, std::as_bytes(std::span(value)));
}

ProtobufWriter& ProtobufWriter::message(std::uint32_t field, const ProtobufWriter& value)
{
    return bytes(field, value.m_bytes);
}

}  // namespace glyphscope
