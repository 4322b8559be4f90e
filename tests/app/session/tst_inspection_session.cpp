// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/inspection_session.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <atomic>
#include <semaphore>

using namespace glyphscope;

namespace {

using Semaphore = std::counting_semaphore<>;

/// What the inspectors of one test count into and are held by; outlives the session.
struct Bench {
    std::atomic<int> made = 0;
    std::atomic<int> described = 0;
    std::atomic<int> gradients = 0;
    std::atomic<int> hooks = -1;
    std::atomic<bool> hold = false;
    Semaphore entered{0};
    Semaphore passes{0};
};

/// Answers with what it was asked: the glyph's first byte as the score.
class ScriptedInspector final : public Inspector {
public:
    explicit ScriptedInspector(Bench& bench) : m_bench(bench) { ++m_bench.made; }

    NetworkDescription describe() override
    {
        ++m_bench.described;
        return {{{"conv1", "Conv2d", "", {1}, 1, 1, 4, 4}}, {}};
    }
    void setHooks(const std::vector<HookSpec>& specs) override
    {
        m_bench.hooks = static_cast<int>(specs.size());
    }
    std::vector<HookRecord> hookRecords() override { return {}; }
    std::vector<HookEvent> takeHookEvents() override
    {
        HookEvent event;
        event.pass = "gradient";
        return {event};
    }
    GradientReading gradients(const Glyph& glyph, const ClassTarget& target) override
    {
        if (m_bench.hold) {
            m_bench.entered.release();
            m_bench.passes.acquire();
        }
        ++m_bench.gradients;
        if (target.target == 99)
            throw Error("no class 99");
        return {target, static_cast<float>(glyph[0]), {}, {}, 0};
    }
    Attribution attribute(const Glyph& glyph, const AttributionOptions& options, std::stop_token) override
    {
        Attribution attribution;
        attribution.method = options.method;
        attribution.score = static_cast<float>(glyph[0]);
        return attribution;
    }
    ChannelSweep sweepChannels(const Glyph&, const std::string& module, std::stop_token) override
    {
        return {module, {}, -1, {}};
    }
    std::vector<ModuleActivity> activity(const Dataset& images, std::stop_token) override
    {
        return {{"conv1", static_cast<int>(images.size()), {}}};
    }

private:
    Bench& m_bench;
};

InspectionSession::MakeInspector makerFor(Bench& bench)
{
    return [&bench](const StateDict&) { return std::make_unique<ScriptedInspector>(bench); };
}

std::shared_ptr<const StateDict> weights(float value)
{
    return std::make_shared<const StateDict>(StateDict{{{"conv1.weight", {2}, {value, -value}}}, {}});
}

std::shared_ptr<const Reading> reading(std::uint8_t first)
{
    auto result = std::make_shared<Reading>();
    result->glyph[0] = first;
    result->modules.push_back({"relu1", "ReLU()", {1}, {1.0F}, 0});
    return result;
}

template <typename Signal>
auto collected(InspectionSession& session, Signal signal, auto& into)
{
    return QObject::connect(&session, signal, &session,
                            [&into](const auto& value) { into.push_back(value); });
}

}  // namespace

class TstInspectionSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void doesNothingThatNobodyWants();
    void describesOnceForWeightsOfTheSameShapes();
    void measuresParametersOfTheNewestWeights();
    void sparesATrainingButMeasuresTheNewestInTheEnd();
    void gradientsFollowTheDrawing();
    void newestDrawingWins();
    void hooksReachTheInspector();
    void attributesEveryMethodOnceADrawing();
    void sweepsAndMeasuresOnce();
    void goesOnAfterAFailure();
    void saysWhichMakerIsInUseAndWhichRefused();
    void nothingDrawnNothingAnswered();
};

void TstInspectionSession::doesNothingThatNobodyWants()
{
    Bench bench;
    {
        InspectionSession session;
        session.useMaker(makerFor(bench));
        session.useWeights(weights(1));
        session.setReading(reading(1));
    }
    QCOMPARE(bench.made.load(), 0);
}

void TstInspectionSession::describesOnceForWeightsOfTheSameShapes()
{
    Bench bench;
    InspectionSession session;
    std::vector<NetworkDescription> described;
    collected(session, &InspectionSession::described, described);
    session.useMaker(makerFor(bench));
    session.wantDescription(true);
    session.useWeights(weights(1));
    QTRY_COMPARE(described.size(), std::size_t(1));
    session.useWeights(weights(2));
    std::vector<std::vector<ParameterStatistics>> measured;
    collected(session, &InspectionSession::parametersMeasured, measured);
    session.wantParameters(true);
    QTRY_COMPARE(measured.size(), std::size_t(1));  // the worker is past the description
    QCOMPARE(bench.described.load(), 1);
    session.useMaker(makerFor(bench));  // another device
    QTRY_COMPARE(described.size(), std::size_t(2));
}

