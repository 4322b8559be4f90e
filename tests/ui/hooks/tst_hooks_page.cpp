// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/shown_page.h"
#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_table.h"
#include "ui/hooks/hooks_page.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using test::ShownPage;
using namespace Qt::StringLiterals;

class TstHooksPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void theEmptyListSaysWhatAHookIs();
    void aHookIsFilledInAndAdded();
    void inFrontRunsFirst();
    void escapeGivesUpAdding();
    void enterAdds();
    void presetsAreOneClick();
    void theSliderMovesTheAnswerWhileDragged();
    void typedNumbersMayLieOutsideTheSlider();
    void clampLimitsStayInOrder();
    void checksInTheList();
    void spaceSwitchesAllChosen();
    void deleteRemovesAndUndoBringsBack();
    void controlArrowsMoveAndKeepTheChoice();
    void duplicateStandsBelow();
    void undoAndRedoByKeyAndButton();
    void theEffectComparesBothAnswers();
    void hooksFromOutsideAreQuiet();
    void nothingIsShownWhileHidden();
    void fitsASmallDock();
    void everythingHasATip();
};

void TstHooksPage::theEmptyListSaysWhatAHookIs()
{
    ShownPage shown;
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->text().contains(u"whenever its module runs"));
    QVERIFY(!shown.child<QWidget>(u"formCard"_s)->isVisible());
    shown.press(u"addFirst"_s);
    QVERIFY(shown.child<QWidget>(u"formCard"_s)->isVisible());
    QVERIFY(shown.asked.empty());
}

void TstHooksPage::aHookIsFilledInAndAdded()
{
    ShownPage shown;
    shown.press(u"add"_s);
    shown.choose(u"kind"_s, 2);
    shown.choose(u"module"_s, 3);
    shown.choose(u"action"_s, 3);
    shown.child<QSpinBox>(u"channel"_s)->setValue(7);
    QVERIFY(shown.asked.empty());
    shown.press(u"addHook"_s);
    QCOMPARE(shown.asked.size(), 1U);
    const HookSpec& spec = shown.last();
    QCOMPARE(spec.id, 1U);
    QCOMPARE(spec.kind, HookKind::FullBackwardPre);
    QCOMPARE(spec.module, "conv2");
    QCOMPARE(spec.action, HookAction::Scale);
    QCOMPARE(spec.amount, 0.5);
    QCOMPARE(spec.channel, 7);
    QVERIFY(spec.training && spec.enabled && !spec.prepend);
    QVERIFY(!spec.predicting);  // reading makes no backward pass
    QCOMPARE(shown.list()->currentRow(), 0);
    QCOMPARE(shown.child<QLabel>(u"formTitle"_s)->text(),
             u"Scale channel 7 of the gradient of conv2's output by 0.5."_s);
    QVERIFY(!shown.child<QPushButton>(u"addHook"_s)->isVisible());
}

void TstHooksPage::inFrontRunsFirst()
{
    ShownPage shown;
    shown.three();
    shown.press(u"add"_s);
    shown.choose(u"module"_s, 4);
    QTest::mouseClick(shown.child<QCheckBox>(u"front"_s), Qt::LeftButton);
    shown.press(u"addHook"_s);
    QCOMPARE(shown.modules(), u"relu3 conv1 conv2 fc2"_s);
    shown.press(u"add"_s);
    QVERIFY(!shown.child<QCheckBox>(u"front"_s)->isChecked());
}

void TstHooksPage::escapeGivesUpAdding()
{
    ShownPage shown;
    shown.press(u"add"_s);
    QTest::keyClick(shown.child<QComboBox>(u"module"_s), Qt::Key_Escape);
    QVERIFY(!shown.child<QWidget>(u"formCard"_s)->isVisible());
    QVERIFY(shown.asked.empty());
}

void TstHooksPage::enterAdds()
{
    ShownPage shown;
    shown.press(u"add"_s);
    QTest::keyClick(shown.child<QSpinBox>(u"channel"_s), Qt::Key_Return);
    QCOMPARE(shown.asked.size(), 1U);
    QCOMPARE(shown.last().action, HookAction::Observe);
}

void TstHooksPage::presetsAreOneClick()
{
    ShownPage shown;
    const QList<QAction*> presets = shown.child<QMenu>(u"presetsMenu"_s)->actions();
    QCOMPARE(presets.size(), 6);
    presets[0]->trigger();
    QCOMPARE(shown.last().module, "conv2");
    QCOMPARE(shown.last().channel, 12);
    presets[2]->trigger();
    QCOMPARE(shown.last().action, HookAction::Clamp);
    QCOMPARE(shown.last().limit, 1.0);
    QCOMPARE(shown.asked.back().size(), 2U);
}

