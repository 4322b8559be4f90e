// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/document_controller.h"
#include "app/files/inkml.h"
#include "app/text/file_name.h"
#include "model/checkpoint/weights_file.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/drawing_pager.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>

#include <filesystem>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

LabelledDrawing lineAt(double y, const char* truth)
{
    LabelledDrawing drawing;
    drawing.truth = truth;
    drawing.drawing.strokes = {Stroke{{{40, y}, {120, y}, {200, y}}, 1}};
    return drawing;
}

struct DocumentFixture {
    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(sessions.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    [[nodiscard]] QString page() { return pager.findChild<QLabel*>(u"pager.text"_s)->text(); }

    test::Sessions sessions;
    QAction previous, next;
    Canvas canvas;
    DrawingPager pager{&previous, &next};
    DocumentController controller{{.canvas = canvas,
                                   .pager = pager,
                                   .notices = sessions.notices,
                                   .dialogs = sessions.dialogs,
                                   .disk = sessions.disk}};
};

}  // namespace

class TstDocumentController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void aBadFileLeavesTheCanvasAlone_data();
    void aBadFileLeavesTheCanvasAlone();
    void opensANameThatIsNoUtf8();
    void showsTheNotesOfAFile();
    void pagesThroughAFile();
    void inkMovedIntoACornerIsFitted();
    void labelledInkIsToldOf();
    void drawingOverAPageTakesItsLabel();
    void tellsOthersOfWhatIsNoDrawing();
    void opensTheFirstOfSeveral();
    void savesUnderTheNameThatIsChosen();
    void copiesAndPastes();
};

void TstDocumentController::aBadFileLeavesTheCanvasAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << u"a.inkml"_s << QByteArray("<ink><trace>1 2, 3");
    QTest::newRow("without a drawing")
        << u"b.inkml"_s << QByteArray("<ink xmlns=\"http://www.w3.org/2003/InkML\"/>");
    QTest::newRow("no picture") << u"c.png"_s << QByteArray("not a picture at all");
}

void TstDocumentController::aBadFileLeavesTheCanvasAlone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    DocumentFixture fixture;
    const Drawing mine = lineAt(100, "").drawing;
    fixture.canvas.setDrawing(mine);
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    fixture.controller.openFiles({fixture.written(name, bytes)});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains(name), qPrintable(failed[0][0].toString()));
    QCOMPARE(fixture.canvas.drawing(), mine);
}

void TstDocumentController::opensANameThatIsNoUtf8()
{
    DocumentFixture fixture;
    const std::string path = fixture.sessions.file(u"x"_s).toStdString() + "\xe9.inkml";
    std::filesystem::rename(fixture.written(u"a.inkml"_s, writeInkml({lineAt(50, "1")})).toStdString(), path);
    fixture.controller.openFiles({fileNameFromBytes(path)});
    QTRY_COMPARE(fixture.canvas.drawing(), lineAt(50, "1").drawing);
    std::filesystem::remove(path);  // Qt could not
}

void TstDocumentController::showsTheNotesOfAFile()
{
    DocumentFixture fixture;
    fixture.controller.openFiles({fixture.written(
        u"a.dat"_s, ".INCLUDE a.doc\n.PEN_DOWN\n5 9\n5 0\n.PEN_UP\n.SEGMENT DIGIT 0 ? \"1\"\n")});
    QTRY_VERIFY(fixture.sessions.notices.text().contains(u"It is documentation"_s));
    QCOMPARE(fixture.canvas.drawing().strokes.size(), std::size_t(1));
}

void TstDocumentController::pagesThroughAFile()
{
    DocumentFixture fixture;
    const std::vector<LabelledDrawing> pages{lineAt(50, "1"), lineAt(100, "2"), lineAt(150, "3")};
    fixture.controller.openFiles({fixture.written(u"three.inkml"_s, writeInkml(pages))});
    QTRY_COMPARE(fixture.page(), u"Drawing 1 of 3 in three.inkml, labelled \"1\""_s);
    fixture.controller.showPrevious();
    QCOMPARE(fixture.canvas.drawing(), pages[0].drawing);
    fixture.controller.showNext();
    fixture.controller.showNext();
    QCOMPARE(fixture.canvas.drawing(), pages[2].drawing);
    QCOMPARE(fixture.page(), u"Drawing 3 of 3 in three.inkml, labelled \"3\""_s);
    fixture.controller.showNext();
    QCOMPARE(fixture.canvas.drawing(), pages[2].drawing);
}

