// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/optimizer.h"
#include "model/types/option_names.h"
#include "tests/model/training/goldens.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

constexpr int kSteps = 12;
constexpr double kRate = 0.05;

/// The numbers of make_goldens.py.
class Numbers {
public:
    torch::Tensor take(std::int64_t count)
    {
        std::vector<float> values;
        for (std::int64_t i = 0; i < count; ++i) {
            m_state = (m_state * 1103515245U + 12345U) % (1U << 31);
            values.push_back(static_cast<float>((static_cast<int>(m_state >> 16) % 2001 - 1000) / 1000.0));
        }
        return torch::tensor(values);
    }

private:
    std::uint32_t m_state = 7;
};

/// One parameter, as in the script.
struct Vector : torch::nn::Module {
    explicit Vector(const torch::Tensor& values) : value(register_parameter("value", values)) {}
    torch::Tensor value;
};

/// The parameters of muon_walked() in the script, in its order.
struct Layers : torch::nn::Module {
    explicit Layers(Numbers& numbers)
    {
        for (const auto& [name, shape] : std::vector<std::pair<const char*, std::vector<std::int64_t>>>{
                 {"conv", {4, 2, 3, 3}}, {"tall", {6, 3}}, {"bias", {5}}, {"last", {4, 3}}})
            register_parameter(name, numbers.take(c10::multiply_integers(shape)).view(shape));
    }
};

TrainOptions optionsOf(const char* name, double weightDecay)
{
    TrainOptions options;
    options.optimizer = optimizerNamed(name);
    options.beta1 = 0.9;
    options.beta2 = 0.99;
    options.weightDecay = weightDecay;
    return options;
}

LiveValues changed(const TrainOptions& options)
{
    LiveValues values = liveValuesOf(options);
    values.beta1 = 0.8;
    values.beta2 = 0.95;
    values.matrixRate = 0.1;
    values.matrixMomentum = 0.8;
    values.weightDecay = options.weightDecay / 2;
    return values;
}

/// The walk of the script, in which an optimizer is saved and put up anew before step `breakAt`.
torch::Tensor walked(const TrainOptions& options, int breakAt = -1)
{
    Numbers numbers;
    Vector module(numbers.take(16));
    auto optimizer = std::make_unique<Optimizer>(module, options);
    for (int step = 0; step < kSteps; ++step) {
        if (step == breakAt) {
            StateDict saved;
            optimizer->save(saved);
            optimizer = std::make_unique<Optimizer>(module, options);
            optimizer->load(saved);
        }
        if (step >= 6)
            optimizer->setValues(changed(options));
        optimizer->zeroGradients();
        module.value.mutable_grad().copy_(numbers.take(16));
        optimizer->step(kRate);
    }
    return module.value.detach().clone();
}

/// The same of Muon, the learning rate falling on the way; `optimizer` is put up anew before step `breakAt`.
torch::Tensor walkedWithMuon(double weightDecay, int breakAt = -1,
                             const std::vector<std::string>& frozen = {})
{
    TrainOptions options = optionsOf("muon", weightDecay);
    options.peakLearningRate = kRate;
    Numbers numbers;
    Layers module(numbers);
    const auto made = [&] {
        auto optimizer = std::make_unique<Optimizer>(module, options);
        optimizer->freeze(frozen);
        return optimizer;
    };
    std::unique_ptr<Optimizer> optimizer = made();
    for (int step = 0; step < kSteps; ++step) {
        if (step == breakAt) {
            StateDict saved;
            optimizer->save(saved);
            optimizer = made();
            optimizer->load(saved);
        }
        if (step >= 6)
            optimizer->setValues(changed(options));
        optimizer->zeroGradients();
        for (torch::Tensor& parameter : module.parameters())
            parameter.mutable_grad().copy_(numbers.take(parameter.numel()).view(parameter.sizes()));
        optimizer->step(kRate * (1 - step / 24.0));
    }
    return optimizer->parameters().clone();
}

}  // namespace

class TstOptimizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void walksAsPythonsDoes_data();
    void walksAsPythonsDoes();
    void goesOnFromWhatItSaved_data();
    void goesOnFromWhatItSaved();
    void muonWalksAsPythonsDoes();
    void muonGoesOnFromWhatItSaved();
    void muonLeavesFrozenMatricesAlone();
    void normIsThatOfAllGradients();
    void normOfHugeGradientsIsFinite();
    void normTellsOfAGradientThatIsNotFinite();
};

