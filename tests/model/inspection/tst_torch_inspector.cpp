// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/torch_inspector.h"
#include "model/network/detail/network.h"
#include "model/types/error.h"
#include "tests/model/inspection/figures.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <functional>
#include <numeric>

using namespace glyphscope;
using test::Figures;

namespace {

QString messageOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

class TstTorchInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_inspector->setHooks({}); }
    void describesTheModules();
    void describesTheParameters();
    void describesOtherNumbersOfClasses();
    void givesPythonsGradients();
    void gradientOfAContrastIsTheDifference();
    void resolvesTheTarget();
    void saysWhichGlyphWasRead();
    void hooksTakePartInGradients();
    void hooksTakePartInAttributions();
    void logsWhatTheHooksSaw();
    void keepsTheHooksWhenNewOnesAreRefused();
    void refusesWhatIsNotThere();
    void stopsWhenAsked();

private:
    Figures m_figures;
    StateDict m_weights;
    std::unique_ptr<Inspector> m_inspector;
};

void TstTorchInspector::initTestCase()
{
    m_weights = test::shippedWeights();
    QVERIFY2(m_figures.belongTo(m_weights), "the shipped weights changed: run golden/make_goldens.py again");
    m_inspector = makeTorchInspector(m_weights, "cpu");
}

void TstTorchInspector::describesTheModules()
{
    const NetworkDescription description = m_inspector->describe();
    QStringList lines;
    for (const ModuleInfo& module : description.modules) {
        QStringList sides;
        for (const int side : module.outputShape)
            sides << QString::number(side);
        lines << QStringLiteral("%1|%2|%3|%4|%5|%6|%7")
                     .arg(QString::fromStdString(module.name), QString::fromStdString(module.kind),
                          sides.join(u'x'))
                     .arg(module.parameters)
                     .arg(module.multiplyAdds)
                     .arg(module.parameterBytes)
                     .arg(module.outputBytes);
        QCOMPARE(module.parent, std::string());
    }
    const QStringList expected{
        QStringLiteral("|SimpleCNN|10|824458|4643840|3297832|40"),
        QStringLiteral("conv1|Conv2d(1, 32, 3, padding=1)|32x28x28|320|225792|1280|100352"),
        QStringLiteral("relu1|ReLU()|32x28x28|0|0|0|100352"),
        QStringLiteral("pool1|MaxPool2d(2, 2)|32x14x14|0|0|0|25088"),
        QStringLiteral("conv2|Conv2d(32, 64, 3, padding=1)|64x14x14|18496|3612672|73984|50176"),
        QStringLiteral("relu2|ReLU()|64x14x14|0|0|0|50176"),
        QStringLiteral("pool2|MaxPool2d(2, 2)|64x7x7|0|0|0|12544"),
        QStringLiteral("flatten|Flatten()|3136|0|0|0|12544"),
        QStringLiteral("fc1|Linear(3136, 256)|256|803072|802816|3212288|1024"),
        QStringLiteral("relu3|ReLU()|256|0|0|0|1024"),
        QStringLiteral("fc2|Linear(256, 10)|10|2570|2560|10280|40"),
    };
    QCOMPARE(lines, expected);
}

void TstTorchInspector::describesTheParameters()
{
    const NetworkDescription description = m_inspector->describe();
    QStringList lines;
    for (const ParameterInfo& parameter : description.parameters) {
        QStringList sides;
        for (const std::int64_t side : parameter.shape)
            sides << QString::number(side);
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(QString::fromStdString(parameter.name), sides.join(u'x'))
                     .arg(parameter.count)
                     .arg(parameter.multiplyAdds)
                     .arg(parameter.bytes);
        QCOMPARE(parameter.dtype, std::string("float32"));
        QCOMPARE(parameter.device, std::string("cpu"));
    }
    const QStringList expected{
        QStringLiteral("conv1.weight 32x1x3x3 288 225792 1152"),
        QStringLiteral("conv1.bias 32 32 0 128"),
        QStringLiteral("conv2.weight 64x32x3x3 18432 3612672 73728"),
        QStringLiteral("conv2.bias 64 64 0 256"),
        QStringLiteral("fc1.weight 256x3136 802816 802816 3211264"),
        QStringLiteral("fc1.bias 256 256 0 1024"),
        QStringLiteral("fc2.weight 10x256 2560 2560 10240"),
        QStringLiteral("fc2.bias 10 10 0 40"),
    };
    QCOMPARE(lines, expected);
}

