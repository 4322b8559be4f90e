// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/drawing_history.h"

#include <random>

using namespace glyphscope;

namespace {

Stroke strokeAt(double x)
{
    return {{{x, 0}, {x, 100}}, 1};
}

Drawing drawingAt(const std::vector<double>& xs)
{
    Drawing drawing;
    for (const double x : xs)
        drawing.strokes.push_back(strokeAt(x));
    return drawing;
}

Drawing withPicture(Drawing drawing, int side)
{
    drawing.picture = Picture{Raster(side, side), 0, 0, 280, 280};
    return drawing;
}

}  // namespace

class TstDrawingHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void aNewOneIsEmpty();
    void eachGestureIsOneEntry();
    void whatChangesNothingIsNoEntry();
    void replacedStrokesComeBack_data();
    void replacedStrokesComeBack();
    void picturesComeBack();
    void pensComeBackAsTheyWereShown();
    void aNewGestureForgetsWhatWasUndone();
    void theOldestEntriesGoFirst();
    void memoryIsBounded();
    void anyWalkEndsWhereItPassed();
};

void TstDrawingHistory::aNewOneIsEmpty()
{
    DrawingHistory history;
    QVERIFY(history.current().empty());
    QVERIFY(!history.canUndo() && !history.canRedo());
    QVERIFY(!history.undo() && !history.redo());
}

void TstDrawingHistory::eachGestureIsOneEntry()
{
    DrawingHistory history;
    QVERIFY(history.append(strokeAt(1)));
    QVERIFY(history.append(strokeAt(2)));
    QVERIFY(history.replaceStrokes({strokeAt(2)}));
    QVERIFY(history.replace(drawingAt({7, 8})));
    QVERIFY(history.replace({}));
    QVERIFY(history.current().empty());
    for (const Drawing& before :
         {drawingAt({7, 8}), drawingAt({2}), drawingAt({1, 2}), drawingAt({1}), Drawing{}}) {
        QVERIFY(history.undo());
        QCOMPARE(history.current(), before);
    }
    QVERIFY(!history.canUndo());
    for (const Drawing& after :
         {drawingAt({1}), drawingAt({1, 2}), drawingAt({2}), drawingAt({7, 8}), Drawing{}}) {
        QVERIFY(history.redo());
        QCOMPARE(history.current(), after);
    }
    QVERIFY(!history.canRedo());
}

void TstDrawingHistory::whatChangesNothingIsNoEntry()
{
    DrawingHistory history;
    QVERIFY(!history.replace({}));
    history.append(strokeAt(1));
    history.append(strokeAt(2));
    history.undo();
    QVERIFY(!history.replaceStrokes({strokeAt(1)}));
    QVERIFY(!history.replace(drawingAt({1})));
    QVERIFY2(history.canRedo(), "nothing happened, so redo must remain");
}

void TstDrawingHistory::replacedStrokesComeBack_data()
{
    QTest::addColumn<std::vector<double>>("before");
    QTest::addColumn<std::vector<double>>("after");
    using Xs = std::vector<double>;
    QTest::newRow("all new") << Xs{1, 2, 3} << Xs{4, 5};
    QTest::newRow("middle split") << Xs{1, 2, 3} << Xs{1, 8, 9, 3};
    QTest::newRow("first gone") << Xs{1, 2, 3} << Xs{2, 3};
    QTest::newRow("last gone") << Xs{1, 2, 3} << Xs{1, 2};
    QTest::newRow("one of equals gone") << Xs{1, 1, 1} << Xs{1, 1};
    QTest::newRow("one of equals more") << Xs{1, 1} << Xs{1, 1, 1};
    QTest::newRow("all gone") << Xs{1, 2} << Xs{};
    QTest::newRow("from nothing") << Xs{} << Xs{1, 2};
}

