// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_file.h"
#include "app/files/canvas_store.h"
#include "model/types/error.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstCanvasStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyValueComesBack();
    void refuses_data();
    void refuses();
    void beginsEmpty();
    void livingWindowsKeepTheirOwn();
    void killedWindowsLeaveTheirDrawings();
    void emptyCanvasLeavesNothing();
    void closedWindowLeavesTheLastDrawing();
    void forgetsOnlyWhatItIsTold();
    void keepsSoMany();

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
    for (const Drawing& drawing : {Drawing(), lineAt(50), withPicture(), pictureAlone})
        QVERIFY(readCanvas(writeCanvas(drawing), u"a"_s) == drawing);
}

void TstCanvasStore::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of the future") << QByteArray(R"({"format":"glyphscope-canvas-2"})");
    QTest::newRow("no ink") << QByteArray(R"({"format":"glyphscope-canvas-1","ink":7})");
    QTest::newRow("two drawings") << QByteArray(
        R"({"format":"glyphscope-canvas-1","ink":"<ink><traceGroup><trace>1 2</trace></traceGroup><traceGroup><trace>1 2</trace></traceGroup></ink>"})");
    QTest::newRow("no picture") << QByteArray(R"({"format":"glyphscope-canvas-1","picture":{"png":"AAAA"}})");
    QByteArray placeless = writeCanvas(withPicture());
    placeless.replace("\"width\":100", "\"width\":\"\"");
    QTest::newRow("a picture without a width") << placeless;
    placeless.replace("\"width\":\"\"", "\"width\":-1");
    QTest::newRow("a picture of no width") << placeless;
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

QTEST_MAIN(TstCanvasStore)
#include "tst_canvas_store.moc"
