// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/number_grid.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct Asked {
    TrainOptions options;
    DataChoice data;
    TrainUntil until = TrainUntil::End;
};

DataSources sources()
{
    DataSources result;
    result.mnist = true;
    result.howToGet = u"Run ./run.sh once to fetch MNIST."_s;
    result.samples = 42;
    return result;
}

StepStats stepAt(int step, int total)
{
    StepStats stats;
    stats.step = step;
    stats.totalSteps = total;
    stats.epoch = 1.25;
    stats.seconds = 30;
    stats.imagesPerSecond = 12340;
    stats.loss = 0.4121;
    stats.accuracy = 0.9766;
    stats.learningRate = 0.00312;
    stats.gradientNorm = 1.2345;
    return stats;
}

/// A shown panel with recipes, an engine and data, and what it asked for.
class ShownPanel {
public:
    ShownPanel()
    {
        panel.setRecipes(test::recipes());
        panel.setEngineReady(true);
        panel.setDataSources(sources());
        QObject::connect(&panel, &TrainingPanel::trainRequested, &panel,
                         [this](const TrainOptions& options, const DataChoice& data, TrainUntil until) {
                             asked.push_back({options, data, until});
                         });
        QObject::connect(&panel, &TrainingPanel::valuesChanged, &panel,
                         [this](const LiveValues& values) { sent.push_back(values); });
        panel.resize(340, 700);
        panel.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return panel.findChild<Widget*>(u"training."_s + name);
    }
    QPushButton* button() const { return child<QPushButton>(u"button"_s); }
    QString text(const QString& name) const { return child<QLabel>(name)->text(); }
    QString role(const QString& name) const { return child<QLabel>(name)->property("role").toString(); }
    void choose(const QString& title) const
    {
        auto* recipe = child<QComboBox>(u"recipe"_s);
        recipe->setCurrentIndex(recipe->findText(title));
    }
    template <typename Box>
    void typeInto(const QString& name, const QString& number) const
    {
        auto* box = child<Box>(name);
        box->selectAll();
        QTest::keyClicks(box, number);
    }
    void openAll() { panel.setOpenSections(all); }
    const QStringList all{u"more"_s,           u"data"_s,         u"learningRate"_s, u"optimizer"_s,
                          u"regularisation"_s, u"augmentation"_s, u"batches"_s};
    TrainingPanel panel;
    std::vector<Asked> asked;
    std::vector<LiveValues> sent;
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
    void changesMakeARecipeCustomAndOneClickBringsItBack();
    void aRecipeKeepsSeedAndDevice();
    void trainAsksWithWhatIsChosen();
    void stepAndEpochStartARunToo();
    void buttonsDriveTheRun();
    void stopWaitsForTheEnd();
    void settingsRestWhileRunning();
    void liveValuesAreSentOnceTheyRest();
    void leavingAFieldSendsAtOnce();
    void goingOnSendsWhatWasTyped();
    void anEndedRunIsSentNothing();
    void optionsOfARunAreShown();
    void missingDataIsExplained();
    void missingDataAfterARunIsExplainedToo();
    void otherDataWillDo();
    void aDataProblemIsShownInPlace();
    void waitsForTheEngine();
    void showsTheNumbersInTheirPlaces();
    void everyEvaluationIsARow();
    void finishedAndFailedAreSaid();
    void stoppedIsSaid();
    void marksAreSaid();
    void nextRunStartsEmpty();
    void resetGivesTheSeedToStartWith();
    void openSectionsAreRemembered();
    void previewIsAskedForOnlyWhileOpen();
    void fitsASmallDock();
    void aLongFailureIsReadInFull();
    void everythingHasATip();
};

void TstTrainingPanel::startsWithTheStandardRecipe()
{
    ShownPanel shown;
    QCOMPARE(shown.panel.options(), TrainOptions{});
    QVERIFY(shown.panel.data() == DataChoice{});
    QCOMPARE(shown.child<QSpinBox>(u"epochs"_s)->value(), 5);
    QVERIFY(shown.text(u"summary"_s).contains(u"batch 128"));
    QCOMPARE(shown.child<QToolButton>(u"dataLine"_s)->text(), u"MNIST"_s);
    QVERIFY(shown.child<QWidget>(u"emptyPage"_s)->isVisible());
    QVERIFY(shown.text(u"emptyText"_s).contains(u"press Train"));
    QVERIFY(!shown.child<QWidget>(u"settings"_s)->isVisible());
}

