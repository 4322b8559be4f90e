// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/effect_strip.h"
#include "ui/hooks/sweep_model.h"
#include "ui/hooks/what_if_page.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

ChannelSweep sweepOf(const std::string& module)
{
    ChannelSweep sweep;
    sweep.module = module;
    sweep.before = test::prediction(3, 0.9F).probabilities;
    sweep.best = 3;
    for (int channel = 0; channel < 4; ++channel) {
        const Prediction without = channel == 2 ? test::prediction(8, 0.6F) : test::prediction(3, 0.8F);
        sweep.effects.push_back({.channel = channel,
                                 .probabilities = without.probabilities,
                                 .best = without.best,
                                 .move = channel == 2 ? 0.7 : 0.1 + 0.01 * channel});
    }
    return sweep;
}

class ShownWhatIf {
public:
    ShownWhatIf()
    {
        page.setPlaces(hookPlaces(test::network()));
        QObject::connect(&page, &WhatIfPage::addWanted, &page,
                         [this](const HookSpec& spec) { added.push_back(spec); });
        page.resize(320, 460);
        page.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return page.findChild<Widget*>(u"hooks."_s + name);
    }
    QPushButton* sweep() const { return child<QPushButton>(u"sweep"_s); }
    QTableView* table() const { return child<QTableView>(u"sweepTable"_s); }
    QString state() const { return child<QLabel>(u"sweepState"_s)->text(); }
    QString role() const { return child<QLabel>(u"sweepState"_s)->property("role").toString(); }
    void swept()
    {
        page.setReading(test::reading(3, 0.9F));
        QTest::mouseClick(sweep(), Qt::LeftButton);
        page.setSweep(sweepOf("conv2"));
    }
    WhatIfPage page;
    std::vector<HookSpec> added;
};

}  // namespace

class TstWhatIfPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void withoutADrawingItSaysSo();
    void sweepAsksForTheModuleChosen();
    void whileRunningItWaits();
    void theLargestMoveComesFirst();
    void anotherAnswerIsShownBesideTheOld();
    void oneClickAddsTheHook();
    void anotherDrawingMakesItStale();
    void anotherAnswerMakesItStale();
    void aLateSweepOfAnEarlierDrawingIsStale();
    void failureIsSaid();
    void theModuleStaysChosen();
};

void TstWhatIfPage::withoutADrawingItSaysSo()
{
    ShownWhatIf shown;
    QVERIFY(!shown.sweep()->isEnabled());
    QVERIFY(shown.child<QLabel>(u"sweepEmpty"_s)->text().startsWith(u"Write a digit"));
    shown.page.setReading(test::reading(3, 0.9F));
    QVERIFY(shown.sweep()->isEnabled());
    QVERIFY(shown.child<QLabel>(u"sweepEmpty"_s)->text().contains(u"press Try"));
    shown.page.setReading({});
    QVERIFY(!shown.sweep()->isEnabled());
}

void TstWhatIfPage::sweepAsksForTheModuleChosen()
{
    ShownWhatIf shown;
    QSignalSpy asked(&shown.page, &WhatIfPage::sweepRequested);
    shown.page.setReading(test::reading(3, 0.9F));
    shown.child<QComboBox>(u"sweepModule"_s)->setCurrentIndex(2);
    QTest::mouseClick(shown.sweep(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), u"conv2"_s);
}

void TstWhatIfPage::whileRunningItWaits()
{
    ShownWhatIf shown;
    shown.page.setReading(test::reading(3, 0.9F));
    shown.page.setRunning(true);
    QVERIFY(!shown.sweep()->isEnabled());
    QVERIFY(shown.sweep()->text().startsWith(u"Trying"));
    QVERIFY(shown.child<QLabel>(u"sweepEmpty"_s)->text().startsWith(u"Reading the drawing"));
    shown.page.setRunning(false);
    QVERIFY(shown.sweep()->isEnabled());
}

void TstWhatIfPage::theLargestMoveComesFirst()
{
    ShownWhatIf shown;
    shown.swept();
    const QAbstractItemModel* model = shown.table()->model();
    QStringList channels;
    for (int row = 0; row < model->rowCount(); ++row)
        channels << model->index(row, SweepModel::Channel).data().toString();
    QCOMPARE(channels.join(u' '), u"2 3 1 0"_s);
    QCOMPARE(model->index(0, SweepModel::Answer).data().toString(), u"8 (60\u00A0%)"_s);
    QVERIFY(model->index(0, SweepModel::Move).data().toString().startsWith(u'\u2212'));  // 3 loses
    QCOMPARE(model->index(1, SweepModel::Move).data().toString(), u"\u221210.0"_s);
    QCOMPARE(shown.state(), u"conv2: the answer hangs on 1 of 4 channels."_s);
    QVERIFY(shown.table()->isVisible());
}

