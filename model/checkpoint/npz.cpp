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
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "array \"%1\" cannot have the shape %2."), array.name,
                        tupleOf(array.shape));
        count *= static_cast<std::uint64_t>(side);
    }
    if (count != array.values.size())
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "array \"%1\" holds %2 values; its shape %3 says %4."),
                    array.name, array.values.size(), tupleOf(array.shape), count);
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
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "array \"%1\" has too many dimensions for an .npy file."),
                    array.name);

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
            throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                        "an array cannot be named \"%1\" in an .npz file, where names "
                                        "are those of files. Rename it, or write safetensors."),
                        shownText(array.name, kShown));
        if (!names.insert(array.name).second)
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "two arrays are named \"%1\"."), array.name);
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
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: %2"), file, error);
    }
    writeAtomically(file, bytes);
}

}  // namespace glyphscope
