// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/feature_pass.h"
#include "model/types/error.h"
#include "tests/model/kernels/plain_network.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cstddef>
#include <limits>
#include <memory>

using namespace glyphscope;

class TstFeaturePass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void featuresEqualTheirDefinition_data();
    void featuresEqualTheirDefinition();
    void gradientsEqualTheirDefinition_data();
    void gradientsEqualTheirDefinition();
    void gradientsOfImagesAddUp_data();
    void gradientsOfImagesAddUp();
    void theFirstOfEqualsTakesTheGradient_data();
    void theFirstOfEqualsTakesTheGradient();
    void whatIsNoNumberStaysSo_data();
    void whatIsNoNumberStaysSo();
    void leavesConv1OutWhereItIsNotWanted_data();
    void leavesConv1OutWhereItIsNotWanted();
    void halvesGiveTheSameAsTheWhole_data();
    void halvesGiveTheSameAsTheWhole();
    void refusesUnknownInstructions();
};

namespace {

constexpr std::size_t kFeatures = 3136;

/// The parameters by their names, or their gradients.
struct Parameters {
    std::vector<float> conv1, bias1, conv2, bias2;

    static Parameters zeros()
    {
        return {std::vector<float>(288), std::vector<float>(32), std::vector<float>(18432),
                std::vector<float>(64)};
    }
    static Parameters of(const StateDict& weights)
    {
        const auto values = [&](const char* name) { return weights.find(name)->values; };
        return {values("conv1.weight"), values("conv1.bias"), values("conv2.weight"), values("conv2.bias")};
    }
    [[nodiscard]] FeatureParameters<const float> read() const
    {
        return {conv1.data(), bias1.data(), conv2.data(), bias2.data()};
    }
    FeatureParameters<float> write() { return {conv1.data(), bias1.data(), conv2.data(), bias2.data()}; }
};

Glyph featureGlyphOf(std::uint32_t seed)
{
    Glyph glyph{};
    for (std::size_t i = 0; i < glyph.size(); ++i) {
        seed = seed * 1664525U + 1013904223U;
        glyph[i] = (seed >> 28) < 9 ? 0 : static_cast<std::uint8_t>(seed >> 24);
    }
    return glyph;
}

std::vector<float> imageOf(const Glyph& glyph)
{
    std::vector<float> image;
    for (const std::uint8_t byte : glyph)
        image.push_back((static_cast<float>(byte) / 255.0F - 0.1307F) / 0.3081F);
    return image;
}

std::vector<float> someGradient()
{
    std::vector<float> gradient(kFeatures);
    std::uint32_t state = 77;
    for (float& value : gradient) {
        state = state * 1664525U + 1013904223U;
        value = (state >> 29) == 0 ? 0.0F : static_cast<float>(state >> 8) / 8388608.0F - 1.0F;
    }
    return gradient;
}

/// What lies between the two passes, at an address that 64 divides.
class State {
public:
    explicit State(std::size_t bytes) : m_memory(bytes + 64) {}
    std::byte* at()
    {
        void* start = m_memory.data();
        std::size_t space = m_memory.size();
        return static_cast<std::byte*>(std::align(64, m_memory.size() - 64, start, space));
    }

private:
    std::vector<std::byte> m_memory;
};

struct Passed {
    std::vector<float> features = std::vector<float>(kFeatures);
    Parameters gradients = Parameters::zeros();
};

Passed pass(const FeaturePass& network, const std::vector<float>& image, const std::vector<float>& gradient,
            bool conv1 = true)
{
    Passed result;
    State state(network.stateBytes());
    network.forward(image.data(), state.at(), result.features.data());
    FeaturePass::Sums sums;
    network.backward(image.data(), state.at(), gradient.data(), conv1, sums);
    sums.write(result.gradients.write());
    return result;
}

using Values = std::vector<double>;

/// The gradient of a map's values before a ReLU and a 2x2 maximum, from that after both.
Values throughPool(const Values& before, const Values& gradient, std::size_t maps, std::size_t side)
{
    Values result(before.size());
    for (std::size_t m = 0; m < maps; ++m)
        for (std::size_t y = 0; y < side / 2; ++y)
            for (std::size_t x = 0; x < side / 2; ++x) {
                const std::size_t corner = (m * side + 2 * y) * side + 2 * x;
                std::size_t best = corner;
                for (const std::size_t other : {corner + 1, corner + side, corner + side + 1})
                    if (before[other] > before[best])
                        best = other;
                if (before[best] > 0)
                    result[best] = gradient[(m * side / 2 + y) * side / 2 + x];
            }
    return result;
}

struct Convolved {
    Values weights, bias, inputs;
};

/// The gradients of a 3x3 convolution with a border, from that of its outputs.
Convolved throughConvolution(const Values& input, const std::vector<float>& weights, const Values& gradient,
                             std::size_t in, std::size_t out, int side)
{
    const auto area = static_cast<std::size_t>(side * side);
    Convolved result{Values(weights.size()), Values(out), Values(input.size())};
    for (std::size_t o = 0; o < out; ++o)
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const double g = gradient[o * area + static_cast<std::size_t>(y * side + x)];
                result.bias[o] += g;
                for (std::size_t tap = 0; tap < 9 && g != 0; ++tap) {
                    const int v = y + static_cast<int>(tap) / 3 - 1;
                    const int u = x + static_cast<int>(tap) % 3 - 1;
                    if (v < 0 || v >= side || u < 0 || u >= side)
                        continue;
                    for (std::size_t i = 0; i < in; ++i) {
                        const std::size_t at = i * area + static_cast<std::size_t>(v * side + u);
                        const std::size_t weight = (o * in + i) * 9 + tap;
                        result.weights[weight] += g * input[at];
                        result.inputs[at] += g * static_cast<double>(weights[weight]);
                    }
                }
            }
    return result;
}

