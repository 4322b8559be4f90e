// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSlider>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstInspecting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void moduleOpensFromTheStrip();
    void oneValueIsExplained();
    void aFilterTakenOutChangesTheAnswer();
    void attributionsFollowTheDrawing();
    void aMapIsNeverLaidOverAnotherDrawing();
    void frozenParametersStayInTraining();
    void aDeviceThatRefusesLeavesEverythingWhereItIs();
    void whatWasSetComesBack();
    void panelsBehindATabAreHidden();
    void everythingOpenWhileDrawingAndTraining();
};

namespace {

void inspect(OpenWindow& window, int digit)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::write(window.canvas(), tourDigit(digit));
    QTRY_COMPARE(window.digit(), digit);
    QTRY_VERIFY(!window.label("status.latency").isEmpty());  // panels follow the answer within a frame
}

void sweep(OpenWindow& window)
{
    auto* button = window.find<QPushButton>("hooks.sweep");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
}

int rows(OpenWindow& window, const char* table)
{
    return window.find<QTableView>(table)->model()->rowCount();
}

}  // namespace

void TstInspecting::moduleOpensFromTheStrip()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    NetworkStrip* strip = window->panel<NetworkStrip>();
    const QPointF card = strip->placeOf(3).card.center();
    QTest::mouseDClick(strip->viewport(), Qt::LeftButton, {}, card.toPoint());
    QCOMPARE(window->panel<ModuleView>()->module(), u"conv2"_s);
    QVERIFY(window->panel<ModuleView>()->isVisible());
}

void TstInspecting::oneValueIsExplained()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    auto* maps = window.find<MapGrid>("module.maps");
    QTRY_VERIFY(maps->sheet().maps > 2);  // the panel is given the reading after the strip
    hand::click(*maps->viewport(), maps->cellRect({2, 10, 12}).center());
    QVERIFY(window->panel<ModuleView>()->unit().has_value());
    QCOMPARE(window->panel<ModuleView>()->unit()->module, std::string("conv1"));
    auto* title = window.find<QLabel>("module.unitTitle");
    QTRY_VERIFY(title->text().contains(u"conv1"_s));
    hand::write(window.canvas(), tourDigit(1));  // it follows the pen
    QVERIFY(window->panel<ModuleView>()->unit().has_value());
}

void TstInspecting::aFilterTakenOutChangesTheAnswer()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 8);
    hand::openTab(*window, u"Hooks"_s);
    window->panel<HookPanel>()->showPage(HookPanel::Page::WhatIf);
    sweep(window);
    QTRY_VERIFY_WITH_TIMEOUT(rows(window, "hooks.sweepTable") > 0, 30000);
    window.find<QTableView>("hooks.sweepTable")->selectRow(0);
    hand::click(*window.find<QPushButton>("hooks.sweepAdd"));
    QCOMPARE(window->panel<HookPanel>()->hooks().size(), std::size_t(1));
    QVERIFY(window->panel<HookPanel>()->hooks()[0].action == HookAction::Zero);
    window->panel<HookPanel>()->showPage(HookPanel::Page::Hooks);
    // its calls arrive with the next reading: the hook runs
    QTRY_VERIFY(window.find<QTableView>("hooks.list")
                    ->model()
                    ->data(window.find<QTableView>("hooks.list")->model()->index(0, 0))
                    .isValid());
    QTRY_VERIFY(window.find<QWidget>("hooks.effect")->isVisible());
}

void TstInspecting::attributionsFollowTheDrawing()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    hand::openTab(*window, u"Why"_s);
    QTRY_VERIFY(window.label("why.score").contains(u'3'));
    QTRY_VERIFY(!window.label("why.completeness").isEmpty());
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(7));
    QTRY_COMPARE(window.digit(), 7);
    QTRY_VERIFY(window.label("why.score").contains(u'7'));
}

void TstInspecting::aMapIsNeverLaidOverAnotherDrawing()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    const auto shown = [&window] { return window.canvas().grab().toImage(); };
    const auto plain = [&](int digit) {
        window.canvas().setDrawing(tourDigit(digit));
        return shown();
    };
    const QImage seven = plain(7);
    const QImage three = plain(3);
    hand::openTab(*window, u"Why"_s);
    window.find<QCheckBox>("why.onCanvas")->click();
    QTRY_VERIFY(shown() != three);
    window.canvas().setDrawing(tourDigit(7));
    QVERIFY2(shown() == seven, "the map of the three is gone at once");
    QTRY_VERIFY(shown() != seven);
    window.canvas().undo();
    QVERIFY2(shown() == three, "and that of the seven");
    QTRY_VERIFY(shown() != three);
}

