// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/explanation_layout.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

ExplanationText patchTimesKernel(std::size_t channels)
{
    ExplanationText text;
    text.lines = {{u"Sum"_s, u"1"_s}, {u"Result"_s, u"2"_s}};
    for (std::size_t i = 0; i < channels; ++i) {
        ExplanationText::Grid grid{.title = u"Patch"_s, .columns = 3, .scale = {}, .cells = {}};
        grid.cells.resize(9);
        text.gridRows.push_back({.caption = {}, .grids = {3, grid}});
    }
    return text;
}

const ExplanationWords kWords{.line = 15, .rule = 40, .verdict = 15, .lineWidth = 180, .columnWidths = {}};

}  // namespace

class TstExplanationLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void cellsGrowWithTheRoom_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<double>("cell");
        QTest::newRow("1024x768") << QSizeF(276, 510) << 40.0;
        QTest::newRow("1920x1080") << QSizeF(440, 460) << 44.0;
        QTest::newRow("3840x2160") << QSizeF(1220, 860) << 100.0;
    }

    void cellsGrowWithTheRoom()
    {
        QFETCH(QSizeF, room);
        QFETCH(double, cell);
        const ExplanationLayout layout = layOutExplanation(patchTimesKernel(1), kWords, room);
        QVERIFY2(layout.cell >= cell, qPrintable(QString::number(layout.cell)));
        QVERIFY(layout.height <= room.height());
        for (const QRectF& grid : layout.gridRows[0].grids)
            QVERIFY(QRectF(QPointF(), room).contains(grid));
    }

    void aRowThatWrapsKeepsItsSigns()
    {
        const ExplanationLayout layout = layOutExplanation(patchTimesKernel(1), kWords, {276, 510});
        const ExplanationLayout::GridRow& row = layout.gridRows[0];
        QVERIFY(row.grids[2].top() > row.grids[0].bottom());
        QCOMPARE(row.grids[2].left(), row.grids[0].left());
        QCOMPARE(row.signs.size(), std::size_t{2});
        for (std::size_t i = 0; i < row.signs.size(); ++i) {
            QCOMPARE(row.signs[i].right(), row.grids[i + 1].left());
            QCOMPARE(row.signs[i].top(), row.grids[i + 1].top());
        }
    }

    void numbersStandBesideTheirNames()
    {
        const ExplanationLayout layout = layOutExplanation(patchTimesKernel(1), kWords, {1220, 860});
        for (const QRectF& line : layout.lines)
            QCOMPARE(line.width(), kWords.lineWidth);
    }

    void manyChannelsStayOfOneSize()
    {
        const ExplanationLayout low = layOutExplanation(patchTimesKernel(8), kWords, {600, 300});
        const ExplanationLayout high = layOutExplanation(patchTimesKernel(8), kWords, {600, 900});
        QCOMPARE(low.cell, high.cell);
        for (std::size_t i = 1; i < low.gridRows.size(); ++i)
            QVERIFY(low.gridRows[i].grids.front().top() > low.gridRows[i - 1].grids.back().bottom());
    }
};

GLYPHSCOPE_TEST(TstExplanationLayout, Core)
#include "tst_explanation_layout.moc"
