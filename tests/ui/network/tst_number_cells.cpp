// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/number_cells.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNumberCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void figuresAreAlike_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("characters");
        QTest::addColumn<QString>("text");
        QTest::newRow("trailing zero") << 2.3 << 5 << u"2.30"_s;
        QTest::newRow("below zero") << -2.896 << 5 << u"\u22122.90"_s;
        QTest::newRow("a share") << -0.5 << 6 << u"\u22120.500"_s;
        QTest::newRow("a share, narrow") << -0.5 << 5 << u"\u2212.500"_s;
        QTest::newRow("small") << 0.0114 << 6 << u"0.0114"_s;
        QTest::newRow("rounded up") << 9.996 << 5 << u"10.0"_s;
        QTest::newRow("large") << 123.4 << 5 << u"123"_s;
        QTest::newRow("nothing") << 0.0 << 5 << u"0"_s;
        QTest::newRow("no room") << -0.0123 << 4 << u"\u2212.01"_s;
    }

    void figuresAreAlike()
    {
        QFETCH(double, value);
        QFETCH(int, characters);
        QTEST(threeFigures(value, characters), "text");
    }

    void aReadableCellHasRoomForThreeFigures_data()
    {
        QTest::addColumn<double>("cell");
        for (const int cell : {40, 44, 60, 120})
            QTest::addRow("%d", cell) << static_cast<double>(cell);
    }

    void aReadableCellHasRoomForThreeFigures()
    {
        QFETCH(double, cell);
        const NumberCells cells(cell);
        QVERIFY(cells.characters() >= 5);
        QVERIFY(cells.font().pixelSize() >= 9);
    }
};

GLYPHSCOPE_TEST(TstNumberCells, Widgets)
#include "tst_number_cells.moc"
