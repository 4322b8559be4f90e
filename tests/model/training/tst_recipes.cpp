// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/model/training/option_change.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

#include <functional>

using namespace glyphscope;

class TstRecipes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecipeMakesSense();
    void unknownRecipeNamesTheKnown();
    void optionsSurviveACheckpoint();
    void olderCheckpointsHaveTheDefaultsOfNewerOptions();
    void missingOptionIsNamed();
    void malformedOptionIsNamed();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
};

void TstRecipes::everyRecipeMakesSense()
{
    QCOMPARE(recipes().size(), std::size_t(3));
    for (const TrainOptions& options : recipes()) {
        checkOptions(options);
        QCOMPARE(recipe(options.recipe).epochs, options.epochs);
    }
}

void TstRecipes::unknownRecipeNamesTheKnown()
{
    try {
        (void)recipe("marathon");
        QFAIL("an unknown recipe was taken");
    } catch (const Error& error) {
        QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("sprint, standard, quality")));
    }
}

void TstRecipes::optionsSurviveACheckpoint()
{
    TrainOptions options = recipe("quality");
    options.seed = 18446744073709551615ULL;
    options.peakLearningRate = 0.1 + 0.2;
    options.optimizer = OptimizerKind::Nesterov;
    options.device = "cuda:1";
    StateDict checkpoint;
    putOptions(options, checkpoint);
    const TrainOptions back = optionsOf(checkpoint);
    QCOMPARE(back.seed, options.seed);
    QVERIFY(back.peakLearningRate == options.peakLearningRate);
    QVERIFY(back.optimizer == OptimizerKind::Nesterov);
    QCOMPARE(back.device, options.device);
    QCOMPARE(back.recipe, options.recipe);
    QCOMPARE(back.augmentation.elasticAlpha, options.augmentation.elasticAlpha);
    StateDict again;
    putOptions(back, again);
    QVERIFY(again == checkpoint);
}

void TstRecipes::olderCheckpointsHaveTheDefaultsOfNewerOptions()
{
    TrainOptions options;
    options.epochs = 7;
    options.matrixRate = 0.1;
    options.matrixMomentum = 0.9;
    options.selectImages = 1000;
    options.hardShare = 0.25;
    StateDict checkpoint;
    putOptions(options, checkpoint);
    QCOMPARE(optionsOf(checkpoint), options);
    for (const char* name : {"matrix_rate", "matrix_momentum", "select_images", "hard_share"})
        QCOMPARE(checkpoint.metadata.erase(std::string("option.") + name), std::size_t(1));
    TrainOptions expected;
    expected.epochs = 7;
    QCOMPARE(optionsOf(checkpoint), expected);
    checkpoint.metadata["option.hard_share"] = "most";
    QVERIFY_THROWS_EXCEPTION(Error, (void)optionsOf(checkpoint));
}

void TstRecipes::missingOptionIsNamed()
{
    StateDict checkpoint;
    putOptions(TrainOptions{}, checkpoint);
    checkpoint.metadata.erase("option.batch_size");
    QVERIFY_THROWS_EXCEPTION(Error, (void)optionsOf(checkpoint));
}

void TstRecipes::malformedOptionIsNamed()
{
    StateDict checkpoint;
    putOptions(TrainOptions{}, checkpoint);
    checkpoint.metadata["option.epochs"] = "5 or so";
    try {
        (void)optionsOf(checkpoint);
        QFAIL("a malformed option was taken");
    } catch (const Error& error) {
        QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("\"epochs\" is \"5 or so\"")));
    }
}

void TstRecipes::nonsenseIsRefused_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("no epochs") << Change([](TrainOptions& o) { o.epochs = 0; });
    QTest::newRow("batch of one") << Change([](TrainOptions& o) { o.batchSize = 1; });
    QTest::newRow("no learning rate") << Change([](TrainOptions& o) { o.peakLearningRate = 0; });
    QTest::newRow("not a number") << Change([](TrainOptions& o) { o.peakLearningRate = std::nan(""); });
    QTest::newRow("all warm-up") << Change([](TrainOptions& o) { o.warmup = 1; });
    QTest::newRow("beta of one") << Change([](TrainOptions& o) { o.beta2 = 1; });
    QTest::newRow("negative decay") << Change([](TrainOptions& o) { o.weightDecay = -1; });
    QTest::newRow("all smoothing") << Change([](TrainOptions& o) { o.labelSmoothing = 1; });
    QTest::newRow("all dropout") << Change([](TrainOptions& o) { o.dropout = 1; });
    QTest::newRow("negative turn") << Change([](TrainOptions& o) { o.augmentation.rotation = -1; });
    QTest::newRow("no smoothness") << Change([](TrainOptions& o) { o.augmentation.elasticSigma = 0; });
    QTest::newRow("averaging of one") << Change([](TrainOptions& o) { o.averaging = 1; });
    QTest::newRow("no matrix rate") << Change([](TrainOptions& o) { o.matrixRate = 0; });
    QTest::newRow("endless matrix momentum") << Change([](TrainOptions& o) { o.matrixMomentum = 1; });
    QTest::newRow("fewer than no images") << Change([](TrainOptions& o) { o.selectImages = -1; });
    QTest::newRow("more than all hard") << Change([](TrainOptions& o) { o.hardShare = 1.1; });
}

void TstRecipes::nonsenseIsRefused()
{
    QFETCH(Change, change);
    TrainOptions options;
    change(options);
    QVERIFY_THROWS_EXCEPTION(Error, checkOptions(options));
}

GLYPHSCOPE_TEST(TstRecipes, Core)
#include "tst_recipes.moc"