double largest(const Values& values)
{
    double most = 0;
    for (const double value : values)
        most = std::max(most, std::abs(value));
    return most;
}

/// The largest difference in units of the largest value.
double difference(const std::vector<float>& ours, const Values& expected)
{
    double most = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(ours[i]) - expected[i]));
    return most / largest(expected);
}

/// The length of the difference in units of the expected length.
double distance(const std::vector<float>& ours, const Values& expected)
{
    double apart = 0;
    double length = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        apart += std::pow(static_cast<double>(ours[i]) - expected[i], 2);
        length += expected[i] * expected[i];
    }
    return std::sqrt(apart / length);
}

void addFeatureInstructions()
{
    QTest::addColumn<QString>("instructions");
    QTest::addColumn<bool>("bfloat16");
    for (const FeatureInstructions& instructions : featureInstructions())
        QTest::newRow(instructions.name.c_str())
            << QString::fromStdString(instructions.name) << instructions.bfloat16;
    if (featureInstructions().empty())
        QSKIP("this processor has no instructions for it");
}

/// With the instructions of the row.
FeaturePass networkOf(const Parameters& parameters)
{
    QFETCH(QString, instructions);
    QFETCH(bool, bfloat16);
    return {parameters.read(), bfloat16, instructions.toStdString()};
}

/// How far from double precision the row's may be, in units of the largest value. bfloat16 keeps 8 bits of
/// the significand.
double tolerance()
{
    QFETCH(bool, bfloat16);
    return bfloat16 ? 0.02 : 1e-5;
}

}  // namespace

void TstFeaturePass::featuresEqualTheirDefinition_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::featuresEqualTheirDefinition()
{
    const StateDict weights = test::plainWeights(10, 7);
    const FeaturePass network = networkOf(Parameters::of(weights));
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const Glyph glyph = featureGlyphOf(seed);
        const Passed passed = pass(network, imageOf(glyph), someGradient());
        QVERIFY(difference(passed.features, test::plainForward(weights, glyph)["flatten"]) <= tolerance());
    }
}

