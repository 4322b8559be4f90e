// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_file.h"
#include "model/types/error.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QBuffer>
#include <QtCore/QtEndian>
#include <QtGui/QImageReader>
#include <QtGui/QImageWriter>
#include <QtTest/QtTest>

#include <zlib.h>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// 60x30, white, a black block at the left.
QImage sample()
{
    QImage image(60, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 10; ++x)
            image.setPixel(x, y, qRgb(0, 0, 0));
    return image;
}

QByteArray encoded(const QImage& image, const char* format, QImageIOHandler::Transformations turn = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(95);
    writer.setTransformation(turn);
    writer.write(image);
    return buffer.data();
}

QByteArray chunk(const QByteArray& typeAndData)
{
    QByteArray bytes;
    const auto word = [&bytes](quint32 v) {
        for (const int shift : {24, 16, 8, 0})
            bytes.append(static_cast<char>(v >> shift));
    };
    word(static_cast<quint32>(typeAndData.size() - 4));
    bytes += typeAndData;
    word(static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef*>(typeAndData.data()), static_cast<uInt>(typeAndData.size()))));
    return bytes;
}

/// A PNG that announces a huge picture and holds a line of it.
QByteArray hugePng(quint32 width, quint32 height)
{
    QByteArray header = "IHDR";
    for (const quint32 v : {width, height})
        for (const int shift : {24, 16, 8, 0})
            header.append(static_cast<char>(v >> shift));
    header += QByteArray("\x08\x00\x00\x00\x00", 5);
    return "\x89PNG\r\n\x1a\n" + chunk(header) + chunk("IDAT" + qCompress(QByteArray(1000, '\0')).mid(4)) +
           chunk("IEND");
}

}  // namespace

class TstPictureFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void readsEveryFormat_data();
    void readsEveryFormat();
    void readsBmpWithTheTopLineFirst();
    void turnsAsExifSays();
    void transparencyLiesOverWhite();
    void coloursAndAlphaAreKept();
    void turnsAsExifSaysInPngAndWebp_data();
    void turnsAsExifSaysInPngAndWebp();
    void cutOffJpegIsMarked();
    void isLaidIntoTheCanvas_data();
    void isLaidIntoTheCanvas();
    void refuses_data();
    void refuses();
    void imageWithoutPixelsIsRefused();
    void imagesOfDataSetsStayThat();
    void otherTextsAreLeftOut();
};

void TstPictureFile::readsEveryFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("PNG") << QByteArray("png");
    QTest::newRow("JPEG") << QByteArray("jpeg");
    QTest::newRow("BMP") << QByteArray("bmp");
    QTest::newRow("WebP") << QByteArray("webp");
}

void TstPictureFile::readsEveryFormat()
{
    QFETCH(QByteArray, format);
    if (!QImageWriter::supportedImageFormats().contains(format))
        QSKIP("this installation of Qt does not write the format");
    const QByteArray bytes = encoded(sample(), format);
    QVERIFY(looksLikePicture(bytes));
    const Picture picture = readPicture(bytes, u"picture"_s);
    QCOMPARE(picture.grey.width, 60);
    QCOMPARE(picture.grey.height, 30);
    QVERIFY(picture.grey.at(3, 15) < 20);
    QVERIFY(picture.grey.at(40, 15) > 235);
}

void TstPictureFile::readsBmpWithTheTopLineFirst()
{
    const QImage image = sample();
    QByteArray bytes = encoded(image.mirrored(), "bmp");
    qToLittleEndian<qint32>(-image.height(), bytes.data() + 22);
    const Picture picture = readPicture(bytes, u"picture"_s);
    QVERIFY(picture.grey == pictureFromImage(image).grey);
}

void TstPictureFile::turnsAsExifSays()
{
    const QByteArray bytes = encoded(sample(), "jpeg", QImageIOHandler::TransformationRotate90);
    const Picture picture = readPicture(bytes, u"picture"_s);
    QCOMPARE(picture.grey.width, 30);
    QCOMPARE(picture.grey.height, 60);
    QVERIFY(picture.grey.at(15, 3) < 30);
    QVERIFY(picture.grey.at(15, 50) > 225);
}

void TstPictureFile::transparencyLiesOverWhite()
{
    QImage image(10, 10, QImage::Format_ARGB32);
    image.fill(qRgba(0, 0, 0, 0));
    image.setPixel(5, 5, qRgba(0, 0, 0, 255));
    image.setPixel(6, 5, qRgba(0, 0, 0, 128));
    const Picture picture = readPicture(encoded(image, "png"), u"picture"_s);
    QCOMPARE(static_cast<int>(picture.grey.at(0, 0)), 255);
    QCOMPARE(static_cast<int>(picture.grey.at(5, 5)), 0);
    QVERIFY(std::abs(picture.grey.at(6, 5) - 127) <= 1);
}

