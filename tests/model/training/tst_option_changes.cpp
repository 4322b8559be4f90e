// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/option_changes.h"
#include "tests/model/training/option_change.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <functional>

using namespace glyphscope;

class TstOptionChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sayWhatChangedFromWhatToWhat_data();
    void sayWhatChangedFromWhatToWhat();
    void everyChangeIsSaid();
    void nothingChangedNothingSaid();
};

void TstOptionChanges::sayWhatChangedFromWhatToWhat_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* text, const Change& change) {
        QTest::newRow(text) << change << QString::fromUtf8(text);
    };
    row("learning rate 0.004 to 0.001", [](TrainOptions& o) { o.peakLearningRate = 0.001; });
    row("learning rate 0.004 to 1e-07", [](TrainOptions& o) { o.peakLearningRate = 1e-7; });
    row("beta 1 0.7 to 0.9", [](TrainOptions& o) { o.beta1 = 0.9; });
    row("beta 2 0.9 to 0.999", [](TrainOptions& o) { o.beta2 = 0.999; });
    row("weight decay 0 to 0.01", [](TrainOptions& o) { o.weightDecay = 0.01; });
    row("label smoothing 0.05 to 0.1", [](TrainOptions& o) { o.labelSmoothing = 0.1; });
    row("dropout 0 to 0.5", [](TrainOptions& o) { o.dropout = 0.5; });
    row("rotation 0 to 12", [](TrainOptions& o) { o.augmentation.rotation = 12; });
    row("elastic displacement 0 to 1", [](TrainOptions& o) { o.augmentation.elasticAlpha = 1; });
    row("frozen: conv1.weight, conv1.bias", [](TrainOptions& o) {
        o.frozen = {"fc2.bias", "conv1.weight", "conv1.bias"};
    });
    row("thawed: fc2.bias", [](TrainOptions& o) { o.frozen.clear(); });
    row("device cpu to cuda:0", [](TrainOptions& o) { o.device = "cuda:0"; });
}

void TstOptionChanges::sayWhatChangedFromWhatToWhat()
{
    QFETCH(Change, change);
    QFETCH(QString, text);
    TrainOptions before;
    before.frozen = {"fc2.bias"};
    TrainOptions after = before;
    change(after);
    const std::vector<std::string> changes = optionChanges(before, after);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(changes.front()), text);
}

void TstOptionChanges::everyChangeIsSaid()
{
    TrainOptions before;
    before.optimizer = OptimizerKind::Nesterov;
    TrainOptions after = before;
    after.beta1 = 0.95;
    after.beta2 = 0.5;  // means nothing here
    after.dropout = 0.25;
    after.matrixRate = 0.125;  // nor does this
    QVERIFY(optionChanges(before, after) ==
            (std::vector<std::string>{"momentum 0.7 to 0.95", "dropout 0 to 0.25"}));
    before.optimizer = after.optimizer = OptimizerKind::Muon;
    before.beta2 = after.beta2;
    after.matrixMomentum = 0.75;
    QVERIFY(optionChanges(before, after) ==
            (std::vector<std::string>{"matrix rate 0.25 to 0.125", "beta 1 0.7 to 0.95",
                                      "matrix momentum 0.5 to 0.75", "dropout 0 to 0.25"}));
}

void TstOptionChanges::nothingChangedNothingSaid()
{
    QVERIFY(optionChanges({}, {}).empty());
}

GLYPHSCOPE_TEST(TstOptionChanges, Core)
#include "tst_option_changes.moc"
