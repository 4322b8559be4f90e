// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/text/value_text.h"

#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstValueText : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

GLYPHSCOPE_TEST(TstValueText, Core)
#include "tst_value_text.moc"
