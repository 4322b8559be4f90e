// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "tests/ui/training/run_story.h"
#include "ui/style/theme.h"
#include "ui/training/curve_chart.h"
#include "ui/training/epoch_table.h"
#include "ui/training/number_line.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A shown panel with recipes, an engine and data, and what it asked for.
class ShownPanel {
public:
    ShownPanel()
    {
        panel.setRecipes(test::recipes());
        panel.setEngineReady(true);
        panel.setDataState(true, u"MNIST: 60,000 digits to learn from, 10,000 to test on"_s);
        QObject::connect(&panel, &TrainingPanel::trainRequested, &panel,
                         [this](const TrainOptions& options) { asked.push_back(options); });
        panel.resize(340, 500);
        panel.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return panel.findChild<Widget*>(u"training."_s + name);
    }
    QPushButton* button() const { return child<QPushButton>(u"button"_s); }
    QString text(const QString& name) const { return child<QLabel>(name)->text(); }
    void choose(Qt::Key first, int times) const
    {
        auto* recipe = child<QComboBox>(u"recipe"_s);
        recipe->setFocus();
        QTest::keyClick(recipe, first);
        for (int i = 0; i < times; ++i)
            QTest::keyClick(recipe, Qt::Key_Down);
    }
    void typeInto(const QString& name, const QString& number) const
    {
        auto* spin = child<QSpinBox>(name);
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, number);
    }
    TrainingPanel panel;
    std::vector<TrainOptions> asked;
};

}  // namespace

class TstTrainingPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void startsWithTheStandardRecipe();
    void epochsFollowTheRecipeUntilChosen();
    void trainAsksWithWhatIsChosen();
    void whileRunningTheButtonStops();
    void settingsRestWhileRunning();
    void missingDataIsExplained();
    void missingDataAfterARunIsExplainedToo();
    void waitsForTheEngine();
    void showsTheNumbersInTheirPlaces();
    void everyEvaluationIsARow();
    void bestRowIsMarkedInEitherTheme();
    void finishedAndFailedAreSaid();
    void stoppedIsSaid();
    void nextRunStartsEmpty();
    void fitsASmallDock();
    void everythingHasATip();
};

void TstTrainingPanel::startsWithTheStandardRecipe()
{
    ShownPanel shown;
    QCOMPARE(shown.panel.options().recipe, "standard");
    QCOMPARE(shown.child<QSpinBox>(u"epochs"_s)->value(), 5);
    QVERIFY(shown.text(u"summary"_s).contains(u"batch 128"));
    QVERIFY(shown.text(u"status"_s).startsWith(u"MNIST"));
    QVERIFY(shown.child<QWidget>(u"emptyPage"_s)->isVisible());
    QVERIFY(shown.text(u"emptyText"_s).contains(u"press Train"));
}

void TstTrainingPanel::epochsFollowTheRecipeUntilChosen()
{
    ShownPanel shown;
    const auto* epochs = shown.child<QSpinBox>(u"epochs"_s);
    shown.choose(Qt::Key_Home, 0);
    QCOMPARE(epochs->value(), 1);
    shown.choose(Qt::Key_Home, 2);
    QCOMPARE(epochs->value(), 20);
    shown.typeInto(u"epochs"_s, u"7"_s);
    shown.choose(Qt::Key_Home, 0);
    QCOMPARE(epochs->value(), 7);
    QCOMPARE(shown.panel.options().recipe, "sprint");
    shown.typeInto(u"epochs"_s, u"1"_s);
    shown.choose(Qt::Key_Home, 1);
    QCOMPARE(epochs->value(), 5);
}

void TstTrainingPanel::trainAsksWithWhatIsChosen()
{
    ShownPanel shown;
    shown.choose(Qt::Key_Home, 2);
    shown.typeInto(u"epochs"_s, u"3"_s);
    shown.typeInto(u"seed"_s, u"42"_s);
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QCOMPARE(shown.asked.size(), 1U);
    QCOMPARE(shown.asked[0].recipe, "quality");
    QCOMPARE(shown.asked[0].epochs, 3);
    QCOMPARE(shown.asked[0].seed, 42U);
    QCOMPARE(shown.asked[0].averaging, 0.999);
    QCOMPARE(shown.asked[0].augmentation.rotation, 10.0);
}

