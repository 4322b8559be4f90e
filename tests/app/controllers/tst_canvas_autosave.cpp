// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/canvas_autosave.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

Drawing lineAt(double y)
{
    Drawing drawing;
    drawing.strokes = {Stroke{{{40, y}, {120, y}, {200, y}}, 1}};
    return drawing;
}

/// A window's canvas, kept in `folder`.
struct KeptCanvas {
    explicit KeptCanvas(std::filesystem::path folder) : autosave(canvas, notices, std::move(folder))
    {
        autosave.begin();
    }
    void answer(const char* button)
    {
        notices.findChild<QAbstractButton*>(QString::fromLatin1(button))->click();
    }

    Canvas canvas;
    NoticeBar notices;
    CanvasAutosave autosave;
};

}  // namespace

class TstCanvasAutosave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsDrawnIsKeptWithinSeconds();
    void aClosedWindowLeavesItsDrawingBehindUndo();
    void aWindowThatClosesAtOnceLosesNothing();
    void aKilledOneIsOffered_data();
    void aKilledOneIsOffered();
    void anotherWindowIsTold();
    void aFolderThatCannotBeWrittenIsSaidOnce();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCanvasAutosave::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstCanvasAutosave::whatIsDrawnIsKeptWithinSeconds()
{
    KeptCanvas kept(folder());
    kept.canvas.setDrawing(lineAt(50));
    const auto found = [this] {
        const std::filesystem::path copy = folder() / "copy";
        std::filesystem::remove_all(copy);
        std::filesystem::create_directory(copy);
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            if (entry.path().extension() == ".json")
                std::filesystem::copy_file(entry.path(), copy / entry.path().filename());
        return CanvasStore(copy).begin();
    };
    QTRY_COMPARE_WITH_TIMEOUT(found().left.size(), 1U, 30000);
    QVERIFY(found().left[0].drawing == lineAt(50));
}

void TstCanvasAutosave::aClosedWindowLeavesItsDrawingBehindUndo()
{
    {
        KeptCanvas closed(folder());
        closed.canvas.setDrawing(lineAt(60));
        QTRY_VERIFY(std::filesystem::exists(folder() / "window-1.json"));
    }
    KeptCanvas next(folder());
    QTRY_VERIFY(next.canvas.canUndo());
    QVERIFY(next.canvas.isEmpty());
    QVERIFY(next.notices.text().isEmpty());
    next.canvas.undo();
    QCOMPARE(next.canvas.drawing(), lineAt(60));
}

void TstCanvasAutosave::aWindowThatClosesAtOnceLosesNothing()
{
    {
        KeptCanvas closed(folder());
        closed.canvas.setDrawing(lineAt(60));
    }
    {
        const KeptCanvas emptyOne(folder());
    }
    KeptCanvas next(folder());
    QTRY_VERIFY(next.canvas.canUndo());
    next.canvas.undo();
    QCOMPARE(next.canvas.drawing(), lineAt(60));
}

void TstCanvasAutosave::aKilledOneIsOffered_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<bool>("back");
    QTest::newRow("accepted") << QByteArray("notices.action") << true;
    QTest::newRow("declined") << QByteArray("notices.close") << false;
}

void TstCanvasAutosave::aKilledOneIsOffered()
{
    QFETCH(QByteArray, button);
    QFETCH(bool, back);
    {
        CanvasStore killed(folder());
        (void)killed.begin();
        killed.keep(lineAt(70));
    }
    {
        KeptCanvas next(folder());
        QTRY_VERIFY(!next.notices.text().isEmpty());
        QVERIFY(next.canvas.isEmpty());
        next.answer(button.constData());
        QCOMPARE(next.canvas.drawing(), back ? lineAt(70) : Drawing());
        next.canvas.clear();
    }
    CanvasStore last(folder());
    QVERIFY(last.begin().left.empty());  // answered either way
}

void TstCanvasAutosave::anotherWindowIsTold()
{
    KeptCanvas one(folder());
    QTRY_VERIFY(!std::filesystem::is_empty(folder()));
    KeptCanvas other(folder());
    QTRY_VERIFY(!other.notices.text().isEmpty());
    QVERIFY(one.notices.text().isEmpty());
}

void TstCanvasAutosave::aFolderThatCannotBeWrittenIsSaidOnce()
{
    const std::filesystem::path file = folder() / "file";
    QFile blocker(QString::fromStdString(file.string()));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    KeptCanvas kept(file / "canvas");
    QTRY_VERIFY(kept.notices.text().contains(QString::fromStdString(file.string())));
    kept.notices.info(u"Something else"_s);
    kept.canvas.setDrawing(lineAt(50));
    QVERIFY(blocker.remove());  // mended, it is kept again
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(file / "canvas"), 30000);
    QCOMPARE(kept.notices.text(), u"Something else"_s);
}

GLYPHSCOPE_TEST(TstCanvasAutosave, Widgets)
#include "tst_canvas_autosave.moc"
