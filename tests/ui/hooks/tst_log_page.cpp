// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_log_model.h"
#include "ui/hooks/log_page.h"
#include "ui/style/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<HookEvent> loggedSteps(int first, int count)
{
    std::vector<HookEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(test::event(i % 2 == 0 ? "conv1" : "conv2", "step " + std::to_string(first + i)));
    return events;
}

class ShownLog {
public:
    ShownLog()
    {
        page.setPlaces(hookPlaces(test::network()));
        page.resize(460, 300);
        page.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return page.findChild<Widget*>(u"hooks."_s + name);
    }
    QTableView* table() const { return child<QTableView>(u"log"_s); }
    QScrollBar* bar() const { return table()->verticalScrollBar(); }
    QString state() const { return child<QLabel>(u"logState"_s)->text(); }
    QString topLine() const
    {
        return table()->indexAt(QPoint(5, 2)).siblingAtColumn(HookLogModel::Pass).data().toString();
    }
    int rows() const { return page.model().rowCount(); }
    HookLogPage page;
};

}  // namespace

class TstLogPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void theEmptyLogSaysHowToFillIt();
    void linesComeAFrameLater();
    void theEndIsFollowedUntilScrolledUp();
    void aLineInSightStaysWhenOldOnesGo();
    void filtersAreCombined();
    void aFilterWithoutLinesSaysSo();
    void pausedItTakesNothing();
    void hiddenItKeepsTheNewest();
    void wantedOnlyWhileSeen();
    void clearForgets();
    void saveGivesTheLinesShown();
    void copyTakesTheChosenLines();
    void columnsComeWithTheWidth();
};

void TstLogPage::theEmptyLogSaysHowToFillIt()
{
    ShownLog shown;
    QVERIFY(shown.child<QLabel>(u"logEmpty"_s)->isVisible());
    QVERIFY(shown.child<QLabel>(u"logEmpty"_s)->text().contains(u"Add a hook"));
    QVERIFY(!shown.child<QToolButton>(u"logSave"_s)->isEnabled());
}

void TstLogPage::linesComeAFrameLater()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 1));
    QTRY_COMPARE(shown.state(), u"1 line"_s);
    shown.page.append(loggedSteps(2, 3));
    QCOMPARE(shown.rows(), 1);
    QTRY_COMPARE(shown.rows(), 4);
    QVERIFY(shown.table()->isVisible());
    QCOMPARE(shown.state(), u"4 lines"_s);
}

void TstLogPage::theEndIsFollowedUntilScrolledUp()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 100));
    QTRY_COMPARE(shown.rows(), 100);
    QCOMPARE(shown.bar()->value(), shown.bar()->maximum());
    QVERIFY(!shown.child<QPushButton>(u"logEnd"_s)->isVisible());
    shown.bar()->setValue(10);
    QVERIFY(shown.child<QPushButton>(u"logEnd"_s)->isVisible());
    shown.page.append(loggedSteps(101, 100));
    QTRY_COMPARE(shown.rows(), 200);
    QCOMPARE(shown.bar()->value(), 10);
    QTest::mouseClick(shown.child<QPushButton>(u"logEnd"_s), Qt::LeftButton);
    QCOMPARE(shown.bar()->value(), shown.bar()->maximum());
    shown.page.append(loggedSteps(201, 100));
    QTRY_COMPARE(shown.rows(), 300);
    QCOMPARE(shown.bar()->value(), shown.bar()->maximum());
}

void TstLogPage::aLineInSightStaysWhenOldOnesGo()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 10000));
    QTRY_COMPARE(shown.rows(), 10000);
    shown.bar()->setValue(4999);
    const QString line = shown.topLine();
    QCOMPARE(line, u"step 5000"_s);
    shown.page.append(loggedSteps(10001, 250));
    QTRY_COMPARE(shown.page.model().lineAt(0).number, 251U);
    QCOMPARE(shown.topLine(), line);
    QCOMPARE(shown.state(), u"The newest 10,000 lines"_s);
}

void TstLogPage::filtersAreCombined()
{
    ShownLog shown;
    std::vector<HookEvent> events = loggedSteps(1, 20);
    events[4].kind = HookKind::FullBackward;
    shown.page.append(events);
    QTRY_COMPARE(shown.rows(), 20);
    auto* module = shown.child<QComboBox>(u"logModule"_s);
    module->setCurrentIndex(module->findText(u"conv1"_s));
    QCOMPARE(shown.rows(), 10);
    auto* kind = shown.child<QComboBox>(u"logKind"_s);
    kind->setCurrentIndex(kind->findText(u"Full backward"_s));
    QCOMPARE(shown.rows(), 1);
    kind->setCurrentIndex(0);
    QTest::keyClicks(shown.child<QLineEdit>(u"logFilter"_s), u"13 step"_s);
    QCOMPARE(shown.rows(), 1);
    QCOMPARE(shown.state(), u"20 lines, 1 shown"_s);
}

