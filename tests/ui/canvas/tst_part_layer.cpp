// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/canvas/canvas_driver.h"

#include <QtGui/QHelpEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtTest/qtesttouch.h>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A canvas with two strokes that are read as 1 and 7.
struct MarkedCanvas {
    MarkedCanvas()
    {
        canvas.resize(kSide, kSide);
        canvas.setDrawing(
            {{Stroke{{{60, 40}, {60, 160}}, 1}, Stroke{{{160, 40}, {220, 40}, {190, 160}}, 1}}, {}});
        mark(true);
        canvas.show();
    }
    void mark(bool divisible)
    {
        canvas.setParts({{{60, 40, 0, 120}, u"1"_s, true, false, divisible},
                         {{160, 40, 60, 120}, u"7"_s, true, true, divisible}});
    }
    [[nodiscard]] QPoint bracket(int part) const
    {
        const PartMark& mark = canvas.parts()[static_cast<std::size_t>(part)];
        return partPlace(geometry(), mark).bracket.center().toPoint() - kPaper;
    }
    [[nodiscard]] QPoint gap() const
    {
        return gapPlace(geometry(), canvas.parts(), 0)->center().toPoint() - kPaper;
    }
    [[nodiscard]] CanvasGeometry geometry() const { return CanvasGeometry::of(canvas.size()); }
    void click(QPoint at)
    {
        press(canvas, at);
        release(canvas, at);
    }
    void doubleClick(QPoint at)
    {
        click(at);
        send(canvas, QEvent::MouseButtonDblClick, at, Qt::LeftButton);
        release(canvas, at);
    }
    [[nodiscard]] std::size_t strokes() const { return canvas.drawing().strokes.size(); }

    Canvas canvas;
    QSignalSpy focused{canvas.partLayer(), &PartLayer::focusChosen};
    QSignalSpy joined{canvas.partLayer(), &PartLayer::joinRequested};
    QSignalSpy divided{canvas.partLayer(), &PartLayer::divideRequested};
};

}  // namespace

class TstPartLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void aClickOnABracketTakesTheFocus()
    {
        MarkedCanvas marked;
        marked.click(marked.bracket(0));
        QCOMPARE(marked.focused.size(), 1);
        QCOMPARE(marked.focused[0][0].toInt(), 0);
        QCOMPARE(marked.strokes(), std::size_t(2));
    }

    void aClickBetweenTwoJoinsThem()
    {
        MarkedCanvas marked;
        marked.click(marked.gap());
        QCOMPARE(marked.joined.size(), 1);
        QCOMPARE(marked.joined[0][0].toInt(), 0);
        QCOMPARE(marked.strokes(), std::size_t(2));
    }

    void aDoubleClickDividesWhereItIs()
    {
        MarkedCanvas marked;
        marked.doubleClick(marked.bracket(1) + QPoint(12, 0));
        QCOMPARE(marked.divided.size(), 1);
        QCOMPARE(marked.divided[0][0].toInt(), 1);
        QCOMPARE(marked.divided[0][1].toDouble(), 202.0);
        marked.doubleClick(marked.gap());
        QCOMPARE(marked.divided.size(), 1);
    }

    void aStrokeThatBeginsOnAMarkDraws_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("bracket") << 0;
        QTest::newRow("gap") << 1;
    }

    void aStrokeThatBeginsOnAMarkDraws()
    {
        QFETCH(int, place);
        MarkedCanvas marked;
        const QPoint from = place == 0 ? marked.bracket(0) : marked.gap();
        press(marked.canvas, from);
        move(marked.canvas, from + QPoint(2, 0));
        QCOMPARE(marked.strokes(), std::size_t(2));  // may be a click yet
        move(marked.canvas, from + QPoint(20, -30));
        release(marked.canvas, from + QPoint(40, -60));
        QCOMPARE(marked.strokes(), std::size_t(3));
        QCOMPARE(lastStroke(marked.canvas).front(), (Point{double(from.x()), double(from.y())}));
        QVERIFY(marked.focused.isEmpty() && marked.joined.isEmpty());
        marked.click({100, 20});  // beside the marks a tap is a dot
        QCOMPARE(marked.strokes(), std::size_t(4));
    }

    void fingersClickToo()
    {
        MarkedCanvas marked;
        const std::unique_ptr<QPointingDevice> finger(QTest::createTouchDevice());
        const QPoint at = marked.bracket(0) + kPaper;
        QTest::touchEvent(&marked.canvas, finger.get()).press(0, at, &marked.canvas);
        QTest::touchEvent(&marked.canvas, finger.get()).release(0, at, &marked.canvas);
        QCOMPARE(marked.focused.size(), 1);
        QTest::touchEvent(&marked.canvas, finger.get()).press(0, at, &marked.canvas);
        QTest::touchEvent(&marked.canvas, finger.get()).move(0, at + QPoint(30, 0), &marked.canvas);
        QTest::touchEvent(&marked.canvas, finger.get()).release(0, at + QPoint(30, 0), &marked.canvas);
        QCOMPARE(marked.strokes(), std::size_t(3));
        QCOMPARE(lastStroke(marked.canvas).size(), std::size_t(2));
    }

    void theEraserGoesThrough()
    {
        MarkedCanvas marked;
        marked.canvas.setTool(Canvas::Eraser);
        marked.click(marked.bracket(0));
        QVERIFY(marked.focused.isEmpty());
    }

    void thePointerShowsWhatAClickDoes()
    {
        MarkedCanvas marked;
        const Qt::CursorShape before = marked.canvas.cursor().shape();
        send(marked.canvas, QEvent::MouseMove, marked.gap(), Qt::NoButton);
        QCOMPARE(marked.canvas.cursor().shape(), Qt::PointingHandCursor);
        const QPoint at = marked.gap() + kPaper;
        QHelpEvent help(QEvent::ToolTip, at, marked.canvas.mapToGlobal(at));
        QApplication::sendEvent(&marked.canvas, &help);
        QVERIFY(QToolTip::text().contains(u"one character"_s));
        send(marked.canvas, QEvent::MouseMove, QPoint(100, 20), Qt::NoButton);
        QCOMPARE(marked.canvas.cursor().shape(), before);
    }

    void aPicturesCharactersStayApart()
    {
        MarkedCanvas marked;
        marked.mark(false);
        QVERIFY(!gapPlace(marked.geometry(), marked.canvas.parts(), 0));
        marked.doubleClick(marked.bracket(1));
        QVERIFY(marked.divided.isEmpty());
        QCOMPARE(marked.focused.size(), 2);
    }

    void charactersOfOtherLinesAreNoNeighbours()
    {
        MarkedCanvas marked;
        marked.canvas.setParts(
            {{{60, 40, 20, 60}, u"1"_s, true, false, true}, {{60, 160, 20, 60}, u"7"_s, true, true, true}});
        QVERIFY(!gapPlace(marked.geometry(), marked.canvas.parts(), 0));
    }
};

GLYPHSCOPE_TEST(TstPartLayer, Widgets)
#include "tst_part_layer.moc"