void TstTrainingPanel::changesMakeARecipeCustomAndOneClickBringsItBack()
{
    ShownPanel shown;
    auto* recipe = shown.child<QComboBox>(u"recipe"_s);
    auto* back = shown.child<QToolButton>(u"backToRecipe"_s);
    QVERIFY(!back->isVisible());
    shown.typeInto<QSpinBox>(u"epochs"_s, u"7"_s);
    QCOMPARE(recipe->currentText(), u"Custom (from Standard)"_s);
    QCOMPARE(shown.panel.options().recipe, "custom (from standard)");
    QVERIFY(back->isVisible());
    back->click();
    QCOMPARE(recipe->currentText(), u"Standard"_s);
    QCOMPARE(shown.panel.options(), TrainOptions{});
    QVERIFY(!back->isVisible());
    QCOMPARE(recipe->count(), 3);
    shown.openAll();
    shown.typeInto<NumberField>(u"dropout"_s, u"0.2"_s);
    QCOMPARE(shown.panel.options().recipe, "custom (from standard)");
    shown.typeInto<NumberField>(u"dropout"_s, u"0"_s);  // as it was
    QCOMPARE(shown.panel.options().recipe, "standard");
    shown.typeInto<NumberField>(u"dropout"_s, u"0.2"_s);
    shown.choose(u"Quality"_s);
    QCOMPARE(shown.panel.options().recipe, "quality");
    QCOMPARE(shown.panel.options().dropout, 0.0);
    QCOMPARE(shown.panel.options().epochs, 20);
}

void TstTrainingPanel::aRecipeKeepsSeedAndDevice()
{
    ShownPanel shown;
    TrainOptions options;
    options.seed = 42;
    options.device = "cuda";
    options.frozen = {"conv1.weight"};
    shown.panel.setOptions(options);
    shown.choose(u"Sprint"_s);
    QCOMPARE(shown.panel.options().seed, 42U);
    QCOMPARE(shown.panel.options().device, "cuda");
    QCOMPARE(shown.panel.options().frozen, std::vector<std::string>{"conv1.weight"});
}

void TstTrainingPanel::trainAsksWithWhatIsChosen()
{
    ShownPanel shown;
    shown.choose(u"Quality"_s);
    shown.openAll();
    shown.typeInto<QLineEdit>(u"seed"_s, u"42"_s);
    shown.child<QCheckBox>(u"useSamples"_s)->click();
    shown.child<QSlider>(u"heldOut"_s)->setValue(10);
    QCOMPARE(shown.child<QToolButton>(u"dataLine"_s)->text(), u"MNIST + my 42 samples, 10\u00a0% held out"_s);
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QCOMPARE(shown.asked.size(), 1U);
    QCOMPARE(shown.asked[0].options.recipe, "quality");
    QCOMPARE(shown.asked[0].options.seed, 42U);
    QCOMPARE(shown.asked[0].options.averaging, 0.999);
    QCOMPARE(shown.asked[0].options.augmentation.rotation, 10.0);
    QVERIFY((shown.asked[0].data == DataChoice{.samples = true, .validation = 0.1}));
    QCOMPARE(shown.asked[0].until, TrainUntil::End);
}

void TstTrainingPanel::stepAndEpochStartARunToo()
{
    ShownPanel shown;
    shown.child<QToolButton>(u"step"_s)->click();
    shown.child<QToolButton>(u"epoch"_s)->click();
    QCOMPARE(shown.asked.size(), 2U);
    QCOMPARE(shown.asked[0].until, TrainUntil::OneStep);
    QCOMPARE(shown.asked[1].until, TrainUntil::OneEpoch);
}