void TstLogPage::aFilterWithoutLinesSaysSo()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 2));
    QTRY_COMPARE(shown.rows(), 2);
    QTest::keyClicks(shown.child<QLineEdit>(u"logFilter"_s), u"nowhere"_s);
    QCOMPARE(shown.child<QLabel>(u"logEmpty"_s)->text(), u"No line passes the filter."_s);
    QVERIFY(shown.child<QLabel>(u"logEmpty"_s)->isVisible());
}

void TstLogPage::pausedItTakesNothing()
{
    ShownLog shown;
    QSignalSpy wanted(&shown.page, &HookLogPage::wantedChanged);
    shown.page.append(loggedSteps(1, 2));
    QTest::mouseClick(shown.child<QPushButton>(u"logPause"_s), Qt::LeftButton);
    QCOMPARE(shown.rows(), 2);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toBool(), false);
    shown.page.append(loggedSteps(3, 2));
    QCOMPARE(shown.state(), u"2 lines, paused"_s);
    QTest::mouseClick(shown.child<QPushButton>(u"logPause"_s), Qt::LeftButton);
    QCOMPARE(wanted[1][0].toBool(), true);
    shown.page.append(loggedSteps(5, 1));
    QTRY_COMPARE(shown.rows(), 3);
    QCOMPARE(shown.page.model().lineAt(2).event.pass, "step 5");
}

void TstLogPage::hiddenItKeepsTheNewest()
{
    ShownLog shown;
    shown.page.hide();
    for (int i = 0; i < 50; ++i)
        shown.page.append(loggedSteps(1000 * i, 1000));
    QCOMPARE(shown.rows(), 0);
    shown.page.show();
    QCOMPARE(shown.rows(), 10000);
    QCOMPARE(shown.page.model().lineAt(9999).event.pass, "step 49999");
}

void TstLogPage::wantedOnlyWhileSeen()
{
    HookLogPage page;
    QSignalSpy wanted(&page, &HookLogPage::wantedChanged);
    QVERIFY(!page.wanted());
    page.show();
    page.hide();
    page.show();
    QCOMPARE(wanted.count(), 3);
    QCOMPARE(wanted[0][0].toBool(), true);
    QCOMPARE(wanted[1][0].toBool(), false);
    QVERIFY(page.wanted());
}

void TstLogPage::clearForgets()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 5));
    QTRY_COMPARE(shown.rows(), 5);
    QTest::mouseClick(shown.child<QToolButton>(u"logClear"_s), Qt::LeftButton);
    QCOMPARE(shown.rows(), 0);
    QVERIFY(shown.child<QLabel>(u"logEmpty"_s)->isVisible());
}

void TstLogPage::saveGivesTheLinesShown()
{
    ShownLog shown;
    QSignalSpy saved(&shown.page, &HookLogPage::saveRequested);
    shown.page.append(loggedSteps(1, 5));
    QTRY_COMPARE(shown.rows(), 5);
    QTest::keyClicks(shown.child<QLineEdit>(u"logFilter"_s), u"conv2"_s);
    QTest::mouseClick(shown.child<QToolButton>(u"logSave"_s), Qt::LeftButton);
    QCOMPARE(saved.count(), 1);
    const QStringList lines = saved[0][0].toString().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(u"2,step 2,1,forward,conv2,"));
}

void TstLogPage::copyTakesTheChosenLines()
{
    ShownLog shown;
    shown.page.append(loggedSteps(1, 5));
    QTRY_COMPARE(shown.rows(), 5);
    shown.page.activateWindow();
    shown.table()->setFocus();
    shown.table()->selectRow(1);
    QTRY_VERIFY(shown.table()->hasFocus());
    QTest::keySequence(shown.table(), QKeySequence(QKeySequence::Copy));
    QVERIFY(QApplication::clipboard()->text().startsWith(u"step 2\tForward\tconv2\t0.25 \u00B1 0.5\t"));
}

void TstLogPage::columnsComeWithTheWidth()
{
    ShownLog shown;
    shown.page.resize(290, 300);
    QVERIFY(shown.table()->isColumnHidden(HookLogModel::Kind));
    QVERIFY(!shown.table()->isColumnHidden(HookLogModel::Value));
    shown.page.resize(900, 240);
    for (int column = 0; column < HookLogModel::ColumnCount; ++column)
        QVERIFY(!shown.table()->isColumnHidden(column));
}

GLYPHSCOPE_TEST(TstLogPage, Widgets)
#include "tst_log_page.moc"
