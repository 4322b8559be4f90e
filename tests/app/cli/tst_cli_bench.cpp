// SPDX-License-Identifier: GPL-3.0-or-later
// The real program measures itself. No test asserts a time.
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstCliBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresReadingStartAndTraining();
    void withoutDataItMeasuresTheRest();
    void wrongUsage_data();
    void wrongUsage();

private:
    const QTemporaryDir m_folder;
};

void TstCliBench::measuresReadingStartAndTraining()
{
    writeBars(m_folder.path(), 300, 100);
    const Outcome outcome = run(m_folder.path(), {u"bench"_s, u"--data"_s, u"."_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QStringList units;
    for (const QJsonObject& figure : outcome.json()) {
        QVERIFY(!figure[u"what"_s].toString().isEmpty());
        QVERIFY2(figure[u"value"_s].toDouble() > 0, qPrintable(figure[u"what"_s].toString()));
        units += figure[u"unit"_s].toString();
    }
    QCOMPARE(units.join(u' '), u"us us us ms ms images/s s %"_s);
}

void TstCliBench::withoutDataItMeasuresTheRest()
{
    const Outcome outcome = run(m_folder.path(), {u"bench"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out.count('\n'), 5);
    QVERIFY2(outcome.out.contains("\nstart of the command line, median: "), outcome.out.constData());
    QVERIFY2(outcome.out.startsWith("strokes to 28x28, median: "), outcome.out.constData());
    QVERIFY2(outcome.err.contains("mnist"), outcome.err.constData());
}

void TstCliBench::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a file") << QStringList{u"seven.png"_s};
    QTest::newRow("until") << QStringList{u"--until"_s, u"0.99"_s};  // the sprint is tested at its end only
}

void TstCliBench::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(m_folder.path(), QStringList{u"bench"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("glyphscope: "), outcome.err.constData());
}

GLYPHSCOPE_TEST(TstCliBench, Core)
#include "tst_cli_bench.moc"
