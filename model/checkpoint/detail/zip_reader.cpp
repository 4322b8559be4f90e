// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/zip_reader.h"

#include "model/checkpoint/detail/byte_cursor.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <zlib.h>

namespace glyphscope {
namespace {

constexpr std::string_view kLocal("PK\x03\x04", 4);
constexpr std::string_view kDescriptor("PK\x07\x08", 4);
constexpr std::string_view kDirectory("PK\x01\x02", 4);
constexpr std::string_view kEnd("PK\x05\x06", 4);
constexpr std::string_view kWideEnd("PK\x06\x06", 4);
constexpr std::string_view kWideLocator("PK\x06\x07", 4);
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kWideBytes = 56 + 20;  // the 64-bit end record and its locator
constexpr std::size_t kLongestEntryName = 512;
constexpr std::uint16_t kSizesBehind = 1U << 3;  // a descriptor follows the content
constexpr std::uint16_t kUtf8 = 1U << 11;

/// What the header of an entry and the directory both tell.
struct Facts {
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t size = 0;
    std::uint16_t nameLength = 0;
    std::uint16_t extraLength = 0;
};

struct Place {
    std::string name;
    Facts facts;
    std::size_t offset = 0;  // of the header
    std::span<const std::byte> content = {};
};

class Reader {
public:
    Reader(std::span<const std::byte> bytes, const std::string& name) : m_bytes(bytes), m_name(name) {}

    std::vector<ZipEntry> read()
    {
        readEnd();
        std::vector<Place> places = readDirectory();
        std::vector<Place*> order;
        for (Place& place : places)
            order.push_back(&place);
        std::ranges::stable_sort(order, {}, &Place::offset);
        std::size_t at = 0;
        for (Place* place : order)
            at = readContent(*place, at);
        if (at != m_directoryBegin)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "bytes %1 to %2 belong to none of its entries."), at,
                    m_directoryBegin});
        std::vector<ZipEntry> entries;
        for (Place& place : places)
            entries.push_back({std::move(place.name), place.content});
        return entries;
    }

