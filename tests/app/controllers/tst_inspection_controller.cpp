// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/inspection_controller.h"
#include "app/controllers/training_controller.h"
#include "app/session/recognition_session.h"
#include "app/settings/settings.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Cannot even say what the network is.
class BrokenInspector final : public Inspector {
public:
    NetworkDescription describe() override { throw Error("The inspector is broken."); }
    void setHooks(const std::vector<HookSpec>&) override {}
    std::vector<HookRecord> hookRecords() override { return {}; }
    std::vector<HookEvent> takeHookEvents() override { return {}; }
    GradientReading gradients(const Glyph&, const ClassTarget&) override { return {}; }
    Attribution attribute(const Glyph&, const AttributionOptions&, std::stop_token) override { return {}; }
    ChannelSweep sweepChannels(const Glyph&, const std::string&, std::stop_token) override { return {}; }
    std::vector<ModuleActivity> activity(const Dataset&, std::stop_token) override { return {}; }
};

/// Everything that takes a network apart, over a fake engine.
struct InspectionFixture {
    test::Sessions sessions;
    AnswerPanel answer;
    Canvas canvas;
    NetworkStrip network;
    ModuleView module;
    ParameterPanel parameters;
    GradientFlowStrip flow;
    HookPanel hooks;
    WhyPanel why;
    TrainingPanel training;
    RecognitionSession recognition;
    InspectionSession inspection;
    TrainingController trainer{{.training = training,
                                .gradientFlow = flow,
                                .notices = sessions.notices,
                                .dialogs = sessions.dialogs,
                                .engine = sessions.engine,
                                .disk = sessions.disk,
                                .compute = sessions.compute,
                                .weights = sessions.weights,
                                .runs = std::make_shared<RunStore>(sessions.path("runs")),
                                .samples = [](const ClassSet&) { return Dataset(); }}};
    InspectionController controller{{.answer = answer,
                                     .canvas = canvas,
                                     .network = network,
                                     .module = module,
                                     .parameters = parameters,
                                     .gradientFlow = flow,
                                     .hooks = hooks,
                                     .why = why,
                                     .notices = sessions.notices,
                                     .dialogs = sessions.dialogs,
                                     .disk = sessions.disk,
                                     .engine = sessions.engine,
                                     .recognition = recognition,
                                     .inspection = inspection,
                                     .trainer = trainer}};
};

HookSpec hookOf(HookAction action)
{
    HookSpec hook;
    hook.id = 1;
    hook.module = "blocks";
    hook.action = action;
    return hook;
}

std::shared_ptr<const Reading> readingOf(int digit)
{
    auto reading = std::make_shared<Reading>(FakeRecognizer().read(templateGlyph(digit)));
    reading->microseconds = 1250;
    return reading;
}

}  // namespace

class TstInspectionController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void hooksOfLastTimeAreSaid_data();
    void hooksOfLastTimeAreSaid();
    void keepsWhatItRestored();
    void aReadingReachesThePanels();
    void aCardAndTheModuleShowTheSame();
    void whatCannotBeTakenApartIsSaid();
    void savesTheLogWhereItIsTold();
};

void TstInspectionController::hooksOfLastTimeAreSaid_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<bool>("said");
    QTest::newRow("one that changes values") << static_cast<int>(HookAction::Zero) << true;
    QTest::newRow("one that looks") << static_cast<int>(HookAction::Observe) << false;
}

void TstInspectionController::hooksOfLastTimeAreSaid()
{
    QFETCH(int, action);
    QFETCH(bool, said);
    InspectionFixture fixture;
    Settings settings;
    settings.hooks = {hookOf(static_cast<HookAction>(action))};
    fixture.controller.restore(settings);
    QCOMPARE(!fixture.sessions.notices.text().isEmpty(), said);
    QCOMPARE(fixture.hooks.hooks().size(), 1U);
}

void TstInspectionController::keepsWhatItRestored()
{
    InspectionFixture fixture;
    Settings settings;
    settings.module = u"blocks"_s;
    settings.hooks = {hookOf(HookAction::Zero), hookOf(HookAction::Observe)};
    settings.why.options.patch = 7;
    fixture.controller.restore(settings);
    fixture.controller.showReading(readingOf(3));
    Settings kept;
    fixture.controller.keep(kept);
    QCOMPARE(kept.module, settings.module);
    QCOMPARE(kept.hooks.size(), 2U);
    QCOMPARE(kept.hooks[0].action, HookAction::Zero);
    QCOMPARE(kept.why.options.patch, 7);
}

void TstInspectionController::aReadingReachesThePanels()
{
    InspectionFixture fixture;
    fixture.network.show();
    QSignalSpy latency(&fixture.controller, &InspectionController::latencyChanged);
    fixture.controller.showReading(readingOf(3));
    QTRY_COMPARE(latency.size(), 1);
    QCOMPARE(latency[0][0].toString(), u"Read in 1.25 ms"_s);
    QTRY_VERIFY(fixture.network.cardCount() > 0);
    fixture.controller.showReading(std::make_shared<const Reading>());
    QTRY_COMPARE(latency.size(), 2);
    QVERIFY(latency[1][0].toString().isEmpty());
    QCOMPARE(fixture.network.cardCount(), 0);
}

void TstInspectionController::aCardAndTheModuleShowTheSame()
{
    InspectionFixture fixture;
    fixture.network.show();
    fixture.controller.showReading(readingOf(3));
    QTRY_VERIFY(fixture.network.cardCount() > 0);
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End}) {
        QSignalSpy chosen(&fixture.network, &NetworkStrip::currentChanged);
        QTest::keyClick(&fixture.network, key);
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(fixture.module.module(), chosen.last()[0].toString());
    }
    QCOMPARE(fixture.module.module(), u"templates"_s);
}

void TstInspectionController::whatCannotBeTakenApartIsSaid()
{
    InspectionFixture fixture;
    fixture.inspection.useMaker([](const StateDict&) { return std::make_unique<BrokenInspector>(); });
    fixture.inspection.useWeights(fixture.sessions.weights.shown());
    QTRY_COMPARE(fixture.sessions.notices.text(), u"The inspector is broken."_s);
}

void TstInspectionController::savesTheLogWhereItIsTold()
{
    InspectionFixture fixture;
    Q_EMIT fixture.hooks.saveLogRequested(u"time,module\n1,blocks\n"_s);
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    const QString path = fixture.sessions.file(u"log.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(fixture.sessions.notices.text().contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "time,module\n1,blocks\n");
}

GLYPHSCOPE_TEST(TstInspectionController, Widgets)
#include "tst_inspection_controller.moc"
