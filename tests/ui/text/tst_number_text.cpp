// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/text/number_text.h"

#include <QtCore/QLocale>

#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNumberText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersFollowTheProgramsLanguage();
    void signs();
    void percents();
    void durations_data();
    void durations();
    void roughDurations();
    void figuresOfATraining();
    void momentsSort();
    void init() { test::failOnQtWarnings(); }

    void aCellShowsWhatFits_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<int>("characters");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0F << 4 << u"0"_s;
        QTest::newRow("fraction") << 0.51234F << 4 << u".512"_s;
        QTest::newRow("more room") << 0.51234F << 6 << u".51234"_s;
        QTest::newRow("negative") << -0.51234F << 4 << u"\u2212.51"_s;
        QTest::newRow("above one") << -12.345F << 5 << u"\u221212.3"_s;
        QTest::newRow("tiny") << 0.0000123F << 6 << u"1.2e-5"_s.replace(u'-', u'\u2212');
        QTest::newRow("no room at all") << -0.0000123F << 2 << u"\u22121e\u22125"_s;
        QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN() << 4 << u"nan"_s;
    }

    void aCellShowsWhatFits()
    {
        QFETCH(float, value);
        QFETCH(int, characters);
        QTEST(cellText(value, characters), "text");
    }

    void numbersAreWrittenForReaders()
    {
        QCOMPARE(valueText(-1.25), u"\u22121.25"_s);
        QCOMPARE(valueText(1.0 / 3, 6), u"0.333333"_s);
        QCOMPARE(countText(25088), u"25,088"_s);
        QCOMPARE(shapeText({32, 28, 28}), u"32 \u00D7 28 \u00D7 28"_s);
        QCOMPARE(shapeText({256}), u"256"_s);
    }
};

void TstNumberText::numbersFollowTheProgramsLanguage()
{
    QCOMPARE(numberLocale().language(), QLocale::English);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));  // the system's language is not the program's
    QCOMPARE(fixedText(12345.678, 2), u"12345.68"_s);
    QCOMPARE(groupedText(12345.678, 1), u"12,345.7"_s);
    QCOMPARE(countText(1200), u"1,200"_s);
    QCOMPARE(countText(std::int64_t{25088}), u"25,088"_s);
    QCOMPARE(significantText(0.000012, 3), u"1.2e-05"_s);
    QCOMPARE(scientificText(0.004, 2), u"4.00e-03"_s);
    QLocale::setDefault(before);
}

void TstNumberText::signs()
{
    QCOMPARE(signedText(0.314, 2), u"+0.31"_s);
    QCOMPARE(signedText(-0.314, 2), u"\u22120.31"_s);
    QCOMPARE(signedText(-0.001, 2), u"0.00"_s);
    QCOMPARE(withTrueMinus(u"-1.5e-05"_s), u"\u22121.5e\u221205"_s);
}

void TstNumberText::percents()
{
    QCOMPARE(percentText(0.98614), u"98.61\u00a0%"_s);
    QCOMPARE(percentText(0.98614, 0), u"99\u00a0%"_s);
    QCOMPARE(digitPercentText(0.1), u"10\u00a0%"_s);
    QCOMPARE(digitPercentText(0.125), u"12.5\u00a0%"_s);
    QCOMPARE(wholePercentText(0.001), u"<\u00a01\u00a0%"_s);
}

void TstNumberText::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0:00");
    QTest::newRow("seconds") << 7.4 << QStringLiteral("0:07");
    QTest::newRow("rounds into the next minute") << 59.6 << QStringLiteral("1:00");
    QTest::newRow("minutes") << 725.0 << QStringLiteral("12:05");
    QTest::newRow("hours") << 3723.0 << QStringLiteral("1:02:03");
    QTest::newRow("before now") << -5.0 << QStringLiteral("0:00");
}

void TstNumberText::durations()
{
    QFETCH(double, seconds);
    QTEST(durationText(seconds), "text");
}

void TstNumberText::roughDurations()
{
    QCOMPARE(roughDurationText(0.2), u"1 s"_s);
    QCOMPARE(roughDurationText(6.1), u"7 s"_s);
    QCOMPARE(roughDurationText(43), u"45 s"_s);
    QCOMPARE(roughDurationText(100), u"2 min"_s);
    QCOMPARE(roughDurationText(1510), u"25 min"_s);
    QCOMPARE(roughDurationText(12600), u"3.5 h"_s);
}

void TstNumberText::figuresOfATraining()
{
    QCOMPARE(lossText(0.04123), QStringLiteral("0.0412"));
    QCOMPARE(percentText(0.98614), QStringLiteral("98.61\u00a0%"));
    QCOMPARE(rateText(12340.4), QStringLiteral("12,340"));
    QCOMPARE(rateText(98.76), QStringLiteral("98.8"));
}

void TstNumberText::momentsSort()
{
    const QString early = momentText(1'000'000'000);
    QCOMPARE(early.size(), 16);
    QVERIFY(early.startsWith(u"2001-09-"_s));
    QVERIFY(early < momentText(1'700'000'000));
}

GLYPHSCOPE_TEST(TstNumberText, Core)
#include "tst_number_text.moc"