void TstDocumentController::inkMovedIntoACornerIsFitted()
{
    DocumentFixture fixture;
    const LabelledDrawing cornered{{{Stroke{{{0, 40}, {30, 0}, {60, 120}}, 1}}, {}}, "7", {}};
    fixture.controller.openFiles({fixture.written(u"a.inkml"_s, writeInkml({cornered, cornered}))});
    QTRY_COMPARE(fixture.canvas.drawing().strokes.size(), std::size_t(1));
    const std::vector<Point>& points = fixture.canvas.drawing().strokes[0].points;
    QCOMPARE(points[2].y - points[1].y, kFigureSide);
    QCOMPARE((points[0].x + points[2].x) / 2, kCanvasSide / 2);
}

void TstDocumentController::labelledInkIsToldOf()
{
    DocumentFixture fixture;
    QSignalSpy told(&fixture.controller, &DocumentController::labelledInkOpened);
    fixture.controller.openFiles({fixture.written(u"one.inkml"_s, writeInkml({lineAt(50, "1")}))});
    QTRY_COMPARE(fixture.canvas.drawing().strokes.size(), std::size_t(1));
    QVERIFY(told.isEmpty());
    const QString two = fixture.written(u"two.inkml"_s, writeInkml({lineAt(50, "A"), lineAt(100, "B")}));
    fixture.controller.openFiles({two});
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), two);
}

void TstDocumentController::drawingOverAPageTakesItsLabel()
{
    DocumentFixture fixture;
    fixture.controller.openFiles(
        {fixture.written(u"two.inkml"_s, writeInkml({lineAt(50, "1"), lineAt(100, "2")}))});
    QTRY_COMPARE(fixture.page(), u"Drawing 1 of 2 in two.inkml, labelled \"1\""_s);
    fixture.canvas.setDrawing(lineAt(70, "").drawing);
    QCOMPARE(fixture.page(), u"Drawing 1 of 2 in two.inkml"_s);
}

void TstDocumentController::tellsOthersOfWhatIsNoDrawing()
{
    DocumentFixture fixture;
    QSignalSpy weights(&fixture.controller, &DocumentController::weightsOpened);
    QSignalSpy sets(&fixture.controller, &DocumentController::dataSetOpened);
    const QString file = fixture.sessions.file(u"some.safetensors"_s);
    writeWeights(test::weightsOf(1), file.toStdString(), WeightsFormat::Safetensors);
    fixture.controller.openFiles({file});
    QTRY_COMPARE(weights.size(), 1);
    QCOMPARE(weights[0][0].toString(), file);
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 10);
    fixture.controller.openFiles({fixture.sessions.file(u"set"_s)});
    QTRY_COMPARE(sets.size(), 1);
    QCOMPARE(sets[0][0].toString(), fixture.sessions.file(u"set"_s));
    QVERIFY(fixture.canvas.isEmpty());
}

void TstDocumentController::opensTheFirstOfSeveral()
{
    DocumentFixture fixture;
    const LabelledDrawing first = lineAt(50, "1");
    fixture.controller.openFiles({fixture.written(u"a.inkml"_s, writeInkml({first})),
                                  fixture.written(u"b.inkml"_s, writeInkml({lineAt(90, "2")}))});
    QCOMPARE(fixture.sessions.notices.text(), u"One file is opened at a time: a.inkml."_s);
    QTRY_COMPARE(fixture.canvas.drawing(), first.drawing);
}

void TstDocumentController::savesUnderTheNameThatIsChosen()
{
    DocumentFixture fixture;
    const Drawing mine = lineAt(100, "").drawing;
    fixture.canvas.setDrawing(mine);
    fixture.controller.askWhereToSave();
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->selectedNameFilter(), u"InkML (*.inkml)"_s);
    QCOMPARE(dialog->defaultSuffix(), u"inkml"_s);
    dialog->selectNameFilter(u"Picture (*.png)"_s);
    Q_EMIT dialog->filterSelected(u"Picture (*.png)"_s);
    QCOMPARE(dialog->defaultSuffix(), u"png"_s);
    const QString path = fixture.sessions.file(u"mine.inkml"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(fixture.sessions.notices.text(), u"Saved as %1."_s.arg(path));
    fixture.canvas.clear();
    fixture.controller.openFiles({path});
    QTRY_COMPARE(fixture.canvas.drawing(), mine);
}

void TstDocumentController::copiesAndPastes()
{
    DocumentFixture fixture;
    QGuiApplication::clipboard()->clear();
    fixture.controller.paste();
    QVERIFY(fixture.sessions.notices.text().contains(u"no picture on the clipboard"_s));
    fixture.canvas.setDrawing(lineAt(100, "").drawing);
    fixture.controller.copy();
    fixture.canvas.clear();
    fixture.controller.paste();
    QTRY_VERIFY(fixture.canvas.drawing().picture.has_value());
}

GLYPHSCOPE_TEST(TstDocumentController, Widgets)
#include "tst_document_controller.moc"