void TstPictureFile::coloursAndAlphaAreKept()
{
    QImage image(20, 10, QImage::Format_ARGB32);
    image.fill(qRgba(0, 0, 0, 0));
    image.setPixel(5, 5, qRgba(255, 255, 255, 255));
    image.setPixel(6, 5, qRgba(200, 10, 30, 128));
    const Picture picture = readPicture(encoded(image, "png"), u"picture"_s);
    QCOMPARE(picture.alpha.at(5, 5), std::uint8_t{255});
    QCOMPARE(picture.alpha.at(6, 5), std::uint8_t{128});
    QCOMPARE(picture.alpha.at(0, 0), std::uint8_t{0});
    QCOMPARE(picture.colours.at(3 * picture.grey.index(6, 5)), std::uint8_t{200});
    QVERIFY(pictureFromImage(imageOf(picture)) == picture);
    const Picture grey = pictureFromImage(sample());
    QVERIFY(grey.colours.empty() && grey.alpha.empty());
}

void TstPictureFile::turnsAsExifSaysInPngAndWebp_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QPoint>("corner");  // where the file's first pixel is seen, 0 or 1 along both axes
    QTest::addColumn<bool>("upright");
    QTest::newRow("as it is") << 1 << QPoint(0, 0) << true;
    QTest::newRow("mirrored") << 2 << QPoint(1, 0) << true;
    QTest::newRow("upside down") << 3 << QPoint(1, 1) << true;
    QTest::newRow("flipped") << 4 << QPoint(0, 1) << true;
    QTest::newRow("transposed") << 5 << QPoint(0, 0) << false;
    QTest::newRow("quarter right") << 6 << QPoint(1, 0) << false;
    QTest::newRow("transposed the other way") << 7 << QPoint(1, 1) << false;
    QTest::newRow("quarter left") << 8 << QPoint(0, 1) << false;
}

void TstPictureFile::turnsAsExifSaysInPngAndWebp()
{
    QFETCH(int, orientation);
    QFETCH(QPoint, corner);
    QFETCH(bool, upright);
    QImage image(60, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 10; ++x)
            image.setPixel(x, y, qRgb(0, 0, 0));
    const QByteArray tiff = QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) +
                            static_cast<char>(orientation) + QByteArray(6, '\0');
    const QByteArray png = encoded(image, "png");
    QList<QByteArray> files{png.left(33) + chunk("eXIf" + tiff) + png.mid(33)};
    if (QImageWriter::supportedImageFormats().contains("webp")) {
        QByteArray webp = encoded(image, "webp");
        const qsizetype kept = webp.size() - 12;
        QByteArray chunks =
            "VP8X" + QByteArray("\x0a\0\0\0\x08\0\0\0\x3b\0\0\x1d\0\0", 14) + webp.right(kept) + "EXIF";
        chunks += QByteArray("\0\0\0\0", 4);
        qToLittleEndian<quint32>(static_cast<quint32>(tiff.size()), chunks.data() + chunks.size() - 4);
        chunks += tiff;
        QByteArray riff = "RIFF    WEBP" + chunks;
        qToLittleEndian<quint32>(static_cast<quint32>(riff.size() - 8), riff.data() + 4);
        if (!webp.contains("VP8X"))
            files << riff;
    }
    for (const QByteArray& file : files) {
        const Picture picture = readPicture(file, u"picture"_s);
        QCOMPARE(picture.grey.width, upright ? 60 : 30);
        QVERIFY(picture.grey.at(corner.x() * (picture.grey.width - 7) + 3,
                                corner.y() * (picture.grey.height - 7) + 3) < 60);
        QVERIFY(picture.grey.at(picture.grey.width / 2, picture.grey.height / 2) > 200);
    }
}

/// Also without a word of Qt's: init() makes its warnings failures.
void TstPictureFile::cutOffJpegIsMarked()
{
    QImage image(320, 320, QImage::Format_RGB32);
    for (int y = 0; y < 320; ++y)
        for (int x = 0; x < 320; ++x)
            image.setPixel(x, y, qRgb(200 + (x * 7 + y * 13) % 50, 210, 220));
    const QByteArray whole = encoded(image, "jpeg");
    QVERIFY(!readPicture(whole, u"picture"_s).cutOff);
    const Picture half = readPicture(whole.left(whole.size() / 2), u"picture"_s);
    QVERIFY(half.cutOff);
    QCOMPARE(half.grey.height, 320);
    QCOMPARE(half.alpha.at(160, 310), std::uint8_t{0});
    QCOMPARE(half.alpha.at(160, 20), std::uint8_t{255});
}

