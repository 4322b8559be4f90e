// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QList>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace glyphscope::test {

/// An array as it came out of an .npz.
struct NpzArray {
    QList<int> shape;
    std::vector<float> values;
};

/// One stored entry of a zip, as its directory tells of it.
struct ZipEntry {
    QByteArray name;
    quint32 crc = 0;
    quint32 offset = 0;  ///< of the local header
    QByteArray content;
};

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype at)
{
    const QByteArray part = bytes.mid(at, sizeof(Number));
    if (at < 0 || part.size() != qsizetype{sizeof(Number)})
        qFatal("the file ends before byte %lld", static_cast<long long>(at));
    quint64 number = 0;
    for (qsizetype i = part.size(); i-- > 0;)
        number = number << 8 | static_cast<quint8>(part[i]);
    return static_cast<Number>(number);
}

/// By way of the directory at the end, as unzip and NumPy read it. Stops the test program at a broken file.
inline QList<ZipEntry> zipEntries(const QByteArray& bytes)
{
    const qsizetype end = bytes.size() - 22;
    if (end < 0 || bytes.mid(end, 4) != "PK\x05\x06")
        qFatal("no end of a zip directory");
    QList<ZipEntry> entries;
    qsizetype at = numberAt<quint32>(bytes, end + 16);
    for (int i = 0; i < numberAt<quint16>(bytes, end + 10); ++i) {
        if (bytes.mid(at, 4) != "PK\x01\x02")
            qFatal("no zip directory entry %d", i);
        const auto length = numberAt<quint16>(bytes, at + 28);
        ZipEntry entry{bytes.mid(at + 46, length),
                       numberAt<quint32>(bytes, at + 16),
                       numberAt<quint32>(bytes, at + 42),
                       {}};
        const auto begin = qsizetype{entry.offset} + 30 + length;
        entry.content = bytes.mid(begin, numberAt<quint32>(bytes, at + 24));
        entries << entry;
        at += 46 + length;
    }
    if (at != end)
        qFatal("the zip directory does not end at its end");
    return entries;
}

/// A '<f4' array of version 1.0 in C order; stops the test program at anything else.
inline NpzArray npyArray(const QByteArray& bytes)
{
    static const QRegularExpression header(
        QStringLiteral(R"(^\{'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n$)"));
    const auto length = numberAt<quint16>(bytes, 8);
    const auto match = header.match(QString::fromLatin1(bytes.mid(10, length)));
    if (!bytes.startsWith(QByteArray("\x93NUMPY\x01\x00", 8)) || !match.hasMatch())
        qFatal("no .npy of float32: %s", bytes.left(80).constData());
    NpzArray array;
    for (const QString& side : match.captured(1).split(QLatin1Char(','), Qt::SkipEmptyParts))
        array.shape << side.trimmed().toInt();
    array.values.resize(static_cast<std::size_t>(bytes.size() - 10 - length) / sizeof(float));
    if (!array.values.empty())  // there is nothing at the data() of an empty one
        std::memcpy(array.values.data(), bytes.constData() + 10 + length,
                    array.values.size() * sizeof(float));
    return array;
}

inline std::map<std::string, NpzArray> npzArrays(const QByteArray& bytes)
{
    std::map<std::string, NpzArray> arrays;
    for (const ZipEntry& entry : zipEntries(bytes))
        arrays[entry.name.chopped(4).toStdString()] = npyArray(entry.content);
    return arrays;
}

}  // namespace glyphscope::test
