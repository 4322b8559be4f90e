// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx.h"

#include "model/data/byte_source.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <optional>
#include <span>
#include <string>

namespace glyphscope {
namespace {

constexpr MessageText kNumberOfLabels = GLYPHSCOPE_TEXT("Data", "a number of labels");

/// How labels are stored; 0 bytes where a magic number is none of labels.
struct LabelLayout {
    std::uint32_t bytes = 0;  ///< of each number
    bool rows = false;        ///< of several numbers each
};

/// The third byte of a magic number is the type, the fourth how many dimensions there are.
LabelLayout labelLayout(std::uint32_t magic)
{
    const std::uint32_t type = magic >> 8U;
    const std::uint32_t dimensions = magic & 0xFFU;
    if (dimensions != 1 && dimensions != 2)
        return {};
    const std::uint32_t bytes = type == 0x08 || type == 0x09 ? 1 : type == 0x0B ? 2 : type == 0x0C ? 4 : 0;
    return {bytes, dimensions == 2};
}

std::string hex(std::uint32_t value)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%08x", value);
    return text.data();
}

/// One IDX file being read: header first, then exactly as many bytes as it announces.
class IdxFile {
public:
    explicit IdxFile(const std::filesystem::path& path) : m_name(path.filename().string()), m_source(path) {}

    [[noreturn]] void fail(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2"), m_name, reason);
    }

    std::uint32_t magic() { return word(GLYPHSCOPE_TEXT("Data", "the magic number")); }

    void expectMagic(std::uint32_t expected)
    {
        const std::uint32_t found = magic();
        if (found != expected)
            failMagic(found, expected);
    }

    [[noreturn]] void failMagic(std::uint32_t found, std::uint32_t expected) const
    {
        const MessageText reason =
            expected == kIdxImagesMagic
                ? found == kIdxLabelsMagic
                      ? GLYPHSCOPE_TEXT("Data", "magic number %1 (labels) at byte 0 where an IDX file of "
                                                "images has %2. Not such a file; choose another.")
                      : GLYPHSCOPE_TEXT("Data", "magic number %1 at byte 0 where an IDX file of images has "
                                                "%2. Not such a file; choose another.")
            : found == kIdxImagesMagic
                ? GLYPHSCOPE_TEXT("Data", "magic number %1 (images) at byte 0 where an IDX file of labels "
                                          "has %2. Not such a file; choose another.")
                : GLYPHSCOPE_TEXT("Data", "magic number %1 at byte 0 where an IDX file of labels has %2. Not "
                                          "such a file; choose another.");
        fail({reason, hex(found), hex(expected)});
    }

    LabelLayout expectLabels()
    {
        const std::uint32_t found = magic();
        const LabelLayout layout = labelLayout(found);
        if (layout.bytes == 0)
            failMagic(found, kIdxLabelsMagic);
        return layout;
    }

    int size(MessageText what)
    {
        const std::uint32_t value = word(what);
        if (value == 0)
            fail({GLYPHSCOPE_TEXT("Data", "the header announces %1 of 0. Fetch the file again."), what});
        // The product cannot wrap: it is kept at or below 2^30 and the next factor is below 2^32.
        m_announced *= value;
        if (m_announced > kLargestIdx)
            fail({GLYPHSCOPE_TEXT("Data", "the header announces more than 1 GiB of data (%1: %2). Fetch the "
                                          "file again, or split the set."),
                  what, value});
        return static_cast<int>(value);
    }