void TstHooksPage::theSliderMovesTheAnswerWhileDragged()
{
    ShownPage shown;
    shown.three();
    shown.click(1);
    auto* slider = shown.child<QSlider>(u"amountSlider"_s);
    QVERIFY(slider->isVisible());
    slider->setSliderDown(true);
    for (const int step : {110, 120, 130})
        slider->setSliderPosition(step);
    slider->setSliderDown(false);
    QCOMPARE(shown.asked.size(), 3U);
    QCOMPARE(shown.asked[0][1].amount, 0.75);
    QCOMPARE(shown.asked[2][1].amount, 1.25);
    QCOMPARE(shown.child<QDoubleSpinBox>(u"amount"_s)->value(), 1.25);
    slider->setSliderDown(true);
    slider->setSliderPosition(200);
    slider->setSliderDown(false);
    shown.press(u"undo"_s);
    QCOMPARE(shown.asked.back()[1].amount, 1.25);
    shown.press(u"undo"_s);
    QCOMPARE(shown.asked.back()[1].amount, 0.5);
    QCOMPARE(slider->value(), 100);
}

void TstHooksPage::typedNumbersMayLieOutsideTheSlider()
{
    ShownPage shown;
    shown.three();
    shown.click(1);
    auto* field = shown.child<QDoubleSpinBox>(u"amount"_s);
    QCOMPARE(field->text(), u"0.5"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"25.5"_s);
    QCOMPARE(field->text(), u"25.5"_s);
    QCOMPARE(shown.asked.back()[1].amount, 25.5);
    QCOMPARE(shown.child<QSlider>(u"amountSlider"_s)->value(), 200);
}

void TstHooksPage::clampLimitsStayInOrder()
{
    ShownPage shown;
    shown.child<QMenu>(u"presetsMenu"_s)->actions()[2]->trigger();
    shown.child<QDoubleSpinBox>(u"amount"_s)->setValue(3);
    QCOMPARE(shown.last().amount, 3.0);
    QCOMPARE(shown.last().limit, 3.0);
    shown.child<QDoubleSpinBox>(u"limit"_s)->setValue(-1);
    QCOMPARE(shown.last().amount, -1.0);
    QCOMPARE(shown.last().limit, -1.0);
}

void TstHooksPage::checksInTheList()
{
    ShownPage shown;
    shown.three();
    shown.click(0, HookTableModel::On);
    QVERIFY(!shown.asked.back()[0].enabled);
    shown.click(1, HookTableModel::Training);
    QVERIFY(shown.asked.back()[1].training);
    shown.click(1, HookTableModel::Predicting);
    QVERIFY(!shown.asked.back()[1].predicting);
    QCOMPARE(shown.asked.size(), 3U);
}

void TstHooksPage::spaceSwitchesAllChosen()
{
    ShownPage shown;
    shown.three();
    shown.list()->selectAll();
    QTest::keyClick(shown.list(), Qt::Key_Space);
    QCOMPARE(shown.asked.size(), 1U);
    for (const HookSpec& spec : shown.asked[0])
        QVERIFY(!spec.enabled);
    shown.press(u"undo"_s);
    for (const HookSpec& spec : shown.asked[1])
        QVERIFY(spec.enabled);
}

void TstHooksPage::deleteRemovesAndUndoBringsBack()
{
    ShownPage shown;
    shown.three();
    shown.click(1);
    QTest::keyClick(shown.list(), Qt::Key_Delete);
    QCOMPARE(shown.modules(), u"conv1 fc2"_s);
    QVERIFY(shown.child<QWidget>(u"notice"_s)->isVisible());
    QCOMPARE(shown.child<QLabel>(u"noticeWords"_s)->text(), u"Removed conv2: scale by 0.5."_s);
    QVERIFY(!shown.child<QWidget>(u"formCard"_s)->isVisible());
    shown.press(u"noticeUndo"_s);
    QCOMPARE(shown.modules(), u"conv1 conv2 fc2"_s);
    QCOMPARE(shown.asked.back()[1].id, 2U);
    QVERIFY(!shown.child<QWidget>(u"notice"_s)->isVisible());
    QCOMPARE(shown.list()->currentRow(), 1);
}

