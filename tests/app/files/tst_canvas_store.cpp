// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_file.h"
#include "app/files/canvas_store.h"
#include "app/files/picture_file.h"
#include "model/types/error.h"
#include "tests/support/faults.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <limits>
#include <sys/wait.h>
#include <unistd.h>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstCanvasStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { faults::disarm(); }
    void everyValueComesBack();
    void readsWhatOlderVersionsWrote();
    void refusesToWriteWhatIsNoPicture();
    void refuses_data();
    void refuses();
    void beginsEmpty();
    void livingWindowsKeepTheirOwn();
    void killedWindowsLeaveTheirDrawings();
    void emptyCanvasLeavesNothing();
    void closedWindowLeavesTheLastDrawing();
    void forgetsOnlyWhatItIsTold();
    void keepsSoMany();
    void keepsAsManyPointsAsFilesMayBring();
    void damagedOnesDoNotReplaceEachOther();
    void withoutLocksEachWindowHasItsName();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Drawing lineAt(double y)
{
    return {{{{{20, y}, {140.123456789, y + 1}}, 1.5}, {{{7, 7}}, 0.5}}, {}};
}

Drawing withPicture()
{
    Drawing drawing = lineAt(3);
    Picture picture;
    picture.grey = Raster(5, 3);
    for (std::size_t i = 0; i < picture.grey.pixels.size(); ++i)
        picture.grey.pixels[i] = static_cast<std::uint8_t>(17 * i);
    picture.x = 12.5;
    picture.y = -3;
    picture.width = 100;
    picture.height = 60.25;
    drawing.picture = picture;
    return drawing;
}

/// As a kill leaves it: nothing was closed.
void leave(const std::filesystem::path& folder, const Drawing& drawing)
{
    CanvasStore store(folder);
    (void)store.begin();
    store.keep(drawing);
}

}  // namespace

void TstCanvasStore::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstCanvasStore::everyValueComesBack()
{
    Drawing pictureAlone = withPicture();
    pictureAlone.strokes.clear();
    Drawing coloured = withPicture();
    coloured.picture->alpha = coloured.picture->grey;
    coloured.picture->alpha.pixels[0] = 255;
    for (const std::uint8_t v : coloured.picture->alpha.pixels)
        for (const int part : {3, 90, 201})
            coloured.picture->colours.push_back(v == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(part));
    coloured.picture->cutOff = true;
    coloured.picture->options = {PictureGround::Transparent, 77, PictureCrop{0.25, 0, 0.5, 1}, false, false};
    coloured.picture->grey = pictureFromImage(imageOf(*coloured.picture)).grey;  // of the colours over white
    for (const Drawing& drawing : {Drawing(), lineAt(50), withPicture(), pictureAlone, coloured})
        QVERIFY(readCanvas(writeCanvas(drawing), u"a"_s) == drawing);
    Drawing odd = lineAt(50);
    odd.strokes[0].points.push_back({std::numeric_limits<double>::infinity(), 1});
    odd.strokes.push_back({{{std::nan(""), 1}}, 1});
    QVERIFY(readCanvas(writeCanvas(odd), u"a"_s) == lineAt(50));
}

void TstCanvasStore::readsWhatOlderVersionsWrote()
{
    const Drawing read = readCanvas(
        R"({"format":"glyphscope-canvas-1","ink":"<ink><trace>1 2, 3 4.5</trace><trace>6 7</trace></ink>"})",
        u"a"_s);
    QVERIFY(read == (Drawing{{{{{1, 2}, {3, 4.5}}, 1.0}, {{{6, 7}}, 1.0}}, {}}));
}

void TstCanvasStore::refusesToWriteWhatIsNoPicture()
{
    Drawing drawing = lineAt(50);
    drawing.picture = Picture();
    QVERIFY_THROWS_EXCEPTION(Error, (void)writeCanvas(drawing));
}

