// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/evaluation_session.h"
#include "model/types/error.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>
#include <semaphore>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstEvaluationSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void measuresTheTestSetOnce();
    void whatCannotBeLoadedFails();
    void startWhileRunningIsIgnored();
    void destructionStopsIt();
};

namespace {

/// Reads until it is told to stop, or at once.
class Reader final : public test::FakeEngine {
public:
    bool waits = false;
    std::binary_semaphore reading{0};

    [[nodiscard]] Evaluation evaluate(const StateDict& weights, const Dataset& data,
                                      const std::string& device, std::stop_token stop) override
    {
        reading.release();
        while (waits && !stop.stop_requested())
            std::this_thread::yield();
        return FakeEngine::evaluate(weights, data, device, stop);
    }
};

EvaluationJob jobOf(std::shared_ptr<Engine> engine)
{
    return {std::move(engine), std::make_shared<const StateDict>(test::weightsOf(1)), "cpu", [] {
                TrainTest data;
                data.train.labels = {1, 2, 3, 4};
                data.test.labels = {5, 6};
                return data;
            }};
}

}  // namespace

void TstEvaluationSession::measuresTheTestSetOnce()
{
    EvaluationSession session;
    std::vector<std::int64_t> counts;
    bool runningAtEnd = true;
    connect(&session, &EvaluationSession::measured, this, [&](const auto& evaluation, const auto& data) {
        runningAtEnd = session.running();
        QCOMPARE(data->test.size(), std::size_t(2));
        counts.push_back(evaluation->count);
    });
    session.start(jobOf(std::make_shared<Reader>()));
    QVERIFY(session.running());
    QTRY_COMPARE(counts, std::vector<std::int64_t>{2});
    QVERIFY(!runningAtEnd);
}

void TstEvaluationSession::whatCannotBeLoadedFails()
{
    EvaluationSession session;
    QSignalSpy failed(&session, &EvaluationSession::failed);
    EvaluationJob job = jobOf(std::make_shared<Reader>());
    job.loadData = []() -> TrainTest { throw Error("no MNIST"); };
    session.start(job);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), u"no MNIST"_s);
    QVERIFY(!session.running());
}

void TstEvaluationSession::startWhileRunningIsIgnored()
{
    const auto engine = std::make_shared<Reader>();
    engine->waits = true;
    auto session = std::make_unique<EvaluationSession>();
    session->start(jobOf(engine));
    engine->reading.acquire();
    std::atomic<bool> loaded = false;
    EvaluationJob second = jobOf(engine);
    second.loadData = [&loaded] {
        loaded = true;
        return TrainTest();
    };
    session->start(second);
    session.reset();
    QVERIFY(!loaded);
}

void TstEvaluationSession::destructionStopsIt()
{
    const auto engine = std::make_shared<Reader>();
    engine->waits = true;
    auto session = std::make_unique<EvaluationSession>();
    QSignalSpy measured(session.get(), &EvaluationSession::measured);
    session->start(jobOf(engine));
    engine->reading.acquire();
    session.reset();
    QVERIFY(measured.isEmpty());
}

GLYPHSCOPE_TEST(TstEvaluationSession, Core)
#include "tst_evaluation_session.moc"