void TstFeaturePass::gradientsEqualTheirDefinition_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::gradientsEqualTheirDefinition()
{
    const StateDict weights = test::plainWeights(10, 7);
    const Parameters parameters = Parameters::of(weights);
    const FeaturePass network = networkOf(parameters);
    const Glyph glyph = featureGlyphOf(4);
    const std::vector<float> gradient = someGradient();
    const Passed passed = pass(network, imageOf(glyph), gradient);
    auto modules = test::plainForward(weights, glyph);
    const Values atConv2 = throughPool(modules["conv2"], {gradient.begin(), gradient.end()}, 64, 14);
    const Convolved conv2 = throughConvolution(modules["pool1"], parameters.conv2, atConv2, 32, 64, 14);
    const Values atConv1 = throughPool(modules["conv1"], conv2.inputs, 32, 28);
    const Convolved conv1 = throughConvolution(modules["input"], parameters.conv1, atConv1, 1, 32, 28);
    // A few maxima fall otherwise where the products are rounded: their gradients go elsewhere.
    QFETCH(bool, bfloat16);
    const double most = bfloat16 ? 0.1 : 1e-5;
    QVERIFY(distance(passed.gradients.conv2, conv2.weights) <= most);
    QVERIFY(distance(passed.gradients.bias2, conv2.bias) <= most);
    QVERIFY(distance(passed.gradients.conv1, conv1.weights) <= most);
    QVERIFY(distance(passed.gradients.bias1, conv1.bias) <= most);
}

void TstFeaturePass::gradientsOfImagesAddUp_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::gradientsOfImagesAddUp()
{
    const Parameters parameters = Parameters::of(test::plainWeights(10, 9));
    const FeaturePass network = networkOf(parameters);
    State state(network.stateBytes());
    std::vector<float> features(kFeatures);
    const std::vector<float> gradient = someGradient();
    FeaturePass::Sums together;
    FeaturePass::Sums added;
    for (const std::uint32_t seed : {5U, 6U, 7U}) {
        const std::vector<float> image = imageOf(featureGlyphOf(seed));
        network.forward(image.data(), state.at(), features.data());
        network.backward(image.data(), state.at(), gradient.data(), true, together);
        FeaturePass::Sums one;
        network.backward(image.data(), state.at(), gradient.data(), true, one);
        added.add(one);
    }
    Parameters sums = Parameters::zeros();
    Parameters parts = Parameters::zeros();
    together.write(sums.write());
    added.write(parts.write());
    for (const auto& [ours, expected] :
         {std::pair(&sums.conv1, &parts.conv1), std::pair(&sums.bias1, &parts.bias1),
          std::pair(&sums.conv2, &parts.conv2), std::pair(&sums.bias2, &parts.bias2)})
        QVERIFY(difference(*ours, {expected->begin(), expected->end()}) <= 1e-5);
}

void TstFeaturePass::theFirstOfEqualsTakesTheGradient_data()
{
    addFeatureInstructions();
}

/// Without weights a convolution gives its bias everywhere: all four of a maximum are equal.
void TstFeaturePass::theFirstOfEqualsTakesTheGradient()
{
    Parameters parameters = Parameters::zeros();
    parameters.bias1.assign(32, 1.0F);
    parameters.bias2.assign(64, 1.0F);
    parameters.bias2[1] = 0;  // cut off: it is not above 0
    std::vector<float> gradient(kFeatures);
    gradient[0] = gradient[49] = 1.0F;  // of the first position, in the first two maps
    const Passed passed = pass(networkOf(parameters), std::vector<float>(784), gradient);
    QCOMPARE(passed.gradients.bias2[0], 1.0F);
    QCOMPARE(passed.gradients.bias2[1], 0.0F);
    // The upper left of the four: what is above and left of it is the border.
    const std::vector<float> taps(passed.gradients.conv2.begin(), passed.gradients.conv2.begin() + 9);
    QCOMPARE(taps, (std::vector<float>{0, 0, 0, 0, 1, 1, 0, 1, 1}));
}