void TstDrawingHistory::replacedStrokesComeBack()
{
    QFETCH(std::vector<double>, before);
    QFETCH(std::vector<double>, after);
    DrawingHistory history;
    history.replace(drawingAt(before));
    QVERIFY(history.replaceStrokes(drawingAt(after).strokes));
    QCOMPARE(history.current(), drawingAt(after));
    QVERIFY(history.undo());
    QCOMPARE(history.current(), drawingAt(before));
    QVERIFY(history.redo());
    QCOMPARE(history.current(), drawingAt(after));
}

void TstDrawingHistory::picturesComeBack()
{
    DrawingHistory history;
    history.append(strokeAt(1));
    history.replace(withPicture({}, 8));
    history.append(strokeAt(2));
    history.replace(withPicture(drawingAt({3}), 4));
    QVERIFY(history.undo());
    QCOMPARE(history.current(), withPicture(drawingAt({2}), 8));
    QVERIFY(history.undo() && history.undo());
    QCOMPARE(history.current(), drawingAt({1}));
    QVERIFY(history.redo() && history.redo() && history.redo());
    QCOMPARE(history.current(), withPicture(drawingAt({3}), 4));
}

void TstDrawingHistory::pensComeBackAsTheyWereShown()
{
    DrawingHistory history;
    const Stroke line{{{10, 10}, {20, 20}}, 1};
    QVERIFY(history.append(line));
    QVERIFY(history.replace({{line, line}, {}}, 0.5));
    QCOMPARE(history.shownPen(), 0.5);
    QVERIFY(history.append(line));  // written on the same sheet
    QCOMPARE(history.shownPen(), 0.5);
    QVERIFY(history.replace({}));
    QCOMPARE(history.shownPen(), 1.0);
    QVERIFY(history.undo() && history.undo());
    QCOMPARE(history.shownPen(), 0.5);
    QVERIFY(history.undo());
    QCOMPARE(history.shownPen(), 1.0);
    QVERIFY(history.redo());
    QCOMPARE(history.shownPen(), 0.5);
}

void TstDrawingHistory::aNewGestureForgetsWhatWasUndone()
{
    DrawingHistory history;
    history.append(strokeAt(1));
    history.append(strokeAt(2));
    history.undo();
    history.append(strokeAt(3));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.current(), drawingAt({1, 3}));
}

void TstDrawingHistory::theOldestEntriesGoFirst()
{
    DrawingHistory history(3);
    for (int i = 1; i <= 5; ++i)
        history.append(strokeAt(i));
    QCOMPARE(history.current().strokes.size(), std::size_t{5});
    QVERIFY(history.undo() && history.undo() && history.undo());
    QVERIFY(!history.canUndo());
    QCOMPARE(history.current(), drawingAt({1, 2}));
}

void TstDrawingHistory::memoryIsBounded()
{
    DrawingHistory history(100, 2 * 64 * 64);
    for (int side = 60; side <= 64; ++side)
        history.replace(withPicture({}, side));
    QVERIFY(history.undo() && history.undo());
    QVERIFY2(!history.canUndo(), "only two pictures fit");
    DrawingHistory tight(100, 1);
    tight.replace(withPicture({}, 8));
    tight.replace(withPicture({}, 9));
    QVERIFY2(tight.undo(), "the newest gesture can always be undone");
}

void TstDrawingHistory::anyWalkEndsWhereItPassed()
{
    std::mt19937 random(7);
    DrawingHistory history;
    std::vector<Drawing> states{{}};
    for (int i = 0; i < 150; ++i) {
        Drawing next = history.current();
        const auto at =
            static_cast<std::ptrdiff_t>(next.strokes.empty() ? 0 : random() % next.strokes.size());
        if (random() % 3 == 0 && !next.strokes.empty())
            next.strokes.erase(next.strokes.begin() + at);
        else
            next.strokes.insert(next.strokes.begin() + at, strokeAt(static_cast<double>(random() % 4)));
        QVERIFY(history.replace(next));
        states.push_back(history.current());
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        QVERIFY(history.undo());
        QCOMPARE(history.current(), states[i - 1]);
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY(history.redo());
        QCOMPARE(history.current(), states[i]);
    }
}

GLYPHSCOPE_TEST(TstDrawingHistory, Core)
#include "tst_drawing_history.moc"