void TstInspectionSession::measuresParametersOfTheNewestWeights()
{
    Bench bench;
    InspectionSession session;
    std::vector<std::vector<ParameterStatistics>> measured;
    collected(session, &InspectionSession::parametersMeasured, measured);
    session.useMaker(makerFor(bench));
    GradientFlow flow;
    flow.parameters = {{"conv1.weight", 0.5}};
    session.setGradientFlow(flow);
    session.useWeights(weights(3));
    session.wantParameters(true);
    QTRY_COMPARE(measured.size(), std::size_t(1));
    QCOMPARE(measured[0][0].name, std::string("conv1.weight"));
    QCOMPARE(measured[0][0].values.high, 3.0F);
    QCOMPARE(measured[0][0].gradientNorm.value(), 0.5);
    session.useWeights(weights(4));
    QTRY_COMPARE(measured.size(), std::size_t(2));
    QCOMPARE(measured[1][0].values.high, 4.0F);
    QCOMPARE(bench.made.load(), 0);  // plain numbers need no network
}

void TstInspectionSession::sparesATrainingButMeasuresTheNewestInTheEnd()
{
    Bench bench;
    InspectionSession session;
    std::vector<std::vector<ParameterStatistics>> measured;
    std::vector<Attribution> attributed;
    collected(session, &InspectionSession::parametersMeasured, measured);
    collected(session, &InspectionSession::attributed, attributed);
    session.useMaker(makerFor(bench));
    session.throttle(true);
    session.wantParameters(true);
    session.setReading(reading(1));
    for (int step = 1; step <= 40; ++step) {
        session.useWeights(weights(static_cast<float>(step)));
        if (step <= 2)
            QTRY_COMPARE(measured.size(), static_cast<std::size_t>(step));
    }
    session.wantAttributions({{}});
    QTRY_COMPARE(attributed.size(), std::size_t(1));
    QTRY_COMPARE(measured.back().front().values.high, 40.0F);
}

void TstInspectionSession::gradientsFollowTheDrawing()
{
    Bench bench;
    InspectionSession session;
    std::vector<GradientReading> gradients;
    collected(session, &InspectionSession::gradientsRead, gradients);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(reading(7));
    session.wantGradients(ClassTarget{3, -1});
    QTRY_COMPARE(gradients.size(), std::size_t(1));
    QCOMPARE(gradients[0].score, 7.0F);
    QVERIFY(gradients[0].target == (ClassTarget{3, -1}));
    session.setReading(reading(8));
    QTRY_COMPARE(gradients.size(), std::size_t(2));
    QCOMPARE(gradients[1].score, 8.0F);
    session.wantGradients(std::nullopt);
    session.setReading(reading(9));
    session.wantDescription(true);
    QTRY_COMPARE(bench.described.load(), 1);
    QCOMPARE(bench.gradients.load(), 2);
}

void TstInspectionSession::newestDrawingWins()
{
    Bench bench;
    bench.hold = true;
    InspectionSession session;
    std::vector<GradientReading> gradients;
    collected(session, &InspectionSession::gradientsRead, gradients);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.wantGradients(ClassTarget{});
    session.setReading(reading(1));
    bench.entered.acquire();
    for (std::uint8_t k = 2; k <= 20; ++k)
        session.setReading(reading(k));
    bench.passes.release(2);
    QTRY_COMPARE(gradients.size(), std::size_t(2));
    QCOMPARE(gradients[1].score, 20.0F);
    QCOMPARE(bench.gradients.load(), 2);
}

void TstInspectionSession::hooksReachTheInspector()
{
    Bench bench;
    InspectionSession session;
    std::vector<std::vector<HookEvent>> events;
    collected(session, &InspectionSession::hooksCalled, events);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(reading(1));
    session.setHooks({HookSpec{}, HookSpec{}});
    session.wantGradients(ClassTarget{});
    QTRY_COMPARE(bench.hooks.load(), 2);
    QTRY_COMPARE(bench.gradients.load(), 1);
    session.wantHookEvents(true);
    session.setHooks({HookSpec{}});  // gradients under other hooks are others
    QTRY_COMPARE(events.size(), std::size_t(1));
    QCOMPARE(bench.hooks.load(), 1);
    QCOMPARE(bench.gradients.load(), 2);
}

void TstInspectionSession::attributesEveryMethodOnceADrawing()
{
    Bench bench;
    InspectionSession session;
    std::vector<Attribution> attributed;
    std::vector<bool> busy;
    collected(session, &InspectionSession::attributed, attributed);
    collected(session, &InspectionSession::busyChanged, busy);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(reading(5));
    AttributionOptions saliency;
    saliency.method = AttributionMethod::Saliency;
    AttributionOptions occlusion;
    occlusion.method = AttributionMethod::Occlusion;
    session.wantAttributions({saliency, occlusion});
    QTRY_COMPARE(attributed.size(), std::size_t(2));
    QVERIFY(attributed[0].method == AttributionMethod::Saliency);
    QVERIFY(attributed[1].method == AttributionMethod::Occlusion);
    QTRY_COMPARE(busy, (std::vector<bool>{true, false}));
    occlusion.patch = 7;
    session.wantAttributions({saliency, occlusion});  // one of them is there already
    QTRY_COMPARE(attributed.size(), std::size_t(3));
    QVERIFY(attributed[2].method == AttributionMethod::Occlusion);
    session.setReading(reading(6));
    QTRY_COMPARE(attributed.size(), std::size_t(5));
    QCOMPARE(attributed[4].score, 6.0F);
}

