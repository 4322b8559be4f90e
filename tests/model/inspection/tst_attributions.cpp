// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions against Python's values (golden/make_goldens.py) and by the laws of the methods.
#include "model/inspection/detail/attributions.h"
#include "model/inspection/detail/score.h"
#include "model/inspection/torch_inspector.h"
#include "model/network/detail/values.h"
#include "model/types/error.h"
#include "tests/model/inspection/figures.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <numeric>

using namespace glyphscope;
using test::Figures;

namespace {

const std::vector<std::string> kFigures{"seven", "four", "three"};

AttributionOptions optionsOf(AttributionMethod method, ClassTarget target = {})
{
    AttributionOptions options;
    options.method = method;
    options.target = target;
    return options;
}

/// The ranks of values, ties sharing their mean.
std::vector<double> ranksOf(const std::vector<float>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = static_cast<double>(begin + end - 1) / 2;
        begin = end;
    }
    return ranks;
}

/// Spearman's rho.
double rankCorrelation(const std::vector<float>& a, const std::vector<float>& b)
{
    const std::vector<double> x = ranksOf(a);
    const std::vector<double> y = ranksOf(b);
    const double middle = static_cast<double>(x.size() - 1) / 2;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - middle) * (y[i] - middle);
        xx += (x[i] - middle) * (x[i] - middle);
        yy += (y[i] - middle) * (y[i] - middle);
    }
    return xy / std::sqrt(xx * yy);
}

/// Of `values` over the pixels with ink.
std::vector<float> onInk(const std::vector<float>& values, const Glyph& glyph)
{
    std::vector<float> result;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (glyph[i] > 0)
            result.push_back(values[i]);
    return result;
}

double largestMagnitude(const std::vector<float>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [](double most, float value) { return std::max(most, std::abs(double{value})); });
}

}  // namespace

class TstAttributions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesPythonsValues_data();
    void givesPythonsValues();
    void smoothGradIsPythonsMeanOfNoisyGradients();
    void smoothGradFollowsItsSeed();
    void smoothGradWithoutNoiseIsSaliency();
    void integratedGradientsAreComplete();
    void contrastIsTheDifferenceOfTwoClasses_data();
    void contrastIsTheDifferenceOfTwoClasses();
    void gradientIsTheLimitOfDifferences();
    void mapsDependOnTheWeights_data();
    void mapsDependOnTheWeights();
    void occlusionOfPaperChangesNothing();
    void occlusionOfAllIsTheFallToPaper();
    void signsAreAsPromised();
    void resolvesTheTarget();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void stopsWhenAsked_data();
    void stopsWhenAsked();
    void explainsOtherNumbersOfClasses();

private:
    Attribution attribution(const std::string& figure, const AttributionOptions& options)
    {
        return m_inspector->attribute(m_figures.glyph(figure), options, {});
    }

    Figures m_figures;
    std::unique_ptr<Inspector> m_inspector;
};

void TstAttributions::initTestCase()
{
    const StateDict weights = test::shippedWeights();
    QVERIFY2(m_figures.belongTo(weights), "the shipped weights changed: run golden/make_goldens.py again");
    m_inspector = makeTorchInspector(weights, "cpu");
}

void TstAttributions::givesPythonsValues_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("golden");
    const auto row = [](const char* name, AttributionMethod method) {
        QTest::newRow(name) << static_cast<int>(method) << QString::fromUtf8(name);
    };
    row("saliency", AttributionMethod::Saliency);
    row("input_x_gradient", AttributionMethod::InputTimesGradient);
    row("grad_cam", AttributionMethod::GradCam);
    row("integrated_gradients", AttributionMethod::IntegratedGradients);
    row("occlusion", AttributionMethod::Occlusion);
}

void TstAttributions::givesPythonsValues()
{
    QFETCH(int, method);
    QFETCH(QString, golden);
    for (const std::string& figure : kFigures) {
        AttributionOptions options =
            optionsOf(static_cast<AttributionMethod>(method), m_figures.target(figure));
        options.steps = 16;
        options.patch = 5;
        const Attribution result = attribution(figure, options);
        const double distance = m_figures.distance(figure + '.' + golden.toStdString(), result.values);
        QVERIFY2(distance <= 1e-4, qPrintable(QString::number(distance)));
        QVERIFY(std::abs(result.score - m_figures.values(figure + ".score")[0]) <= 1e-4);
        QCOMPARE(result.target, options.target);
        QCOMPARE(result.method, options.method);
        QVERIFY(result.milliseconds > 0);
    }
}

