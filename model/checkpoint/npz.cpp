// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/npz.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/plain_name.h"
#include "model/checkpoint/detail/put_bytes.h"
#include "model/checkpoint/detail/zip_writer.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, ".npy data is written as '<f4'");

using Bytes = std::vector<std::byte>;

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
    constexpr std::size_t kNpyPrefix = 10;  // magic, version and the header's length
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tupleOf(array.shape) + ", }";
    const std::size_t bare = kNpyPrefix + header.size() + 1;
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

/// Anything else would be a path, or another name after unpacking.
bool isFileName(std::string_view name)
{
    constexpr std::size_t kLongest = 255;
    return isPlainName(name, kLongest) && name.find_first_of("/\\:") == std::string_view::npos;
}

}  // namespace

std::vector<std::byte> encodeNpz(std::span<const NamedTensor> arrays)
{
    constexpr std::size_t kShown = 256;
    ZipWriter zip(".npz");
    std::set<std::string> names;
    for (const NamedTensor& array : arrays) {
        if (!isFileName(array.name))
            throw Error(
                "an array cannot be named \"" + shownText(array.name, kShown) +
                "\" in an .npz file, where names are those of files. Rename it, or write safetensors.");
        if (!names.insert(array.name).second)
            throw Error("two arrays are named \"" + array.name + "\".");
        checkShape(array);
        zip.add(array.name + ".npy", npyOf(array));
    }
    return std::move(zip).finish();
}

void writeNpz(const std::filesystem::path& file, std::span<const NamedTensor> arrays)
{
    std::vector<std::byte> bytes;
    try {
        bytes = encodeNpz(arrays);
    } catch (const Error& error) {
        throw Error(file.string() + ": " + error.what());
    }
    writeAtomically(file, bytes);
}

}  // namespace glyphscope
