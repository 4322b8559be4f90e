// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/promises.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <stdexcept>

namespace glyphscope::fuzz {
namespace {

constexpr std::size_t kLongestReason = 1000;

bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    (void)QString(decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))));
    return !decoder.hasError();
}

}  // namespace

void require(bool holds, const char* promise)
{
    if (!holds)
        throw std::logic_error(promise);
}

void requireRefusal(std::string_view message, std::string_view name)
{
    const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; };
    const auto complain = [&](const char* promise) {
        throw std::logic_error(std::string(promise) + ": " + std::string(message.substr(0, 2000)));
    };
    if (!message.starts_with(name))
        complain("a refusal begins with the name of the file");
    if (message.size() < name.size() + 10)
        complain("a refusal gives a reason");
    if (message.size() > name.size() + kLongestReason)
        complain("a refusal is short");
    if (std::ranges::any_of(message, isControl))
        complain("a refusal has no control characters");
    if (!isUtf8(message))
        complain("a refusal is UTF-8");
}

}  // namespace glyphscope::fuzz