void TstCanvasStore::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of the future") << QByteArray(R"({"format":"glyphscope-canvas-3"})");
    const auto strokes = [](const QByteArray& bytes) {
        return R"({"format":"glyphscope-canvas-2","strokes":")" + bytes.toBase64() + "\"}";
    };
    const QByteArray pen = QByteArray::fromHex("3ff0000000000000");
    const QByteArray one = QByteArray::fromHex("00000001");
    QTest::newRow("no strokes") << QByteArray(R"({"format":"glyphscope-canvas-2","strokes":7})");
    QTest::newRow("no base64") << QByteArray(R"({"format":"glyphscope-canvas-2","strokes":"!!!!"})");
    QTest::newRow("a pen alone") << strokes(pen);
    QTest::newRow("half a point") << strokes(pen + one + pen);
    QTest::newRow("a stroke without points") << strokes(pen + QByteArray(4, 0));
    QTest::newRow("four billion points") << strokes(pen + QByteArray(4, char(-1)) + pen + pen);
    QTest::newRow("a pen without width") << strokes(QByteArray(8, 0) + one + pen + pen);
    QTest::newRow("a point that is no number")
        << strokes(pen + one + pen + QByteArray::fromHex("7ff8000000000000"));
    QTest::newRow("no ink") << QByteArray(R"({"format":"glyphscope-canvas-1","ink":7})");
    QTest::newRow("two drawings") << QByteArray(
        R"({"format":"glyphscope-canvas-1","ink":"<ink><traceGroup><trace>1 2</trace></traceGroup><traceGroup><trace>1 2</trace></traceGroup></ink>"})");
    QTest::newRow("no picture") << QByteArray(R"({"format":"glyphscope-canvas-1","picture":{"png":"AAAA"}})");
    QByteArray placeless = writeCanvas(withPicture());
    placeless.replace("\"width\":100", "\"width\":\"\"");
    QTest::newRow("a picture without a width") << placeless;
    placeless.replace("\"width\":\"\"", "\"width\":-1");
    QTest::newRow("a picture of no width") << placeless;
    Drawing cropped = withPicture();
    cropped.picture->options.crop = PictureCrop{0.25, 0, 0.5, 1};
    const QByteArray good = writeCanvas(cropped);
    for (const auto& [from, to] :
         {std::pair("0.5,1", "0.9,1"), std::pair("crop", "corp"), std::pair("[0.25", "[\"a\"")})
        QTest::addRow("options with %s", to) << QByteArray(good).replace(from, to);
}

void TstCanvasStore::refuses()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_THROWS_EXCEPTION(Error, (void)readCanvas(bytes, u"a"_s));
}

void TstCanvasStore::beginsEmpty()
{
    CanvasStore store(folder() / "canvas");
    const CanvasStore::Found found = store.begin();
    QVERIFY(found.left.empty() && !found.last && !found.others && found.notices.empty());
}

void TstCanvasStore::livingWindowsKeepTheirOwn()
{
    CanvasStore one(folder());
    CanvasStore other(folder());
    QVERIFY(!one.begin().others);
    one.keep(lineAt(1));
    const CanvasStore::Found found = other.begin();
    QVERIFY(found.others);
    QVERIFY(found.left.empty());
    other.keep(lineAt(2));
    QCOMPARE(QDir(m_folder->path()).entryList({u"window-*.json"_s}, QDir::Files).size(), 2);
}

void TstCanvasStore::killedWindowsLeaveTheirDrawings()
{
    {
        CanvasStore one(folder());
        CanvasStore other(folder());
        (void)one.begin();
        (void)other.begin();
        one.keep(lineAt(1));
        other.keep(withPicture());
    }
    for (int start = 0; start < 2; ++start) {  // they stay until they are forgotten
        CanvasStore store(folder());
        const CanvasStore::Found found = store.begin();
        QVERIFY(!found.others);
        QCOMPARE(found.left.size(), std::size_t(2));
        QVERIFY(found.left[0].drawing == lineAt(1));
        QVERIFY(found.left[1].drawing == withPicture());
    }
}

void TstCanvasStore::emptyCanvasLeavesNothing()
{
    {
        CanvasStore store(folder());
        (void)store.begin();
        store.keep(lineAt(1));
        store.keep({});
    }
    QVERIFY(CanvasStore(folder()).begin().left.empty());
}

