// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/samples_controller.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/samples/samples_panel.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <mutex>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Remembers where it was asked to read a set.
class AskedEngine final : public test::FakeEngine {
public:
    [[nodiscard]] Evaluation evaluate(const StateDict& weights, const Dataset& data,
                                      const std::string& device, std::stop_token stop) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_devices.push_back(device);
        }
        return FakeEngine::evaluate(weights, data, device, stop);
    }
    [[nodiscard]] std::vector<std::string> devices() const
    {
        const std::lock_guard lock(m_mutex);
        return m_devices;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_devices;
};

SampleStore withTwoSamples(const QString& folder)
{
    SampleStore store(folder);
    for (const int label : {3, 4}) {
        Drawing drawing;
        drawing.strokes = {Stroke{{{40, 40.0 + label}, {200, 200}}, 1}};
        store.add(drawing, std::to_string(label));
    }
    return store;
}

struct SamplesFixture {
    explicit SamplesFixture(std::shared_ptr<Engine> engine = std::make_shared<test::FakeEngine>())
        : sessions(std::move(engine))
    {
        sessions.weights.apply(test::tenClasses(0), u"Ten"_s);
    }

    [[nodiscard]] float inUse() const { return sessions.weights.inUse()->tensors.at(0).values.at(0); }
    [[nodiscard]] float shown() const { return sessions.weights.shown()->tensors.at(0).values.at(0); }

    test::Sessions sessions;
    SampleStore store = withTwoSamples(sessions.file(u"samples"_s));
    SamplesPanel panel;
    TrainingPanel training;
    AnswerPanel answer;
    Canvas canvas;
    SamplesController controller{{.samples = panel,
                                  .training = training,
                                  .answer = answer,
                                  .canvas = canvas,
                                  .notices = sessions.notices,
                                  .dialogs = sessions.dialogs,
                                  .engine = sessions.engine,
                                  .disk = sessions.disk,
                                  .compute = sessions.compute,
                                  .weights = sessions.weights},
                                 sessions.file(u"samples"_s)};
};

}  // namespace

class TstSamplesController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void appliesAFineTuneWhichCanBeUndone();
    void aStoppedFineTuneChangesNothing();
    void teachesNothingWhileATrainingRuns();
    void judgesOnTheDeviceInUse();
    void keepsADrawingAndTakesItBack();
    void judgingDoesNotWaitForTheDisk();
};

void TstSamplesController::appliesAFineTuneWhichCanBeUndone()
{
    SamplesFixture fixture;
    QSignalSpy teaching(&fixture.controller, &SamplesController::teachingChanged);
    FineTuneOptions options;
    options.steps = 5;
    Q_EMIT fixture.panel.fineTuneRequested(options);
    QTRY_COMPARE(teaching.size(), 2);
    QCOMPARE(fixture.inUse(), 1.0F);  // the fake engine adds 1
    QCOMPARE(fixture.shown(), 1.0F);
    Q_EMIT fixture.panel.undoRequested();
    QTRY_COMPARE(fixture.inUse(), 0.0F);
    Q_EMIT fixture.panel.redoRequested();
    QTRY_COMPARE(fixture.inUse(), 1.0F);
}

void TstSamplesController::aStoppedFineTuneChangesNothing()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->endless = true;
    SamplesFixture fixture(engine);
    QSignalSpy teaching(&fixture.controller, &SamplesController::teachingChanged);
    QSignalSpy changed(&fixture.sessions.weights, &WeightsController::changed);
    Q_EMIT fixture.panel.fineTuneRequested({});
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed[0][1].toString(), u"Weights of the running fine-tune"_s);
    Q_EMIT fixture.panel.stopRequested();
    QTRY_COMPARE(teaching.size(), 2);
    QCOMPARE(fixture.sessions.weights.shown(), fixture.sessions.weights.inUse());
    QCOMPARE(fixture.inUse(), 0.0F);
    QCOMPARE(changed.last()[1].toString(), u"Ten"_s);
}

void TstSamplesController::teachesNothingWhileATrainingRuns()
{
    SamplesFixture fixture;
    fixture.controller.setBlocked(true);
    QSignalSpy teaching(&fixture.controller, &SamplesController::teachingChanged);
    Q_EMIT fixture.panel.fineTuneRequested({});
    QCOMPARE(teaching.size(), 0);
}

void TstSamplesController::judgesOnTheDeviceInUse()
{
    auto engine = std::make_shared<AskedEngine>();
    SamplesFixture fixture(engine);
    QTRY_VERIFY(!engine->devices().empty());
    QCOMPARE(engine->devices().back(), "cpu");
    fixture.controller.setDevice("cuda:0");
    fixture.controller.judge();
    QTRY_COMPARE(engine->devices().back(), "cuda:0");
}

void TstSamplesController::judgingDoesNotWaitForTheDisk()
{
    auto engine = std::make_shared<AskedEngine>();
    SamplesFixture fixture(engine);
    QTRY_VERIFY(!engine->devices().empty());
    const test::Blocked disk(fixture.sessions.disk);
    const std::size_t before = engine->devices().size();
    fixture.sessions.weights.set(WeightsSource::Training, test::tenClasses(2), u"Others"_s);
    QTRY_VERIFY(engine->devices().size() > before);
}

void TstSamplesController::keepsADrawingAndTakesItBack()
{
    SamplesFixture fixture;
    QSignalSpy count(&fixture.controller, &SamplesController::countChanged);
    QTRY_VERIFY(!count.isEmpty() && count.last()[0].toInt() == 2);
    Drawing drawing;
    drawing.strokes = {Stroke{{{100, 40}, {100, 200}}, 1}};
    fixture.canvas.setDrawing(drawing);
    Q_EMIT fixture.answer.labelGiven(u"1"_s);
    QTRY_COMPARE(count.last()[0].toInt(), 3);
    QCOMPARE(fixture.store.load().size(), std::size_t{3});
    Q_EMIT fixture.answer.labelUndoRequested();
    QTRY_COMPARE(count.last()[0].toInt(), 2);
}

GLYPHSCOPE_TEST(TstSamplesController, Widgets)
#include "tst_samples_controller.moc"
