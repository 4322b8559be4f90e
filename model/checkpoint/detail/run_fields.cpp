// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_fields.h"

#include "model/types/error.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using nlohmann::json;

constexpr int kMostDepth = 32;  // most of it for layers inside layers
constexpr int kMostObjects = 1000;

MessageArgument numberArgument(double value)
{
    const bool whole = value == std::floor(value) && std::abs(value) < 1e18;
    return whole ? MessageArgument(static_cast<std::int64_t>(value)) : MessageArgument(value);
}

Message rangeText(Range range)
{
    if (range.high != Range().high)
        return {GLYPHSCOPE_TEXT("Checkpoint", "%1 to %2"), numberArgument(range.low),
                numberArgument(range.high)};
    if (range.low != Range().low)
        return {GLYPHSCOPE_TEXT("Checkpoint", "%1 or more"), numberArgument(range.low)};
    return GLYPHSCOPE_TEXT("Checkpoint", "a finite number");
}

}  // namespace

RunFields::RunFields(std::shared_ptr<const json> object, Message place, std::string prefix)
    : m_object(std::move(object)), m_place(std::move(place)), m_prefix(std::move(prefix))
{
}

RunFields RunFields::parse(std::span<const std::byte> text, const Message& place)
{
    const auto* begin = reinterpret_cast<const char*>(text.data());
    const auto refuse = [&place] {
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "%1: is not a JSON object of this program. The file is damaged."),
            place);
    };
    int objects = 0;
    const auto watch = [&](int depth, json::parse_event_t event, const json&) {
        // At once: after every object the parser looks through all others beside it.
        objects += event == json::parse_event_t::object_start ? 1 : 0;
        if (depth > kMostDepth || objects > kMostObjects)
            refuse();
        return true;
    };
    auto object = std::make_shared<json>(json::parse(begin, begin + text.size(), watch, false));
    // the parser takes a zero byte for the end of the text
    if (!object->is_object() || std::ranges::count(text, std::byte{0}) != 0)
        refuse();
    return {std::move(object), place, {}};
}

void RunFields::refuse(const char* key, const Message& reason) const
{
    throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: \"%2\" %3. The file is damaged."), m_place, m_prefix + key,
                reason);
}

void RunFields::refuseUnknown(const char* key, const Message& reason) const
{
    throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: \"%2\" is unknown. %3 The file is damaged."), m_place,
                m_prefix + key, reason);
}

const json* RunFields::find(const char* key) const
{
    const auto found = m_object->find(key);
    return found == m_object->end() ? nullptr : &*found;
}

void RunFields::require(std::initializer_list<const char*> keys) const
{
    for (const char* key : keys)
        if (!has(key))
            refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is missing"));
}

RunFields RunFields::object(const char* key) const
{
    const json* value = find(key);
    if (value != nullptr && !value->is_object())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is not an object"));
    static const auto nothing = std::make_shared<const json>(json::object());
    return {value == nullptr ? nothing : std::shared_ptr<const json>(m_object, value), m_place,
            m_prefix + key + "."};
}

std::string RunFields::text(const char* key) const
{
    return has(key) ? m_object->at(key).dump() : "null";
}

void RunFields::read(const char* key, std::string& value) const
{
    const json* found = find(key);
    if (found != nullptr && !found->is_string())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is not text"));
    if (found != nullptr)
        value = found->get<std::string>();
}

void RunFields::read(const char* key, bool& value) const
{
    const json* found = find(key);
    if (found != nullptr && !found->is_boolean())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is neither true nor false"));
    if (found != nullptr)
        value = found->get<bool>();
}

void RunFields::read(const char* key, double& value, Range range) const
{
    const json* found = find(key);
    if (found == nullptr)
        return;
    const double number = found->is_number() ? found->get<double>() : std::nan("");
    if (!(number >= range.low && number <= range.high))
        refuse(key, {GLYPHSCOPE_TEXT("Checkpoint", "is not a number in its range: %1"), rangeText(range)});
    value = number;
}

std::int64_t RunFields::whole(const char* key, const json& value, Range range) const
{
    // as a double first: an unsigned number above 2^63 would turn negative
    const double number = value.is_number_integer() ? value.get<double>() : std::nan("");
    if (!(number >= range.low && number <= range.high))
        refuse(key,
               {GLYPHSCOPE_TEXT("Checkpoint", "is not a whole number in its range: %1"), rangeText(range)});
    return value.get<std::int64_t>();
}

void RunFields::read(const char* key, std::int64_t& value, Range range) const
{
    if (const json* found = find(key))
        value = whole(key, *found, range);
}

void RunFields::read(const char* key, int& value, Range range) const
{
    constexpr Range kInt{std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
    if (const json* found = find(key))
        value = static_cast<int>(
            whole(key, *found, {std::max(range.low, kInt.low), std::min(range.high, kInt.high)}));
}

void RunFields::read(const char* key, std::uint64_t& value) const
{
    const json* found = find(key);
    if (found != nullptr && !found->is_number_unsigned())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is not a whole number of 0 or more"));
    if (found != nullptr)
        value = found->get<std::uint64_t>();
}

void RunFields::read(const char* key, std::vector<std::string>& value) const
{
    const json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_array() || !std::ranges::all_of(*found, [](const json& e) { return e.is_string(); }))
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is not a list of texts"));
    value = found->get<std::vector<std::string>>();
}

void RunFields::read(const char* key, std::vector<std::int64_t>& value) const
{
    const json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_array())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is not a list of numbers"));
    value.clear();
    for (const json& entry : *found)
        value.push_back(whole(key, entry, kCount));
}

void RunFields::readFigure(const char* key, double& value) const
{
    const json* found = find(key);
    if (found == nullptr)
        return;
    if (!found->is_number() && !found->is_null())
        refuse(key, GLYPHSCOPE_TEXT("Checkpoint", "is neither a number nor null"));
    value = found->is_null() ? std::nan("") : found->get<double>();
}

json figureJson(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}

std::string jsonText(const json& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace glyphscope
