// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_container.h"

#include <QtCore/QtEndian>
#include <QtGui/QTransform>

#include <cstdlib>

namespace glyphscope {
namespace {

constexpr int kBlock = 16;  // of a JPEG with reduced colour
constexpr int kNearFill = 3;
constexpr quint16 kOrientationTag = 0x0112;
constexpr int kMostEntries = 200;  // of a directory: cameras write some forty

bool standsAlone(uchar marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/// The content of the chunk of that name in a PNG or WebP; empty where there is none.
QByteArrayView chunkOf(QByteArrayView bytes, const char* name, bool png)
{
    constexpr qsizetype kHeader = 8;
    qsizetype at = png ? 8 : 12;
    while (bytes.size() - at >= kHeader) {
        const char* head = bytes.data() + at;
        const qsizetype length = png ? qFromBigEndian<quint32>(head) : qFromLittleEndian<quint32>(head + 4);
        if (length > bytes.size() - at - kHeader)
            return {};
        if (QByteArrayView(head + (png ? 4 : 0), 4) == QByteArrayView(name, 4))
            return bytes.sliced(at + kHeader, length);
        at += kHeader + length + (png ? 4 : length % 2);
    }
    return {};
}

/// The orientation (1 to 8) in the first directory of a TIFF; 1 where it is not told.
int orientationIn(QByteArrayView tiff)
{
    const bool big = tiff.startsWith("MM");
    if (tiff.size() < 8 || (!big && !tiff.startsWith("II")))
        return 1;
    const auto word = [&](qsizetype at) {
        return big ? qFromBigEndian<quint16>(tiff.data() + at) : qFromLittleEndian<quint16>(tiff.data() + at);
    };
    const auto offset = static_cast<qsizetype>(big ? qFromBigEndian<quint32>(tiff.data() + 4)
                                                   : qFromLittleEndian<quint32>(tiff.data() + 4));
    if (offset < 8 || offset > tiff.size() - 2)
        return 1;
    const int entries = std::min<int>(word(offset), kMostEntries);
    for (int k = 0; k < entries; ++k) {
        const qsizetype at = offset + 2 + 12 * qsizetype{k};
        if (at + 12 > tiff.size())
            return 1;
        if (word(at) == kOrientationTag)
            return word(at + 8);
    }
    return 1;
}

bool isFill(QRgb pixel)
{
    return std::abs(qRed(pixel) - 128) <= kNearFill && std::abs(qGreen(pixel) - 128) <= kNearFill &&
           std::abs(qBlue(pixel) - 128) <= kNearFill;
}

/// How many pixels at the end of a row are fill.
int fillAtEnd(const QImage& image, int y)
{
    int n = 0;
    while (n < image.width() && isFill(image.pixel(image.width() - 1 - n, y)))
        ++n;
    return n;
}

void clearEnd(QImage& image, int y, int count)
{
    auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
    std::fill(row + image.width() - count, row + image.width(), qRgba(0, 0, 0, 0));
}

}  // namespace

bool isJpegCutOff(const QByteArray& jpeg)
{
    const auto byte = [&](qsizetype at) { return static_cast<uchar>(jpeg[at]); };
    qsizetype at = 2;
    while (at + 1 < jpeg.size()) {
        if (byte(at) != 0xff) {  // within the data of a scan
            ++at;
            continue;
        }
        const uchar marker = byte(at + 1);
        if (marker == 0xd9)
            return false;
        if (marker == 0xff) {
            ++at;
        } else if (marker == 0 || standsAlone(marker)) {
            at += 2;
        } else {
            if (at + 4 > jpeg.size())
                return true;
            at += 2 + qFromBigEndian<quint16>(jpeg.constData() + at + 2);
        }
    }
    return true;
}

QImageIOHandler::Transformations exifTurn(const QByteArray& bytes, const QByteArray& format)
{
    if (format != "png" && format != "webp")
        return QImageIOHandler::TransformationNone;
    QByteArrayView exif = chunkOf(bytes, format == "png" ? "eXIf" : "EXIF", format == "png");
    if (constexpr QByteArrayView kPrefix("Exif\0\0", 6); exif.startsWith(kPrefix))
        exif = exif.sliced(kPrefix.size());
    switch (orientationIn(exif)) {
    case 2:
        return QImageIOHandler::TransformationMirror;
    case 3:
        return QImageIOHandler::TransformationRotate180;
    case 4:
        return QImageIOHandler::TransformationFlip;
    case 5:
        return QImageIOHandler::TransformationFlipAndRotate90;
    case 6:
        return QImageIOHandler::TransformationRotate90;
    case 7:
        return QImageIOHandler::TransformationMirrorAndRotate90;
    case 8:
        return QImageIOHandler::TransformationRotate270;
    default:
        return QImageIOHandler::TransformationNone;
    }
}

QImage turned(const QImage& image, QImageIOHandler::Transformations turn)
{
    if (turn == QImageIOHandler::TransformationNone)
        return image;
    if (turn == QImageIOHandler::TransformationRotate270)
        return image.transformed(QTransform().rotate(270));
    const QImage flipped = image.mirrored(turn.testFlag(QImageIOHandler::TransformationMirror),
                                          turn.testFlag(QImageIOHandler::TransformationFlip));
    return turn.testFlag(QImageIOHandler::TransformationRotate90)
               ? flipped.transformed(QTransform().rotate(90))
               : flipped;
}

QImage withoutMissingEnd(QImage image)
{
    image = image.convertToFormat(QImage::Format_ARGB32);
    int y = image.height() - 1;
    for (; y >= 0 && fillAtEnd(image, y) == image.width(); --y)
        clearEnd(image, y, image.width());
    int shortest = image.width();
    const int top = std::max(0, y - kBlock + 1);
    for (int row = top; row <= y; ++row)
        shortest = std::min(shortest, fillAtEnd(image, row));
    for (int row = top; row <= y; ++row)
        clearEnd(image, row, shortest);
    return image;
}

}  // namespace glyphscope