void TstInspectionSession::sweepsAndMeasuresOnce()
{
    Bench bench;
    InspectionSession session;
    std::vector<ChannelSweep> swept;
    std::vector<std::vector<ModuleActivity>> activity;
    collected(session, &InspectionSession::swept, swept);
    collected(session, &InspectionSession::activityMeasured, activity);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(reading(5));
    session.sweep("conv2");
    QTRY_COMPARE(swept.size(), std::size_t(1));
    QCOMPARE(swept[0].module, std::string("conv2"));
    session.measureActivity([] {
        Dataset data;
        data.labels.assign(12, 0);
        return data;
    });
    QTRY_COMPARE(activity.size(), std::size_t(1));
    QCOMPARE(activity[0][0].images, 12);
    session.setReading(reading(6));
    session.wantDescription(true);
    QTRY_COMPARE(bench.described.load(), 1);
    QCOMPARE(swept.size(), std::size_t(1));
}

void TstInspectionSession::goesOnAfterAFailure()
{
    Bench bench;
    InspectionSession session;
    QStringList messages;
    QObject::connect(&session, &InspectionSession::failed, &session,
                     [&messages](InspectionSession::Part part, const QString& message) {
                         QVERIFY(part == InspectionSession::Part::Gradients);
                         messages << message;
                     });
    std::vector<GradientReading> gradients;
    collected(session, &InspectionSession::gradientsRead, gradients);
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(reading(5));
    session.wantGradients(ClassTarget{99, -1});
    QTRY_COMPARE(messages, QStringList{QStringLiteral("no class 99")});
    session.wantGradients(ClassTarget{1, -1});
    QTRY_COMPARE(gradients.size(), std::size_t(1));
    session.useMaker([](const StateDict&) -> std::unique_ptr<Inspector> { throw Error("does not fit"); });
    QTRY_COMPARE(messages.size(), 2);
    session.useMaker(makerFor(bench));
    QTRY_COMPARE(gradients.size(), std::size_t(2));
}

void TstInspectionSession::saysWhichMakerIsInUseAndWhichRefused()
{
    Bench bench;
    InspectionSession session;
    std::vector<std::uint64_t> made;
    std::vector<std::uint64_t> refused;
    collected(session, &InspectionSession::inspectorMade, made);
    QObject::connect(&session, &InspectionSession::inspectorRefused, &session,
                     [&refused](std::uint64_t maker, const QString& message) {
                         QCOMPARE(message, QStringLiteral("no such device"));
                         refused.push_back(maker);
                     });
    QStringList failures;
    connect(&session, &InspectionSession::failed, this,
            [&failures](InspectionSession::Part, const QString& message) { failures << message; });
    session.wantDescription(true);
    const std::uint64_t first = session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    QTRY_COMPARE(made, std::vector{first});
    const std::uint64_t second = session.useMaker(
        [](const StateDict&) -> std::unique_ptr<Inspector> { throw Error("no such device"); });
    QTRY_COMPARE(refused, std::vector{second});
    const std::uint64_t third = session.useMaker(makerFor(bench));
    QTRY_COMPARE(made, (std::vector{first, third}));
    // a part that fails does not speak against the maker
    session.setReading(reading(5));
    session.wantGradients(ClassTarget{99, -1});
    QTRY_COMPARE(bench.gradients.load(), 1);
    session.wantGradients(std::nullopt);
    session.useMaker(makerFor(bench));
    QTRY_COMPARE(made.size(), std::size_t(3));
    QCOMPARE(refused, std::vector{second});
    QCOMPARE(failures, QStringList{QStringLiteral("no class 99")});
}

void TstInspectionSession::nothingDrawnNothingAnswered()
{
    Bench bench;
    InspectionSession session;
    session.useMaker(makerFor(bench));
    session.useWeights(weights(1));
    session.setReading(std::make_shared<Reading>());
    session.wantGradients(ClassTarget{});
    session.wantAttributions({AttributionOptions{}});
    session.wantUnit(UnitAddress{"conv1", 0});
    session.wantDescription(true);
    QTRY_COMPARE(bench.described.load(), 1);
    QCOMPARE(bench.gradients.load(), 0);
}

GLYPHSCOPE_TEST(TstInspectionSession, Core)
#include "tst_inspection_session.moc"
