// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace glyphscope {

/// Reads bytes from front to end and never beyond it. `place` names them in messages: "w.pt: the zip".
class ByteCursor {
public:
    ByteCursor(std::span<const std::byte> bytes, Message place, std::size_t at = 0)
        : m_bytes(bytes), m_place(std::move(place)), m_at(at)
    {
    }

    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::size_t left() const { return m_at < m_bytes.size() ? m_bytes.size() - m_at : 0; }

    /// The next `count` bytes. Throws Error if there are fewer.
    std::span<const std::byte> take(std::uint64_t count)
    {
        if (count > left())
            throw Error(GLYPHSCOPE_TEXT(
                            "Checkpoint",
                            "%1 ends at byte %2, where %3 more are announced. Fetch or save the file again."),
                        m_place, m_bytes.size(), count - left());
        const auto taken = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
        m_at += taken.size();
        return taken;
    }

    std::string_view text(std::uint64_t count)
    {
        const auto bytes = take(count);
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    /// The lowest byte first.
    template <std::unsigned_integral Number>
    Number number()
    {
        std::uint64_t value = 0;
        std::size_t i = 0;
        for (const std::byte byte : take(sizeof(Number)))
            value |= std::to_integer<std::uint64_t>(byte) << (8 * i++);
        return static_cast<Number>(value);
    }

private:
    std::span<const std::byte> m_bytes;
    Message m_place;
    std::size_t m_at;
};

}  // namespace glyphscope
