// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/detail/zip_names.h"

#include <algorithm>
#include <string_view>

namespace glyphscope {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLongestComment = 65'535;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kMostDirectoryBytes = std::size_t{4} << 20;
constexpr std::size_t kMostFacts = 4096;

/// The lowest byte first; 0 where the bytes end before.
std::uint64_t numberIn(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return value;
}

/// PKWARE's APPNOTE 6.3, 4.3.12.
ZipFact factAt(std::string_view directory, std::size_t at)
{
    ZipFact fact;
    fact.method = static_cast<std::uint16_t>(numberIn(directory, at + 10, 2));
    fact.crc = static_cast<std::uint32_t>(numberIn(directory, at + 16, 4));
    fact.packed = numberIn(directory, at + 20, 4);
    fact.size = numberIn(directory, at + 24, 4);
    fact.offset = numberIn(directory, at + 42, 4);
    fact.name = directory.substr(std::min(at + kEntryBytes, directory.size()),
                                 static_cast<std::size_t>(numberIn(directory, at + 28, 2)));
    return fact;
}

}  // namespace

std::vector<ZipFact> zipDirectory(std::uint64_t size, const ReadAt& read)
{
    const std::uint64_t tailAt = size - std::min<std::uint64_t>(size, kEndBytes + kLongestComment);
    const std::string tail = read(tailAt, kEndBytes + kLongestComment);
    const std::size_t end = tail.rfind("PK\x05\x06"sv);
    std::vector<ZipFact> facts;
    if (end == std::string::npos || tail.size() - end < kEndBytes)
        return facts;
    const std::string directory = read(
        numberIn(tail, end + 16, 4), std::min<std::size_t>(numberIn(tail, end + 12, 4), kMostDirectoryBytes));
    std::size_t at = 0;
    while (facts.size() < kMostFacts && directory.compare(at, 4, "PK\x01\x02"sv) == 0) {
        facts.push_back(factAt(directory, at));
        at += kEntryBytes + numberIn(directory, at + 28, 2) + numberIn(directory, at + 30, 2) +
              numberIn(directory, at + 32, 2);
        if (at >= directory.size())
            break;
    }
    return facts;
}

std::vector<std::string> zipNames(std::uint64_t size, const ReadAt& read)
{
    std::vector<std::string> names;
    for (ZipFact& fact : zipDirectory(size, read))
        names.push_back(std::move(fact.name));
    return names;
}

}  // namespace glyphscope
