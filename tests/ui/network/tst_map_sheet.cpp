// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/map_sheet.h"
#include "ui/network/mark_paint.h"

#include <numeric>

using namespace glyphscope;

namespace {

ModuleOutput countingSheet(std::vector<int> shape)
{
    ModuleOutput output{.name = "relu1", .kind = "ReLU()", .shape = std::move(shape), .values = {}};
    output.values.resize(static_cast<std::size_t>(
        std::accumulate(output.shape.begin(), output.shape.end(), 1, std::multiplies{})));
    std::iota(output.values.begin(), output.values.end(), 0.0F);
    return output;
}

}  // namespace

class TstMapSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyValueHasItsCell_data()
    {
        QTest::addColumn<std::vector<int>>("shape");
        QTest::newRow("maps") << std::vector{4, 3, 5};
        QTest::newRow("vector") << std::vector{12};
        QTest::newRow("vector that fills no square") << std::vector{13};
    }

    void everyValueHasItsCell()
    {
        QFETCH(std::vector<int>, shape);
        const MapSheet sheet = sheetOf(countingSheet(shape));
        for (int i = 0; i < static_cast<int>(sheet.values.size()); ++i) {
            const auto cell = sheet.cellOf(i);
            QVERIFY(cell);
            QCOMPARE(sheet.indexOf(*cell).value_or(-1), i);
            QCOMPARE(sheet.rowOf(cell->map, cell->y)[static_cast<std::size_t>(cell->x)],
                     static_cast<float>(i));
        }
        QVERIFY(!sheet.cellOf(static_cast<int>(sheet.values.size())));
        QVERIFY(!sheet.indexOf({.map = sheet.maps, .y = 0, .x = 0}));
        QVERIFY(!sheet.indexOf({.map = 0, .y = 0, .x = sheet.width}));
        QVERIFY(!sheet.indexOf({.map = 0, .y = -1, .x = 0}));
    }

    void theEndOfAVectorHoldsNothing()
    {
        const MapSheet sheet = sheetOf(countingSheet({13}));
        QCOMPARE(QSize(sheet.width, sheet.height), QSize(4, 4));
        QVERIFY(!sheet.indexOf({.map = 0, .y = 3, .x = 1}));
        QCOMPARE(sheet.rowOf(0, 3).size(), std::size_t{1});
    }

    void aShapeThatLiesGivesNoMaps()
    {
        ModuleOutput output = countingSheet({2, 3, 3});
        output.values.pop_back();
        QVERIFY(sheetOf(output).empty());
    }

    void mapsAreMarkedByWhatPassesThem()
    {
        const MapSheet sheet{.maps = 3, .width = 2, .height = 1, .values = {0, -1, 0.5F, 0, 1, 2}};
        const std::vector<MapMark> marks = marksOf(sheet, rangesOf(sheet));
        QCOMPARE(marks, (std::vector<MapMark>{{.zero = true}, {}, {.full = true}}));
        QCOMPARE(marksSummary(marks, false, 0),
                 QStringLiteral("1 of 3 maps have nothing above zero for this drawing. "
                                "1 of 3 maps are above zero everywhere."));
    }

    void activityOverManyImagesIsAdded()
    {
        const MapSheet sheet{.maps = 2, .width = 1, .height = 1, .values = {0, 1}};
        std::vector<MapMark> marks = marksOf(sheet, rangesOf(sheet));
        ModuleActivity activity{.module = "relu1", .images = 1000, .channels = {{0, 0, 0}, {1, 2, 3}}};
        addActivity(marks, sheet, activity);
        QVERIFY(marks[0].dead && !marks[0].saturated);
        QVERIFY(marks[1].saturated && !marks[1].dead);
        QVERIFY(marksSummary(marks, false, 1000)
                    .endsWith(QStringLiteral("Over 1,000 test images 1 of 2 are dead and 1 saturated.")));
        activity.channels.pop_back();  // of another network
        std::vector<MapMark> untouched(2);
        addActivity(untouched, sheet, activity);
        QCOMPARE(untouched, std::vector<MapMark>(2));
    }

    void aSingleZeroOfAVectorIsNothingRemarkable()
    {
        const MapSheet sheet = vectorSheet({0, 1, 0});
        QVERIFY(!marksOf(sheet, rangesOf(sheet)).at(0).any());
    }
};

GLYPHSCOPE_TEST(TstMapSheet, Core)
#include "tst_map_sheet.moc"
