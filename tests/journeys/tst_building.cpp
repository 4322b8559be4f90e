// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/hooks/hook_table_model.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_view.h"
#include "ui/training/training_panel.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

BuildPanel* buildOf(OpenWindow& window)
{
    return window->panel<BuildPanel>();
}

void chooseRow(OpenWindow& window, int row)
{
    auto* rows = window.find<QTreeView>("build.rows");
    const QRect place = rows->visualRect(rows->model()->index(row, 0));
    hand::click(*rows->viewport(), QPointF(place.left() + 60, place.top() + 10));
    rows->setFocus();
}

void insertByName(OpenWindow& window, const QString& kind)
{
    auto* filter = window.find<QLineEdit>("build.kindFilter");
    filter->setFocus();
    filter->clear();
    QTest::keyClicks(filter, kind);
    QTest::keyClick(filter, Qt::Key_Return);
}

/// The buttons are made for each check.
void takeFirstRepair(OpenWindow& window)
{
    const auto repair = [&window] { return window.find<QToolButton>("build.repair"); };
    QTRY_VERIFY(repair() != nullptr && repair()->isVisible());
    hand::click(*repair());
}

/// Batch norms behind both convolutions; on the way Flatten is deleted and brought back by its repair.
void compose(OpenWindow& window)
{
    hand::trigger(*window, u"action.layout.build"_s);
    chooseRow(window, 0);
    insertByName(window, u"BatchNorm2d"_s);
    chooseRow(window, 4);
    insertByName(window, u"BatchNorm2d"_s);
    const std::vector<LayerSpec>& layers = buildOf(window)->network().layers;
    QCOMPARE(layers[1].kind, std::string("BatchNorm2d"));
    QCOMPARE(layers[5].kind, std::string("BatchNorm2d"));
    QVERIFY(buildOf(window)->verdict().fits());
    const auto flatten = std::ranges::find(layers, "Flatten", &LayerSpec::kind) - layers.begin();
    chooseRow(window, static_cast<int>(flatten));
    QTest::keyClick(window.find<QWidget>("build.rows"), Qt::Key_Delete);
    QTRY_VERIFY(!buildOf(window)->verdict().fits());
    takeFirstRepair(window);
    QVERIFY(buildOf(window)->verdict().fits());
}

/// Its statistics are in Parameters, and one value says how it was made of them.
void explainAValueOf(OpenWindow& window, const QString& norm)
{
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::openTab(*window, u"Parameters"_s);
    auto* table = window.find<QTableView>("parameters.table");
    const auto isListed = [&] {
        const QModelIndexList found = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole,
                                                            norm + u".running_var"_s, 1, Qt::MatchRecursive);
        return !found.isEmpty();
    };
    QTRY_VERIFY(isListed());
    hand::openTab(*window, u"Module"_s);
    auto* modules = window.find<QComboBox>("module.module");
    QTRY_VERIFY(modules->findText(norm, Qt::MatchContains) >= 0);
    modules->setCurrentIndex(modules->findText(norm, Qt::MatchContains));
    Q_EMIT modules->activated(modules->currentIndex());
    auto* maps = window.find<MapGrid>("module.maps");
    QTRY_VERIFY(window->panel<ModuleView>()->module() == norm && maps->sheet().maps > 2);
    hand::click(*maps->viewport(), maps->cellRect({2, 10, 12}).center());
    auto* title = window.find<QLabel>("module.unitTitle");
    QTRY_VERIFY2(title->text().contains(norm), qPrintable(title->text()));
}

void hookInsideAResidual(OpenWindow& window)
{
    hand::trigger(*window, u"action.layout.build"_s);
    window.find<QAction>("build.preset.resnet-8")->trigger();
    const WeightsController::Weights before = window.weights();
    hand::click(*window.find<QPushButton>("build.apply"));
    QTRY_VERIFY(window.weights() != before);
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::openTab(*window, u"Hooks"_s);
    auto* add = window.find<QAbstractButton>("hooks.addFirst");
    QTRY_VERIFY(add->isVisible());
    hand::click(*add);
    auto* module = window.find<QComboBox>("hooks.module");
    QTRY_VERIFY(module->isVisible());
    QTRY_VERIFY(module->findText(u".body."_s, Qt::MatchContains) >= 0);
    const int inside = module->findText(u".body."_s, Qt::MatchContains);
    module->setFocus();
    module->setCurrentIndex(inside);
    Q_EMIT module->activated(inside);
    hand::click(*window.find<QPushButton>("hooks.addHook"));
    QTRY_VERIFY(!window->panel<HookPanel>()->hooks().empty());
    const HookSpec hook = window->panel<HookPanel>()->hooks().at(0);
    QVERIFY(hook.module.find(".body.") != std::string::npos);
    auto* list = window.find<QTableView>("hooks.list");
    const auto calls = [list] { return list->model()->index(0, HookTableModel::Calls).data().toInt(); };
    QTRY_VERIFY(calls() > 0);
    window->panel<HookPanel>()->setHooks({});
    Q_EMIT window->panel<HookPanel>()->hooksChanged({});
}

}  // namespace

