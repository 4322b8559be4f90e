// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/character_row.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct ShownRow {
    explicit ShownRow(int width = 300, int count = 3)
    {
        std::vector<CharacterCell> cells;
        for (int i = 0; i < count; ++i)
            cells.push_back({QString::number(i % 10), 0.9, Verdict::Digit});
        row.resize(width, row.sizeHint().height());
        row.setCells(cells, 1);
        row.show();
    }
    void click(QRectF place) { QTest::mouseClick(&row, Qt::LeftButton, {}, place.center().toPoint()); }

    CharacterRow row;
    QSignalSpy focused{&row, &CharacterRow::focusChosen};
    QSignalSpy joined{&row, &CharacterRow::joinRequested};
    QSignalSpy divided{&row, &CharacterRow::divideRequested};
};

}  // namespace

class TstCharacterRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void isThereForANumberOnly()
    {
        ShownRow shown;
        QVERIFY(shown.row.isVisible());
        shown.row.setCells({}, 0);
        QVERIFY(!shown.row.isVisible());
    }

    void aClickTakesTheFocus()
    {
        ShownRow shown;
        shown.click(shown.row.cellRect(2));
        QCOMPARE(shown.focused.size(), 1);
        QCOMPARE(shown.focused[0][0].toInt(), 2);
        QCOMPARE(shown.row.focus(), 1);  // until it is said
    }

    void ofAPageTheLineInFocusIsShown()
    {
        ShownRow shown;
        std::vector<CharacterCell> cells;
        for (int i = 0; i < 7; ++i)
            cells.push_back({QString::number(i), 0.9, Verdict::Digit, {}, i < 3 ? 0 : 1});
        shown.row.setCells(cells, 4);
        QVERIFY(shown.row.cellRect(2).isEmpty());
        QCOMPARE(shown.row.cellRect(3).left(), 0.0);
        shown.click(shown.row.cellRect(6));
        QCOMPARE(shown.focused[0][0].toInt(), 6);
        QTest::keyClick(&shown.row, Qt::Key_Left);
        QCOMPARE(shown.focused[1][0].toInt(), 3);
        shown.row.setCells(cells, 3);
        QTest::keyClick(&shown.row, Qt::Key_Left);  // on to the line above
        QCOMPARE(shown.focused[2][0].toInt(), 2);
        QVERIFY(shown.row.accessibleDescription().startsWith(u"3, "_s));
        QTest::keySequence(&shown.row, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"012\n3456"_s);
    }

    void aClickBetweenTwoJoinsThem()
    {
        ShownRow shown;
        shown.click(shown.row.gapRect(1));
        QCOMPARE(shown.joined.size(), 1);
        QCOMPARE(shown.joined[0][0].toInt(), 1);
        QVERIFY(shown.focused.isEmpty());
    }

    void aDoubleClickDivides()
    {
        ShownRow shown;
        shown.click(shown.row.cellRect(0));  // as a mouse does: QTest sends the second half only
        QTest::mouseDClick(&shown.row, Qt::LeftButton, {}, shown.row.cellRect(0).center().toPoint());
        QCOMPARE(shown.divided.size(), 1);
        QCOMPARE(shown.divided[0][0].toInt(), 0);
    }

    void aDoubleClickBetweenTwoOnlyJoins()
    {
        ShownRow shown;
        shown.click(shown.row.gapRect(0));
        shown.row.setCells({shown.row.cells()[0], shown.row.cells()[1]}, 0);  // as joined
        QTest::mouseDClick(&shown.row, Qt::LeftButton, {}, shown.row.gapRect(0).center().toPoint());
        QVERIFY(shown.divided.isEmpty());
    }

    void arrowsMoveTheFocus()
    {
        ShownRow shown;
        QTest::keyClick(&shown.row, Qt::Key_Right);
        QCOMPARE(shown.focused.takeFirst()[0].toInt(), 2);
        QTest::keyClick(&shown.row, Qt::Key_Left);
        QCOMPARE(shown.focused.takeFirst()[0].toInt(), 0);
        shown.row.setCells(shown.row.cells(), 0);
        QTest::keyClick(&shown.row, Qt::Key_Left);
        QVERIFY(shown.focused.isEmpty());
    }

    void whatIsTypedIsSaidOfTheOneInFocus()
    {
        ShownRow shown;
        const QSignalSpy typed(&shown.row, &CharacterRow::labelTyped);
        QTest::keyClick(&shown.row, Qt::Key_7);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed[0][0].toString(), u"7"_s);
        QTest::keyClick(&shown.row, Qt::Key_Space);
        QCOMPARE(typed.size(), 1);
        std::vector<CharacterCell> cells = shown.row.cells();
        cells[1].said = u"7"_s;
        shown.row.setCells(cells, 1);
        QVERIFY(shown.row.accessibleDescription().contains(u"7, which you said; read as 1"_s));
    }

    void theMenuDoesTheSame()
    {
        ShownRow shown;
        const QPoint last = shown.row.cellRect(2).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, last, shown.row.mapToGlobal(last));
        QApplication::sendEvent(&shown.row, &event);
        auto* menu = shown.row.findChild<QMenu*>(u"answerNumberMenu"_s);
        QVERIFY(menu != nullptr);
        QVERIFY(!menu->actions().at(0)->isEnabled());  // there is none behind it
        menu->actions().at(1)->trigger();
        QCOMPARE(shown.divided.takeFirst()[0].toInt(), 2);
        QSignalSpy why(&shown.row, &CharacterRow::whyRequested);
        menu->actions().at(3)->trigger();
        QCOMPARE(why.size(), 1);
        const QSignalSpy kept(&shown.row, &CharacterRow::keepRequested);
        menu->actions().at(2)->trigger();
        QCOMPARE(kept.size(), 1);
        menu->close();
    }

    void tenFitIntoANarrowPanel()
    {
        ShownRow shown(200, 10);
        QVERIFY(shown.row.cellRect(9).right() <= 200.5);
        for (int i = 0; i < 9; ++i)
            QVERIFY(!shown.row.cellRect(i).intersects(shown.row.cellRect(i + 1)));
    }

    void saysWhatItShows()
    {
        CharacterRow row;
        row.setCells({{u"4"_s, 0.99, Verdict::Digit}, {u"2"_s, 0.5, Verdict::Unsure}}, 0);
        QVERIFY(row.accessibleDescription().contains(u'4'));
        QVERIFY(row.accessibleDescription().contains(u"unsure"_s));
    }
};

GLYPHSCOPE_TEST(TstCharacterRow, Widgets)
#include "tst_character_row.moc"
