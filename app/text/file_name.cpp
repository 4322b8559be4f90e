// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/file_name.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <fcntl.h>

namespace glyphscope {
namespace {

constexpr char16_t kFirstEscape = 0xdc80;
constexpr char16_t kLastEscape = 0xdcff;

bool isEscape(QChar c)
{
    return c.unicode() >= kFirstEscape && c.unicode() <= kLastEscape;
}

/// The bytes of the character that the text begins with; 0 if they are no UTF-8.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || text.size() < length)
        return 0;
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString character = decode(QByteArrayView(text.data(), static_cast<qsizetype>(length)));
    return !decode.hasError() && !character.isEmpty() ? length : 0;
}

bool isUtf8(std::string_view bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decode.hasError() && (!text.isEmpty() || bytes.empty());
}

/// A surrogate with its other half is half of a character, not a byte.
bool isByte(const QString& name, qsizetype i)
{
    return isEscape(name[i]) && (i == 0 || !name[i - 1].isHighSurrogate());
}

}  // namespace

QString fileNameFromBytes(std::string_view bytes)
{
    if (isUtf8(bytes))
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QString name;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length > 0)
            name += QString::fromUtf8(bytes.data(), static_cast<qsizetype>(length));
        else
            name += QChar(static_cast<char16_t>(0xdc00 + static_cast<unsigned char>(bytes.front())));
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return name;
}

std::string fileNameBytes(const QString& name)
{
    std::string bytes;
    qsizetype done = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!isByte(name, i))
            continue;
        bytes += name.mid(done, i - done).toStdString();
        bytes += static_cast<char>(name[i].unicode() - 0xdc00);
        done = i + 1;
    }
    return bytes + name.mid(done).toStdString();
}

bool openToRead(QFile& file, const QString& name)
{
    file.setFileName(name);
    if (std::ranges::none_of(name, isEscape))
        return file.open(QIODevice::ReadOnly);
    const int descriptor = ::open(fileNameBytes(name).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return file.open(QIODevice::ReadOnly);  // fails as well, and says why
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}

}  // namespace glyphscope