void TstAttributions::smoothGradIsPythonsMeanOfNoisyGradients()
{
    constexpr int kSamples = 8;
    std::vector<float> noise(kSamples * 784);
    std::uint32_t state = 1;
    for (float& value : noise) {
        state = (state * 1103515245U + 12345U) % (1U << 31);
        value = static_cast<float>((state >> 16) % 256) / 256 - 0.5F;
    }
    Network network = networkToLoad(shippedNetwork(10));
    loadStateDict(network, test::shippedWeights());
    for (const std::string& figure : kFigures) {
        const torch::Tensor input = inputOf(network, m_figures.glyph(figure), torch::kCPU);
        const Question question{network, input, m_figures.target(figure), {}};
        const torch::Tensor copies = input + torch::from_blob(noise.data(), {kSamples, 1, 28, 28});
        const double distance =
            m_figures.distance(figure + ".mean_gradient", valuesOf(meanGradient(question, copies)));
        QVERIFY2(distance <= 1e-4, qPrintable(QString::number(distance)));
    }
}

void TstAttributions::smoothGradFollowsItsSeed()
{
    AttributionOptions options = optionsOf(AttributionMethod::SmoothGrad);
    options.seed = 5;
    const std::vector<float> first = attribution("seven", options).values;
    QCOMPARE(attribution("seven", options).values, first);
    options.seed = 6;
    QVERIFY(attribution("seven", options).values != first);
}

void TstAttributions::smoothGradWithoutNoiseIsSaliency()
{
    AttributionOptions options = optionsOf(AttributionMethod::SmoothGrad);
    options.noise = 0;
    options.samples = 3;
    const std::vector<float> smooth = attribution("four", options).values;
    const std::vector<float> plain = attribution("four", optionsOf(AttributionMethod::Saliency)).values;
    for (std::size_t i = 0; i < plain.size(); ++i)
        QVERIFY(std::abs(smooth[i] - plain[i]) <= 1e-5);
}

void TstAttributions::integratedGradientsAreComplete()
{
    for (const std::string& figure : kFigures) {
        std::vector<double> gaps;
        const int usual = AttributionOptions().steps;
        for (const int steps : {2, 16, usual, 512}) {
            AttributionOptions options = optionsOf(AttributionMethod::IntegratedGradients);
            options.steps = steps;
            const Attribution result = attribution(figure, options);
            QVERIFY(result.completeness.has_value());
            const Completeness& c = *result.completeness;
            QCOMPARE(c.scoreAtInput, static_cast<double>(result.score));
            gaps.push_back(std::abs(c.gap()) / std::abs(c.scoreAtInput - c.scoreAtBaseline));
        }
        // how fast it closes is the network's matter; that it closes is the method's
        QVERIFY2(gaps[2] < 0.02, qPrintable(QString::number(gaps[2])));
        QVERIFY2(gaps[3] < 0.005, qPrintable(QString::number(gaps[3])));
        QVERIFY(gaps[3] < gaps[1]);
        QVERIFY(gaps[3] < 0.1 * gaps[0]);
    }
    QVERIFY(!attribution("four", optionsOf(AttributionMethod::Saliency)).completeness);
}

void TstAttributions::contrastIsTheDifferenceOfTwoClasses_data()
{
    QTest::addColumn<int>("method");
    QTest::newRow("input x gradient") << static_cast<int>(AttributionMethod::InputTimesGradient);
    QTest::newRow("integrated gradients") << static_cast<int>(AttributionMethod::IntegratedGradients);
    QTest::newRow("occlusion") << static_cast<int>(AttributionMethod::Occlusion);
}