void TstOptimizer::walksAsPythonsDoes_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kGoldenWalks.size(); ++i)
        QTest::addRow("%s, weight decay %g", kGoldenWalks[i].optimizer, kGoldenWalks[i].weightDecay)
            << static_cast<int>(i);
}

void TstOptimizer::walksAsPythonsDoes()
{
    QFETCH(int, index);
    const GoldenWalk& golden = kGoldenWalks[static_cast<std::size_t>(index)];
    const torch::Tensor after = walked(optionsOf(golden.optimizer, golden.weightDecay));
    const torch::Tensor expected =
        torch::tensor(std::vector<float>(golden.after.begin(), golden.after.end()));
    const double difference = (after - expected).abs().max().item<double>();
    QVERIFY2(difference <= 1e-6, qPrintable(QString::number(difference)));
}

void TstOptimizer::goesOnFromWhatItSaved_data()
{
    walksAsPythonsDoes_data();
}

void TstOptimizer::goesOnFromWhatItSaved()
{
    QFETCH(int, index);
    const GoldenWalk& golden = kGoldenWalks[static_cast<std::size_t>(index)];
    const TrainOptions options = optionsOf(golden.optimizer, golden.weightDecay);
    for (const int breakAt : {1, 6, 11})
        QVERIFY(torch::equal(walked(options, breakAt), walked(options)));
}

void TstOptimizer::muonWalksAsPythonsDoes()
{
    for (const GoldenMuonWalk& golden : kGoldenMuonWalks) {
        const torch::Tensor expected =
            torch::tensor(std::vector<float>(golden.after.begin(), golden.after.end()));
        const double difference = (walkedWithMuon(golden.weightDecay) - expected).abs().max().item<double>();
        QVERIFY2(difference <= 3e-6, qPrintable(QString::number(difference)));
    }
}

void TstOptimizer::muonGoesOnFromWhatItSaved()
{
    for (const int breakAt : {1, 6, 11})
        QVERIFY(torch::equal(walkedWithMuon(0.1, breakAt), walkedWithMuon(0.1)));
}

void TstOptimizer::muonLeavesFrozenMatricesAlone()
{
    Numbers numbers;
    Layers module(numbers);
    const torch::Tensor start = Optimizer(module, optionsOf("muon", 0)).parameters().clone();
    const torch::Tensor frozen = walkedWithMuon(0.1, -1, {"tall", "bias"});
    const torch::Tensor free = walkedWithMuon(0.1);
    const auto same = [](const torch::Tensor& a, const torch::Tensor& b, std::int64_t begin, std::int64_t n) {
        return torch::equal(a.narrow(0, begin, n), b.narrow(0, begin, n));
    };
    QVERIFY(same(frozen, start, 72, 23));
    QVERIFY(same(frozen, free, 0, 72) && same(frozen, free, 95, 12));
    QVERIFY(!same(free, start, 72, 18) && !same(free, start, 90, 5));
}

void TstOptimizer::normIsThatOfAllGradients()
{
    torch::nn::Linear linear(3, 1);
    Optimizer optimizer(*linear, optionsOf("sgd", 0));
    linear->weight.mutable_grad().copy_(torch::tensor({{1.0F, 2.0F, 2.0F}}));
    linear->bias.mutable_grad().fill_(4);
    QCOMPARE(optimizer.gradientNorm(), 5.0);
    optimizer.zeroGradients();
    QCOMPARE(optimizer.gradientNorm(), 0.0);
}

void TstOptimizer::normOfHugeGradientsIsFinite()
{
    torch::nn::Linear linear(3, 1);
    Optimizer optimizer(*linear, optionsOf("sgd", 0));
    linear->weight.mutable_grad().fill_(1e30F);
    linear->bias.mutable_grad().fill_(1e30F);
    QVERIFY(std::abs(optimizer.gradientNorm() / 2e30 - 1) < 1e-6);
}

void TstOptimizer::normTellsOfAGradientThatIsNotFinite()
{
    torch::nn::Linear linear(3, 1);
    Optimizer optimizer(*linear, optionsOf("sgd", 0));
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        optimizer.zeroGradients();
        linear->bias.mutable_grad().fill_(bad);
        QVERIFY(!std::isfinite(optimizer.gradientNorm()));
    }
}

GLYPHSCOPE_TEST(TstOptimizer, Core)
#include "tst_optimizer.moc"
