// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/evaluation/reliability_text.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstReliabilityText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTendencyIsTold_data();
    void theTendencyIsTold();
    void whatIsRefusedIsTold();
    void binsAreTold();
};

void TstReliabilityText::theTendencyIsTold_data()
{
    QTest::addColumn<double>("error");
    QTest::addColumn<double>("firstAccuracy");
    QTest::addColumn<double>("secondAccuracy");
    QTest::addColumn<QString>("says");
    // two bins of 100 answers each, sure by 0.4 and 0.9
    QTest::newRow("well") << 0.0043 << 0.4 << 0.9 << u"0.43\u00a0%. It is right as often as it is sure."_s;
    QTest::newRow("too sure") << 0.15 << 0.2 << 0.8
                              << u"15.00\u00a0%. It is right less often than it is sure."_s;
    QTest::newRow("not sure enough") << 0.08 << 0.5 << 0.96
                                     << u"8.00\u00a0%. It is right more often than it is sure."_s;
    QTest::newRow("both") << 0.1 << 0.5 << 0.8 << u"10.00\u00a0%. At times it is right less"_s;
}

void TstReliabilityText::theTendencyIsTold()
{
    QFETCH(double, error);
    QFETCH(double, firstAccuracy);
    QFETCH(double, secondAccuracy);
    QFETCH(QString, says);
    const Reliability reliability{{{100, 0.4, firstAccuracy}, {100, 0.9, secondAccuracy}}, error, {}};
    QVERIFY2(calibrationText(reliability).startsWith(u"Expected calibration error "_s + says),
             qPrintable(calibrationText(reliability)));
    QVERIFY(std::abs(overconfidence(reliability) - (1.3 - firstAccuracy - secondAccuracy) / 2) < 1e-12);
    QCOMPARE(overconfidence({}), 0.0);
}

void TstReliabilityText::whatIsRefusedIsTold()
{
    QVERIFY(refusedText({}).startsWith(u"Every image gets an answer"_s));
    QCOMPARE(refusedText({{}, 0, 0.0091}),
             u"0.91\u00a0% of these images would be refused as none of the classes."_s);
}

void TstReliabilityText::binsAreTold()
{
    Reliability reliability;
    reliability.bins.resize(15);
    reliability.bins[14] = {1000, 0.9975, 0.99};
    reliability.bins[7] = {1, 0.5, 1};
    QCOMPARE(binText(reliability, 3), u"Sure by 20 to 26.7\u00a0%: no image"_s);
    const QStringList lines = binText(reliability, 14).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"Sure by 93.3 to 100\u00a0%: 1,000 images"_s);
    QCOMPARE(lines[1], u"99.75\u00a0% sure on average, 99.00\u00a0% right"_s);
    QCOMPARE(lines[2], u"95\u00a0% range 98.17\u00a0% to 99.46\u00a0%"_s);
    QVERIFY(binText(reliability, 7).contains(u": 1 image\n"_s));
}

GLYPHSCOPE_TEST(TstReliabilityText, Core)
#include "tst_reliability_text.moc"