void TstAttributions::contrastIsTheDifferenceOfTwoClasses()
{
    QFETCH(int, method);
    const auto of = [&](ClassTarget target) {
        return attribution("four", optionsOf(static_cast<AttributionMethod>(method), target));
    };
    const Attribution four = of({4, -1});
    const Attribution nine = of({9, -1});
    const Attribution both = of({4, 9});
    const double tolerance = 1e-4 * largestMagnitude(four.values);
    for (std::size_t i = 0; i < both.values.size(); ++i)
        QVERIFY(std::abs(both.values[i] - (four.values[i] - nine.values[i])) <= tolerance);
    QVERIFY(std::abs(both.score - (four.score - nine.score)) <= 1e-4);
    QVERIFY(largestMagnitude(both.values) > 0);
}

void TstAttributions::gradientIsTheLimitOfDifferences()
{
    const Glyph glyph = m_figures.glyph("three");
    const GradientReading reading = m_inspector->gradients(glyph, {3, -1});
    const double scale = largestMagnitude(reading.input);
    int compared = 0;
    for (std::size_t pixel = 0; pixel < glyph.size(); pixel += 3) {
        if (glyph[pixel] < 4 || glyph[pixel] > 251)
            continue;
        Glyph lighter = glyph;
        Glyph darker = glyph;
        lighter[pixel] = static_cast<std::uint8_t>(glyph[pixel] - 1);
        darker[pixel] = static_cast<std::uint8_t>(glyph[pixel] + 1);
        const double step = 2 / 255.0 / 0.3081;
        const double slope = (static_cast<double>(m_inspector->gradients(darker, {3, -1}).score) -
                              m_inspector->gradients(lighter, {3, -1}).score) /
                             step;
        // a ReLU or a pool may turn inside the step
        QVERIFY2(std::abs(slope - reading.input[pixel]) <= 0.05 * scale,
                 qPrintable(QString::number(slope) + u' ' +
                            QString::number(static_cast<double>(reading.input[pixel]))));
        ++compared;
    }
    QVERIFY(compared > 10);
}

void TstAttributions::mapsDependOnTheWeights_data()
{
    QTest::addColumn<int>("method");
    QTest::newRow("saliency") << static_cast<int>(AttributionMethod::Saliency);
    QTest::newRow("input x gradient") << static_cast<int>(AttributionMethod::InputTimesGradient);
    QTest::newRow("SmoothGrad") << static_cast<int>(AttributionMethod::SmoothGrad);
    QTest::newRow("Grad-CAM") << static_cast<int>(AttributionMethod::GradCam);
    QTest::newRow("integrated gradients") << static_cast<int>(AttributionMethod::IntegratedGradients);
    QTest::newRow("occlusion") << static_cast<int>(AttributionMethod::Occlusion);
}

/// The sanity check of Adebayo et al. 2018: a map that stays when the weights go explains nothing.
void TstAttributions::mapsDependOnTheWeights()
{
    QFETCH(int, method);
    double sum = 0;
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto random = makeTorchInspector(stateDict(seededNetwork(seed, shippedNetwork(10))), "cpu");
        for (const std::string& figure : kFigures) {
            const Glyph glyph = m_figures.glyph(figure);
            const AttributionOptions options =
                optionsOf(static_cast<AttributionMethod>(method), m_figures.target(figure));
            sum += std::abs(rankCorrelation(onInk(attribution(figure, options).values, glyph),
                                            onInk(random->attribute(glyph, options, {}).values, glyph)));
        }
    }
    QVERIFY2(sum / 9 < 0.5, qPrintable(QString::number(sum / 9)));
}

void TstAttributions::occlusionOfPaperChangesNothing()
{
    AttributionOptions options = optionsOf(AttributionMethod::Occlusion);
    options.patch = 3;
    const Glyph glyph = m_figures.glyph("seven");
    const Attribution result = attribution("seven", options);
    int blank = 0;
    for (int y = 1; y < 27; ++y) {
        for (int x = 1; x < 27; ++x) {
            bool ink = false;
            for (int i = 0; i < 9; ++i)
                ink = ink || glyph[static_cast<std::size_t>((y + i / 3 - 1) * 28 + x + i % 3 - 1)] > 0;
            if (!ink) {
                QCOMPARE(result.values[static_cast<std::size_t>(y * 28 + x)], 0.0F);
                ++blank;
            }
        }
    }
    QVERIFY(blank > 100);
    QVERIFY(largestMagnitude(result.values) > 0.1);
    QCOMPARE(largestMagnitude(m_inspector->attribute(Glyph{}, options, {}).values), 0.0);
}

