// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recognition_session.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/fake_recognizer.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>
#include <semaphore>
#include <thread>

using namespace glyphscope;

namespace {

using RecognitionSemaphore = std::counting_semaphore<>;

/// What a reader in a test is held by and counts into; outlives the session.
struct Gate {
    RecognitionSemaphore entered{0};
    RecognitionSemaphore passes{0};
    std::atomic<int> reads{0};
};

/// Waits for a pass in every read().
class GatedRecognizer final : public Recognizer {
public:
    explicit GatedRecognizer(Gate& gate) : m_gate(gate) {}

    Prediction predict(const Glyph& glyph) override { return read(glyph).prediction; }

    Reading read(const Glyph& glyph) override
    {
        m_gate.entered.release();
        m_gate.passes.acquire();
        ++m_gate.reads;
        return m_fake.read(glyph);
    }

private:
    Gate& m_gate;
    FakeRecognizer m_fake;
};

/// Fails to read until its third glyph.
class StumblingRecognizer final : public Recognizer {
public:
    Prediction predict(const Glyph& glyph) override { return read(glyph).prediction; }

    Reading read(const Glyph& glyph) override
    {
        if (++m_reads < 3)
            throw Error("stumbled");
        return m_fake.read(glyph);
    }

private:
    int m_reads = 0;
    FakeRecognizer m_fake;
};

/// A bar of that lean: every one gives another glyph.
Drawing bar(double lean)
{
    return {{Stroke{{{50 + lean, 0}, {50 - lean, 100}}}}, {}};
}

/// Always reads the same digit.
class StubbornRecognizer final : public Recognizer {
public:
    explicit StubbornRecognizer(int digit) : m_digit(digit) {}
    Prediction predict(const Glyph& glyph) override { return read(glyph).prediction; }
    Reading read(const Glyph&) override { return FakeRecognizer().read(templateGlyph(m_digit)); }

private:
    const int m_digit;
};

/// Reads a one, and a seven with hooks.
class HookedRecognizer final : public Recognizer {
public:
    Prediction predict(const Glyph& glyph) override { return read(glyph).prediction; }
    Reading read(const Glyph&) override { return FakeRecognizer().read(templateGlyph(m_hooked ? 7 : 1)); }
    void setHooks(const std::vector<HookSpec>& hooks) override { m_hooked = !hooks.empty(); }

private:
    bool m_hooked = false;
};

std::shared_ptr<const StateDict> someWeights()
{
    return std::make_shared<const StateDict>();
}

RecognitionSession::MakeRecognizer alwaysReading(int digit)
{
    return [digit](const StateDict&) { return std::make_unique<StubbornRecognizer>(digit); };
}

RecognitionSession::MakeRecognizer gatedBy(Gate& gate)
{
    return [&gate](const StateDict&) { return std::make_unique<GatedRecognizer>(gate); };
}

/// Everything that a session says, in order.
struct Record {
    explicit Record(RecognitionSession& session)
    {
        QObject::connect(&session, &RecognitionSession::normalized, &context, [this](const Stages& s) {
            note(QStringLiteral("normalized"));
            stages.push_back(s);
        });
        QObject::connect(&session, &RecognitionSession::recognized, &context,
                         [this](const std::shared_ptr<const Reading>& r) {
                             note(QStringLiteral("recognized"));
                             readings.push_back(*r);
                         });
        QObject::connect(&session, &RecognitionSession::failed, &context, [this](const QString& message) {
            note(QStringLiteral("failed"));
            messages << message;
        });
        QObject::connect(&session, &RecognitionSession::readerMade, &context,
                         [this](std::uint64_t number) { made.push_back(number); });
        QObject::connect(&session, &RecognitionSession::readerRefused, &context,
                         [this](std::uint64_t number, const QString& message) {
                             refused.push_back(number);
                             messages << message;
                         });
    }

    void note(const QString& event)
    {
        events << event;
        onGuiThread = onGuiThread && std::this_thread::get_id() == guiThread;
    }