void TstTrainingPanel::buttonsDriveTheRun()
{
    ShownPanel shown;
    QSignalSpy pauses(&shown.panel, &TrainingPanel::pauseRequested);
    std::vector<TrainUntil> on;
    connect(&shown.panel, &TrainingPanel::resumeRequested, &shown.panel,
            [&on](TrainUntil until) { on.push_back(until); });
    shown.panel.setPaused(true);  // nothing to pause
    QCOMPARE(shown.button()->text(), u"&Train"_s);
    shown.panel.setRunning(true);
    shown.button()->click();
    QCOMPARE(pauses.count(), 1);
    shown.panel.addSteps(test::steps(7, 100));
    shown.panel.setPaused(true);
    QCOMPARE(shown.text(u"status"_s), u"Paused after step 7 of Standard, seed 0."_s);
    shown.child<QToolButton>(u"step"_s)->click();
    shown.button()->click();
    QVERIFY((on == std::vector{TrainUntil::OneStep, TrainUntil::End}));
    shown.panel.setPaused(false);
    QCOMPARE(shown.button()->text(), u"&Pause"_s);
    QCOMPARE(shown.text(u"status"_s), u"Training Standard, seed 0."_s);
    QVERIFY(shown.asked.empty());
}

void TstTrainingPanel::stopWaitsForTheEnd()
{
    ShownPanel shown;
    QSignalSpy stops(&shown.panel, &TrainingPanel::stopRequested);
    shown.panel.setRunning(true);
    auto* stop = shown.child<QToolButton>(u"stop"_s);
    stop->click();
    stop->click();
    QCOMPARE(stops.count(), 1);
    QVERIFY(!shown.button()->isEnabled());
    shown.panel.setPaused(true);  // a pause that came too late
    QVERIFY(!shown.button()->isEnabled());
    shown.panel.setRunning(false);
    QVERIFY(shown.button()->isEnabled());
    QCOMPARE(shown.button()->text(), u"&Train"_s);
}

void TstTrainingPanel::settingsRestWhileRunning()
{
    ShownPanel shown;
    shown.openAll();
    const QStringList resting{u"recipe"_s,    u"epochs"_s,   u"seed"_s,    u"batchSize"_s,
                              u"optimizer"_s, u"useMnist"_s, u"heldOut"_s, u"averaging"_s};
    shown.panel.setRunning(true);
    for (const QString& name : resting) {
        QVERIFY2(!shown.child<QWidget>(name)->isEnabled(), qPrintable(name));
        QVERIFY2(shown.child<QWidget>(name)->toolTip().contains(u"during a run"), qPrintable(name));
    }
    for (const QString& name : {u"learningRate"_s, u"dropout"_s, u"rotation"_s})
        QVERIFY2(shown.child<QWidget>(name)->isEnabled(), qPrintable(name));
    shown.panel.setPaused(true);
    QVERIFY(!shown.child<QWidget>(u"epochs"_s)->isEnabled());
    shown.panel.setFinished(u"Done."_s);
    for (const QString& name : resting)
        QVERIFY2(shown.child<QWidget>(name)->isEnabled(), qPrintable(name));
}

void TstTrainingPanel::liveValuesAreSentOnceTheyRest()
{
    ShownPanel shown;
    shown.openAll();
    shown.panel.setRunning(true);
    auto* slider = shown.child<QSlider>(u"learningRateSlider"_s);
    for (int place = 50; place <= 80; ++place)
        slider->setValue(place);
    QVERIFY(shown.sent.empty());
    QTRY_COMPARE(shown.sent.size(), 1U);
    QCOMPARE(shown.sent[0].peakLearningRate, 0.1);
    QCOMPARE(shown.panel.options().recipe, "custom (from standard)");
}

void TstTrainingPanel::leavingAFieldSendsAtOnce()
{
    ShownPanel shown;
    shown.openAll();
    shown.panel.setRunning(true);
    shown.typeInto<NumberField>(u"labelSmoothing"_s, u"0.1"_s);
    QTest::keyClick(shown.child<NumberField>(u"labelSmoothing"_s), Qt::Key_Return);
    QCOMPARE(shown.sent.size(), 1U);
    QCOMPARE(shown.sent[0].labelSmoothing, 0.1);
    QTest::keyClick(shown.child<NumberField>(u"labelSmoothing"_s), Qt::Key_Return);
    QCOMPARE(shown.sent.size(), 1U);
}

