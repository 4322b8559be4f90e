// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/filter_data.h"

#include <numeric>

using namespace glyphscope;

namespace {

NamedTensor countingFilters(std::string name, std::vector<std::int64_t> shape)
{
    NamedTensor tensor{.name = std::move(name), .shape = std::move(shape), .values = {}};
    tensor.values.resize(static_cast<std::size_t>(
        std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies{})));
    std::iota(tensor.values.begin(), tensor.values.end(), 0.0F);
    return tensor;
}

/// As SimpleCNN's, but smaller.
StateDict weights()
{
    return {.tensors = {countingFilters("conv1.weight", {4, 1, 3, 3}), countingFilters("conv1.bias", {4}),
                        countingFilters("conv2.weight", {6, 4, 3, 3}), countingFilters("conv2.bias", {6}),
                        countingFilters("fc1.weight", {5, 6 * 49}), countingFilters("fc1.bias", {5}),
                        countingFilters("fc2.weight", {3, 5}), countingFilters("fc2.bias", {3})},
            .metadata = {}};
}

}  // namespace

class TstFilterData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyLayerHasItsForm_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("banks");
        QTest::addColumn<QList<int>>("maps");
        const auto row = [](const char* module, FilterBanks::Form form, int banks, const QList<int>& maps) {
            QTest::newRow(module) << QString::fromLatin1(module) << static_cast<int>(form) << banks << maps;
        };
        row("conv1", FilterBanks::Form::Kernels, 1, {4, 3, 3});
        row("conv2", FilterBanks::Form::InputKernels, 6, {4, 3, 3});
        row("fc1", FilterBanks::Form::Maps, 5, {6, 7, 7});
        row("fc2", FilterBanks::Form::Vector, 3, {1, 3, 2});
    }

    void everyLayerHasItsForm()
    {
        QFETCH(QString, module);
        const auto banks = filterBanks(weights(), module.toStdString());
        QVERIFY(banks);
        QTEST(static_cast<int>(banks->form), "form");
        QTEST(banks->banks, "banks");
        QTEST((QList<int>{banks->map.maps, banks->map.width, banks->map.height}), "maps");
    }

    void aBankHoldsTheWeightsOfItsOutput()
    {
        const StateDict dict = weights();
        const MapSheet conv1 = filterSheet(dict, "conv1", 0);
        QCOMPARE(conv1.valuesOf(2).front(), 18.0F);
        // conv2.weight[5][3][2][1], row-major over {6, 4, 3, 3}
        const MapSheet conv2 = filterSheet(dict, "conv2", 5);
        const int at = conv2.indexOf({.map = 3, .y = 2, .x = 1}).value_or(-1);
        QCOMPARE(conv2.values[static_cast<std::size_t>(at)],
                 static_cast<float>(((5 * 4 + 3) * 3 + 2) * 3 + 1));
        const MapSheet fc1 = filterSheet(dict, "fc1", 4);
        QCOMPARE(fc1.valuesOf(1).front(), static_cast<float>(4 * 294 + 49));
        const MapSheet fc2 = filterSheet(dict, "fc2", 2);
        QVERIFY(fc2.vector);
        QCOMPARE(fc2.values, (std::vector<float>{10, 11, 12, 13, 14}));
    }

    void whatHasNoWeightsHasNoFilters()
    {
        StateDict dict = weights();
        QVERIFY(!filterBanks(dict, "relu1"));
        QVERIFY(filterSheet(dict, "relu1", 0).empty());
        QVERIFY(filterSheet(dict, "conv2", 6).empty());
        QVERIFY(filterSheet(dict, "conv2", -1).empty());
        dict.tensors[2].values.pop_back();
        QVERIFY(!filterBanks(dict, "conv2"));
        dict.tensors[0].shape = {4, 0, 3, 3};
        QVERIFY(!filterBanks(dict, "conv1"));
    }

    void inputsThatAreNoSquaresStayAVector()
    {
        const StateDict dict{
            .tensors = {countingFilters("a.weight", {4, 1, 3, 3}), countingFilters("b.weight", {2, 4 * 6})},
            .metadata = {}};
        QCOMPARE(filterBanks(dict, "b")->form, FilterBanks::Form::Vector);
    }

    void theRangeIsOfTheWeightsAlone()
    {
        StateDict dict = weights();
        dict.tensors[1].values = {-1e6F, 0, 0, 0};  // a bias
        dict.tensors[0].values[7] = -40;
        QCOMPARE(weightRange(dict, "conv1").low, -40.0F);
        QCOMPARE(weightRange(dict, "conv1").high, 35.0F);
        QCOMPARE(weightRange(dict, {}).high, 5.0F * 294 - 1);
        QCOMPARE(weightRange(dict, {}).low, -40.0F);
    }
};

GLYPHSCOPE_TEST(TstFilterData, Core)
#include "tst_filter_data.moc"