    QObject context;
    const std::thread::id guiThread = std::this_thread::get_id();
    bool onGuiThread = true;
    QStringList events;
    std::vector<Stages> stages;
    std::vector<Reading> readings;
    QStringList messages;
    std::vector<std::uint64_t> made;
    std::vector<std::uint64_t> refused;
};

}  // namespace

class TstRecognitionSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void normalizesBeforeThereAreWeights();
    void answersOnceThereAreWeights();
    void emptyDrawingIsReadAsEmpty();
    void newWeightsReadTheDrawingAgain();
    void sameWeightsMayGetAnotherReader();
    void newestWins();
    void besideATrainingItReadsLessOften();
    void readsTheCharacterInFocus();
    void dividesOnlyWhenAsked();
    void hooksThatChangeAnswersChangeEveryPart();
    void refusedWeightsDoNotDivide();
    void saysWhetherTheStagesAreTheNewestDrawings();
    void weightsThatDoNotFitFailOnce();
    void livesThroughAFailingRead();
    void destructorWaitsForTheReadInProgress();
};

void TstRecognitionSession::normalizesBeforeThereAreWeights()
{
    RecognitionSession session;
    const Record record(session);
    session.recognize(bar(10));
    QTRY_COMPARE(record.stages.size(), std::size_t(1));
    QVERIFY(!record.stages[0].empty);
    QVERIFY(record.stages[0].glyph == normalize(bar(10)).glyph);
    QCOMPARE(record.events, QStringList{QStringLiteral("normalized")});
    QVERIFY(record.onGuiThread);
}

void TstRecognitionSession::answersOnceThereAreWeights()
{
    RecognitionSession session;
    const Record record(session);
    session.recognize(bar(0));
    QTRY_COMPARE(record.events.size(), 1);
    session.useWeights([](const StateDict&) { return std::make_unique<FakeRecognizer>(); }, someWeights());
    QTRY_COMPARE(record.readings.size(), std::size_t(1));
    const Prediction expected = FakeRecognizer().predict(normalize(bar(0)).glyph);
    QCOMPARE(record.readings[0].prediction.logits, expected.logits);
    QCOMPARE(record.readings[0].prediction.best, 1);
    QCOMPARE(record.events, QStringList({QStringLiteral("normalized"), QStringLiteral("normalized"),
                                         QStringLiteral("recognized")}));
    QVERIFY(record.onGuiThread);
}

void TstRecognitionSession::emptyDrawingIsReadAsEmpty()
{
    Gate gate;
    RecognitionSession session;
    const Record record(session);
    session.useWeights(gatedBy(gate), someWeights());
    QTRY_COMPARE(record.readings.size(), std::size_t(1));
    QVERIFY(record.readings[0].prediction.verdict == Verdict::Empty);
    QVERIFY(record.stages[0].empty);
    QCOMPARE(gate.reads, 0);  // the network was never asked
}

void TstRecognitionSession::newWeightsReadTheDrawingAgain()
{
    RecognitionSession session;
    const Record record(session);
    session.recognize(bar(0));
    session.useWeights(alwaysReading(3), someWeights());
    QTRY_VERIFY(!record.readings.empty());
    QCOMPARE(record.readings.back().prediction.best, 3);
    session.useWeights(alwaysReading(8), someWeights());
    QTRY_COMPARE(record.readings.back().prediction.best, 8);
}

void TstRecognitionSession::sameWeightsMayGetAnotherReader()
{
    RecognitionSession session;
    const Record record(session);
    const auto weights = someWeights();
    session.recognize(bar(0));
    session.useWeights(alwaysReading(3), weights);
    QTRY_VERIFY(!record.readings.empty());
    session.useWeights(alwaysReading(8), weights);  // as on another device
    QTRY_COMPARE(record.readings.back().prediction.best, 8);
}