void TstTrainingPanel::goingOnSendsWhatWasTyped()
{
    ShownPanel shown;
    shown.openAll();
    shown.panel.setRunning(true);
    shown.panel.setPaused(true);
    shown.typeInto<NumberField>(u"dropout"_s, u"0.5"_s);
    shown.button()->click();
    QCOMPARE(shown.sent.size(), 1U);
    QCOMPARE(shown.sent[0].dropout, 0.5);
}

void TstTrainingPanel::anEndedRunIsSentNothing()
{
    ShownPanel shown;
    shown.openAll();
    shown.typeInto<NumberField>(u"dropout"_s, u"0.5"_s);  // before it: no news to the run
    shown.panel.setRunning(true);
    auto* clock = shown.child<QTimer>(u"valuesClock"_s);
    QVERIFY(!clock->isActive());
    shown.typeInto<NumberField>(u"dropout"_s, u"0.3"_s);
    QVERIFY(clock->isActive());
    shown.panel.setFinished(u"Done."_s);
    QVERIFY(!clock->isActive());
    QVERIFY(shown.sent.empty());
}

void TstTrainingPanel::optionsOfARunAreShown()
{
    ShownPanel shown;
    TrainOptions options;
    options.recipe = "custom (from quality)";
    options.epochs = 33;
    options.seed = 9;
    shown.panel.setOptions(options);
    shown.panel.setData({.mnist = false, .folders = {"/data/fashion-mnist"}});
    QCOMPARE(shown.panel.options(), options);
    QCOMPARE(shown.child<QComboBox>(u"recipe"_s)->currentText(), u"Custom (from Quality)"_s);
    QCOMPARE(shown.child<QSpinBox>(u"epochs"_s)->value(), 33);
    QCOMPARE(shown.child<QToolButton>(u"dataLine"_s)->text(), u"fashion-mnist"_s);
    options.recipe = "of a later version";
    shown.panel.setOptions(options);
    QCOMPARE(shown.panel.options(), options);
    QCOMPARE(shown.child<QComboBox>(u"recipe"_s)->currentText(), u"Of a later version"_s);
}

void TstTrainingPanel::missingDataIsExplained()
{
    ShownPanel shown;
    DataSources none = sources();
    none.mnist = false;
    shown.panel.setDataSources(none);
    QVERIFY(!shown.button()->isEnabled());
    QTest::mouseClick(shown.button(), Qt::LeftButton);
    QVERIFY(shown.asked.empty());
    QCOMPARE(shown.text(u"emptyTitle"_s), u"No training data"_s);
    QCOMPARE(shown.text(u"emptyText"_s), u"Run ./run.sh once to fetch MNIST."_s);
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    QCOMPARE(shown.role(u"status"_s), u"caution"_s);
    shown.panel.setDataSources(sources());
    QVERIFY(shown.button()->isEnabled());
    QCOMPARE(shown.text(u"emptyTitle"_s), u"Watch it learn"_s);
}

void TstTrainingPanel::missingDataAfterARunIsExplainedToo()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.setFinished(u"Done."_s);
    DataSources none = sources();
    none.mnist = false;
    none.howToGet = u"The folder is gone."_s;
    shown.panel.setDataSources(none);
    QCOMPARE(shown.text(u"status"_s), u"The folder is gone."_s);
    QVERIFY(!shown.button()->isEnabled());
}

void TstTrainingPanel::otherDataWillDo()
{
    ShownPanel shown;
    DataSources none = sources();
    none.mnist = false;
    shown.panel.setDataSources(none);
    shown.openAll();
    shown.child<QCheckBox>(u"useSamples"_s)->click();
    QVERIFY(!shown.button()->isEnabled());
    shown.child<QCheckBox>(u"useMnist"_s)->click();
    QVERIFY(shown.button()->isEnabled());
    shown.child<QCheckBox>(u"useSamples"_s)->click();
    QVERIFY(!shown.button()->isEnabled());
    QVERIFY(shown.text(u"emptyText"_s).contains(u"Nothing to train on"));
}

