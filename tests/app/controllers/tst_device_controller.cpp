// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/device_controller.h"
#include "app/session/inspection_session.h"
#include "app/session/recognition_session.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Has nothing to say, but is there.
class SilentInspector final : public Inspector {
public:
    NetworkDescription describe() override { return {}; }
    void setHooks(const std::vector<HookSpec>&) override {}
    std::vector<HookRecord> hookRecords() override { return {}; }
    std::vector<HookEvent> takeHookEvents() override { return {}; }
    GradientReading gradients(const Glyph&, const ClassTarget&) override { return {}; }
    Attribution attribute(const Glyph&, const AttributionOptions&, std::stop_token) override { return {}; }
    ChannelSweep sweepChannels(const Glyph&, const std::string&, std::stop_token) override { return {}; }
    std::vector<ModuleActivity> activity(const Dataset&, std::stop_token) override { return {}; }
};

/// Two devices; the second may refuse one of the readers.
class TwoDevices final : public test::FakeEngine {
public:
    bool refusesRecognizer = false;
    bool refusesInspector = false;

    [[nodiscard]] EngineInfo info() const override { return {"none", 1, false, {"cpu", "cuda:0"}}; }
    [[nodiscard]] std::unique_ptr<Recognizer> recognizer(const StateDict& weights,
                                                         const std::string& device) override
    {
        if (refusesRecognizer && device == "cuda:0")
            throw Error("The device is out of memory.");
        return FakeEngine::recognizer(weights, device);
    }
    [[nodiscard]] std::unique_ptr<Inspector> inspector(const StateDict&, const std::string& device) override
    {
        if (refusesInspector && device == "cuda:0")
            throw Error("The device is out of memory.");
        return std::make_unique<SilentInspector>();
    }
};

struct DeviceFixture {
    explicit DeviceFixture(std::shared_ptr<TwoDevices> engine = std::make_shared<TwoDevices>())
        : sessions(std::move(engine))
    {
        inspection.wantDescription(true);  // without a wish no inspector is made
        controller.useWeights(sessions.weights.shown());
        controller.useEngine();
    }

    test::Sessions sessions;
    RecognitionSession recognition;
    InspectionSession inspection;
    DeviceController controller{{.notices = sessions.notices,
                                 .engine = sessions.engine,
                                 .recognition = recognition,
                                 .inspection = inspection}};
};

}  // namespace

class TstDeviceController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void movesWhenBothReadersAreThere();
    void staysWhereOneReaderIsRefused_data();
    void staysWhereOneReaderIsRefused();
    void theDeviceInUseIsNoMove();
};

void TstDeviceController::movesWhenBothReadersAreThere()
{
    DeviceFixture fixture;
    QSignalSpy devices(&fixture.controller, &DeviceController::devicesChanged);
    QSignalSpy moved(&fixture.controller, &DeviceController::moved);
    fixture.controller.moveTo(u"cuda:0"_s);
    QCOMPARE(devices.last()[1].toString(), u"cpu"_s);  // nothing is there yet
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(fixture.controller.device(), "cuda:0");
    QCOMPARE(devices.last()[0].toStringList(), (QStringList{u"cpu"_s, u"cuda:0"_s}));
    QCOMPARE(devices.last()[1].toString(), u"cuda:0"_s);
}

void TstDeviceController::staysWhereOneReaderIsRefused_data()
{
    QTest::addColumn<bool>("recognizer");
    QTest::newRow("the recognizer") << true;
    QTest::newRow("the inspector") << false;
}

void TstDeviceController::staysWhereOneReaderIsRefused()
{
    QFETCH(bool, recognizer);
    auto engine = std::make_shared<TwoDevices>();
    engine->refusesRecognizer = recognizer;
    engine->refusesInspector = !recognizer;
    DeviceFixture fixture(engine);
    QSignalSpy devices(&fixture.controller, &DeviceController::devicesChanged);
    QSignalSpy moved(&fixture.controller, &DeviceController::moved);
    fixture.controller.moveTo(u"cuda:0"_s);
    QTRY_COMPARE(fixture.sessions.notices.text(), u"The device is out of memory. Everything stays on CPU."_s);
    QCOMPARE(fixture.controller.device(), "cpu");
    QCOMPARE(devices.last()[1].toString(), u"cpu"_s);
    QCOMPARE(moved.size(), 0);
    // and it reads on there
    QSignalSpy read(&fixture.recognition, &RecognitionSession::recognized);
    fixture.recognition.recognize({{Stroke{{{40, 40}, {200, 200}}, 1}}, {}});
    QTRY_VERIFY(!read.isEmpty());
}

void TstDeviceController::theDeviceInUseIsNoMove()
{
    DeviceFixture fixture;
    QSignalSpy made(&fixture.recognition, &RecognitionSession::readerMade);
    QTRY_VERIFY(!made.isEmpty());
    made.clear();
    QSignalSpy devices(&fixture.controller, &DeviceController::devicesChanged);
    fixture.controller.moveTo(u"cpu"_s);
    QCOMPARE(devices.size(), 1);  // the menu marks the right one again
    fixture.controller.moveTo(u"cuda:0"_s);
    QTRY_COMPARE(made.size(), 1);
}

GLYPHSCOPE_TEST(TstDeviceController, Widgets)
#include "tst_device_controller.moc"