    /// `each` bytes for each of the numbers that are announced.
    std::vector<std::uint8_t> body(std::uint32_t each = 1)
    {
        m_announced *= each;
        if (m_announced > kLargestIdx)
            fail(GLYPHSCOPE_TEXT("Data",
                                 "the header announces more than 1 GiB of labels. Fetch the file again, "
                                 "or split the set."));
        if (m_announced > m_source.mostBytes())
            failShort(m_source.isGzip() ? std::nullopt : std::optional(m_source.mostBytes() - m_headerSize));
        std::vector<std::uint8_t> bytes;
        while (bytes.size() < m_announced) {
            const std::size_t before = bytes.size();
            const std::size_t wanted = std::min<std::size_t>(m_announced - before, kPiece);
            bytes.resize(before + wanted);
            const std::size_t got = m_source.read(std::span(bytes).subspan(before));
            if (got < wanted)
                failShort(before + got);
        }
        std::array<std::uint8_t, 1> extra{};
        if (m_source.read(extra) != 0)
            fail({GLYPHSCOPE_TEXT(
                      "Data",
                      "more data follows the %1 bytes that the header announces. Fetch the file again."),
                  m_announced});
        return bytes;
    }

private:
    static constexpr std::size_t kPiece = std::size_t{1} << 22;

    std::uint32_t word(MessageText what)
    {
        std::array<std::uint8_t, 4> b{};
        if (m_source.read(b) != b.size())
            fail({GLYPHSCOPE_TEXT("Data",
                                  "ends at byte %1, within the header, before %2. Fetch the file again."),
                  m_headerSize, what});
        m_headerSize += b.size();
        return std::uint32_t{b[0]} << 24U | std::uint32_t{b[1]} << 16U | std::uint32_t{b[2]} << 8U | b[3];
    }

    [[noreturn]] void failShort(std::optional<std::uint64_t> present) const
    {
        if (!present)
            fail({GLYPHSCOPE_TEXT(
                      "Data",
                      "too few of the %1 bytes that the header announces are there. Fetch the file again."),
                  m_announced});
        fail({GLYPHSCOPE_TEXT(
                  "Data",
                  "only %1 of the %2 bytes that the header announces are there. Fetch the file again."),
              *present, m_announced});
    }

    std::string m_name;
    ByteSource m_source;
    std::uint64_t m_announced = 1;
    std::uint64_t m_headerSize = 0;
};

IdxImages sizesIn(IdxFile& file)
{
    file.expectMagic(kIdxImagesMagic);
    IdxImages images;
    images.count = file.size(GLYPHSCOPE_TEXT("Data", "a number of images"));
    images.rows = file.size(GLYPHSCOPE_TEXT("Data", "a number of rows"));
    images.columns = file.size(GLYPHSCOPE_TEXT("Data", "a number of columns"));
    return images;
}

}  // namespace

IdxImages readIdxSizes(const std::filesystem::path& path)
{
    IdxFile file(path);
    return sizesIn(file);
}

IdxImages readIdxImages(const std::filesystem::path& path)
{
    IdxFile file(path);
    IdxImages images = sizesIn(file);
    images.pixels = file.body();
    return images;
}

int readIdxLabelCount(const std::filesystem::path& path)
{
    IdxFile file(path);
    file.expectLabels();
    return file.size(kNumberOfLabels);
}

bool beginsAsIdx(const std::filesystem::path& path)
{
    try {
        const std::uint32_t magic = IdxFile(path).magic();
        return magic == kIdxImagesMagic || labelLayout(magic).bytes > 0;
    } catch (const Error&) {
        return false;
    }
}

std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path& path)
{
    IdxFile file(path);
    const LabelLayout layout = file.expectLabels();
    const int count = file.size(kNumberOfLabels);
    const int columns = layout.rows ? file.size(GLYPHSCOPE_TEXT("Data", "a number of columns")) : 1;
    const std::vector<std::uint8_t> bytes = file.body(layout.bytes);
    if (layout.bytes == 1 && columns == 1)
        return bytes;
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    const std::size_t step = static_cast<std::size_t>(columns) * layout.bytes;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto number = std::span(bytes).subspan(i * step, layout.bytes);
        labels[i] = number.back();
        if (std::ranges::any_of(number.first(layout.bytes - 1), [](std::uint8_t b) { return b != 0; }))
            file.fail(
                {GLYPHSCOPE_TEXT("Data", "the label of image %1 (from 0) is none from 0 to 255. Correct "
                                         "it, or fetch the file again."),
                 i});
    }
    return labels;
}

}  // namespace glyphscope
