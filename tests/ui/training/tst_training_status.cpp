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
};

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
    panel.setRecipes(test::recipes());
    panel.setEngineReady(true);
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

GLYPHSCOPE_TEST(TstTrainingStatus, Widgets)
#include "tst_training_status.moc"
