// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/pt_element.h"

#include "model/checkpoint/detail/pt_names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

namespace glyphscope::pt {
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

constexpr auto kElements = std::to_array<Element>({
    {kFloatStorage, 4, plain<float>},
    {"torch DoubleStorage", 8, plain<double>},
    {"torch HalfStorage", 2, fromHalf},
    {"torch BFloat16Storage", 2, fromBfloat16},
    {"torch LongStorage", 8, plain<std::int64_t>},
    {"torch IntStorage", 4, plain<std::int32_t>},
    {"torch ShortStorage", 2, plain<std::int16_t>},
    {"torch CharStorage", 1, plain<std::int8_t>},
    {"torch ByteStorage", 1, plain<std::uint8_t>},
    {"torch BoolStorage", 1, fromBool},
});

}  // namespace

const Element* elementOf(std::string_view storage)
{
    const auto* element = std::ranges::find(kElements, storage, &Element::storage);
    return element == kElements.end() ? nullptr : element;
}

std::span<const PickleGlobal> knownGlobals()
{
    static const std::vector<PickleGlobal> all = [] {
        std::vector<PickleGlobal> globals{{kOrderedDict, PickleRole::Dict},
                                          {kRebuildTensor, PickleRole::Function},
                                          {kRebuildParameter, PickleRole::Function}};
        for (const Element& element : kElements)
            globals.push_back({element.storage, PickleRole::Type});
        return globals;
    }();
    return all;
}

}  // namespace glyphscope::pt