void TstTrainingPanel::whileRunningTheButtonStops()
{
    ShownPanel shown;
    QSignalSpy stops(&shown.panel, &TrainingPanel::stopRequested);
    QCOMPARE(shown.button()->text(), u"&Train"_s);
    shown.panel.setRunning(true);
    QCOMPARE(shown.button()->text(), u"S&top"_s);
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QCOMPARE(stops.count(), 1);
    QVERIFY(shown.asked.empty());
    QVERIFY(!shown.button()->isEnabled());
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QCOMPARE(stops.count(), 1);
    shown.panel.setRunning(false);
    QVERIFY(shown.button()->isEnabled());
    QCOMPARE(shown.button()->text(), u"&Train"_s);
}

void TstTrainingPanel::settingsRestWhileRunning()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    for (const QString& name : {u"recipe"_s, u"epochs"_s, u"seed"_s})
        QVERIFY(!shown.child<QWidget>(name)->isEnabled());
    shown.panel.setFinished(u"Done."_s);
    for (const QString& name : {u"recipe"_s, u"epochs"_s, u"seed"_s})
        QVERIFY(shown.child<QWidget>(name)->isEnabled());
}

void TstTrainingPanel::missingDataIsExplained()
{
    ShownPanel shown;
    shown.panel.setDataState(false, u"Run ./run.sh once to fetch MNIST."_s);
    QVERIFY(!shown.button()->isEnabled());
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QVERIFY(shown.asked.empty());
    QCOMPARE(shown.text(u"emptyTitle"_s), u"No training data"_s);
    QCOMPARE(shown.text(u"emptyText"_s), u"Run ./run.sh once to fetch MNIST."_s);
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    QCOMPARE(shown.child<QLabel>(u"status"_s)->property("role").toString(), u"caution"_s);
    shown.panel.setDataState(true, u"MNIST"_s);
    QVERIFY(shown.button()->isEnabled());
    QCOMPARE(shown.text(u"emptyTitle"_s), u"Watch it learn"_s);
}

void TstTrainingPanel::missingDataAfterARunIsExplainedToo()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.setFinished(u"Done."_s);
    shown.panel.setDataState(false, u"The folder is gone."_s);
    QCOMPARE(shown.text(u"status"_s), u"The folder is gone."_s);
    QVERIFY(!shown.button()->isEnabled());
}

void TstTrainingPanel::waitsForTheEngine()
{
    ShownPanel shown;
    shown.panel.setEngineReady(false);
    QVERIFY(!shown.button()->isEnabled());
    QVERIFY(shown.text(u"status"_s).contains(u"loaded"));
    shown.panel.setEngineReady(true);
    QVERIFY(shown.button()->isEnabled());
    QVERIFY(shown.text(u"status"_s).startsWith(u"MNIST"));
}

void TstTrainingPanel::showsTheNumbersInTheirPlaces()
{
    ShownPanel shown;
    auto* numbers = shown.panel.findChild<NumberLine*>(u"training.numbers"_s);
    QCOMPARE(numbers->values(), QStringList(5, u"\u2013"_s));
    shown.panel.setRunning(true);
    StepStats step;
    step.step = 117;
    step.totalSteps = 468;
    step.seconds = 30;
    step.imagesPerSecond = 12340;
    step.loss = 0.4121;
    step.accuracy = 0.9766;
    shown.panel.addSteps({step});
    QCOMPARE(numbers->values(),
             (QStringList{u"25\u00a0%"_s, u"1:30"_s, u"12,340"_s, u"0.4121"_s, u"97.66\u00a0%"_s}));
    QCOMPARE(shown.child<QProgressBar>(u"progress"_s)->value(), 250);
    QVERIFY(numbers->accessibleDescription().contains(u"Time left 1:30"));
    shown.panel.setFinished(u"Done."_s);
    QCOMPARE(numbers->values()[1], u"\u2013"_s);
    QCOMPARE(numbers->values()[3], u"0.4121"_s);
}

