// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/evaluation_controller.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <future>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Tells where it was asked to read how many images.
class PromisedEngine final : public test::FakeEngine {
public:
    struct Asked {
        std::string device;
        std::size_t images = 0;
    };
    std::promise<Asked> asked;

    [[nodiscard]] Evaluation evaluate(const StateDict& weights, const Dataset& data,
                                      const std::string& device, std::stop_token stop) override
    {
        asked.set_value({device, data.size()});
        return FakeEngine::evaluate(weights, data, device, stop);
    }
};

struct EvaluationFixture {
    explicit EvaluationFixture(std::shared_ptr<Engine> engine) : sessions(std::move(engine))
    {
        DataChoice data;
        data.mnist = false;
        data.folders = {sessions.file(u"set"_s).toStdString()};
        training.setData(data);
        sessions.weights.apply(test::tenClasses(0), u"Ten"_s);
    }

    test::Sessions sessions;
    EvaluationPanel panel;
    TrainingPanel training;
    EvaluationController controller{{.evaluation = panel,
                                     .training = training,
                                     .engine = sessions.engine,
                                     .weights = sessions.weights,
                                     .samples = [](const ClassSet&) { return Dataset(); }}};
};

}  // namespace

class TstEvaluationController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void readsTheTestSetOnTheDeviceInUse();
    void tellsWhatIsNotThere();
    void anImageIsOfferedAsItIs();
};

void TstEvaluationController::readsTheTestSetOnTheDeviceInUse()
{
    auto engine = std::make_shared<PromisedEngine>();
    std::future<PromisedEngine::Asked> asked = engine->asked.get_future();
    EvaluationFixture fixture(engine);
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 20);
    fixture.controller.setDevice("cuda:0");
    Q_EMIT fixture.panel.evaluateRequested();
    QTRY_COMPARE(asked.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    const PromisedEngine::Asked what = asked.get();
    QCOMPARE(what.device, "cuda:0");
    QCOMPARE(what.images, std::size_t{200});
}

void TstEvaluationController::tellsWhatIsNotThere()
{
    EvaluationFixture fixture(std::make_shared<test::FakeEngine>());
    Q_EMIT fixture.panel.evaluateRequested();
    const auto told = [&fixture] {
        const QList<QLabel*> labels = fixture.panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&fixture](const QLabel* label) {
            return label->text().contains(fixture.sessions.file(u"set"_s));
        });
    };
    QTRY_VERIFY(told());
}

void TstEvaluationController::anImageIsOfferedAsItIs()
{
    EvaluationFixture fixture(std::make_shared<test::FakeEngine>());
    QSignalSpy chosen(&fixture.controller, &EvaluationController::imageChosen);
    Glyph glyph{};
    glyph[kGlyphSide + 2] = 200;
    Q_EMIT fixture.panel.imageChosen(17, glyph, 4);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"test image 17"_s);
    QVERIFY(chosen[0][1].value<Glyph>() == glyph);
    QCOMPARE(chosen[0][3].toInt(), 4);
}

GLYPHSCOPE_TEST(TstEvaluationController, Widgets)
#include "tst_evaluation_controller.moc"
