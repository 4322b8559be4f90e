// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_of.h"
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

TrainOptions optionsWith(NetworkSpec network)
{
    TrainOptions options = quickOptions();
    options.network = std::move(network);
    return options;
}

/// With what no preset has: dropouts, group and layer norms, a repeated block.
NetworkSpec mixedNetwork()
{
    NetworkSpec network = presetNamed("tiny")->make(10);
    insertLayer(network, {4}, newLayer("Dropout2d"));
    LayerSpec repeat = newLayer("Repeat");
    LayerSpec residual = newLayer("Residual");
    LayerSpec conv = newLayer("Conv2d");
    conv.options["out_channels"] = std::int64_t{12};
    residual.children = {conv, newLayer("GroupNorm"), newLayer("GELU")};
    repeat.children = {residual};
    insertLayer(network, {4}, repeat);
    insertLayer(network, {network.layers.size() - 1}, newLayer("LayerNorm"));
    insertLayer(network, {network.layers.size() - 1}, newLayer("Dropout"));
    return network;
}

}  // namespace

class TstTrainNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPresetLearns_data();
    void everyPresetLearns();
    void theClassesAreThoseOfTheData();
    void aRunGoesOnToTheLastBit();
    void anyNumberOfThreadsGivesTheSameWeights();
    void aRunStartsFromWeights();
    void whatDoesNotFitIsRefused();
};

void TstTrainNetworks::everyPresetLearns_data()
{
    QTest::addColumn<QString>("name");
    for (const Preset& preset : presets())
        QTest::newRow(preset.name.data()) << QString::fromLatin1(preset.name.data());
}

void TstTrainNetworks::everyPresetLearns()
{
    QFETCH(QString, name);
    const NetworkSpec network = presetNamed(name.toStdString())->make(10);
    Recorder recorder;
    TrainOptions options = optionsWith(network);
    options.epochs = 4;
    const TrainResult result = train(barSets(), options, {}, {}, recorder);
    QVERIFY2(result.failure.empty(), result.failure.text().c_str());
    QVERIFY(recorder.epochs.back().trainLoss < 0.9 * recorder.epochs.front().trainLoss);
    QVERIFY(checkedSpecOf(result.weights) == network);
}

void TstTrainNetworks::theClassesAreThoseOfTheData()
{
    TrainTest data = barSets();
    Recorder recorder;
    TrainOptions options = optionsWith(presetNamed("all-conv")->make(47));
    options.epochs = 1;
    const TrainResult result = train(data, options, {}, {}, recorder);
    QCOMPARE(classCountOf(result.weights), data.train.classes.size());
}

void TstTrainNetworks::aRunGoesOnToTheLastBit()
{
    for (const NetworkSpec& network : {presetNamed("resnet-8")->make(10), mixedNetwork()}) {
        TrainOptions options = optionsWith(network);
        options.epochs = 2;
        options.dropout = 0.2;
        Recorder whole;
        whole.checkpointsAt = {7, 25};
        const TrainResult unbroken = train(barSets(), options, {}, {}, whole);
        QVERIFY(!whole.checkpoints.empty());
        for (const StateDict& checkpoint : whole.checkpoints) {
            Recorder rest;
            TrainOptions without = optionsOf(checkpoint);  // the checkpoint knows its network
            const TrainResult resumed = train(barSets(), without, checkpoint, {}, rest);
            QVERIFY(resumed.weights == unbroken.weights);
            QVERIFY(timeless(resumed.checkpoint) == timeless(unbroken.checkpoint));
        }
    }
}

void TstTrainNetworks::anyNumberOfThreadsGivesTheSameWeights()
{
    TrainOptions options = optionsWith(mixedNetwork());
    options.epochs = 1;
    StateDict first;
    for (const int threads : {1, 2, 3}) {
        limitAvailableThreads(threads);
        useThreads(threads);
        Recorder recorder;
        const StateDict weights = train(barSets(), options, {}, {}, recorder).weights;
        if (threads == 1)
            first = weights;
        QVERIFY(weights == first);
    }
}

void TstTrainNetworks::aRunStartsFromWeights()
{
    const NetworkSpec network = presetNamed("mlp")->make(10);
    TrainOptions options = optionsWith(network);
    Recorder first;
    const StateDict trained = train(barSets(), options, {}, {}, first).weights;
    options.fromWeights = true;
    options.network.reset();  // it is that of the weights
    Recorder second;
    const TrainResult result = train(barSets(), options, trained, {}, second);
    QCOMPARE(second.steps.front().step, std::int64_t{1});
    QVERIFY(second.steps.front().loss < 0.7 * first.steps.front().loss);
    QVERIFY(checkedSpecOf(result.weights) == network);
    QVERIFY(withClassCount(network, 26).layers.back().options.at("out_features") ==
            OptionValue(std::int64_t{26}));
}

void TstTrainNetworks::whatDoesNotFitIsRefused()
{
    TrainOptions options = optionsWith(presetNamed("mlp")->make(10));
    options.network->layers.erase(options.network->layers.begin());
    Recorder recorder;
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(barSets(), options, {}, {}, recorder));
}

GLYPHSCOPE_TEST(TstTrainNetworks, None)
#include "tst_train_networks.moc"
