// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTrainingStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void endOfARunIsReadInFull_data();
    void endOfARunIsReadInFull();
    void endOfARunIsSaidAgainOnceThereIsData();
    void howMuchLearnsIsSaid();
};

namespace {

QString statusOf(const TrainingPanel& panel)
{
    return panel.findChild<QLabel*>(u"training.status"_s)->text();
}

/// With an engine and MNIST.
void makeReady(TrainingPanel& panel)
{
    panel.setRecipes(test::recipes());
    panel.setEngineReady(true);
    DataSources sources;
    sources.mnist = true;
    panel.setDataSources(sources);
}

}  // namespace

void TstTrainingStatus::endOfARunIsReadInFull_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("beside the canvas") << QSize(505, 703);
    QTest::newRow("narrow") << QSize(300, 760);
    QTest::newRow("wide") << QSize(900, 800);
}

void TstTrainingStatus::endOfARunIsReadInFull()
{
    QFETCH(QSize, size);
    TrainingPanel panel;
    makeReady(panel);
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.setRunning(true);
    panel.addSteps(test::steps(468, 2340));
    panel.addEpoch(test::epoch(1, 468, 0.9883));
    panel.setFinished(u"Stopped after 22.1 s; 98.83 % on the test set when last measured. These weights are "
                      "used for reading now."_s);
    const auto* status = panel.findChild<QLabel*>(u"training.status"_s);
    QTRY_VERIFY(status->height() >= status->heightForWidth(status->width()));
}

void TstTrainingStatus::endOfARunIsSaidAgainOnceThereIsData()
{
    TrainingPanel panel;
    makeReady(panel);
    panel.setRunning(true);
    panel.setFinished(u"Done."_s);
    panel.setData({.mnist = false});
    QVERIFY(statusOf(panel) != u"Done."_s);
    panel.setData({});
    QCOMPARE(statusOf(panel), u"Done."_s);
}

void TstTrainingStatus::howMuchLearnsIsSaid()
{
    TrainingPanel panel;
    makeReady(panel);
    panel.setTrainedShare(0.0295);
    QVERIFY(statusOf(panel).contains(u"2.95"_s));
    panel.setRunning(true);
    QVERIFY(statusOf(panel).contains(u"2.95"_s));
    panel.setPaused(true);
    QVERIFY(statusOf(panel).contains(u"2.95"_s));
    panel.setTrainedShare(1);
    QVERIFY(!statusOf(panel).contains(u"frozen"_s));
    panel.setTrainedShare(0);
    QVERIFY(statusOf(panel).contains(u"frozen"_s));
}

GLYPHSCOPE_TEST(TstTrainingStatus, Widgets)
#include "tst_training_status.moc"
