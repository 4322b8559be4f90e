// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/detail/npy.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <charconv>
#include <optional>

namespace glyphscope {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostSides = 8;

[[noreturn]] void refuseNpy(const Message& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2"), name, reason);
}

/// What follows "'key':" in the header, which is a dictionary as Python writes it.
std::string_view valueOf(std::string_view header, std::string_view key, const Message& name)
{
    const std::size_t at = header.find("'" + std::string(key) + "':");
    if (at == std::string_view::npos)
        refuseNpy(name, {GLYPHSCOPE_TEXT("Data", "its header has no \"%1\". Save the array again."), key});
    std::string_view value = header.substr(at + key.size() + 3);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return value;
}

std::vector<std::uint64_t> shapeIn(std::string_view value, const Message& name)
{
    const auto fail = [&name] {
        refuseNpy(name, GLYPHSCOPE_TEXT("Data",
                                        "its shape is no list of at most 8 numbers. Save the array again."));
    };
    std::vector<std::uint64_t> shape;
    const std::size_t end = value.find(')');
    if (!value.starts_with('(') || end == std::string_view::npos)
        fail();
    std::string_view sides = value.substr(1, end - 1);
    while (sides.find_first_not_of(" ,") != std::string_view::npos) {
        sides.remove_prefix(sides.find_first_not_of(" ,"));
        std::uint64_t side = 0;
        const auto [rest, error] = std::from_chars(sides.data(), sides.data() + sides.size(), side);
        if (error != std::errc() || shape.size() == kMostSides)
            fail();
        sides.remove_prefix(static_cast<std::size_t>(rest - sides.data()));
        shape.push_back(side);
    }
    return shape;
}

}  // namespace

NpyHeader npyHeader(std::string_view bytes, const Message& name)
{
    if (!bytes.starts_with("\x93NUMPY"sv) || bytes.size() < 12)
        refuseNpy(name, GLYPHSCOPE_TEXT("Data", "does not begin as an array of NumPy does. Save it again."));
    const auto byteAt = [bytes](std::size_t at) {
        return std::size_t{static_cast<unsigned char>(bytes[at])};
    };
    const bool wide = byteAt(6) > 1;
    const std::size_t begin = wide ? 12 : 10;
    const std::size_t length =
        byteAt(8) | byteAt(9) << 8U | (wide ? byteAt(10) << 16U | byteAt(11) << 24U : 0U);
    if (length > bytes.size() - begin)
        refuseNpy(name, GLYPHSCOPE_TEXT("Data", "ends within its header. Fetch the file again."));
    const std::string_view header = bytes.substr(begin, length);
    NpyHeader npy;
    npy.bytes = begin + length;
    const std::string_view type = valueOf(header, "descr", name);
    if (!type.starts_with('\'') || type.find('\'', 1) == std::string_view::npos)
        refuseNpy(name, GLYPHSCOPE_TEXT("Data", "is an array of several types. Choose another file."));
    npy.type = shownText(type.substr(1, type.find('\'', 1) - 1));
    if (!valueOf(header, "fortran_order", name).starts_with("False"))
        refuseNpy(name, GLYPHSCOPE_TEXT("Data", "is stored in Fortran's order. Save it in C's."));
    npy.shape = shapeIn(valueOf(header, "shape", name), name);
    return npy;
}

}  // namespace glyphscope
