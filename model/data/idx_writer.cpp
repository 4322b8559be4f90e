// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx_writer.h"

#include "model/data/idx.h"
#include "model/types/error.h"

#include <limits>
#include <zlib.h>

namespace glyphscope {
namespace {

void putWord(std::vector<std::byte>& out, std::uint32_t word)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out.push_back(static_cast<std::byte>(word >> shift & 0xFFU));
}

std::uint32_t checkedCount(std::size_t count)
{
    if (count == 0 || count > std::numeric_limits<std::int32_t>::max())
        throw Error(GLYPHSCOPE_TEXT("Data", "An IDX file holds from 1 to 2^31 - 1 images, not %1."), count);
    return static_cast<std::uint32_t>(count);
}

void putAll(std::vector<std::byte>& out, const std::vector<std::uint8_t>& bytes)
{
    const auto content = std::as_bytes(std::span(bytes));
    out.insert(out.end(), content.begin(), content.end());
}

[[noreturn]] void failPacking(std::size_t bytes)
{
    throw Error(GLYPHSCOPE_TEXT("Data", "These %1 bytes cannot be packed. Write them unpacked."), bytes);
}

}  // namespace

std::vector<std::byte> encodeIdxImages(const Dataset& data)
{
    std::vector<std::byte> out;
    putWord(out, kIdxImagesMagic);
    putWord(out, checkedCount(data.images.size() / kGlyphPixels));
    putWord(out, kGlyphSide);
    putWord(out, kGlyphSide);
    putAll(out, data.images);
    return out;
}

std::vector<std::byte> encodeIdxLabels(const Dataset& data)
{
    std::vector<std::byte> out;
    putWord(out, kIdxLabelsMagic);
    putWord(out, checkedCount(data.labels.size()));
    putAll(out, data.labels);
    return out;
}

std::vector<std::byte> gzipped(std::span<const std::byte> bytes)
{
    constexpr int kGzip = 15 + 16;
    constexpr int kMemory = 8;
    z_stream zip{};
    if (bytes.size() > std::numeric_limits<uInt>::max() ||
        deflateInit2(&zip, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        failPacking(bytes.size());
    std::vector<std::byte> out(deflateBound(&zip, static_cast<uLong>(bytes.size())));
    zip.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    zip.avail_in = static_cast<uInt>(bytes.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    const int status = deflate(&zip, Z_FINISH);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    if (status != Z_STREAM_END)
        failPacking(bytes.size());
    return out;
}

}  // namespace glyphscope
