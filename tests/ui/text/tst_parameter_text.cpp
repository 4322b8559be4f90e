// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include "tests/support/warnings.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_text.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstParameterText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void shapes()
    {
        QCOMPARE(tensorShapeText(std::vector<std::int64_t>{32, 1, 3, 3}), u"32 \u00d7 1 \u00d7 3 \u00d7 3"_s);
        QCOMPARE(tensorShapeText(std::vector<int>{256}), u"256"_s);
        QCOMPARE(tensorShapeText(std::vector<int>{}), u"one number"_s);
        QCOMPARE(plainShapeText(std::vector<std::int64_t>{32, 1, 3, 3}), u"[32, 1, 3, 3]"_s);
    }

    void memory_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0\u00a0B"_s;
        QTest::newRow("bytes") << qint64(1023) << u"1023\u00a0B"_s;
        QTest::newRow("fc2.weight") << qint64(10240) << u"10.0\u00a0KiB"_s;
        QTest::newRow("conv2.weight") << qint64(73728) << u"72.0\u00a0KiB"_s;
        QTest::newRow("nearly a MiB") << qint64(1023 * 1024) << u"1.00\u00a0MiB"_s;
        QTest::newRow("the network") << qint64(824458 * 4) << u"3.15\u00a0MiB"_s;
        QTest::newRow("large") << (qint64(3000) << 30) << u"3000\u00a0GiB"_s;
    }

    void memory()
    {
        QFETCH(qint64, bytes);
        QTEST(memoryText(bytes), "text");
    }

    void times_data()
    {
        QTest::addColumn<double>("microseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("not measured") << 0.0 << u"\u2013"_s;
        QTest::newRow("not a number") << std::nan("") << u"\u2013"_s;
        QTest::newRow("short") << 8.414 << u"8.41\u00a0\u00b5s"_s;
        QTest::newRow("rounds up to two places") << 9.996 << u"10.0\u00a0\u00b5s"_s;
        QTest::newRow("usual") << 412.4 << u"412\u00a0\u00b5s"_s;
        QTest::newRow("rounds into milliseconds") << 999.6 << u"1.00\u00a0ms"_s;
        QTest::newRow("long") << 12345.0 << u"12.3\u00a0ms"_s;
    }

    void times()
    {
        QFETCH(double, microseconds);
        QTEST(passTimeText(microseconds), "text");
    }

    void shares()
    {
        QCOMPARE(wholePercentText(0), u"0\u00a0%"_s);
        QCOMPARE(wholePercentText(0.0001), u"<\u00a01\u00a0%"_s);
        QCOMPARE(wholePercentText(0.414), u"41\u00a0%"_s);
        QCOMPARE(wholePercentText(1), u"100\u00a0%"_s);
    }

    void tabsInFieldsDoNotMoveTheOthers()
    {
        QCOMPARE(tsvLine({u"a\tb"_s, u"c\nd"_s, u"e"_s}), u"a b\tc d\te"_s);
    }

    void commasAndQuotesAreQuoted()
    {
        QCOMPARE(csvLine({u"plain"_s, u"[1, 2]"_s, u"say \"x\""_s, QString()}),
                 u"plain,\"[1, 2]\",\"say \"\"x\"\"\","_s);
    }
};

GLYPHSCOPE_TEST(TstParameterText, Core)
#include "tst_parameter_text.moc"
