// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace glyphscope {

/// A message in the wire format of protocol buffers, field by field in the order of the calls.
class ProtobufWriter {
public:
    ProtobufWriter& integer(std::uint32_t field, std::int64_t value);
    ProtobufWriter& real(std::uint32_t field, float value);
    ProtobufWriter& text(std::uint32_t field, std::string_view value);
    ProtobufWriter& bytes(std::uint32_t field, std::span<const std::byte> value);
    ProtobufWriter& message(std::uint32_t field, const ProtobufWriter& value);

    [[nodiscard]] const std::vector<std::byte>& content() const { return m_bytes; }

private:
    void varint(std::uint64_t value);

    std::vector<std::byte> m_bytes;
};

}  // namespace glyphscope
