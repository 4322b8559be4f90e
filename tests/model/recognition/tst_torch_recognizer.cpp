// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

namespace {

Glyph stripes()
{
    Glyph glyph{};
    for (std::size_t i = 0; i < glyph.size(); ++i)
        glyph[i] = static_cast<std::uint8_t>(i % 5 == 0 ? 255 : i % 7 * 10);
    return glyph;
}

StateDict randomWeights()
{
    torch::manual_seed(3);
    return stateDict(Network());
}

}  // namespace

class TstTorchRecognizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readAndPredictAgree();
    void equalsTheNetworksLogits();
    void showsEveryModuleInOrder();
    void copiesAreNotTouchedByTheNextReading();
    void refusesForeignWeights();
};

void TstTorchRecognizer::readAndPredictAgree()
{
    const auto recognizer = makeTorchRecognizer(randomWeights(), "cpu");
    const Reading reading = recognizer->read(stripes());
    QCOMPARE(recognizer->predict(stripes()).logits, reading.prediction.logits);
    QVERIFY(reading.microseconds > 0);
}

void TstTorchRecognizer::equalsTheNetworksLogits()
{
    Network network;
    loadStateDict(network, randomWeights());
    Glyph glyph = stripes();
    const torch::Tensor x =
        normalizePixels(torch::from_blob(glyph.data(), {1, 1, 28, 28}, torch::kByte), network.spec().input);
    const torch::Tensor expected = network.forward(x).detach();
    const auto logits = makeTorchRecognizer(randomWeights(), "cpu")->predict(glyph).logits;
    for (std::size_t k = 0; k < logits.size(); ++k)
        QVERIFY(std::abs(logits[k] - expected[0][static_cast<std::int64_t>(k)].item<float>()) <= 1e-6F);
}

void TstTorchRecognizer::showsEveryModuleInOrder()
{
    const Reading reading = makeTorchRecognizer(randomWeights(), "cpu")->read(stripes());
    QStringList shapes;
    for (const ModuleOutput& module : reading.modules) {
        QStringList sides;
        std::size_t count = 1;
        for (const int side : module.shape) {
            sides << QString::number(side);
            count *= static_cast<std::size_t>(side);
        }
        QCOMPARE(module.values.size(), count);
        shapes << QString::fromStdString(module.name) + u':' + sides.join(u'x');
    }
    QCOMPARE(shapes.join(u' '),
             QStringLiteral("conv1:32x28x28 relu1:32x28x28 pool1:32x14x14 conv2:64x14x14 relu2:64x14x14 "
                            "pool2:64x7x7 flatten:3136 fc1:256 relu3:256 fc2:10"));
    QCOMPARE(reading.modules.back().values, reading.prediction.logits);
    // ReLU is a module of its own: its output is conv1's with the negative part gone
    const auto& conv = reading.modules[0].values;
    const auto& relu = reading.modules[1].values;
    QVERIFY(std::equal(conv.begin(), conv.end(), relu.begin(),
                       [](float c, float r) { return r == std::max(c, 0.0F); }));
    QVERIFY(*std::min_element(conv.begin(), conv.end()) < 0);
}

void TstTorchRecognizer::copiesAreNotTouchedByTheNextReading()
{
    const auto recognizer = makeTorchRecognizer(randomWeights(), "cpu");
    const Reading first = recognizer->read(stripes());
    const std::vector<float> kept = first.modules[3].values;
    (void)recognizer->read(Glyph{});
    QCOMPARE(first.modules[3].values, kept);
}

void TstTorchRecognizer::refusesForeignWeights()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)makeTorchRecognizer(StateDict{}, "cpu"));
    QVERIFY_THROWS_EXCEPTION(Error, (void)makeTorchRecognizer(randomWeights(), "cuda:99"));
}

GLYPHSCOPE_TEST(TstTorchRecognizer, Core)
#include "tst_torch_recognizer.moc"