void TstHooksPage::controlArrowsMoveAndKeepTheChoice()
{
    ShownPage shown;
    shown.three();
    shown.click(0);
    QTest::keyClick(shown.list(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(shown.modules(), u"conv2 conv1 fc2"_s);
    QTest::keyClick(shown.list(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(shown.list(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(shown.asked.size(), 2U);
    QCOMPARE(shown.list()->currentRow(), 2);
    QTest::keyClick(shown.list(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(shown.modules(), u"conv2 conv1 fc2"_s);
    Q_EMIT shown.list()->moveWanted(2, 0);
    QCOMPARE(shown.modules(), u"fc2 conv2 conv1"_s);
}

void TstHooksPage::duplicateStandsBelow()
{
    ShownPage shown;
    shown.three();
    shown.click(0);
    shown.press(u"duplicate"_s);
    QCOMPARE(shown.modules(), u"conv1 conv1 conv2 fc2"_s);
    QCOMPARE(shown.asked.back()[1].id, 4U);
    QCOMPARE(shown.list()->currentRow(), 1);
}

void TstHooksPage::undoAndRedoByKeyAndButton()
{
    ShownPage shown;
    QVERIFY(!shown.child<QToolButton>(u"undo"_s)->isEnabled());
    shown.child<QMenu>(u"presetsMenu"_s)->actions()[1]->trigger();
    QVERIFY(shown.child<QToolButton>(u"undo"_s)->toolTip().startsWith(u"Undo: Add: add noise"));
    QTest::keySequence(shown.list(), QKeySequence(QKeySequence::Undo));
    QVERIFY(shown.asked.back().empty());
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    QTest::keySequence(&shown.page, QKeySequence(QKeySequence::Redo));
    QCOMPARE(shown.asked.back().size(), 1U);
    shown.press(u"undo"_s);
    shown.press(u"redo"_s);
    QCOMPARE(shown.asked.back().size(), 1U);
    QVERIFY(!shown.child<QToolButton>(u"redo"_s)->isEnabled());
}

void TstHooksPage::theEffectComparesBothAnswers()
{
    ShownPage shown;
    auto* effect = shown.child<EffectStrip>(u"effect"_s);
    QVERIFY(effect->words().startsWith(u"Write a digit"));
    Reading reading = test::reading(8, 0.71F);
    shown.page.setReading(test::shared(reading));
    QCOMPARE(effect->words(), u"8 at 71.0 %, no hook changes it"_s);
    reading.withoutHooks = test::prediction(3, 0.99F);
    shown.page.setReading(test::shared(reading));
    QCOMPARE(effect->words(), u"Without hooks: 3 at 99.0 %, With hooks: 8 at 71.0 %"_s);
    shown.page.setClassNames({u"a"_s, u"b"_s, u"c"_s, u"boot"_s});
    QVERIFY(effect->words().startsWith(u"Without hooks: boot at 99"));
    const QImage strip = effect->grab().toImage();
    const EffectPlaces places = effect->places();
    QCOMPARE(strip.pixelColor(places.pairs[8].after.center().toPoint()), theme().accent);
    shown.page.setReading(test::shared(Reading()));
    QVERIFY(effect->words().startsWith(u"Write a digit"));
}

void TstHooksPage::hooksFromOutsideAreQuiet()
{
    ShownPage shown;
    shown.three();
    QVERIFY(shown.asked.empty());
    QCOMPARE(shown.page.document().size(), 3);
    shown.click(0);
    QTest::keyClick(shown.list(), Qt::Key_Delete);
    const std::vector<HookSpec> now = shown.asked.back();
    shown.page.setHooks(now);
    QVERIFY(shown.page.document().canUndo());
    shown.page.setHooks({});
    QVERIFY(!shown.page.document().canUndo());
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    QCOMPARE(shown.asked.size(), 1U);
}

void TstHooksPage::nothingIsShownWhileHidden()
{
    ShownPage shown;
    const auto* effect = shown.child<EffectStrip>(u"effect"_s);
    shown.page.hide();
    shown.page.setReading(test::shared(test::reading(8, 0.71F)));
    QVERIFY(effect->words().startsWith(u"Write a digit"));
    shown.page.show();
    QVERIFY(effect->words().startsWith(u"8 at 71"));
}

void TstHooksPage::fitsASmallDock()
{
    ShownPage shown;
    shown.three();
    for (const QSize size : {QSize(280, 360), QSize(900, 200), QSize(1400, 240)}) {
        shown.page.resize(size);
        shown.click(1);
        QCOMPARE(shown.page.size(), size);
        QVERIFY(shown.list()->height() >= 60);
        for (const QString& name : {u"add"_s, u"redo"_s, u"formCard"_s, u"effect"_s}) {
            auto* part = shown.child<QWidget>(name);
            const QRect place(part->mapTo(&shown.page, QPoint()), part->size());
            QVERIFY2(part->isVisible() && shown.page.rect().contains(place),
                     qPrintable(u"%1 at %2 wide"_s.arg(name).arg(size.width())));
        }
    }
}

void TstHooksPage::everythingHasATip()
{
    ShownPage shown;
    shown.three();
    for (const QString& name : {u"add"_s, u"presets"_s, u"duplicate"_s, u"remove"_s, u"undo"_s, u"redo"_s,
                                u"kind"_s, u"module"_s, u"action"_s, u"channel"_s, u"seed"_s, u"keepDonor"_s,
                                u"predicting"_s, u"training"_s, u"front"_s, u"formClose"_s, u"noticeUndo"_s})
        QVERIFY2(!shown.child<QWidget>(name)->toolTip().isEmpty(), qPrintable(name));
}

GLYPHSCOPE_TEST(TstHooksPage, Widgets)
#include "tst_hooks_page.moc"
