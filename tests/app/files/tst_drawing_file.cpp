// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_export.h"
#include "app/files/drawing_file.h"
#include "app/files/inkml.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QtTest>

#include <cmath>
#include <cstdlib>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// As a pen gives it: a point every few units, so that smoothing leaves its corners where they are.
Stroke penStroke(const std::vector<Point>& corners, double pen)
{
    constexpr int kSteps = 40;
    Stroke stroke{{corners.front()}, pen};
    for (std::size_t i = 1; i < corners.size(); ++i)
        for (int k = 1; k <= kSteps; ++k)
            stroke.points.push_back({std::lerp(corners[i - 1].x, corners[i].x, double(k) / kSteps),
                                     std::lerp(corners[i - 1].y, corners[i].y, double(k) / kSteps)});
    return stroke;
}

LabelledDrawing seven()
{
    LabelledDrawing labelled;
    labelled.truth = "7";
    labelled.id = "mine";
    labelled.drawing.strokes = {penStroke({{70, 60}, {200, 60}, {120, 230}}, 1.0),
                                penStroke({{100, 150}, {180, 150}}, 0.8)};
    return labelled;
}

QString messageOf(const QString& path)
{
    try {
        std::ignore = loadDrawings(path);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Of two glyphs laid over each other; `b` is moved by (dx, dy) pixels.
double meanDifference(const Glyph& a, const Glyph& b, int dx, int dy)
{
    const auto at = [](const Glyph& glyph, int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < kGlyphSide && y < kGlyphSide;
        return inside ? int{glyph[static_cast<std::size_t>(y * kGlyphSide + x)]} : 0;
    };
    int sum = 0;
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x)
            sum += std::abs(at(a, x, y) - at(b, x - dx, y - dy));
    return double(sum) / kGlyphPixels;
}

/// But for the one pixel by which rounding may move a barycentre.
double meanDifference(const Glyph& a, const Glyph& b)
{
    double least = 255;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            least = std::min(least, meanDifference(a, b, dx, dy));
    return least;
}

}  // namespace

class TstDrawingFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void inkComesBackExactly();
    void savedPictureReadsAsTheStrokes();
    void contentDecides();
    void refuses_data();
    void refuses();
    void failedSaveLeavesTheOldFile();
    void svgShowsWhatThePictureShows();
    void drawingBeyondTheSheetIsFitted();

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TstDrawingFile::inkComesBackExactly()
{
    saveDrawing(at(u"seven.INKML"_s), seven());
    const DrawingFile file = loadDrawings(at(u"seven.INKML"_s));
    QVERIFY(file.kind == DrawingFile::Kind::Ink);
    QCOMPARE(file.drawings.size(), std::size_t{1});
    QVERIFY(file.drawings[0].drawing == seven().drawing);
    QCOMPARE(file.drawings[0].truth, std::string("7"));
    saveInkml(at(u"two.inkml"_s), {seven(), seven()});
    QCOMPARE(loadDrawings(at(u"two.inkml"_s)).drawings.size(), std::size_t{2});
}

void TstDrawingFile::savedPictureReadsAsTheStrokes()
{
    saveDrawing(at(u"seven.png"_s), seven());
    const DrawingFile file = loadDrawings(at(u"seven.png"_s));
    QVERIFY(file.kind == DrawingFile::Kind::Picture);
    QCOMPARE(file.drawings[0].id, std::string("seven.png"));
    const Stages picture = normalize(file.drawings[0].drawing);
    const Stages strokes = normalize(seven().drawing);
    const double difference = meanDifference(picture.glyph, strokes.glyph);
    QVERIFY2(difference < 4, QByteArray::number(difference));
}

void TstDrawingFile::contentDecides()
{
    saveDrawing(at(u"a.png"_s), seven());
    saveDrawing(at(u"b.inkml"_s), seven());
    QVERIFY(QFile::rename(at(u"a.png"_s), at(u"a.inkml"_s)));
    QVERIFY(QFile::rename(at(u"b.inkml"_s), at(u"b.png"_s)));
    QVERIFY(loadDrawings(at(u"a.inkml"_s)).kind == DrawingFile::Kind::Picture);
    QVERIFY(loadDrawings(at(u"b.png"_s)).kind == DrawingFile::Kind::Ink);
}

void TstDrawingFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << u": empty."_s;
    QTest::newRow("text called a picture")
        << QByteArray("seven") << u": neither InkML nor UNIPEN nor a picture"_s;
    QTest::newRow("SVG") << QByteArray("\xef\xbb\xbf <svg/>") << u"the root element is <svg>"_s;
    QTest::newRow("zip") << QByteArray("PK\3\4\0\0") << u": neither InkML nor UNIPEN nor a picture"_s;
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html></html>") << u": a web page"_s;
    QTest::newRow("a Git LFS pointer")
        << QByteArray("version https://git-lfs.github.com/spec/v1\n") << u": a Git LFS pointer"_s;
    QTest::newRow("safetensors") << QByteArray("\x02\0\0\0\0\0\0\0{}", 10) << u": weights of a network"_s;
    QTest::newRow("17 MiB of gzip") << QByteArray("\x1f\x8b\x08").leftJustified(17 << 20)
                                    << u": packed (gzip), and not a data set in IDX"_s;
    QTest::newRow("17 MiB of XML") << QByteArray("<ink>").leftJustified(17 << 20)
                                   << u"a file of ink may have 16 MiB"_s;
}

void TstDrawingFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString path = at(u"file.png"_s);
    write(path, bytes);
    const QString message = messageOf(path);
    QVERIFY2(message.startsWith(path) && message.contains(reason), qPrintable(message));
    QVERIFY(messageOf(at(u"nowhere.png"_s)).contains(u"no such file"_s));
    QVERIFY(messageOf(m_folder.path()).contains(u"not a file"_s));
}

void TstDrawingFile::failedSaveLeavesTheOldFile()
{
    const QString path = at(u"kept.inkml"_s);
    saveDrawing(path, seven());
    LabelledDrawing withPicture = seven();
    withPicture.drawing.picture = Picture{Raster(3, 3), 0, 0, 3, 3};
    try {
        saveDrawing(path, withPicture);
        QFAIL("was saved");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(path + u": InkML holds strokes"_s), error.what());
    }
    QVERIFY(loadDrawings(path).drawings[0].drawing == seven().drawing);
    QVERIFY_EXCEPTION_THROWN(saveDrawing(at(u"no/such/folder/a.png"_s), seven()), Error);
    QVERIFY_EXCEPTION_THROWN(saveDrawing(at(u"seven.gif"_s), seven()), Error);
    QVERIFY(!QFileInfo::exists(at(u"seven.gif"_s)));
}

void TstDrawingFile::svgShowsWhatThePictureShows()
{
    constexpr int kSide = 280;
    LabelledDrawing labelled = seven();
    labelled.drawing.strokes.push_back({{{250, 250}}, 1.0});
    labelled.drawing.picture = Picture{Raster(4, 4), 20, 20, 40, 40};
    saveDrawing(at(u"seven.svg"_s), labelled);
    QSvgRenderer svg(at(u"seven.svg"_s));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox(), QRect(0, 0, kSide, kSide));
    QImage shown(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
    shown.fill(Qt::red);
    QPainter painter(&shown);
    svg.render(&painter);
    painter.end();
    const QImage expected = pictureOf(labelled.drawing, kSide);
    QCOMPARE(shown.size(), expected.size());
    int different = 0;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            different += std::abs(qGray(shown.pixel(x, y)) - qGray(expected.pixel(x, y))) > 64;
    QVERIFY2(different < 50, qPrintable(QString::number(different)));  // smoothed edges alone
    QCOMPARE(expected.pixelColor(250, 250), QColor(Qt::black));        // the dot
    QCOMPARE(expected.pixelColor(40, 40), QColor(Qt::black));          // the picture
}

void TstDrawingFile::drawingBeyondTheSheetIsFitted()
{
    Drawing drawing{{{{{-1000, 500}, {3000, 500}}, 1.0}, {{{NAN, 1}, {1000, 500}}, 1.0}}, {}};
    const QImage image = pictureOf(drawing, 280);
    QCOMPARE(image.pixelColor(45, 140), QColor(Qt::black));
    QCOMPARE(image.pixelColor(235, 140), QColor(Qt::black));
    QCOMPARE(image.pixelColor(140, 100), QColor(Qt::white));
    drawing.strokes = {{{{50, 50}}, 1.0}};
    QCOMPARE(pictureOf(drawing, 560).pixelColor(100, 115), QColor(Qt::black));
}

GLYPHSCOPE_TEST(TstDrawingFile, Widgets)
#include "tst_drawing_file.moc"
