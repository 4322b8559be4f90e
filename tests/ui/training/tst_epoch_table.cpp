// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"

#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

EpochStats validated(int number, double validation, double test)
{
    EpochStats stats = test::epoch(number, 100 * number, test);
    stats.validated = true;
    stats.validationLoss = 0.05;
    stats.validationAccuracy = validation;
    return stats;
}

}  // namespace

class TstEpochTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void aRowForEveryEvaluation();
    void theBestHasAStarInEitherTheme();
    void theValidationSplitJudgesWhereThereIsOne();
    void validationColumnsComeAndGo();
    void staysAtTheNewestUnlessScrolledAway();
    void rowsAreCopiedAsATable();
};

void TstEpochTable::aRowForEveryEvaluation()
{
    EpochTable table;
    table.add(test::epoch(1, 468, 0.9812));
    QStringList row;
    for (int i = 0; i < table.columnCount(); ++i)
        row += table.item(0, i)->text();
    QCOMPARE(row, (QStringList{u"\u2605 1"_s, u"0.4000"_s, u"0.00\u00a0%"_s, QString(), QString(),
                               u"0.0800"_s, u"98.12\u00a0%"_s, u"0:07"_s}));
    table.clearRows();
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(table.bestRow(), -1);
}

void TstEpochTable::theBestHasAStarInEitherTheme()
{
    EpochTable table;
    table.show();
    table.add(test::epoch(1, 100, 0.97));
    table.add(test::epoch(2, 200, 0.99));
    table.add(test::epoch(3, 300, 0.98));
    table.add(test::epoch(4, 400, 0.99));
    QCOMPARE(table.bestRow(), 1);
    QCOMPARE(table.item(0, EpochTable::Epoch)->text(), u"1"_s);
    QCOMPARE(table.item(1, EpochTable::Epoch)->text(), u"\u2605 2"_s);
    QCOMPARE(table.item(1, EpochTable::TestAccuracy)->font().weight(), QFont::DemiBold);
    QCOMPARE(table.item(0, EpochTable::TestAccuracy)->font().weight(), QFont::Normal);
    applyTheme(*qApp, true);
    QTRY_COMPARE(table.item(1, EpochTable::TestAccuracy)->foreground().color(), theme().accent);
    QCOMPARE(table.item(2, EpochTable::TestAccuracy)->foreground().color(), theme().text);
}

void TstEpochTable::theValidationSplitJudgesWhereThereIsOne()
{
    EpochTable table;
    table.add(validated(1, 0.99, 0.97));
    table.add(validated(2, 0.98, 0.99));
    QCOMPARE(table.bestRow(), 0);
    QCOMPARE(table.item(0, EpochTable::ValidationAccuracy)->font().weight(), QFont::DemiBold);
}

void TstEpochTable::validationColumnsComeAndGo()
{
    EpochTable table;
    QVERIFY(table.isColumnHidden(EpochTable::ValidationLoss));
    table.add(validated(1, 0.99, 0.97));
    QVERIFY(!table.isColumnHidden(EpochTable::ValidationLoss));
    QVERIFY(!table.isColumnHidden(EpochTable::ValidationAccuracy));
    QCOMPARE(table.item(0, EpochTable::ValidationAccuracy)->text(), u"99.00\u00a0%"_s);
    table.clearRows();
    QVERIFY(table.isColumnHidden(EpochTable::ValidationLoss));
}

void TstEpochTable::staysAtTheNewestUnlessScrolledAway()
{
    EpochTable table;
    table.resize(420, 140);
    table.show();
    for (int i = 1; i <= 30; ++i)
        table.add(test::epoch(i, 100 * i, 0.9));
    QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
    QVERIFY(table.verticalScrollBar()->maximum() > 0);
    table.verticalScrollBar()->setValue(3);
    table.add(test::epoch(31, 3100, 0.9));
    QCOMPARE(table.verticalScrollBar()->value(), 3);
}

void TstEpochTable::rowsAreCopiedAsATable()
{
    EpochTable table;
    table.show();
    table.add(test::epoch(1, 468, 0.9812));
    table.add(test::epoch(2, 936, 0.9876));
    const QStringList all = table.copied().split(u'\n');
    QCOMPARE(all.size(), 4);  // titles, two rows, and nothing after the last line
    QCOMPARE(all[0], u"Epoch\tTrain loss\tTrain accuracy\tTest loss\tTest accuracy\tTime"_s);
    QCOMPARE(all[2], u"2\t0.3500\t0.00 %\t0.0550\t98.76 %\t0:15"_s);
    table.selectRow(0);
    QCOMPARE(table.copied().split(u'\n').size(), 3);
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), table.copied());
    QVERIFY(table.copied().contains(u"1\t0.4000"));
}

GLYPHSCOPE_TEST(TstEpochTable, Widgets)
#include "tst_epoch_table.moc"