void TstRecognitionSession::newestWins()
{
    Gate gate;
    RecognitionSession session;
    const Record record(session);
    session.recognize(bar(0));
    session.useWeights(gatedBy(gate), someWeights());
    gate.entered.acquire();  // the first is being read
    for (int lean = 1; lean <= 20; ++lean)
        session.recognize(bar(2 * lean));
    gate.passes.release();
    gate.entered.acquire();
    gate.passes.release();
    QTRY_COMPARE(record.readings.size(), std::size_t(2));
    QCOMPARE(gate.reads, 2);  // those in between never reached it
    QVERIFY(record.stages.back().glyph == normalize(bar(40)).glyph);
    QCOMPARE(record.readings.back().prediction.logits,
             FakeRecognizer().predict(normalize(bar(40)).glyph).logits);
    QCOMPARE(record.readings.front().prediction.logits,
             FakeRecognizer().predict(normalize(bar(0)).glyph).logits);
}

void TstRecognitionSession::readsTheCharacterInFocus()
{
    RecognitionSession session;
    const Record record(session);
    QSignalSpy divided(&session, &RecognitionSession::divided);
    session.useWeights(alwaysReading(4), someWeights());
    Drawing two = bar(0);
    two.strokes.push_back(two.strokes[0]);
    for (Point& point : two.strokes[1].points)
        point.x += 150;
    NumberOptions options;
    options.fixed = {{{0, 0, 2}}, {{1, 0, 2}}};  // two characters, whatever they look like
    session.divide(options, 0);
    session.recognize(two);
    QTRY_VERIFY(!divided.isEmpty());
    const auto number = divided.last()[0].value<std::shared_ptr<const NumberReading>>();
    QCOMPARE(number->parts.size(), std::size_t(2));
    QCOMPARE(divided.last()[1].toInt(), 0);
    QCOMPARE(number->text(), std::string("44"));
    QTRY_VERIFY(!record.readings.empty());
    QVERIFY(record.stages.back().glyph == normalize(number->parts[0].drawing).glyph);
    session.divide(options, -1);
    QTRY_COMPARE(divided.last()[1].toInt(), 1);  // the last that was written
    session.divide(options, 7);
    QTRY_VERIFY(divided.size() >= 3);
    QCOMPARE(divided.last()[1].toInt(), 1);
}

void TstRecognitionSession::hooksThatChangeAnswersChangeEveryPart()
{
    RecognitionSession session;
    QSignalSpy divided(&session, &RecognitionSession::divided);
    session.useWeights([](const StateDict&) { return std::make_unique<HookedRecognizer>(); }, someWeights());
    Drawing two = bar(0);
    two.strokes.push_back(two.strokes[0]);
    for (Point& point : two.strokes[1].points)
        point.x += 150;
    NumberOptions options;
    options.fixed = {{{0, 0, 2}}, {{1, 0, 2}}};
    session.divide(options, 0);
    session.recognize(two);
    const auto text = [&] {
        return divided.isEmpty() ? std::string()
                                 : divided.last()[0].value<std::shared_ptr<const NumberReading>>()->text();
    };
    QTRY_COMPARE(text(), std::string("11"));
    HookSpec hook;
    hook.action = HookAction::Zero;
    session.setHooks({hook});
    QTRY_COMPARE(text(), std::string("77"));
    session.setHooks({});
    QTRY_COMPARE(text(), std::string("11"));
}

void TstRecognitionSession::dividesOnlyWhenAsked()
{
    RecognitionSession session;
    const Record record(session);
    QSignalSpy divided(&session, &RecognitionSession::divided);
    session.useWeights(alwaysReading(4), someWeights());
    session.recognize(bar(0));
    QTRY_VERIFY(!record.readings.empty() && record.readings.back().prediction.best == 4);
    QVERIFY(divided.isEmpty());
}

void TstRecognitionSession::refusedWeightsDoNotDivide()
{
    RecognitionSession session;
    const Record record(session);
    session.divide({}, -1);
    session.useWeights(alwaysReading(4), someWeights());
    QTRY_COMPARE(record.made.size(), std::size_t(1));
    session.useWeights([](const StateDict&) -> std::unique_ptr<Recognizer> { throw Error("do not fit"); },
                       someWeights());
    QTRY_COMPARE(record.refused.size(), std::size_t(1));
    session.recognize(bar(0));  // with the weights before
    QTRY_VERIFY(!record.readings.empty() && record.readings.back().prediction.best == 4);
}

