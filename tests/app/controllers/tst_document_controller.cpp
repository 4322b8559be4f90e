// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/document_controller.h"
#include "app/files/inkml.h"
#include "model/checkpoint/weights_file.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/drawing_pager.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>

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

struct DocumentDesk {
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
    void pagesThroughAFile();
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
    DocumentDesk desk;
    const Drawing mine = lineAt(100, "").drawing;
    desk.canvas.setDrawing(mine);
    QSignalSpy failed(&desk.sessions.disk, &TaskSession::failed);
    desk.controller.openFiles({desk.written(name, bytes)});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains(name), qPrintable(failed[0][0].toString()));
    QCOMPARE(desk.canvas.drawing(), mine);
}

void TstDocumentController::pagesThroughAFile()
{
    DocumentDesk desk;
    const std::vector<LabelledDrawing> pages{lineAt(50, "1"), lineAt(100, "2"), lineAt(150, "3")};
    desk.controller.openFiles({desk.written(u"three.inkml"_s, writeInkml(pages))});
    QTRY_COMPARE(desk.page(), u"Drawing 1 of 3 in three.inkml, labelled \"1\""_s);
    desk.controller.showPrevious();
    QCOMPARE(desk.canvas.drawing(), pages[0].drawing);
    desk.controller.showNext();
    desk.controller.showNext();
    QCOMPARE(desk.canvas.drawing(), pages[2].drawing);
    QCOMPARE(desk.page(), u"Drawing 3 of 3 in three.inkml, labelled \"3\""_s);
    desk.controller.showNext();
    QCOMPARE(desk.canvas.drawing(), pages[2].drawing);
}

void TstDocumentController::drawingOverAPageTakesItsLabel()
{
    DocumentDesk desk;
    desk.controller.openFiles(
        {desk.written(u"two.inkml"_s, writeInkml({lineAt(50, "1"), lineAt(100, "2")}))});
    QTRY_COMPARE(desk.page(), u"Drawing 1 of 2 in two.inkml, labelled \"1\""_s);
    desk.canvas.setDrawing(lineAt(70, "").drawing);
    QCOMPARE(desk.page(), u"Drawing 1 of 2 in two.inkml"_s);
}

void TstDocumentController::tellsOthersOfWhatIsNoDrawing()
{
    DocumentDesk desk;
    QSignalSpy weights(&desk.controller, &DocumentController::weightsOpened);
    QSignalSpy sets(&desk.controller, &DocumentController::dataSetOpened);
    const QString file = desk.sessions.file(u"some.safetensors"_s);
    writeWeights(test::weightsOf(1), file.toStdString(), WeightsFormat::Safetensors);
    desk.controller.openFiles({file});
    QTRY_COMPARE(weights.size(), 1);
    QCOMPARE(weights[0][0].toString(), file);
    test::writeSmallMnist(desk.sessions.file(u"set"_s), 10);
    desk.controller.openFiles({desk.sessions.file(u"set"_s)});
    QTRY_COMPARE(sets.size(), 1);
    QCOMPARE(sets[0][0].toString(), desk.sessions.file(u"set"_s));
    QVERIFY(desk.canvas.isEmpty());
}

void TstDocumentController::opensTheFirstOfSeveral()
{
    DocumentDesk desk;
    const LabelledDrawing first = lineAt(50, "1");
    desk.controller.openFiles({desk.written(u"a.inkml"_s, writeInkml({first})),
                               desk.written(u"b.inkml"_s, writeInkml({lineAt(90, "2")}))});
    QCOMPARE(desk.sessions.notices.text(), u"One file is opened at a time: a.inkml."_s);
    QTRY_COMPARE(desk.canvas.drawing(), first.drawing);
}

void TstDocumentController::savesUnderTheNameThatIsChosen()
{
    DocumentDesk desk;
    const Drawing mine = lineAt(100, "").drawing;
    desk.canvas.setDrawing(mine);
    desk.controller.askWhereToSave();
    auto* dialog = desk.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->selectedNameFilter(), u"InkML (*.inkml)"_s);
    QCOMPARE(dialog->defaultSuffix(), u"inkml"_s);
    dialog->selectNameFilter(u"Picture (*.png)"_s);
    Q_EMIT dialog->filterSelected(u"Picture (*.png)"_s);
    QCOMPARE(dialog->defaultSuffix(), u"png"_s);
    const QString path = desk.sessions.file(u"mine.inkml"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(desk.sessions.notices.text(), u"Saved as %1."_s.arg(path));
    desk.canvas.clear();
    desk.controller.openFiles({path});
    QTRY_COMPARE(desk.canvas.drawing(), mine);
}

void TstDocumentController::copiesAndPastes()
{
    DocumentDesk desk;
    QGuiApplication::clipboard()->clear();
    desk.controller.paste();
    QVERIFY(desk.sessions.notices.text().contains(u"no picture on the clipboard"_s));
    desk.canvas.setDrawing(lineAt(100, "").drawing);
    desk.controller.copy();
    desk.canvas.clear();
    desk.controller.paste();
    QTRY_VERIFY(desk.canvas.drawing().picture.has_value());
}

GLYPHSCOPE_TEST(TstDocumentController, Widgets)
#include "tst_document_controller.moc"
