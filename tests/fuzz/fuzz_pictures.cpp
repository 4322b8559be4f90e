// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_file.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QBuffer>
#include <QtCore/QLoggingCategory>
#include <QtCore/QtEndian>
#include <QtGui/QImageReader>

#include <zlib.h>

namespace glyphscope::fuzz {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* kPictureName = "input.png";
constexpr qint64 kMostPixels = 1 << 18;  // larger ones take all the time, and are tst_bombs' matter
constexpr qsizetype kSignature = 8;
constexpr qsizetype kChunkFrame = 12;  // length, type and sum

QByteArray pngOf(const Raster& grey)
{
    const QImage image(grey.pixels.data(), grey.width, grey.height, grey.width, QImage::Format_Grayscale8);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    require(image.save(&buffer, "PNG", 100), "a grey picture can be written");
    return bytes;
}

void checkPicture(const Picture& picture)
{
    const Raster& grey = picture.grey;
    require(grey.width > 0 && grey.height > 0 && grey.width <= 1280 && grey.height <= 1280,
            "pictures are reduced");
    require(grey.pixels.size() ==
                static_cast<std::size_t>(grey.width) * static_cast<std::size_t>(grey.height),
            "as many pixels as the sizes say");
    require(picture.x >= 0 && picture.y >= 0 && picture.width > 0 && picture.height > 0 &&
                picture.x + picture.width <= kCanvasSide && picture.y + picture.height <= kCanvasSide,
            "pictures lie in the canvas");
    require(readPicture(pngOf(grey), QString::fromLatin1(kPictureName)).grey == grey,
            "pictures survive being written");
}

bool isLarge(const QByteArray& bytes)
{
    constexpr qsizetype kPngSizes = 16;
    if (bytes.startsWith("\x89PNG")) {
        const qint64 width = qFromBigEndian<quint32>(bytes.mid(kPngSizes, 4).leftJustified(4, '\0').data());
        const qint64 height =
            qFromBigEndian<quint32>(bytes.mid(kPngSizes + 4, 4).leftJustified(4, '\0').data());
        return width <= kLongestPictureSide && height <= kLongestPictureSide && width * height > kMostPixels;
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QSize size = QImageReader(&buffer).size();
    return qint64{size.width()} * size.height() > kMostPixels && size.width() <= kLongestPictureSide &&
           size.height() <= kLongestPictureSide;
}

bool readsOrRefuses(const QByteArray& bytes)
{
    if (looksLikePicture(bytes) && isLarge(bytes))
        return false;
    return accepted(kPictureName,
                    [&] { checkPicture(readPicture(bytes, QString::fromLatin1(kPictureName))); });
}

/// A PNG with the sums of its chunks put right, which are not found by chance.
QByteArray withRightSums(QByteArray png)
{
    char* const bytes = png.data();
    for (qsizetype at = kSignature; png.size() - at >= kChunkFrame;) {
        const auto length = qFromBigEndian<quint32>(bytes + at);
        if (length > png.size() - at - kChunkFrame)
            break;
        const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(bytes + at + 4), length + 4);
        qToBigEndian(static_cast<quint32>(sum), bytes + at + 8 + length);
        at += kChunkFrame + static_cast<qsizetype>(length);
    }
    return png;
}

}  // namespace

bool fuzzPictures(Input input)
{
    static const bool quiet = [] {
        QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
        return true;
    }();
    Q_UNUSED(quiet);
    const QByteArray bytes(reinterpret_cast<const char*>(input.data()), std::ssize(input));
    if (bytes.startsWith("\x89PNG"))
        if (const QByteArray repaired = withRightSums(bytes); repaired != bytes)
            (void)readsOrRefuses(repaired);
    return readsOrRefuses(bytes);
}

}  // namespace glyphscope::fuzz