void TstCanvasStore::closedWindowLeavesTheLastDrawing()
{
    {
        CanvasStore store(folder());
        (void)store.begin();
        store.keep(lineAt(1));
        store.close(lineAt(2));
    }
    const CanvasStore::Found found = CanvasStore(folder()).begin();
    QVERIFY(found.left.empty());
    QVERIFY(found.last == lineAt(2));
}

void TstCanvasStore::forgetsOnlyWhatItIsTold()
{
    leave(folder(), lineAt(1));
    leave(folder(), lineAt(2));
    CanvasStore store(folder());
    const CanvasStore::Found found = store.begin();
    QCOMPARE(found.left.size(), std::size_t(2));
    store.keep(lineAt(3));
    store.forget({found.left[0].name, "window-1.json", "../left-1.json", "left-.json"});
    CanvasStore next(folder());
    QVERIFY(next.begin().left.at(0).drawing == lineAt(2));
}

void TstCanvasStore::keepsSoMany()
{
    for (int i = 0; i < 25; ++i)
        leave(folder(), lineAt(i));
    CanvasStore store(folder());
    const CanvasStore::Found found = store.begin();
    QCOMPARE(found.left.size(), CanvasStore::kMostLeft);
    QVERIFY(found.left.back().drawing == lineAt(24));
    QVERIFY(found.left.front().drawing == lineAt(5));
}

/// Numbers of 17 digits, which would take more than an InkML file may have.
void TstCanvasStore::keepsAsManyPointsAsFilesMayBring()
{
    Drawing drawing;
    drawing.strokes.resize(1000);
    for (std::size_t s = 0; s < 1000; ++s)
        for (std::size_t i = 0; i < 1000; ++i)
            drawing.strokes[s].points.push_back(
                {std::sqrt(static_cast<double>(1000 * s + i)), -1.0 / static_cast<double>(i + 1)});
    leave(folder(), drawing);
    CanvasStore store(folder());
    const CanvasStore::Found found = store.begin();
    QVERIFY2(found.notices.empty(), found.notices.empty() ? "" : found.notices[0].text().c_str());
    QVERIFY(found.left.at(0).drawing == drawing);
}

void TstCanvasStore::damagedOnesDoNotReplaceEachOther()
{
    QDir().mkpath(m_folder->path());
    for (const char* content : {"first", "second", "third"}) {
        QFile file(m_folder->filePath(u"left-1.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(CanvasStore(folder()).begin().notices.size(), std::size_t(1));
    }
    QByteArrayList kept;
    for (const QString& name : QDir(m_folder->path()).entryList({u"*.bad"_s}, QDir::Files)) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        kept << file.readAll();
    }
    std::ranges::sort(kept);
    QCOMPARE(kept, (QByteArrayList{"first", "second", "third"}));
}

void TstCanvasStore::withoutLocksEachWindowHasItsName()
{
    const std::string place = QDir(m_folder->path()).canonicalPath().toStdString();
    faults::arm({place, 1, ENOLCK, true, faults::Calls::Locks});
    CanvasStore one(place);
    CanvasStore other(place);
    QVERIFY(!one.begin().others);
    one.keep(lineAt(1));
    const CanvasStore::Found found = other.begin();
    QVERIFY(found.others);
    QVERIFY(found.left.empty());
    other.keep(lineAt(2));
    const QStringList names = QDir(m_folder->path()).entryList({u"window-*.json"_s}, QDir::Files);
    QCOMPARE(names.size(), 2);
    QVERIFY(QFile::copy(m_folder->filePath(names[0]),  // of an earlier process with our number
                        m_folder->filePath(names[0].section(u'.', 0, -3) + u".999.json"_s)));

    const pid_t killed = ::fork();
    if (killed == 0) {
        leave(place, lineAt(3));
        ::_exit(0);
    }
    QCOMPARE(::waitpid(killed, nullptr, 0), killed);
    CanvasStore next(place);
    const CanvasStore::Found after = next.begin();
    QCOMPARE(after.left.size(), std::size_t(2));
    QVERIFY(std::ranges::any_of(after.left, [](const auto& left) { return left.drawing == lineAt(3); }));
    QVERIFY(std::ranges::any_of(after.left, [](const auto& left) { return left.drawing != lineAt(3); }));
}

GLYPHSCOPE_TEST(TstCanvasStore, Widgets)
#include "tst_canvas_store.moc"
