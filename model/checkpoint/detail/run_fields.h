// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// What a number in a run's files may be, both ends included. Never anything but finite.
struct Range {
    double low = std::numeric_limits<double>::lowest();
    double high = std::numeric_limits<double>::max();
};

/// Whole numbers that a double, and so every JSON reader, holds exactly.
inline constexpr Range kCount{0, 9007199254740992.0};

/// Strict reading of one JSON object. A key that is not there leaves the value as it was, and keys that
/// nobody asks for are passed over: files of other versions can be read. All throw Error, which names the
/// place, the key and the reason, for a value of another type or out of range.
class RunFields {
public:
    /// `place` stands for the file in messages. Throws Error unless the text is one JSON object of no great
    /// depth.
    static RunFields parse(std::span<const std::byte> text, const Message& place);

    /// Throws Error if any of them is not there.
    void require(std::initializer_list<const char*> keys) const;
    [[nodiscard]] bool has(const char* key) const { return m_object->contains(key); }
    /// The object of that key; an empty one if it is not there.
    [[nodiscard]] RunFields object(const char* key) const;

    /// The value of that key as JSON; "null" if it is not there.
    [[nodiscard]] std::string text(const char* key) const;

    void read(const char* key, std::string& value) const;
    void read(const char* key, bool& value) const;
    void read(const char* key, double& value, Range range = {}) const;
    void read(const char* key, int& value, Range range = {}) const;
    void read(const char* key, std::int64_t& value, Range range = kCount) const;
    void read(const char* key, std::uint64_t& value) const;
    void read(const char* key, std::vector<std::string>& value) const;
    void read(const char* key, std::vector<std::int64_t>& value) const;
    /// A number that may be no finite one; then it is stored as null and read as NaN.
    void readFigure(const char* key, double& value) const;

    /// `reason`: "is missing"
    [[noreturn]] void refuse(const char* key, const Message& reason) const;
    /// For a name that is none of those that there are, as `reason` says.
    [[noreturn]] void refuseUnknown(const char* key, const Message& reason) const;

private:
    RunFields(std::shared_ptr<const nlohmann::json> object, Message place, std::string prefix);
    [[nodiscard]] const nlohmann::json* find(const char* key) const;
    [[nodiscard]] std::int64_t whole(const char* key, const nlohmann::json& value, Range range) const;

    std::shared_ptr<const nlohmann::json> m_object;
    Message m_place;
    std::string m_prefix;  // "options."
};

/// The counterpart of readFigure().
[[nodiscard]] nlohmann::json figureJson(double value);

/// Compact text; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string jsonText(const nlohmann::json& value);

}  // namespace glyphscope