void TstRecognitionSession::besideATrainingItReadsLessOften()
{
    constexpr int kDrawings = 100;
    RecognitionSession session;
    const Record record(session);
    session.useWeights(alwaysReading(4), someWeights());
    session.throttle(true);
    QElapsedTimer time;
    time.start();
    int drawn = 0;
    QTimer pen;
    QObject::connect(&pen, &QTimer::timeout, &pen, [&] {
        session.recognize(bar(drawn));
        if (++drawn == kDrawings)
            pen.stop();
    });
    pen.start(2);
    QTRY_COMPARE(drawn, kDrawings);
    QTRY_VERIFY(session.upToDate());  // the newest is never left out
    const qint64 most = time.elapsed() / 33 + 3;
    QVERIFY2(std::ssize(record.stages) <= most, qPrintable(QString::number(record.stages.size())));
    QVERIFY(record.stages.back().glyph == normalize(bar(kDrawings - 1)).glyph);
}

void TstRecognitionSession::saysWhetherTheStagesAreTheNewestDrawings()
{
    RecognitionSession session;
    const Record record(session);
    QVERIFY(session.upToDate());
    session.recognize(bar(10));
    QVERIFY(!session.upToDate());
    QTRY_COMPARE(record.stages.size(), std::size_t(1));
    QVERIFY(session.upToDate());
    session.recognize(bar(20));
    QVERIFY(!session.upToDate());
    QTRY_VERIFY(session.upToDate());
}

void TstRecognitionSession::weightsThatDoNotFitFailOnce()
{
    RecognitionSession session;
    const Record record(session);
    session.recognize(bar(0));
    const std::uint64_t first = session.useWeights(alwaysReading(3), someWeights());
    QTRY_VERIFY(!record.readings.empty());
    QCOMPARE(record.made, std::vector{first});
    const std::size_t before = record.readings.size();
    const auto unfit = [](const StateDict&) -> std::unique_ptr<Recognizer> { throw Error("do not fit"); };
    const std::uint64_t second = session.useWeights(unfit, someWeights());
    QTRY_COMPARE(record.readings.size(), before + 1);  // the drawing is read all the same
    session.recognize(bar(5));
    QTRY_COMPARE(record.readings.size(), before + 2);
    QCOMPARE(record.readings.back().prediction.best, 3);
    QCOMPARE(record.messages, QStringList{QStringLiteral("do not fit")});
    QCOMPARE(record.refused, std::vector{second});
    QCOMPARE(record.made, std::vector{first});
    QVERIFY(record.onGuiThread);
    session.useWeights(alwaysReading(8), someWeights());
    QTRY_COMPARE(record.readings.back().prediction.best, 8);
}

void TstRecognitionSession::livesThroughAFailingRead()
{
    RecognitionSession session;
    const Record record(session);
    session.useWeights([](const StateDict&) { return std::make_unique<StumblingRecognizer>(); },
                       someWeights());
    QTRY_COMPARE(record.readings.size(), std::size_t(1));  // of nothing drawn
    for (int failures = 1; failures <= 2; ++failures) {
        session.recognize(bar(failures));
        QTRY_COMPARE(record.messages.size(), failures);
        QVERIFY(record.stages.back().glyph == normalize(bar(failures)).glyph);
    }
    session.recognize(bar(3));
    QTRY_COMPARE(record.readings.size(), std::size_t(2));
    QCOMPARE(record.messages.back(), QStringLiteral("stumbled"));
}

void TstRecognitionSession::destructorWaitsForTheReadInProgress()
{
    Gate gate;
    auto session = std::make_unique<RecognitionSession>();
    const Record record(*session);
    session->recognize(bar(0));
    session->useWeights(gatedBy(gate), someWeights());
    gate.entered.acquire();
    std::jthread opens([&gate] { gate.passes.release(); });
    session.reset();
    QCOMPARE(gate.reads, 1);
    QVERIFY(record.readings.empty());  // nobody is left to be told
}

GLYPHSCOPE_TEST(TstRecognitionSession, Core)
#include "tst_recognition_session.moc"