void TstAttributions::occlusionOfAllIsTheFallToPaper()
{
    AttributionOptions options = optionsOf(AttributionMethod::Occlusion, {7, -1});
    options.patch = 27;
    const Attribution result = attribution("seven", options);
    // centred at (14, 14) it covers rows and columns 1 to 27: all of the ink
    const auto paper = static_cast<double>(m_inspector->gradients(Glyph{}, {7, -1}).score);
    QVERIFY(std::abs(result.values[14 * 28 + 14] - (result.score - paper)) <= 1e-4);
}

void TstAttributions::signsAreAsPromised()
{
    for (const AttributionMethod method : kAttributionMethods) {
        const std::vector<float> values = attribution("four", optionsOf(method)).values;
        QCOMPARE(values.size(), std::size_t{784});
        const bool negative = std::any_of(values.begin(), values.end(), [](float v) { return v < 0; });
        const bool isSigned = method == AttributionMethod::InputTimesGradient ||
                              method == AttributionMethod::IntegratedGradients ||
                              method == AttributionMethod::Occlusion;
        QCOMPARE(negative, isSigned);
    }
}

void TstAttributions::resolvesTheTarget()
{
    for (const AttributionMethod method : kAttributionMethods) {
        const Attribution result = attribution("seven", optionsOf(method, {-1, 2}));
        QCOMPARE(result.target, (ClassTarget{7, 2}));
    }
}

void TstAttributions::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<AttributionOptions>("options");
    const auto row = [](const char* name, auto change) {
        AttributionOptions options;
        change(options);
        QTest::newRow(name) << options;
    };
    row("class above", [](auto& o) { o.target.target = 10; });
    row("class below", [](auto& o) { o.target.target = -2; });
    row("contrast above", [](auto& o) { o.target.contrast = 10; });
    row("no steps", [](auto& o) { o.steps = 0; });
    row("no samples", [](auto& o) { o.samples = 0; });
    row("too many samples", [](auto& o) { o.samples = 1'000'000; });
    row("even patch", [](auto& o) { o.patch = 4; });
    row("no patch", [](auto& o) { o.patch = -1; });
    row("large patch", [](auto& o) { o.patch = 29; });
    row("noise below 0", [](auto& o) { o.noise = -1; });
    row("noise not a number", [](auto& o) { o.noise = std::nan(""); });
}

void TstAttributions::refusesWhatMakesNoSense()
{
    QFETCH(AttributionOptions, options);
    QVERIFY_THROWS_EXCEPTION(Error, (void)attribution("four", options));
}

void TstAttributions::stopsWhenAsked_data()
{
    QTest::addColumn<int>("method");
    for (const AttributionMethod method : kAttributionMethods)
        QTest::addRow("%d", static_cast<int>(method)) << static_cast<int>(method);
}

void TstAttributions::stopsWhenAsked()
{
    QFETCH(int, method);
    std::stop_source stop;
    stop.request_stop();
    try {
        (void)m_inspector->attribute(m_figures.glyph("four"),
                                     optionsOf(static_cast<AttributionMethod>(method)), stop.get_token());
        QFAIL("went on");
    } catch (const Error& error) {
        QCOMPARE(error.what(), "stopped");
    }
}

void TstAttributions::explainsOtherNumbersOfClasses()
{
    const auto letters = makeTorchInspector(stateDict(seededNetwork(8, shippedNetwork(26))), "cpu");
    for (const AttributionMethod method : kAttributionMethods) {
        AttributionOptions options = optionsOf(method, {25, 11});
        options.steps = 4;
        options.samples = 4;
        const Attribution result = letters->attribute(m_figures.glyph("four"), options, {});
        QCOMPARE(result.values.size(), std::size_t{784});
    }
}

GLYPHSCOPE_TEST(TstAttributions, Core)
#include "tst_attributions.moc"