/// A network composed in the window.
class TstBuilding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void aMisfitIsMendedAndUndone();
    void undoActsOnWhatHasTheKeyboard();
    void aGrownNetworkAnswersAsBefore();
    void editsSurviveAKill();
    void aDroppedNetworkIsOpened();
    void aPastedNetworkIsUsed();
    void theNetworkInUseIsTrained();
    void fromSimpleCnnToNormsAndBack();
};

void TstBuilding::aMisfitIsMendedAndUndone()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::trigger(*window, u"action.layout.build"_s);
    QTRY_VERIFY(buildOf(window)->isVisible());
    QVERIFY(buildOf(window)->network() == shippedNetwork());
    const NetworkSpec before = buildOf(window)->network();
    int flatten = 0;
    while (before.layers[static_cast<std::size_t>(flatten)].kind != "Flatten")
        ++flatten;
    chooseRow(window, flatten);
    QTest::keyClick(window.find<QWidget>("build.rows"), Qt::Key_Delete);
    QTRY_VERIFY(!buildOf(window)->verdict().fits());
    takeFirstRepair(window);
    QVERIFY(buildOf(window)->verdict().fits());
    buildOf(window)->undo();
    buildOf(window)->undo();
    QVERIFY(buildOf(window)->network() == before);
    window.leave();
}

void TstBuilding::undoActsOnWhatHasTheKeyboard()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::write(window.canvas(), tourDigit(3));
    hand::trigger(*window, u"action.layout.build"_s);
    chooseRow(window, 0);
    QTest::keyClick(window.find<QWidget>("build.rows"), Qt::Key_Delete);
    auto* undo = window.find<QAction>("action.undo");
    QTRY_VERIFY2(undo->text().contains(u"conv1"_s), qPrintable(undo->text()));
    QTest::keyClick(window.find<QWidget>("build.rows"), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(buildOf(window)->isInUse());
    QVERIFY(!window.canvas().isEmpty());
    window.canvas().setFocus();
    QTRY_VERIFY(undo->isEnabled() && !undo->text().contains(u"conv1"_s));
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(window.canvas().isEmpty());
    window.leave();
}

void TstBuilding::aGrownNetworkAnswersAsBefore()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.digit(), 5);
    const std::vector<float> logits = window->panel<AnswerPanel>()->prediction()->logits;
    const WeightsController::Weights before = window.weights();
    hand::trigger(*window, u"action.layout.build"_s);
    chooseRow(window, 1);
    insertByName(window, u"Conv2d"_s);
    QVERIFY(buildOf(window)->verdict().fits());
    window.find<QCheckBox>("build.identity")->setChecked(true);
    hand::click(*window.find<QPushButton>("build.apply"));
    QTRY_VERIFY_WITH_TIMEOUT(window.weights() != before, 60000);
    QVERIFY(specOf(*window.weights()) == buildOf(window)->network());
    QTRY_COMPARE(window.digit(), 5);
    QTRY_VERIFY(buildOf(window)->isInUse());
    const std::vector<float> grown = window->panel<AnswerPanel>()->prediction()->logits;
    for (std::size_t i = 0; i < logits.size(); ++i)
        QVERIFY2(std::abs(logits[i] - grown[i]) < 1e-3F, qPrintable(QString::number(grown[i] - logits[i])));
    auto* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(buildOf(window)->network() == shippedNetwork(), 60000);
    QTRY_COMPARE(window.digit(), 5);
    window.leave();
}

void TstBuilding::editsSurviveAKill()
{
    const ScratchData data;
    NetworkSpec edited;
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
        hand::trigger(*window, u"action.layout.build"_s);
        chooseRow(window, 0);
        insertByName(window, u"Tanh"_s);
        edited = buildOf(window)->network();
        QTRY_VERIFY(QFile::exists(data.file(u"edited-network.json"_s)));
        QVERIFY(QFile::copy(data.file(u"edited-network.json"_s), data.file(u"as-killed.json"_s)));
        window.leave();
    }
    QFile::remove(data.file(u"edited-network.json"_s));
    QVERIFY(QFile::rename(data.file(u"as-killed.json"_s), data.file(u"edited-network.json"_s)));
    OpenWindow again(data);
    QTRY_VERIFY_WITH_TIMEOUT(again.ready(), 60000);
    QVERIFY(buildOf(again)->network() == edited);
    QVERIFY(!buildOf(again)->isInUse());
    again.leave();
}

