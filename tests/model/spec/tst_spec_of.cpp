// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "tests/model/kernels/plain_network.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstSpecOf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheParametersOfTheNetwork();
    void takesItsOwnWeights();
    void listsAllThatDoesNotFit();
    void cutsALongList();
    void countsTheClasses();
    void classesOutOfRangeAreRefused();
    void whatIsNotedIsRead();
    void brokenNotesNameTheirPlace();
    void weightsMustFitWhatIsNoted();
    void presetsAreKnownByTheirTensors();
};

namespace {

QString complaint(const StateDict& weights, int classCount)
{
    try {
        checkWeights(weights, shippedNetwork(classCount));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

void TstSpecOf::countsTheParametersOfTheNetwork()
{
    std::int64_t count = 0;
    for (const ParameterShape& parameter : parametersOf(shippedNetwork(10))) {
        std::int64_t values = 1;
        for (const std::int64_t size : parameter.shape)
            values *= size;
        count += values;
    }
    QCOMPARE(count, 824458);
}

void TstSpecOf::takesItsOwnWeights()
{
    QCOMPARE(complaint(test::plainWeights(10, 1), 10), QString());
    QCOMPARE(complaint(test::plainWeights(47, 1), 47), QString());
}

void TstSpecOf::listsAllThatDoesNotFit()
{
    StateDict weights = test::plainWeights(10, 1);
    weights.tensors[0].name = "conv3.weight";
    weights.tensors[2].shape = {64, 16, 3, 6};
    QCOMPARE(
        complaint(weights, 10),
        QStringLiteral("These weights are not those of a SimpleCNN with 10 classes:\n"
                       "  missing: conv1.weight\n"
                       "  size mismatch for conv2.weight: [64, 16, 3, 6] in the weights, [64, 32, 3, 3] in "
                       "the network\n"
                       "  unexpected: conv3.weight"));
}

void TstSpecOf::cutsALongList()
{
    StateDict other;
    for (int i = 0; i < 100; ++i)
        other.tensors.push_back({"layer" + std::to_string(i), {1}, {0}});
    const QString message = complaint(other, 10);
    QCOMPARE(message.count(u'\n'), qsizetype{17});
    QVERIFY2(message.contains(QStringLiteral("missing: fc2.bias\n  unexpected: layer0\n")),
             qPrintable(message));
    QVERIFY2(message.endsWith(QStringLiteral("\n  and 92 more")), qPrintable(message));
}

void TstSpecOf::countsTheClasses()
{
    QCOMPARE(classCountOf(test::plainWeights(17, 1)), 17);
}

void TstSpecOf::classesOutOfRangeAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)classCountOf(StateDict{}));
    for (const std::int64_t classes : {0, 1, 257})
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)classCountOf({{{"fc2.bias", {classes}, std::vector<float>(256)}}, {}}));
    try {
        (void)classCountOf({{{"fc.bias", {10}, std::vector<float>(10)}}, {}});
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(QStringLiteral("missing: conv1.weight")), qPrintable(message));
        QVERIFY2(message.contains(QStringLiteral("unexpected: fc.bias")), qPrintable(message));
    }
}

void TstSpecOf::whatIsNotedIsRead()
{
    StateDict weights = test::plainWeights(10, 1);
    QVERIFY(specOf(weights) == shippedNetwork());
    putSpec(test::stridedNetwork(), weights);
    QVERIFY(specOf(weights) == test::stridedNetwork());
    QCOMPARE(classCountOf(weights), 3);
}

void TstSpecOf::brokenNotesNameTheirPlace()
{
    StateDict weights = test::plainWeights(10, 1);
    weights.metadata[kNetworkKey] = "{\"format\":\"glyphscope-network\",\"version\":9}";
    try {
        (void)specOf(weights);
        QFAIL("was taken");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what())
                     .startsWith(QStringLiteral("The weights' \"network\": version is 9")),
                 error.what());
    }
}

void TstSpecOf::weightsMustFitWhatIsNoted()
{
    StateDict weights = test::plainWeights(10, 1);
    QVERIFY(checkedSpecOf(weights) == shippedNetwork());
    putSpec(shippedNetwork(11), weights);
    try {
        (void)checkedSpecOf(weights);
        QFAIL("was taken");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(QStringLiteral("size mismatch for fc2.bias: [10] in the weights, [11]")),
                 qPrintable(message));
    }
}

/// As Python saves them, without a word of what they are; older files lack the counters of norms.
void TstSpecOf::presetsAreKnownByTheirTensors()
{
    for (const Preset& preset : presets())
        for (const bool counted : {true, false}) {
            const NetworkSpec network = preset.make(17);
            StateDict weights;
            for (const ParameterShape& entry : stateOf(network))
                if (counted || !isBatchCounter(entry.name))
                    weights.tensors.push_back({entry.name, entry.shape, {}});
            QVERIFY2(checkedSpecOf(weights) == network, preset.name.data());
        }
}

GLYPHSCOPE_TEST(TstSpecOf, None)
#include "tst_spec_of.moc"