private:
    [[noreturn]] void refuse(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: %2 The zip is damaged or unusual; fetch or save the file again."),
                    m_name, reason);
    }

    [[nodiscard]] ByteCursor at(std::size_t offset) const
    {
        return {m_bytes, Message(GLYPHSCOPE_TEXT("Checkpoint", "%1: the zip"), m_name), offset};
    }

    void readEnd()
    {
        if (m_bytes.size() < kEndBytes || at(m_bytes.size() - kEndBytes).text(kEnd.size()) != kEnd)
            refuse(GLYPHSCOPE_TEXT(
                "Checkpoint",
                "the end of a zip is not where the file ends: it is cut off, or something follows."));
        ByteCursor end = at(m_bytes.size() - kEndBytes + kEnd.size());
        const auto disks = end.number<std::uint32_t>();
        const auto here = end.number<std::uint16_t>();
        m_count = end.number<std::uint16_t>();
        m_directoryBytes = end.number<std::uint32_t>();
        m_directoryBegin = end.number<std::uint32_t>();
        if (disks != 0 || here != m_count || end.number<std::uint16_t>() != 0)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its end tells of several disks or of a comment."));
        if (m_count > kMostZipEntries)
            refuse(
                {GLYPHSCOPE_TEXT("Checkpoint", "it tells of %1 entries; at most 8,192 are read."), m_count});
        const std::size_t between = m_bytes.size() - kEndBytes;
        if (m_directoryBegin > between || m_directoryBytes > between - m_directoryBegin)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its directory would lie outside of the file."));
        checkWideEnd(m_directoryBegin + m_directoryBytes, between);
    }

    /// PyTorch writes the 64-bit end record always; it must say the same again.
    void checkWideEnd(std::size_t from, std::size_t to) const
    {
        if (from == to)
            return;
        if (to - from != kWideBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "something other than its end follows its directory."));
        ByteCursor wide = at(from);
        bool same = wide.text(kWideEnd.size()) == kWideEnd && wide.number<std::uint64_t>() == 44;
        wide.take(4);                                      // versions
        same = same && wide.number<std::uint64_t>() == 0;  // disks
        same = same && wide.number<std::uint64_t>() == m_count && wide.number<std::uint64_t>() == m_count;
        same = same && wide.number<std::uint64_t>() == m_directoryBytes;
        same = same && wide.number<std::uint64_t>() == m_directoryBegin;
        same = same && wide.text(kWideLocator.size()) == kWideLocator && wide.number<std::uint32_t>() == 0;
        same = same && wide.number<std::uint64_t>() == from && wide.number<std::uint32_t>() == 1;
        if (!same)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its two ends do not tell the same."));
    }

    static Facts factsAt(ByteCursor& cursor)
    {
        Facts facts;
        cursor.take(2);  // version needed
        facts.flags = cursor.number<std::uint16_t>();
        facts.method = cursor.number<std::uint16_t>();
        cursor.take(4);  // time and date
        facts.crc = cursor.number<std::uint32_t>();
        facts.packed = cursor.number<std::uint32_t>();
        facts.size = cursor.number<std::uint32_t>();
        facts.nameLength = cursor.number<std::uint16_t>();
        facts.extraLength = cursor.number<std::uint16_t>();
        return facts;
    }

    std::vector<Place> readDirectory() const
    {
        std::vector<Place> places;
        std::set<std::string> names;
        ByteCursor cursor = at(m_directoryBegin);
        for (std::size_t i = 0; i < m_count; ++i) {
            places.push_back(readPlace(cursor));
            if (!names.insert(places.back().name).second)
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "two entries are named \"%1\"."),
                        shownText(places.back().name)});
        }
        if (cursor.at() != m_directoryBegin + m_directoryBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its directory has another length than its end says."));
        return places;
    }

    Place readPlace(ByteCursor& cursor) const
    {
        if (cursor.text(kDirectory.size()) != kDirectory)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "there is no directory entry at byte %1."),
                    cursor.at() - kDirectory.size()});
        cursor.take(2);  // who made it
        Place place;
        place.facts = factsAt(cursor);
        const auto comment = cursor.number<std::uint16_t>();
        const auto disk = cursor.number<std::uint16_t>();
        cursor.take(6);  // attributes
        place.offset = cursor.number<std::uint32_t>();
        place.name = cursor.text(place.facts.nameLength);
        cursor.take(std::uint64_t{place.facts.extraLength} + comment);
        check(place, disk);
        return place;
    }

    void check(const Place& place, std::uint16_t disk) const
    {
        const Facts& facts = place.facts;
        if (place.name.empty() || place.name.size() > kLongestEntryName ||
            std::ranges::any_of(place.name, [](unsigned char c) { return c < ' ' || c == 0x7f; }))
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "an entry has a name that is no plain text."));
        if ((facts.flags & 1U) != 0)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "entry \"%1\" is encrypted."), shownText(place.name)});
        if ((facts.flags & ~(kSizesBehind | kUtf8)) != 0 || disk != 0)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "entry \"%1\" has flags that PyTorch does not set."),
                    shownText(place.name)});
        if (facts.method != 0 || facts.packed != facts.size)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "entry \"%1\" is compressed; PyTorch stores its entries as they are."),
                    shownText(place.name)});
    }

    /// Finds the content of an entry that must begin at `begin`; returns where the next one must.
    std::size_t readContent(Place& place, std::size_t begin) const
    {
        const std::string name = shownText(place.name);
        if (place.offset != begin)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "entry \"%1\" begins at byte %2, expected %3."), name,
                    place.offset, begin});
        ByteCursor cursor = at(begin);
        if (cursor.text(kLocal.size()) != kLocal)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "entry \"%1\" has no header where the directory says."),
                    name});
        const Facts facts = factsAt(cursor);
        const bool behind = (facts.flags & kSizesBehind) != 0;
        if (cursor.text(facts.nameLength) != place.name || facts.flags != place.facts.flags ||
            facts.method != place.facts.method || !sizesAgree(facts, place.facts))
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "entry \"%1\" is told of otherwise in its header than in the directory."),
                    name});
        cursor.take(facts.extraLength);
        place.content = cursor.take(place.facts.size);
        if (crc32_z(0, reinterpret_cast<const Bytef*>(place.content.data()), place.content.size()) !=
            place.facts.crc)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "entry \"%1\" does not match its CRC-32."), name});
        if (behind)
            checkDescriptor(cursor, place);
        return cursor.at();
    }

    /// Where they follow the content, the header has zeros instead.
    static bool sizesAgree(const Facts& header, const Facts& directory)
    {
        const bool none = header.crc == 0 && header.packed == 0 && header.size == 0;
        return ((header.flags & kSizesBehind) != 0 && none) ||
               (header.crc == directory.crc && header.packed == directory.packed &&
                header.size == directory.size);
    }

    void checkDescriptor(ByteCursor& cursor, const Place& place) const
    {
        const Facts& facts = place.facts;
        const bool same =
            cursor.text(kDescriptor.size()) == kDescriptor && cursor.number<std::uint32_t>() == facts.crc &&
            cursor.number<std::uint32_t>() == facts.packed && cursor.number<std::uint32_t>() == facts.size;
        if (!same)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "entry \"%1\" is told of otherwise behind it than in the directory."),
                    shownText(place.name)});
    }

    std::span<const std::byte> m_bytes;
    const std::string& m_name;
    std::size_t m_count = 0;
    std::size_t m_directoryBytes = 0;
    std::size_t m_directoryBegin = 0;
};

}  // namespace

std::vector<ZipEntry> readZip(std::span<const std::byte> bytes, const std::string& name)
{
    return Reader(bytes, name).read();
}

}  // namespace glyphscope