void TstPictureFile::isLaidIntoTheCanvas_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QRectF>("place");
    QTest::addColumn<QSize>("kept");
    QTest::newRow("wide") << QSize(60, 30) << QRectF(20, 80, 240, 120) << QSize(60, 30);
    QTest::newRow("a glyph") << QSize(28, 28) << QRectF(20, 20, 240, 240) << QSize(28, 28);
    QTest::newRow("large and tall") << QSize(1000, 2000) << QRectF(80, 20, 120, 240) << QSize(640, 1280);
}

void TstPictureFile::isLaidIntoTheCanvas()
{
    QFETCH(QSize, size);
    QFETCH(QRectF, place);
    QFETCH(QSize, kept);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    const Picture picture = pictureFromImage(image);
    QCOMPARE(QRectF(picture.x, picture.y, picture.width, picture.height), place);
    QCOMPARE(QSize(picture.grey.width, picture.grey.height), kept);
}

void TstPictureFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("warns");
    const QByteArray png = encoded(sample(), "png");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason, bool warns = false) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason) << warns;
    };
    row("nothing", {}, "not a picture in PNG, JPEG, BMP or WebP");
    row("text", "this is no picture at all", "not a picture in PNG, JPEG, BMP or WebP");
    row("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "not a picture in PNG");
    row("GIF", "GIF89a\1\0\1\0\0\0\0;", "not a picture in PNG");
    row("PNG's signature alone", png.left(8), "its size cannot be read", true);
    row("PNG cut in its header", png.left(20), "its size cannot be read", true);
    row("PNG cut in its data", png.left(png.size() / 2), "cannot be decoded", true);
    row("JPEG's start alone", encoded(sample(), "jpeg").left(4), "its size cannot be read", true);
    row("text called a BMP", "BMW is no bitmap", "its size cannot be read", true);
    row("PNG one pixel too wide", hugePng(8193, 10), "8193x10 pixels; at most 8192x8192");
    row("PNG that announces a gigapixel", hugePng(40'000, 40'000), "40000x40000 pixels");
    row("PNG that announces it all", hugePng(0x7fffffff, 0x7fffffff), "", true);
}

void TstPictureFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    QFETCH(bool, warns);
    // Qt's decoders say on the log what they stumbled over; not all of them do.
    if (warns)
        QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
    const test::ProcessorTime spent;
    try {
        std::ignore = readPicture(bytes, u"folder/picture.png"_s);
        QFAIL("was read");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.startsWith(u"folder/picture.png: "_s), error.what());
        QVERIFY2(message.contains(reason), error.what());
    }
    QVERIFY2(spent.isWithin(1000), spent.text());
}

void TstPictureFile::imageWithoutPixelsIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(std::ignore = pictureFromImage(QImage()), Error);
}

void TstPictureFile::imagesOfDataSetsStayThat()
{
    Glyph glyph{};
    for (std::size_t i = 0; i < glyph.size(); ++i)
        glyph[i] = static_cast<std::uint8_t>(i * 31);
    // a name of more than 40 letters is packed by Qt, one that is no Latin written as UTF-8
    for (const char* name : {"Fashion-MNIST", "", "\xe6\x89\x8b\xe5\x86\x99",
                             "a rather long name of a set of images of all the letters in use"}) {
        const Picture picture = pictureOfDataSet(glyph, name);
        QVERIFY(readPicture(encoded(imageOf(picture), "png"), u"image.png"_s) == picture);
    }
    Picture photograph = pictureOfDataSet(glyph, "");
    photograph.dataSet.reset();
    QVERIFY(!readPicture(encoded(imageOf(photograph), "png"), u"image.png"_s).dataSet);
}

void TstPictureFile::otherTextsAreLeftOut()
{
    QImage large(29, 28, QImage::Format_Grayscale8);
    large.fill(40);
    large.setText(u"glyphscope-dataset"_s, u"MNIST"_s);
    QVERIFY(!readPicture(encoded(large, "png"), u"image.png"_s).dataSet);
    QImage endless(28, 28, QImage::Format_Grayscale8);
    endless.fill(40);
    endless.setText(u"glyphscope-dataset"_s, QString(1000000, u'M'));  // about a kilobyte when packed
    QVERIFY(!readPicture(encoded(endless, "png"), u"image.png"_s).dataSet);
}

GLYPHSCOPE_TEST(TstPictureFile, Core)
#include "tst_picture_file.moc"