void TstTorchInspector::describesOtherNumbersOfClasses()
{
    const auto letters = makeTorchInspector(stateDict(seededNetwork(1, shippedNetwork(26))), "cpu");
    const ModuleInfo whole = letters->describe().modules.front();
    QCOMPARE(whole.outputShape, std::vector<int>{26});
    QCOMPARE(whole.parameters, 824458 + 16 * 257);
    const Glyph glyph = m_figures.glyph("four");
    QCOMPARE(letters->gradients(glyph, {25, -1}).modules.back().values.size(), std::size_t{26});
    QCOMPARE(letters->sweepChannels(glyph, "fc2", {}).effects.size(), std::size_t{26});
}

void TstTorchInspector::givesPythonsGradients()
{
    for (const char* figure : {"seven", "four", "three"}) {
        const std::string name(figure);
        const GradientReading reading = m_inspector->gradients(m_figures.glyph(name), m_figures.target(name));
        QCOMPARE(reading.modules.size(), std::size_t{10});
        for (const ModuleOutput& module : reading.modules) {
            const double distance = m_figures.distance(name + ".gradient." + module.name, module.values);
            QVERIFY2(distance <= 1e-4, module.name.c_str());
            const auto count =
                std::accumulate(module.shape.begin(), module.shape.end(), std::size_t{1},
                                [](std::size_t n, int side) { return n * static_cast<std::size_t>(side); });
            QCOMPARE(module.values.size(), count);
        }
        QVERIFY(m_figures.distance(name + ".gradient.input", reading.input) <= 1e-4);
        QVERIFY(std::abs(reading.score - m_figures.values(name + ".score")[0]) <= 1e-4);
        QVERIFY(reading.milliseconds > 0);
    }
}

void TstTorchInspector::gradientOfAContrastIsTheDifference()
{
    const Glyph glyph = m_figures.glyph("four");
    const GradientReading four = m_inspector->gradients(glyph, {4, -1});
    const GradientReading nine = m_inspector->gradients(glyph, {9, -1});
    const GradientReading both = m_inspector->gradients(glyph, {4, 9});
    for (std::size_t m = 0; m < both.modules.size(); ++m) {
        std::vector<float> difference = four.modules[m].values;
        for (std::size_t i = 0; i < difference.size(); ++i)
            difference[i] -= nine.modules[m].values[i];
        QVERIFY(test::largestDifference(both.modules[m].values, difference) <= 1e-5);
    }
    QCOMPARE(both.modules.back().values[4], 1.0F);
    QCOMPARE(both.modules.back().values[9], -1.0F);
}

void TstTorchInspector::resolvesTheTarget()
{
    const GradientReading reading = m_inspector->gradients(m_figures.glyph("seven"), {});
    QCOMPARE(reading.target, (ClassTarget{7, -1}));
    QCOMPARE(reading.modules.back().values[7], 1.0F);
}

void TstTorchInspector::saysWhichGlyphWasRead()
{
    const Glyph glyph = m_figures.glyph("seven");
    QVERIFY(m_inspector->gradients(glyph, {}).glyph == glyph);
    QVERIFY(m_inspector->attribute(glyph, {}, {}).glyph == glyph);
}

void TstTorchInspector::hooksTakePartInGradients()
{
    const Glyph glyph = m_figures.glyph("seven");
    const GradientReading before = m_inspector->gradients(glyph, {7, -1});
    m_inspector->setHooks({test::hookOn("pool2", HookKind::FullBackward, HookAction::Scale, 3)});
    const GradientReading after = m_inspector->gradients(glyph, {7, -1});
    QCOMPARE(after.modules[5].values, before.modules[5].values);  // pool2's output
    std::vector<float> tripled = before.modules[4].values;        // relu2's
    for (float& value : tripled)
        value *= 3;
    QVERIFY(test::largestDifference(after.modules[4].values, tripled) <= 1e-5);
    QCOMPARE(after.score, before.score);

    m_inspector->setHooks({test::hookOn("fc2", HookKind::Forward, HookAction::Scale, 2)});
    QVERIFY(std::abs(m_inspector->gradients(glyph, {7, -1}).score - 2 * before.score) <= 1e-4);
}

