// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/byte_source.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <optional>
#include <zlib.h>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kName = "input.gz";
constexpr std::size_t kMost = std::size_t{1} << 16;  // of what comes out; what is behind it is left unread

using Bytes = std::vector<std::uint8_t>;

/// All that comes out in pieces of that size; none if it is refused.
std::optional<Bytes> drained(const std::filesystem::path& file, std::size_t piece, std::string& refusal)
{
    try {
        ByteSource source(file);
        const std::uint64_t most = source.mostBytes();
        Bytes bytes;
        while (bytes.size() < kMost) {
            const std::size_t before = bytes.size();
            const std::size_t wanted = std::min(piece, kMost - before);
            bytes.resize(before + wanted);
            const std::size_t got = source.read(std::span(bytes).subspan(before));
            require(got <= wanted, "no more than was asked for");
            bytes.resize(before + got);
            if (got < wanted)
                break;
        }
        require(bytes.size() <= most, "no more than mostBytes() comes out");
        return bytes;
    } catch (const Error& error) {
        refusal = error.what();
        requireRefusal(refusal, kName);
        return std::nullopt;
    }
}

std::vector<std::byte> gzipped(Bytes& bytes)
{
    z_stream zip{};
    deflateInit2(&zip, 1, Z_DEFLATED, 9 + 16, 1, Z_DEFAULT_STRATEGY);
    std::vector<std::byte> out(deflateBound(&zip, static_cast<uLong>(bytes.size())));
    zip.next_in = bytes.data();
    zip.avail_in = static_cast<uInt>(bytes.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    deflate(&zip, Z_FINISH);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    return out;
}

}  // namespace

bool fuzzGzip(Input input)
{
    static const ScratchFolder folder;
    static const std::filesystem::path file = folder.file(kName);
    writeFile(file, input);
    std::string refusal;
    std::string otherRefusal;
    std::optional<Bytes> bytes = drained(file, kMost, refusal);
    const std::optional<Bytes> again = drained(file, 251, otherRefusal);
    const auto isWhole = [](const std::optional<Bytes>& read) { return !read || read->size() < kMost; };
    if (isWhole(bytes) && isWhole(again))
        require(bytes == again && refusal == otherRefusal, "the size of the pieces makes no difference");
    if (!bytes)
        return false;
    if (!ByteSource(file).isGzip()) {
        require(std::ranges::equal(std::as_bytes(std::span(*bytes)), input), "raw bytes are passed through");
    } else if (bytes->size() < kMost) {
        writeFile(file, gzipped(*bytes));
        require(drained(file, kMost, refusal) == bytes, "what was unpacked survives being packed");
    }
    return true;
}

}  // namespace glyphscope::fuzz
