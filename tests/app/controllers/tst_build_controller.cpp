// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/build_controller.h"
#include "app/settings/settings.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct Building {
    test::Sessions sessions;
    BuildPanel panel;
    CodePanel code;
    BuildController controller{{.build = panel,
                                .code = code,
                                .notices = sessions.notices,
                                .dialogs = sessions.dialogs,
                                .engine = sessions.engine,
                                .disk = sessions.disk,
                                .compute = sessions.compute,
                                .weights = sessions.weights},
                               sessions.path("edited-network.json")};

    explicit Building(bool withWeights = true)
    {
        if (withWeights)
            useWeights("simple-cnn", 1);
    }

    void useWeights(const char* preset, float value)
    {
        const NetworkSpec network = presetNamed(preset)->make(10);
        StateDict weights = test::FakeEngine().freshWeights(network, static_cast<std::uint64_t>(value));
        putSpec(network, weights);
        sessions.weights.apply(std::make_shared<const StateDict>(weights), u"Mine"_s);
    }
    [[nodiscard]] QString kept() const { return sessions.file(u"edited-network.json"_s); }
    void edit()
    {
        NetworkSpec network = panel.network();
        insertLayer(network, {2},
                    {"more",
                     "Conv2d",
                     {{"out_channels", std::int64_t{32}},
                      {"kernel_size", std::int64_t{3}},
                      {"padding", std::int64_t{1}}},
                     {}});
        panel.open(network, u"Edit"_s);
    }
    /// What the disk was asked for is done.
    void settle()
    {
        bool done = false;
        sessions.disk.run([&done]() -> std::function<void()> { return [&done] { done = true; }; });
        QTRY_VERIFY(done);
    }
};

}  // namespace

class TstBuildController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void followsTheWeightsThatAreApplied();
    void growsTheWeightsInOneStep();
    void saysWhyANetworkCannotBeUsed();
    void keepsEditsFromACrash();
    void whatIsInUseIsNotKept();
    void aWindowThatClosesBeforeItsWeightsAreThereKeepsNothing();
    void damagedEditsAreSetAside();
    void networksAreSavedAndOpened();
    void aFileThatIsNoNetworkIsRefused();
    void remembersRecentFiles();
};

void TstBuildController::followsTheWeightsThatAreApplied()
{
    Building building;
    QVERIFY(building.panel.network() == shippedNetwork());
    QVERIFY(building.panel.isInUse());
    building.sessions.weights.set(WeightsSource::Scrub, test::tenClasses(1), u"Scrubbed"_s);
    QVERIFY(building.panel.isInUse());
}

void TstBuildController::growsTheWeightsInOneStep()
{
    Building building;
    building.controller.setEngineReady();
    building.edit();
    const NetworkSpec edited = building.panel.network();
    const WeightsController::Weights before = building.sessions.weights.inUse();
    QSignalSpy history(&building.sessions.weights, &WeightsController::historyChanged);
    Q_EMIT building.panel.applyRequested(edited, 7, NewModules::Random);
    QTRY_VERIFY(building.sessions.weights.inUse() != before);
    const StateDict& grown = *building.sessions.weights.inUse();
    QVERIFY(specOf(grown) == edited);
    QCOMPARE(grown.find("conv1.weight")->values.front(), 1.0F);
    QCOMPARE(grown.find("more.weight")->values.front(), 7.0F);
    QVERIFY(building.panel.isInUse());
    QTRY_VERIFY(!history.isEmpty() && history.last()[0].toString().contains(u"Network"_s));
    building.sessions.weights.undo();
    QTRY_VERIFY(building.panel.network() == shippedNetwork());
    QVERIFY(building.panel.isInUse());
}