void TstBuilding::theNetworkInUseIsTrained()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 256);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::trigger(*window, u"action.layout.build"_s);
    window.find<QAction>("build.preset.resnet-8")->trigger();
    const WeightsController::Weights before = window.weights();
    hand::click(*window.find<QPushButton>("build.apply"));
    QTRY_VERIFY_WITH_TIMEOUT(window.weights() != before, 60000);
    const NetworkSpec network = specOf(*window.weights());
    QCOMPARE(titleOf(network), std::string("ResNet-8"));
    window.press(Qt::Key_2, Qt::ControlModifier);
    window->panel<TrainingPanel>()->setOpenSections({u"more"_s});
    hand::click(*window.find<QCheckBox>("training.fromWeights"));
    hand::click(*window.find<QToolButton>("training.epoch"));
    auto* primary = window.find<QPushButton>("training.button");
    QTRY_VERIFY_WITH_TIMEOUT(primary->isEnabled() && primary->text().contains(u"Resume"_s), 120000);
    const RunStore runs(data.file(u"runs"_s).toStdString());
    const RunInfo run = runs.list().at(0);
    QVERIFY2(run.name.starts_with("ResNet-8, "), run.name.c_str());
    QVERIFY(run.network == network);
    QTRY_VERIFY(window.shows(WeightsSource::Training));
    QVERIFY(specOf(*window.weights()) == network);
    window.leave();
}

/// Batch norms behind both convolutions, a misfit that is mended, an epoch, what the norm has learnt, a hook
/// inside a Residual, and all of it undone.
void TstBuilding::fromSimpleCnnToNormsAndBack()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.digit(), 5);

    compose(window);
    const NetworkSpec normed = buildOf(window)->network();
    const WeightsController::Weights shipped = window.weights();
    hand::click(*window.find<QPushButton>("build.apply"));
    QTRY_VERIFY_WITH_TIMEOUT(window.weights() != shipped, 60000);
    QVERIFY(specOf(*window.weights()) == normed);
    const std::string norm = normed.layers[1].name;
    const std::vector<float> fresh = window.weights()->find(norm + ".running_mean")->values;

    window.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY2(window.label("training.status").contains(u"a network of"_s),  // says what it will train
             qPrintable(window.label("training.status")));
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 120000);
    QVERIFY(specOf(*window.weights()) == normed);
    QVERIFY(window.weights()->find(norm + ".running_mean")->values != fresh);

    explainAValueOf(window, QString::fromStdString(norm));
    hookInsideAResidual(window);

    auto* undo = window.find<QAction>("action.undoWeights");
    while (undo->isEnabled()) {
        const WeightsController::Weights now = window.weights();
        undo->trigger();
        QTRY_VERIFY(window.weights() != now);
    }
    QTRY_VERIFY(buildOf(window)->network() == shippedNetwork());
    QTRY_COMPARE(window.digit(), 5);
    window.leave();
}

void TstBuilding::aDroppedNetworkIsOpened()
{
    const ScratchData data;
    const QString path = data.file(u"lenet.json"_s);
    QFile file(path);
    const NetworkSpec lenet = presetNamed("lenet-5")->make(10);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(encodeSpec(lenet))) > 0);
    file.close();
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::drop(window.canvas(), path);
    QTRY_VERIFY(buildOf(window)->network() == lenet);
    QTRY_VERIFY(buildOf(window)->isVisible());
    window.leave();
}

void TstBuilding::aPastedNetworkIsUsed()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    hand::write(window.canvas(), tourDigit(5));
    hand::trigger(*window, u"action.layout.build"_s);
    QGuiApplication::clipboard()->setText(
        u"nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), "
        u"nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), "
        u"nn.Tanh(), nn.Linear(84, 10))"_s);
    chooseRow(window, 0);
    QTest::keyClick(window.find<QWidget>("build.rows"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(buildOf(window)->verdict().fits());
    QCOMPARE(totalsOf(buildOf(window)->verdict().layers).parameters, 61706);
    QVERIFY(window->panel<CodePanel>()->text().contains(u"Tanh"_s));
    hand::click(*window.find<QPushButton>("build.apply"));
    QTRY_VERIFY_WITH_TIMEOUT(buildOf(window)->isInUse(), 60000);
    QCOMPARE(window.weights()->find("0.weight")->shape, (std::vector<std::int64_t>{6, 1, 5, 5}));
    auto* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(buildOf(window)->network() == shippedNetwork(), 60000);
    window.leave();
}

GLYPHSCOPE_TEST(TstBuilding, Widgets)
#include "tst_building.moc"
