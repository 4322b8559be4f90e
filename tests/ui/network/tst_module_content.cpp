// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/network/small_reading.h"
#include "tests/ui/network/small_weights.h"
#include "ui/network/module_content.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstModuleContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        m_content = {};
    }

    void theFirstReadingOpensTheFirstModule()
    {
        QVERIFY(m_content.sheet(ModuleSide::Output, 0).empty());
        QVERIFY(m_content.kind().isEmpty());
        m_content.setReading(test::smallReading());
        QCOMPARE(m_content.module(), "conv1");
        QCOMPARE(m_content.kind(), u"Conv2d(1, 4, 3, padding=1) \u2192 4 \u00D7 28 \u00D7 28"_s);
        m_content.open(u"fc1"_s);
        m_content.setReading(test::smallReading());
        QCOMPARE(m_content.module(), "fc1");
    }

    void aSideIsTheValuesOfAStep()
    {
        m_content.setReading(test::smallReading());
        m_content.open(u"relu1"_s);
        QCOMPARE(m_content.stepOfSide(ModuleSide::Output), std::size_t{2});
        QCOMPARE(m_content.stepOfSide(ModuleSide::Input), std::size_t{1});
        QCOMPARE(m_content.stepOfSide(ModuleSide::Weights), std::size_t{0});
        QCOMPARE(m_content.sheet(ModuleSide::Input, 0).values, test::smallReading().modules[0].values);
        QCOMPARE(m_content.seen(ModuleSide::Input, 0), u"Input of relu1: the output of conv1, before ReLU"_s);
        QCOMPARE(m_content.mapTitle(ModuleSide::Input, 0, 2), u"conv1, channel 2"_s);
        QCOMPARE(m_content.readOut(ModuleSide::Output, 29, 0.5F),
                 u"relu1, channel 0, y\u00A01, x\u00A01: 0.5"_s);
        m_content.open(u"nothing"_s);
        QVERIFY(m_content.sheet(ModuleSide::Input, 0).empty());
        m_content.open(u"fc2"_s);
        QVERIFY(m_content.isOfClasses(ModuleSide::Output));
        QVERIFY(!m_content.isOfClasses(ModuleSide::Input));
    }

    void withoutADrawingThereAreNoValues()
    {
        m_content.setReading(test::smallReading());
        m_content.clearValues();
        QVERIFY(m_content.sheet(ModuleSide::Output, 0).empty());
        QCOMPARE(m_content.modules().size(), std::size_t{8});
    }

    void modulesWithWeightsCanBeOpenedBeforeThereIsADrawing()
    {
        QVERIFY(m_content.modules().empty());
        m_content.setWeights(test::smallWeights());
        const std::vector<ModuleBar::Item> items = m_content.modules();
        QCOMPARE(items.size(), std::size_t{3});
        QCOMPARE(items[1].name, u"fc1"_s);
        QVERIFY(items[1].shape.isEmpty());
        m_content.setReading(test::smallReading());
        QCOMPARE(m_content.modules().size(), std::size_t{8});
    }

    void aBankOfWeightsIsASheetToo()
    {
        QVERIFY(!m_content.banks());
        m_content.setWeights(test::smallWeights());
        m_content.open(u"fc1"_s);
        QCOMPARE(m_content.banks()->banks, 16);
        const MapSheet sheet = m_content.sheet(ModuleSide::Weights, 3);
        QCOMPARE(sheet.values.front(), test::smallWeights()->tensors[1].values[3 * 784]);
        QCOMPARE(m_content.mapTitle(ModuleSide::Weights, 3, -1), u"fc1.weight[3]"_s);
        m_content.open(u"relu3"_s);
        QVERIFY(!m_content.banks());
    }

    void aUnitLiesWhereItsModuleIsShown()
    {
        m_content.setReading(test::smallReading());
        m_content.open(u"pool1"_s);
        const UnitAddress unit{.module = "relu1", .index = 784 + 2 * 28 + 3};
        QCOMPARE(m_content.cellOf(unit, ModuleSide::Output), std::optional<MapCell>());
        QCOMPARE(m_content.cellOf(unit, ModuleSide::Input), (MapCell{.map = 1, .y = 2, .x = 3}));
        QCOMPARE(m_content.cellOf({.module = "input", .index = 1}, ModuleSide::Weights),
                 std::optional<MapCell>());
    }

    void aValueHasTheBankThatMakesIt()
    {
        m_content.setReading(test::smallReading());
        m_content.open(u"conv1"_s);
        QCOMPARE(m_content.bankOf(2 * 784 + 5), 2);  // its channel
        m_content.open(u"fc1"_s);
        QCOMPARE(m_content.bankOf(6), 6);
        m_content.open(u"nothing"_s);
        QCOMPARE(m_content.bankOf(6), 0);
    }

    void scalesReachAsFarAsTheirScope()
    {
        Reading reading = test::smallReading();
        reading.modules[3].values[0] = 9;
        m_content.setReading(reading);
        m_content.open(u"conv1"_s);
        const std::vector<ValueRange> maps{{.low = -1, .high = 1}, {.low = 0, .high = 3}};
        const ScaleRanges layer = m_content.rangesOfScales(ModuleSide::Output, maps, ScaleScope::Layer);
        QCOMPARE(layer.layer.low, -1.0F);
        QCOMPARE(layer.layer.high, 3.0F);
        const ScaleRanges network = m_content.rangesOfScales(ModuleSide::Output, maps, ScaleScope::Network);
        QCOMPARE(network.network.high, 9.0F);
        m_content.setWeights(test::smallWeights());
        const ScaleRanges weights = m_content.rangesOfScales(ModuleSide::Weights, maps, ScaleScope::Layer);
        QCOMPARE(weights.layer.low, -0.9F);
        QCOMPARE(weights.layer.high, 0.9F);
    }

private:
    ModuleContent m_content;
};

GLYPHSCOPE_TEST(TstModuleContent, Core)
#include "tst_module_content.moc"
