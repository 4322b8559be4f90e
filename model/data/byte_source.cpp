// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/byte_source.h"

#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <zlib.h>

namespace glyphscope {
namespace {

constexpr int kGzipOnly = 15 + 16;
constexpr std::uint64_t kDeflateAtBest = 1032;

}  // namespace

struct ByteSource::State {
    std::string name;
    std::ifstream file;
    std::uint64_t fileSize = 0;
    bool gzip = false;
    bool memberOpen = false;
    bool ended = false;
    z_stream zip{};
    std::array<std::uint8_t, 1 << 16> buffer{};

    [[noreturn]] void fail(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2"), name, reason);
    }

    bool refill()
    {
        file.read(reinterpret_cast<char*>(buffer.data()), static_cast<std::streamsize>(buffer.size()));
        if (file.bad())
            fail(GLYPHSCOPE_TEXT("Data",
                                 "cannot be read to its end. Check the disk, or fetch the file again."));
        zip.next_in = buffer.data();
        zip.avail_in = static_cast<uInt>(file.gcount());
        return zip.avail_in > 0;
    }

    /// Decides, between two members, whether another one follows.
    void beginMember()
    {
        if (zip.avail_in == 0 && !refill()) {
            ended = true;
            return;
        }
        if (*zip.next_in == 0) {
            skipZeros();
            return;
        }
        if (*zip.next_in != 0x1f)
            fail(GLYPHSCOPE_TEXT(
                "Data", "there are other bytes after the end of the gzip data. Fetch the file again."));
        inflateReset(&zip);
        memberOpen = true;
    }

    /// Behind the last member; tapes and some downloads pad with them, and gzip ignores them too.
    void skipZeros()
    {
        do {
            if (std::any_of(zip.next_in, zip.next_in + zip.avail_in, [](Bytef b) { return b != 0; }))
                fail(GLYPHSCOPE_TEXT(
                    "Data", "there are other bytes after the end of the gzip data. Fetch the file again."));
        } while (refill());
        ended = true;
    }

    void inflateSome()
    {
        if (zip.avail_in == 0 && !refill())
            fail(GLYPHSCOPE_TEXT("Data", "the gzip data breaks off. Fetch the file again."));
        const int status = inflate(&zip, Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            memberOpen = false;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            fail(
                zip.msg != nullptr
                    ? Message(GLYPHSCOPE_TEXT("Data", "the gzip data is damaged (%1). Fetch the file again."),
                              zip.msg)
                    : Message(GLYPHSCOPE_TEXT(
                          "Data", "the gzip data is damaged (unknown reason). Fetch the file again.")));
    }
};

ByteSource::ByteSource(const std::filesystem::path& path) : m_state(std::make_unique<State>())
{
    State& s = *m_state;
    s.name = path.filename().string();
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code))
        s.fail(std::filesystem::exists(path, code)
                   ? GLYPHSCOPE_TEXT("Data", "not a file. Choose the IDX file itself.")
                   : GLYPHSCOPE_TEXT("Data", "no such file. Check the name and the folder."));
    s.fileSize = std::filesystem::file_size(path, code);
    s.file.open(path, std::ios::binary);
    if (code || !s.file)
        s.fail(GLYPHSCOPE_TEXT("Data", "cannot be opened. Check that you may read it."));
    s.refill();
    s.gzip = s.zip.avail_in >= 2 && s.buffer[0] == 0x1f && s.buffer[1] == 0x8b;
    if (s.gzip && inflateInit2(&s.zip, kGzipOnly) != Z_OK)
        s.fail(GLYPHSCOPE_TEXT("Data", "there is no memory left to unpack it."));
    s.memberOpen = s.gzip;
}

ByteSource::~ByteSource()
{
    if (m_state->gzip)
        inflateEnd(&m_state->zip);
}

std::size_t ByteSource::read(std::span<std::uint8_t> out)
{
    State& s = *m_state;
    constexpr std::size_t kPiece = 1 << 20;
    std::size_t done = 0;
    while (done < out.size() && !s.ended) {
        const std::size_t wanted = std::min(out.size() - done, kPiece);
        s.zip.next_out = out.data() + done;
        s.zip.avail_out = static_cast<uInt>(wanted);
        if (!s.gzip) {
            s.ended = s.zip.avail_in == 0 && !s.refill();
            const std::size_t got = std::min<std::size_t>(s.zip.avail_in, wanted);
            std::copy_n(s.zip.next_in, got, s.zip.next_out);
            s.zip.next_in += got;
            s.zip.avail_in -= static_cast<uInt>(got);
            done += got;
        } else if (!s.memberOpen) {
            s.beginMember();
        } else {
            s.inflateSome();
            done += wanted - s.zip.avail_out;
        }
    }
    return done;
}

std::uint64_t ByteSource::mostBytes() const
{
    return m_state->gzip ? m_state->fileSize * kDeflateAtBest : m_state->fileSize;
}

bool ByteSource::isGzip() const
{
    return m_state->gzip;
}

}  // namespace glyphscope
