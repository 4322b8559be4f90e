// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_truth.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstNumberTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distances_data();
    void distances();
    void scoresAddUp();
};

void TstNumberTruth::distances_data()
{
    QTest::addColumn<std::string>("a");
    QTest::addColumn<std::string>("b");
    QTest::addColumn<std::size_t>("distance");
    const auto row = [](const char* name, const char* a, const char* b, std::size_t distance) {
        QTest::newRow(name) << std::string(a) << std::string(b) << distance;
    };
    row("equal", "1998", "1998", 0);
    row("replaced", "1998", "1993", 1);
    row("left out", "1998", "198", 1);
    row("put in", "42", "412", 1);
    row("all", "42", "", 2);
    row("swapped", "42", "24", 2);
    row("characters, not bytes", "äb", "üb", 1);
}

void TstNumberTruth::distances()
{
    QFETCH(const std::string, a);
    QFETCH(const std::string, b);
    QFETCH(const std::size_t, distance);
    QCOMPARE(editDistance(a, b), distance);
    QCOMPARE(editDistance(b, a), distance);
}

void TstNumberTruth::scoresAddUp()
{
    NumberScores scores;
    QCOMPARE(scores.stringAccuracy(), 0.0);
    QCOMPARE(scores.characterAccuracy(), 0.0);
    scores.add("1998", "1998");
    scores.add("42", "412");
    QCOMPARE(scores.stringAccuracy(), 0.5);
    QCOMPARE(scores.characters, std::size_t{6});
    QCOMPARE(scores.characterAccuracy(), 1 - 1.0 / 6);
    scores.add("1", "123456789012");
    QCOMPARE(scores.characterAccuracy(), 0.0);
}

GLYPHSCOPE_TEST(TstNumberTruth, Core)
#include "tst_number_truth.moc"