void TstTrainingPanel::aDataProblemIsShownInPlace()
{
    ShownPanel shown;
    shown.panel.setDataProblem(u"t10k-labels-idx1-ubyte: it is not there any more."_s);
    QVERIFY(shown.child<QLabel>(u"dataProblem"_s)->isVisible());
    QCOMPARE(shown.text(u"dataProblem"_s), u"t10k-labels-idx1-ubyte: it is not there any more."_s);
    shown.panel.setDataProblem({});
    QVERIFY(!shown.child<QLabel>(u"dataProblem"_s)->isVisible());
}

void TstTrainingPanel::waitsForTheEngine()
{
    ShownPanel shown;
    shown.panel.setEngineReady(false);
    QVERIFY(!shown.button()->isEnabled());
    QVERIFY(!shown.child<QToolButton>(u"reset"_s)->isEnabled());
    QVERIFY(shown.text(u"status"_s).contains(u"loaded"));
    shown.panel.setEngineReady(true);
    QVERIFY(shown.button()->isEnabled());
    QVERIFY(!shown.child<QLabel>(u"status"_s)->isVisible());
}

void TstTrainingPanel::showsTheNumbersInTheirPlaces()
{
    ShownPanel shown;
    auto* numbers = shown.panel.findChild<NumberGrid*>(u"training.numbers"_s);
    QCOMPARE(numbers->values(), QStringList(8, u"\u2013"_s));
    shown.panel.setRunning(true);
    shown.panel.addSteps({stepAt(117, 468)});
    QCOMPARE(numbers->values(), (QStringList{u"2 of 5"_s, u"117"_s, u"1:30"_s, u"12,340"_s, u"0.4121"_s,
                                             u"97.66\u00a0%"_s, u"0.00312"_s, u"1.23"_s}));
    QCOMPARE(shown.child<QProgressBar>(u"progress"_s)->value(), 250);
    QVERIFY(numbers->accessibleDescription().contains(u"Time left 1:30"));
    shown.panel.setFinished(u"Done."_s);
    QCOMPARE(numbers->values()[2], u"\u2013"_s);
    QCOMPARE(numbers->values()[4], u"0.4121"_s);
}

void TstTrainingPanel::everyEvaluationIsARow()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.addSteps(test::steps(468, 936));
    shown.panel.addEpoch(test::epoch(1, 468, 0.9812));
    const auto* table = shown.panel.findChild<EpochTable*>(u"training.epochsTable"_s);
    QCOMPARE(table->rowCount(), 1);
    shown.panel.resize(340, 900);
    QTRY_VERIFY(table->isVisible());
}

void TstTrainingPanel::finishedAndFailedAreSaid()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.setFinished(u"98.9 % of the test digits in 41 s."_s);
    QCOMPARE(shown.text(u"status"_s), u"98.9 % of the test digits in 41 s."_s);
    QCOMPARE(shown.role(u"status"_s), u"good"_s);
    QCOMPARE(shown.button()->text(), u"&Train"_s);
    shown.panel.setRunning(false);
    QCOMPARE(shown.role(u"status"_s), u"good"_s);
    shown.panel.setRunning(true);
    shown.panel.setFailed(u"The loss is no longer finite."_s);
    QCOMPARE(shown.text(u"status"_s), u"The loss is no longer finite."_s);
    QCOMPARE(shown.role(u"status"_s), u"bad"_s);
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

void TstTrainingPanel::marksAreSaid()
{
    ShownPanel shown;
    shown.panel.setRunning(true);
    shown.panel.addMark({1200, "learning rate 0.004 to 0.001"});
    QCOMPARE(shown.text(u"status"_s), u"After step 1,200: learning rate 0.004 to 0.001."_s);
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
    shown.panel.setRunning(false);
    shown.panel.clearRun();
    QVERIFY(shown.child<QWidget>(u"emptyPage"_s)->isVisible());
    QVERIFY(!shown.child<QLabel>(u"status"_s)->isVisible());
}

