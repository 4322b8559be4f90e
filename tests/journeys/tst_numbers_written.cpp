// SPDX-License-Identifier: GPL-3.0-or-later
// Several digits in one drawing, from the pen to the answer, and corrected by hand.
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/answer/character_row.h"
#include "ui/network/network_strip.h"

#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableView>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

CharacterRow* rowOf(OpenWindow& window)
{
    return window->panel<AnswerPanel>()->number();
}

}  // namespace

class TstNumbersWritten : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void twoDigitsAreANumber();
    void aDivisionIsCorrected();
    void theBracketsAreClicked();
    void theDivisionIsExplained();
    void oneCharacterOnly();
};

void TstNumbersWritten::twoDigitsAreANumber()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourNumber({4, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    QVERIFY(rowOf(window)->isVisible());
    QCOMPARE(rowOf(window)->cells().size(), std::size_t(2));
    QCOMPARE(window.canvas().parts().size(), std::size_t(2));
    QCOMPARE(window.digit(), 2);  // what was written last is in focus

    window.canvas().setFocus();
    QTest::keyClick(&window.canvas(), Qt::Key_Left, Qt::ControlModifier);
    QTRY_COMPARE(window.digit(), 4);
    hand::click(*rowOf(window), rowOf(window)->cellRect(1).center());
    QTRY_COMPARE(window.digit(), 2);
    QCOMPARE(window.verdict(), u"It is 42"_s);

    const Drawing both = window.canvas().drawing();
    window.press(Qt::Key_Delete, Qt::ShiftModifier);
    QTRY_COMPARE(window.verdict(), u"It is a 4"_s);
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    QCOMPARE(window.canvas().drawing(), both);

    window.press(Qt::Key_Delete);
    QTRY_VERIFY(window.answers(Verdict::Empty));
    QVERIFY(!rowOf(window)->isVisible());
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.verdict(), u"It is a 5"_s);
    QVERIFY(window.canvas().parts().empty());
}

void TstNumbersWritten::aDivisionIsCorrected()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourNumber({1, 7, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    hand::click(*rowOf(window), rowOf(window)->gapRect(1).center());
    QTRY_COMPARE(rowOf(window)->cells().size(), std::size_t(2));
    QCOMPARE(rowOf(window)->cells()[0].name, u"1"_s);
    hand::click(*rowOf(window), rowOf(window)->cellRect(1).center());
    QTest::mouseDClick(rowOf(window), Qt::LeftButton, {}, rowOf(window)->cellRect(1).center().toPoint());
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    hand::click(*rowOf(window), rowOf(window)->gapRect(1).center());
    QTRY_COMPARE(rowOf(window)->cells().size(), std::size_t(2));
    Drawing moved = window.canvas().drawing();  // another drawing of as many strokes and points
    for (Stroke& stroke : moved.strokes)
        for (Point& point : stroke.points)
            point.y += 5;
    window.canvas().setDrawing(moved);
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    window.press(Qt::Key_Delete);  // what was said of these strokes is not said of others
    hand::write(window.canvas(), tourNumber({1, 7, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
}

void TstNumbersWritten::theBracketsAreClicked()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourNumber({1, 7, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    const auto geometry = [&] { return CanvasGeometry::of(window.canvas().size()); };
    const auto bracket = [&](std::size_t part) {
        return partPlace(geometry(), window.canvas().parts()[part]).bracket.center();
    };
    hand::click(window.canvas(), bracket(0));
    QTRY_COMPARE(window.digit(), 1);
    const Drawing written = window.canvas().drawing();
    hand::click(window.canvas(), gapPlace(geometry(), window.canvas().parts(), 1)->center());
    QTRY_COMPARE(rowOf(window)->cells().size(), std::size_t(2));
    hand::click(window.canvas(), bracket(1));
    const QPoint at = bracket(1).toPoint();
    QTest::mouseDClick(&window.canvas(), Qt::LeftButton, {}, at);  // the second half only
    QTest::mouseRelease(&window.canvas(), Qt::LeftButton, {}, at);
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    QCOMPARE(window.canvas().drawing(), written);
}

void TstNumbersWritten::theDivisionIsExplained()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourNumber({4, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    const QPoint at = rowOf(window)->cellRect(0).center().toPoint();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, rowOf(window)->mapToGlobal(at));
    QApplication::sendEvent(rowOf(window), &event);
    auto* menu = window.find<QMenu>("answerNumberMenu");
    menu->actions().last()->trigger();
    menu->close();
    auto* table = window.find<QTableView>("divisionTable");
    QTRY_VERIFY(table->isVisible());
    const auto text = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(text(0, 0), u"4"_s);
    QCOMPARE(text(1, 0), u"2"_s);
    QVERIFY(!text(0, 1).isEmpty() && !text(1, 1).isEmpty());
    QVERIFY(table->model()->rowCount() > 2);  // what it could have been, too
    QVERIFY(text(2, 1).isEmpty());
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourNumber({1, 7, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 172"_s);
    QCOMPARE(text(0, 0), u"1"_s);  // it follows the pen
    QVERIFY(!text(2, 1).isEmpty());
}

void TstNumbersWritten::oneCharacterOnly()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourNumber({4, 2}));
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    auto* oneOnly = window.find<QAction>("action.oneOnly");
    oneOnly->trigger();
    QTRY_VERIFY(!rowOf(window)->isVisible());
    QVERIFY(window.digit() < 0);  // what it would be is no digit
    oneOnly->trigger();
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
}

GLYPHSCOPE_TEST(TstNumbersWritten, Widgets)
#include "tst_numbers_written.moc"