void TstFeaturePass::whatIsNoNumberStaysSo_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::whatIsNoNumberStaysSo()
{
    const float none = std::numeric_limits<float>::quiet_NaN();
    Parameters parameters = Parameters::of(test::plainWeights(10, 7));
    const std::vector<float> image = imageOf(featureGlyphOf(8));
    std::vector<float> gradient = someGradient();
    parameters.conv2[0] = none;
    const Passed passed = pass(networkOf(parameters), image, gradient);
    QVERIFY(std::isnan(passed.features[0]));
    QVERIFY(std::isfinite(passed.features[49]));
    parameters = Parameters::of(test::plainWeights(10, 7));
    parameters.bias2.assign(64, 10.0F);  // so that nothing is cut off
    gradient[3] = none;
    const Passed broken = pass(networkOf(parameters), image, gradient);
    QVERIFY(std::isnan(broken.gradients.bias2[0]));
    QVERIFY(std::isfinite(broken.gradients.bias2[1]));
    QVERIFY(std::ranges::any_of(broken.gradients.conv1, [](float value) { return std::isnan(value); }));
}

void TstFeaturePass::leavesConv1OutWhereItIsNotWanted_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::leavesConv1OutWhereItIsNotWanted()
{
    const Parameters parameters = Parameters::of(test::plainWeights(10, 7));
    const FeaturePass network = networkOf(parameters);
    const std::vector<float> image = imageOf(featureGlyphOf(9));
    const Passed all = pass(network, image, someGradient());
    const Passed some = pass(network, image, someGradient(), false);
    QVERIFY(all.gradients.conv1 != Parameters::zeros().conv1);
    QCOMPARE(some.gradients.conv1, Parameters::zeros().conv1);
    QCOMPARE(some.gradients.conv2, all.gradients.conv2);
    QCOMPARE(some.gradients.bias2, all.gradients.bias2);
}

void TstFeaturePass::halvesGiveTheSameAsTheWhole_data()
{
    addFeatureInstructions();
}

void TstFeaturePass::halvesGiveTheSameAsTheWhole()
{
    const FeaturePass network = networkOf(Parameters::of(test::plainWeights(10, 7)));
    const std::vector<float> image = imageOf(featureGlyphOf(4));
    const std::vector<float> gradient = someGradient();
    const Passed whole = pass(network, image, gradient);

    Passed halves;
    State first(network.stateBytes());
    State second(network.stateBytes());
    std::vector<float> pool1(std::size_t{32} * 14 * 14);
    network.forwardFirst(image.data(), first.at(), pool1.data());
    network.forwardSecond(pool1.data(), second.at(), halves.features.data());
    QVERIFY(halves.features == whole.features);

    FeaturePass::Sums sums;
    network.backwardSecond(second.at(), gradient.data(), pool1.data(), sums);
    network.backwardFirst(image.data(), first.at(), pool1.data(), sums);
    sums.write(halves.gradients.write());
    QVERIFY(halves.gradients.conv1 == whole.gradients.conv1);
    QVERIFY(halves.gradients.bias1 == whole.gradients.bias1);
    QVERIFY(halves.gradients.conv2 == whole.gradients.conv2);
    QVERIFY(halves.gradients.bias2 == whole.gradients.bias2);
}

void TstFeaturePass::refusesUnknownInstructions()
{
    const Parameters parameters = Parameters::zeros();
    for (const bool bfloat16 : {false, true})
        QVERIFY_THROWS_EXCEPTION(Error, FeaturePass(parameters.read(), bfloat16, "MMX"));
}

GLYPHSCOPE_TEST(TstFeaturePass, Core)
#include "tst_feature_pass.moc"