void TstTrainingPanel::everyEvaluationIsARow()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.addSteps(test::steps(468, 936));
    shown.panel.addEpoch(test::epoch(1, 468, 0.9812));
    const auto* table = shown.panel.findChild<EpochTable*>(u"training.epochsTable"_s);
    QCOMPARE(table->rowCount(), 1);
    QStringList row;
    for (int i = 0; i < table->columnCount(); ++i)
        row += table->item(0, i)->text();
    QCOMPARE(row, (QStringList{u"1"_s, u"0.4000"_s, u"0.0800"_s, u"98.12\u00a0%"_s, u"0:07"_s}));
    QVERIFY(table->isVisible());
    auto* chart = shown.panel.findChild<CurveChart*>(u"training.chart"_s);
    QCOMPARE(chart->curves().epochs.size(), std::size_t{1});
}

void TstTrainingPanel::bestRowIsMarkedInEitherTheme()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    const auto* table = shown.panel.findChild<EpochTable*>(u"training.epochsTable"_s);
    shown.panel.addEpoch(test::epoch(1, 100, 0.97));
    shown.panel.addEpoch(test::epoch(2, 200, 0.99));
    shown.panel.addEpoch(test::epoch(3, 300, 0.98));
    QCOMPARE(table->bestRow(), 1);
    QVERIFY(table->item(1, 3)->font().bold() || table->item(1, 3)->font().weight() == QFont::DemiBold);
    QVERIFY(table->item(0, 3)->font().weight() == QFont::Normal);
    applyTheme(*qApp, true);
    QTRY_COMPARE(table->item(1, 3)->foreground().color(), theme().accent);
    QCOMPARE(table->item(2, 3)->foreground().color(), theme().text);
}

void TstTrainingPanel::finishedAndFailedAreSaid()
{
    ShownPanel shown;
    const auto* status = shown.child<QLabel>(u"status"_s);
    shown.panel.setRunning(true);
    shown.panel.setFinished(u"98.9 % of the test digits in 41 s."_s);
    QCOMPARE(status->text(), u"98.9 % of the test digits in 41 s."_s);
    QCOMPARE(status->property("role").toString(), u"good"_s);
    QCOMPARE(shown.button()->text(), u"&Train"_s);
    shown.panel.setRunning(false);
    QCOMPARE(status->property("role").toString(), u"good"_s);
    shown.panel.setRunning(true);
    shown.panel.setFailed(u"The loss is no longer finite."_s);
    QCOMPARE(status->text(), u"The loss is no longer finite."_s);
    QCOMPARE(status->property("role").toString(), u"bad"_s);
    QVERIFY(shown.button()->isEnabled());
}

void TstTrainingPanel::stoppedIsSaid()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.addSteps(test::steps(1234, 2340));
    shown.panel.setRunning(false);
    QCOMPARE(shown.text(u"status"_s), u"Stopped after step 1,234."_s);
}

void TstTrainingPanel::nextRunStartsEmpty()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.addSteps(test::steps(100, 200));
    shown.panel.addEpoch(test::epoch(1, 100, 0.9));
    shown.panel.setFinished(u"Done."_s);
    shown.panel.setRunning(true);
    QCOMPARE(shown.panel.findChild<EpochTable*>(u"training.epochsTable"_s)->rowCount(), 0);
    QCOMPARE(shown.child<QProgressBar>(u"progress"_s)->value(), 0);
    auto* chart = shown.panel.findChild<CurveChart*>(u"training.chart"_s);
    QCOMPARE(chart->curves().steps.size(), std::size_t{0});
}

void TstTrainingPanel::fitsASmallDock()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    const QSize least = shown.panel.minimumSizeHint();
    QVERIFY2(least.width() <= 340 && least.height() <= 500,
             qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
}

void TstTrainingPanel::everythingHasATip()
{
    ShownPanel shown;
    for (const QString& name : {u"recipe"_s, u"epochs"_s, u"seed"_s, u"button"_s, u"progress"_s, u"numbers"_s,
                                u"smoothing"_s, u"lossTab"_s, u"accuracyTab"_s})
        QVERIFY2(!shown.child<QWidget>(name)->toolTip().isEmpty(), qPrintable(name));
}

QTEST_MAIN(TstTrainingPanel)
#include "tst_training_panel.moc"
