// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/tf_record.h"

#include <QtCore/QtEndian>

#include <array>

namespace glyphscope {
namespace {

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0x82F63B78U : 0U);
        table[i] = value;
    }
    return table;
}

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// A checksum of data that holds checksums is no longer one, so it is turned and moved.
quint32 masked(quint32 crc)
{
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

}  // namespace

quint32 crc32c(QByteArrayView bytes)
{
    static constexpr std::array<quint32, 256> kTable = makeTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ kTable[(crc ^ static_cast<quint8>(byte)) & 0xFFU];
    return ~crc;
}

void appendRecord(QByteArray& file, QByteArrayView record)
{
    const QByteArray length = littleEndian(static_cast<quint64>(record.size()));
    file += length;
    file += littleEndian(masked(crc32c(length)));
    file += record;
    file += littleEndian(masked(crc32c(record)));
}

}  // namespace glyphscope