void TstTorchInspector::hooksTakePartInAttributions()
{
    const Glyph glyph = m_figures.glyph("seven");
    for (const AttributionMethod method : kAttributionMethods) {
        AttributionOptions options;
        options.method = method;
        options.target = {7, -1};
        m_inspector->setHooks({});
        const Attribution before = m_inspector->attribute(glyph, options, {});
        m_inspector->setHooks({test::hookOn("fc2", HookKind::Forward, HookAction::Scale, 2)});
        const Attribution after = m_inspector->attribute(glyph, options, {});
        QVERIFY(std::abs(after.score - 2 * before.score) <= 1e-4);
        std::vector<float> doubled = before.values;
        for (float& value : doubled)
            value *= 2;
        QVERIFY(test::largestDifference(after.values, doubled) <= 1e-3);
        // a score that rests on nothing: no map, and no complaint
        m_inspector->setHooks({test::hookOn("conv1", HookKind::Forward, HookAction::Zero)});
        const std::vector<float> nothing = m_inspector->attribute(glyph, options, {}).values;
        if (method != AttributionMethod::GradCam)
            QVERIFY(std::all_of(nothing.begin(), nothing.end(), [](float value) { return value == 0; }));
    }
}

void TstTorchInspector::logsWhatTheHooksSaw()
{
    HookSpec training = test::hookOn("fc1", HookKind::Forward, HookAction::Zero);
    training.id = 8;
    training.predicting = false;
    training.training = true;
    m_inspector->setHooks({training, test::hookOn("fc1", HookKind::FullBackwardPre, HookAction::Observe)});
    const GradientReading reading = m_inspector->gradients(m_figures.glyph("seven"), {});
    const std::vector<HookRecord> records = m_inspector->hookRecords();
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(records[0].id, std::uint64_t{1});
    QCOMPARE(records[0].calls, 1);
    QCOMPARE(records[0].last, statisticsOf(reading.modules[7].values));
    const std::vector<HookEvent> events = m_inspector->takeHookEvents();
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events[0].pass, std::string("gradient"));
    QVERIFY(m_inspector->takeHookEvents().empty());
}

void TstTorchInspector::keepsTheHooksWhenNewOnesAreRefused()
{
    m_inspector->setHooks({test::hookOn("fc2", HookKind::Forward, HookAction::Zero)});
    QVERIFY_THROWS_EXCEPTION(
        Error, m_inspector->setHooks({test::hookOn("fc3", HookKind::Forward, HookAction::Zero)}));
    QCOMPARE(m_inspector->gradients(m_figures.glyph("four"), {4, -1}).score, 0.0F);
}

void TstTorchInspector::refusesWhatIsNotThere()
{
    const Glyph glyph = m_figures.glyph("four");
    QVERIFY(messageOf([&] {
                (void)m_inspector->gradients(glyph, {10, -1});
            }).contains(QStringLiteral("class 10")));
    QVERIFY(messageOf([&] {
                (void)m_inspector->gradients(glyph, {4, 12});
            }).contains(QStringLiteral("class 12")));
    QVERIFY(messageOf([&] {
                (void)m_inspector->sweepChannels(glyph, "conv3", {});
            }).contains(QStringLiteral("conv3")));
    QVERIFY(!messageOf([&] { (void)m_inspector->activity(Dataset{}, {}); }).isEmpty());
    Dataset torn = test::datasetOf({glyph});
    torn.images.pop_back();
    QVERIFY(!messageOf([&] { (void)m_inspector->activity(torn, {}); }).isEmpty());
    QVERIFY_THROWS_EXCEPTION(Error, (void)makeTorchInspector(StateDict{}, "cpu"));
    QVERIFY_THROWS_EXCEPTION(Error, (void)makeTorchInspector(m_weights, "cuda:99"));
}

void TstTorchInspector::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const Glyph glyph = m_figures.glyph("four");
    QCOMPARE(messageOf([&] { (void)m_inspector->sweepChannels(glyph, "fc1", stop.get_token()); }),
             QStringLiteral("stopped"));
    QCOMPARE(messageOf([&] { (void)m_inspector->activity(test::datasetOf({glyph}), stop.get_token()); }),
             QStringLiteral("stopped"));
}

GLYPHSCOPE_TEST(TstTorchInspector, Core)
#include "tst_torch_inspector.moc"
