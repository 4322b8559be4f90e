// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <filesystem>
#include <initializer_list>
#include <zlib.h>

namespace glyphscope::test {

/// Big-endian words, as in the header of an IDX file.
inline QByteArray words(std::initializer_list<quint32> values)
{
    QByteArray bytes;
    for (const quint32 v : values)
        for (const int shift : {24, 16, 8, 0})
            bytes.append(static_cast<char>(v >> shift));
    return bytes;
}

/// `count` labels 0, 1, 2 ... repeating after `classes`.
inline QByteArray labelsFile(int count, int classes = 10)
{
    QByteArray bytes = words({0x801, static_cast<quint32>(count)});
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<char>(i % classes));
    return bytes;
}

/// `count` pictures; pixel p of picture i is (i + p) mod 251.
inline QByteArray imagesFile(int count, int rows = 28, int columns = 28)
{
    QByteArray bytes = words(
        {0x803, static_cast<quint32>(count), static_cast<quint32>(rows), static_cast<quint32>(columns)});
    for (int i = 0; i < count; ++i)
        for (int p = 0; p < rows * columns; ++p)
            bytes.append(static_cast<char>((i + p) % 251));
    return bytes;
}

inline QByteArray gzipped(const QByteArray& bytes)
{
    z_stream zip{};
    deflateInit2(&zip, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&zip, static_cast<uLong>(bytes.size()))), '\0');
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    zip.avail_in = static_cast<uInt>(bytes.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    deflate(&zip, Z_FINISH);
    out.resize(static_cast<qsizetype>(zip.total_out));
    deflateEnd(&zip);
    return out;
}

inline std::filesystem::path write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path.toStdString();
}

}  // namespace glyphscope::test
