// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/why/rank_correlation.h"

#include <cmath>
#include <limits>

using namespace glyphscope;

using Floats = std::vector<float>;

class TstRankCorrelation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void equalValuesShareTheirRank_data()
    {
        QTest::addColumn<Floats>("values");
        QTest::addColumn<std::vector<double>>("ranks");
        QTest::newRow("none") << Floats{} << std::vector<double>{};
        QTest::newRow("distinct") << Floats{30, 10, 20} << std::vector<double>{3, 1, 2};
        QTest::newRow("a tie") << Floats{1, 2, 2, 3} << std::vector<double>{1, 2.5, 2.5, 4};
        QTest::newRow("all equal") << Floats{5, 5, 5} << std::vector<double>{2, 2, 2};
        QTest::newRow("not a number is 0")
            << Floats{-1, std::numeric_limits<float>::quiet_NaN(), 1, std::numeric_limits<float>::infinity()}
            << std::vector<double>{1, 2.5, 4, 2.5};
    }

    void equalValuesShareTheirRank()
    {
        QFETCH(Floats, values);
        QTEST(ranksOf(values), "ranks");
    }

    // Expected values from NumPy: corrcoef of the average ranks.
    void spearmanIsThatOfTheBooks_data()
    {
        QTest::addColumn<Floats>("one");
        QTest::addColumn<Floats>("other");
        QTest::addColumn<double>("expected");
        QTest::newRow("same order") << Floats{1, 2, 3, 4} << Floats{1, 10, 100, 1000} << 1.0;
        QTest::newRow("reverse order") << Floats{1, 2, 3, 4} << Floats{5, 3, 2, -8} << -1.0;
        QTest::newRow("IQ and hours of television")
            << Floats{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}
            << Floats{7, 27, 2, 50, 28, 29, 20, 12, 6, 17} << -29.0 / 165;
        QTest::newRow("a tie") << Floats{1, 2, 2, 3} << Floats{1, 3, 2, 4} << 0.9486832980505138;
        QTest::newRow("ties on both sides")
            << Floats{0, 0, 0, 1, 2, 2} << Floats{3, 0, 0, 0, 5, 5} << 0.7333333333333333;
    }

    void spearmanIsThatOfTheBooks()
    {
        QFETCH(Floats, one);
        QFETCH(Floats, other);
        QFETCH(double, expected);
        const std::optional<double> value = spearman(one, other);
        QVERIFY(value.has_value());
        QVERIFY2(std::abs(*value - expected) < 1e-12, qPrintable(QString::number(*value, 'g', 17)));
        QVERIFY(std::abs(*spearman(other, one) - expected) < 1e-12);
    }

    void withoutAnOrderThereIsNone()
    {
        QVERIFY(!spearman(Floats{1, 1, 1}, Floats{1, 2, 3}));
        QVERIFY(!spearman(Floats{1, 2}, Floats{1, 2, 3}));
        QVERIFY(!spearman(Floats{}, Floats{}));
    }

    void agreementIsOfAllPairsThatHaveOne()
    {
        const std::vector<std::vector<double>> ranks{
            {1, 2, 3, 4}, {1, 2, 3, 4}, {}, {4, 3, 2, 1}, {2.5, 2.5, 2.5, 2.5}};
        const Agreement agreement = agreementOf(ranks);
        QCOMPARE(agreement.pairs.size(), 3U);
        QCOMPARE(agreement.of(0, 1), std::optional(1.0));
        QCOMPARE(agreement.of(3, 0), std::optional(-1.0));
        QCOMPARE(agreement.of(2, 2), std::optional(1.0));
        QVERIFY(!agreement.of(0, 2));
        QVERIFY(!agreement.of(4, 1));
        QCOMPARE(agreement.mean, -1.0 / 3);
        QCOMPARE(agreement.least()->value, -1.0);
        QVERIFY(!agreementOf({}).least());
    }
};

GLYPHSCOPE_TEST(TstRankCorrelation, Core)
#include "tst_rank_correlation.moc"