void TstTrainingPanel::resetGivesTheSeedToStartWith()
{
    ShownPanel shown;
    QSignalSpy resets(&shown.panel, &TrainingPanel::resetRequested);
    shown.child<QAction>(u"resetSameSeed"_s)->trigger();
    QCOMPARE(resets.takeFirst().at(0).toBool(), false);
    QCOMPARE(shown.panel.options().seed, 0U);
    shown.child<QAction>(u"resetNewSeed"_s)->trigger();
    QCOMPARE(resets.takeFirst().at(0).toBool(), true);
    QVERIFY(shown.panel.options().seed != 0U);
    QCOMPARE(shown.panel.options().recipe, "standard");
}

void TstTrainingPanel::openSectionsAreRemembered()
{
    ShownPanel shown;
    QVERIFY(shown.panel.openSections().isEmpty());
    shown.child<QToolButton>(u"more"_s)->click();
    shown.child<QToolButton>(u"section.optimizer"_s)->click();
    QVERIFY(shown.child<QWidget>(u"optimizer"_s)->isVisible());
    QCOMPARE(shown.panel.openSections(), (QStringList{u"more"_s, u"optimizer"_s}));
    shown.openAll();
    QCOMPARE(shown.panel.property("openSections").toStringList(), shown.all);
    shown.child<QToolButton>(u"more"_s)->click();
    shown.child<QToolButton>(u"dataLine"_s)->click();
    QVERIFY(shown.child<QWidget>(u"useMnist"_s)->isVisible());
}

void TstTrainingPanel::previewIsAskedForOnlyWhileOpen()
{
    ShownPanel shown;
    std::vector<std::optional<Augmentation>> wanted;
    connect(&shown.panel, &TrainingPanel::augmentationPreviewWanted, &shown.panel,
            [&wanted](const std::optional<Augmentation>& how) { wanted.push_back(how); });
    shown.panel.setOpenSections({u"more"_s});
    QCoreApplication::sendPostedEvents();
    QVERIFY(wanted.empty());
    shown.panel.setOpenSections({u"more"_s, u"augmentation"_s});
    QWidget* preview = shown.child<QWidget>(u"preview"_s);
    shown.panel.resize(400, 1400);
    QTRY_VERIFY(!preview->visibleRegion().isEmpty());
    QTRY_VERIFY(!wanted.empty() && wanted.back().has_value());
    shown.child<QToolButton>(u"more"_s)->click();
    QVERIFY(!wanted.back().has_value());
}

void TstTrainingPanel::fitsASmallDock()
{
    ShownPanel shown;
    shown.openAll();
    shown.panel.setRunning(true);
    const int least = shown.panel.minimumSizeHint().width();
    QVERIFY2(least <= 400, qPrintable(QString::number(least)));
}

void TstTrainingPanel::aLongFailureIsReadInFull()
{
    ShownPanel shown;
    shown.panel.resize(400, 700);
    shown.panel.setRunning(true);
    shown.panel.setFailed(
        u"The loss stopped being finite at step 1,234. The first module whose output was not "
        "finite is conv2. The weights of step 1,230 are kept; try a lower learning rate."_s);
    auto* status = shown.child<QLabel>(u"status"_s);
    QTRY_VERIFY(status->height() >= status->heightForWidth(status->width()));
    QVERIFY(status->width() <= 400);
}

void TstTrainingPanel::everythingHasATip()
{
    ShownPanel shown;
    const QStringList names =
        u"recipe epochs seed button step epoch stop reset more dataLine progress numbers "
        "optimizer schedule scheduleSketch learningRate learningRateSlider preview "
        "useMnist useSamples addFolder addInk addNotDigits inkVariations heldOut"_s.split(u' ');
    for (const QString& name : names)
        QVERIFY2(!shown.child<QWidget>(name)->toolTip().isEmpty(), qPrintable(name));
}

GLYPHSCOPE_TEST(TstTrainingPanel, Widgets)
#include "tst_training_panel.moc"
