// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/number_type.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, "storages are little-endian");

template <typename Stored>
Stored load(const std::byte* at)
{
    Stored stored{};
    std::memcpy(&stored, at, sizeof stored);
    return stored;
}

template <typename Stored>
float plain(const std::byte* at)
{
    return static_cast<float>(load<Stored>(at));
}

float fromBool(const std::byte* at)
{
    return *at == std::byte{0} ? 0.0F : 1.0F;
}

/// The upper half of a float32.
float fromBfloat16(const std::byte* at)
{
    return std::bit_cast<float>(std::uint32_t{load<std::uint16_t>(at)} << 16U);
}

/// IEEE 754 binary16.
float fromHalf(const std::byte* at)
{
    const std::uint16_t half = load<std::uint16_t>(at);
    const int exponent = half >> 10U & 0x1F;
    const auto fraction = static_cast<float>(half & 0x3FFU);
    float size = 0;
    if (exponent == 31)
        size =
            fraction == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    else if (exponent == 0)
        size = std::ldexp(fraction, -24);
    else
        size = std::ldexp(fraction + 1024, exponent - 25);
    return (half & 0x8000U) != 0 ? -size : size;
}

constexpr auto kTypes = std::to_array<NumberType>({
    {"torch FloatStorage", "F32", 4, plain<float>},
    {"torch DoubleStorage", "F64", 8, plain<double>},
    {"torch HalfStorage", "F16", 2, fromHalf},
    {"torch BFloat16Storage", "BF16", 2, fromBfloat16},
    {"torch LongStorage", "I64", 8, plain<std::int64_t>},
    {"torch IntStorage", "I32", 4, plain<std::int32_t>},
    {"torch ShortStorage", "I16", 2, plain<std::int16_t>},
    {"torch CharStorage", "I8", 1, plain<std::int8_t>},
    {"torch ByteStorage", "U8", 1, plain<std::uint8_t>},
    {"torch BoolStorage", "BOOL", 1, fromBool},
    {{}, "U16", 2, plain<std::uint16_t>},
    {{}, "U32", 4, plain<std::uint32_t>},
    {{}, "U64", 8, plain<std::uint64_t>},
});

template <typename Name>
const NumberType* typeWith(Name name, std::string_view value)
{
    const auto* type = std::ranges::find(kTypes, value, name);
    return type == kTypes.end() || value.empty() ? nullptr : type;
}

}  // namespace

const NumberType* numberTypeOfStorage(std::string_view storage)
{
    return typeWith(&NumberType::storage, storage);
}

const NumberType* numberTypeOfDtype(std::string_view dtype)
{
    return typeWith(&NumberType::dtype, dtype);
}

std::vector<float> floatsOf(const NumberType& type, std::span<const std::byte> bytes)
{
    std::vector<float> values(bytes.size() / type.bytes);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = type.value(bytes.data() + i * type.bytes);
    return values;
}

}  // namespace glyphscope