void TstBuildController::saysWhyANetworkCannotBeUsed()
{
    Building building;
    NetworkSpec misfit = shippedNetwork();
    removeLayer(misfit, {misfit.layers.size() - 1});
    const WeightsController::Weights before = building.sessions.weights.inUse();
    Q_EMIT building.panel.applyRequested(misfit, 0, NewModules::Random);
    QTRY_COMPARE(building.sessions.notices.kind(), NoticeBar::Kind::Error);
    QCOMPARE(building.sessions.weights.inUse(), before);
}

void TstBuildController::keepsEditsFromACrash()
{
    Building building;
    building.controller.begin();
    building.settle();
    building.edit();
    const NetworkSpec edited = building.panel.network();
    QTRY_VERIFY(QFile::exists(building.kept()));
    BuildPanel next;  // of another start: this one has not closed
    CodePanel nextCode;
    BuildController again({.build = next,
                           .code = nextCode,
                           .notices = building.sessions.notices,
                           .dialogs = building.sessions.dialogs,
                           .engine = building.sessions.engine,
                           .disk = building.sessions.disk,
                           .compute = building.sessions.compute,
                           .weights = building.sessions.weights},
                          building.sessions.path("edited-network.json"));
    again.begin();
    QTRY_VERIFY(next.network() == edited);
    building.settle();
}

void TstBuildController::whatIsInUseIsNotKept()
{
    Building building;
    building.controller.begin();
    building.settle();
    building.edit();
    building.controller.close();
    building.settle();
    QVERIFY(QFile::exists(building.kept()));
    building.panel.undo();
    building.controller.begin();
    building.settle();
    building.panel.undo();  // of nothing
    NetworkSpec own = shippedNetwork();
    building.panel.open(own, u"Back"_s);
    building.controller.close();
    building.settle();
    QVERIFY(!QFile::exists(building.kept()));
}

void TstBuildController::aWindowThatClosesBeforeItsWeightsAreThereKeepsNothing()
{
    Building building(false);
    building.controller.begin();
    building.settle();
    building.controller.close();
    building.settle();
    QVERIFY(!QFile::exists(building.kept()));
}

void TstBuildController::damagedEditsAreSetAside()
{
    Building building;
    QFile file(building.kept());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\": 3") > 0);
    file.close();
    building.controller.begin();
    QTRY_COMPARE(building.sessions.notices.kind(), NoticeBar::Kind::Warning);
    QVERIFY(QFile::exists(building.kept() + u".bad"_s));
    QVERIFY(building.panel.isInUse());
}

void TstBuildController::networksAreSavedAndOpened()
{
    Building building;
    building.edit();
    const NetworkSpec edited = building.panel.network();
    const QString path = building.sessions.file(u"mine.json"_s);
    building.controller.save(path);
    QTRY_VERIFY(building.sessions.notices.text().contains(path));
    building.panel.undo();
    QSignalSpy wanted(&building.controller, &BuildController::panelWanted);
    building.controller.open(path);
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(building.panel.network() == edited);
    building.panel.undo();
    QVERIFY(building.panel.isInUse());
}

void TstBuildController::aFileThatIsNoNetworkIsRefused()
{
    Building building;
    const QString path = building.sessions.file(u"other.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[1, 2]") > 0);
    file.close();
    QSignalSpy failed(&building.sessions.disk, &TaskSession::failed);
    building.controller.open(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"other.json"_s));
    QVERIFY(building.panel.isInUse());
}

void TstBuildController::remembersRecentFiles()
{
    Building building;
    for (int i = 0; i < 10; ++i) {
        building.controller.save(building.sessions.file(u"%1.json"_s.arg(i)));
        building.settle();
    }
    Settings settings;
    building.controller.keep(settings);
    QCOMPARE(settings.networks.size(), 8);
    QCOMPARE(settings.networks.first(), building.sessions.file(u"9.json"_s));
    const QString file = building.sessions.file(u"settings.json"_s);
    saveSettings(file, settings);
    QString notice;
    QCOMPARE(loadSettings(file, &notice).networks, settings.networks);
}

GLYPHSCOPE_TEST(TstBuildController, Widgets)
#include "tst_build_controller.moc"