void TstWhatIfPage::anotherAnswerIsShownBesideTheOld()
{
    ShownWhatIf shown;
    QVERIFY(!shown.child<QWidget>(u"sweepAdd"_s)->isVisible());
    shown.swept();
    const auto* effect = shown.child<EffectStrip>(u"sweepEffect"_s);
    QCOMPARE(effect->words(), u"With all: 3 at 90.0 %, Without channel 2: 8 at 60.0 %"_s);
    const QRect second = shown.table()->visualRect(shown.table()->model()->index(1, 1));
    QTest::mouseClick(shown.table()->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(effect->words(), u"With all: 3 at 90.0 %, Without channel 3: 3 at 80.0 %"_s);
    QCOMPARE(shown.child<QPushButton>(u"sweepAdd"_s)->text(), u"Zero channel 3 with a hook"_s);
}

void TstWhatIfPage::oneClickAddsTheHook()
{
    ShownWhatIf shown;
    shown.swept();
    QTest::mouseClick(shown.child<QPushButton>(u"sweepAdd"_s), Qt::LeftButton);
    QCOMPARE(shown.added.size(), 1U);
    QCOMPARE(shown.added[0].action, HookAction::Zero);
    QCOMPARE(shown.added[0].kind, HookKind::Forward);
    QCOMPARE(shown.added[0].module, "conv2");
    QCOMPARE(shown.added[0].channel, 2);
    QTest::keyClick(shown.table(), Qt::Key_Down);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(shown.added.size(), 2U);
    QCOMPARE(shown.added[1].channel, 3);
}

void TstWhatIfPage::anotherDrawingMakesItStale()
{
    ShownWhatIf shown;
    shown.swept();
    shown.page.setReading(test::reading(3, 0.9F));
    QCOMPARE(shown.role(), u"muted"_s);
    Reading other = test::reading(3, 0.9F);
    other.glyph[0] = 1;
    shown.page.setReading(other);
    QCOMPARE(shown.state(), u"The drawing has changed since. Try again."_s);
    QCOMPARE(shown.role(), u"caution"_s);
    shown.page.setReading(test::reading(3, 0.9F));
    QCOMPARE(shown.role(), u"muted"_s);
}

void TstWhatIfPage::anotherAnswerMakesItStale()
{
    ShownWhatIf shown;
    shown.swept();
    Reading same = test::reading(3, 0.9004F);
    shown.page.setReading(same);
    QCOMPARE(shown.role(), u"muted"_s);
    shown.page.setReading(test::reading(3, 0.8F));
    QCOMPARE(shown.state(), u"The answer has changed since. Try again."_s);
}

void TstWhatIfPage::aLateSweepOfAnEarlierDrawingIsStale()
{
    ShownWhatIf shown;
    shown.page.setReading(test::reading(3, 0.9F));
    QTest::mouseClick(shown.sweep(), Qt::LeftButton);
    shown.page.setRunning(true);
    shown.page.setReading(test::reading(5, 0.9F));
    shown.page.setSweep(sweepOf("conv1"));
    QCOMPARE(shown.role(), u"caution"_s);
}

void TstWhatIfPage::failureIsSaid()
{
    ShownWhatIf shown;
    shown.page.setReading(test::reading(3, 0.9F));
    shown.page.setRunning(true);
    shown.page.setFailed(u"No module \"conv9\"."_s);
    QCOMPARE(shown.state(), u"No module \"conv9\"."_s);
    QCOMPARE(shown.role(), u"bad"_s);
    QVERIFY(shown.sweep()->isEnabled());
    shown.swept();
    QCOMPARE(shown.role(), u"muted"_s);
}

void TstWhatIfPage::theModuleStaysChosen()
{
    ShownWhatIf shown;
    auto* module = shown.child<QComboBox>(u"sweepModule"_s);
    module->setCurrentIndex(3);
    const QString chosen = module->currentText();
    auto places = hookPlaces(test::network());
    places.erase(places.begin());
    shown.page.setPlaces(places);
    QCOMPARE(module->currentText(), chosen);
    QCOMPARE(module->count(), 4);
}

GLYPHSCOPE_TEST(TstWhatIfPage, Widgets)
#include "tst_what_if_page.moc"