void TstInspecting::frozenParametersStayInTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    inspect(window, 3);
    hand::openTab(*window, u"Parameters"_s);
    auto* table = window.find<QTableView>("parameters.table");
    QTRY_COMPARE(table->model()->rowCount(), 8);
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(window->panel<ParameterPanel>()->frozen().size(), 8);
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 60000);
    // nothing was learnt: a network of random weights is left
    const QString file = data.file(u"weights/0001.safetensors"_s);
    QTRY_VERIFY(QFile::exists(file));
    const StateDict kept = readSafetensors(file.toStdString());
    const auto& bias = kept.find("fc2.bias")->values;
    QVERIFY(std::all_of(bias.begin(), bias.end(), [](float b) { return std::abs(b) <= 1.0F / 16; }));
}

void TstInspecting::aDeviceThatRefusesLeavesEverythingWhereItIs()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    Q_EMIT window->deviceRequested(u"cuda:77"_s);  // as if it had been there a moment ago
    QTRY_VERIFY(window->notices()->text().endsWith(u"Everything stays on CPU."_s));
    QVERIFY(window->notices()->text().contains(u"cuda:77"_s));
    QCOMPARE(window.find<QToolButton>("status.device")->text(), u"CPU"_s);
    const QAction* processor = window.find<QMenu>("menu.device")->actions().constFirst();
    QCOMPARE(processor->text(), u"CPU"_s);
    QVERIFY(processor->isChecked());
    window->notices()->dismiss();
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(7));
    QTRY_COMPARE(window.digit(), 7);
    hand::openTab(*window, u"Why"_s);
    QTRY_VERIFY(window.label("why.score").contains(u'7'));
    QVERIFY(!window->notices()->isVisible());
}

void TstInspecting::whatWasSetComesBack()
{
    const ScratchData data;
    int moved = -1;
    {
        OpenWindow window(data);
        inspect(window, 8);
        window->panel<NetworkStrip>()->setCurrent(u"conv2"_s);
        window->panel<ModuleView>()->setModule(u"conv2"_s);
        hand::openTab(*window, u"Why"_s);
        window.find<QSlider>("why.opacity")->setValue(30);
        hand::openTab(*window, u"Hooks"_s);
        window->panel<HookPanel>()->showPage(HookPanel::Page::WhatIf);
        sweep(window);
        QTRY_VERIFY_WITH_TIMEOUT(rows(window, "hooks.sweepTable") > 0, 30000);
        window.find<QTableView>("hooks.sweepTable")->selectRow(0);
        hand::click(*window.find<QPushButton>("hooks.sweepAdd"));
        QHeaderView* header = window.find<QTableView>("parameters.table")->horizontalHeader();
        moved = header->logicalIndex(1);
        header->moveSection(1, 4);
        window.leave();
    }
    OpenWindow window(data);
    QCOMPARE(window->panel<HookPanel>()->hooks().size(), std::size_t(1));
    QVERIFY(window->panel<HookPanel>()->hooks()[0].action == HookAction::Zero);
    QVERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->text().contains(u"of the last session"_s));
    QCOMPARE(window->panel<ModuleView>()->module(), u"conv2"_s);
    QCOMPARE(window.find<QSlider>("why.opacity")->value(), 30);
    QCOMPARE(window.find<QTableView>("parameters.table")->horizontalHeader()->visualIndex(moved), 4);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::openTab(*window, u"Hooks"_s);
    hand::write(window.canvas(), tourDigit(8));
    QTRY_VERIFY(window.find<QWidget>("hooks.effect")->isVisible());  // it runs
}

void TstInspecting::panelsBehindATabAreHidden()
{
    const ScratchData data;
    OpenWindow window(data);
    inspect(window, 3);
    QVERIFY(window->panel<ModuleView>()->isVisible());
    QVERIFY(!window->panel<HookPanel>()->isVisible());
    hand::openTab(*window, u"Hooks"_s);
    QTRY_VERIFY(window->panel<HookPanel>()->isVisible());
    QVERIFY(!window->panel<ModuleView>()->isVisible());
    window.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!window->panel<HookPanel>()->isVisible());
}

void TstInspecting::everythingOpenWhileDrawingAndTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 20000);
    OpenWindow window(data);
    inspect(window, 3);
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    window.press(Qt::Key_3, Qt::ControlModifier);
    for (const QString& panel : {u"Parameters"_s, u"Hooks"_s, u"Why"_s, u"Module"_s}) {
        hand::openTab(*window, panel);
        window.press(Qt::Key_Delete);
        hand::write(window.canvas(), tourDigit(3));
        QTRY_VERIFY(!window.answers(Verdict::Empty));
    }
    QVERIFY(!window->notices()->isVisible());
    window.leave();
}

GLYPHSCOPE_TEST(TstInspecting, Widgets)
#include "tst_inspecting.moc"
