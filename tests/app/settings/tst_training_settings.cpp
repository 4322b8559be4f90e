// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/training_settings.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QJsonArray>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTrainingSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void comeBackAsTheyWere();
    void nothingGivesTheDefaults();
    void choiceOutOfRangeIsNone();
    void looksOutOfRangeAreDefaults();
};

void TstTrainingSettings::comeBackAsTheyWere()
{
    TrainingSettings training;
    TrainingChoice choice;
    choice.options.recipe = "standard";
    choice.options.epochs = 7;
    choice.options.optimizer = OptimizerKind::AdamW;
    choice.options.seed = 18446744073709551557ull;
    choice.options.augmentation.rotation = 12.5;
    choice.data.mnist = false;
    choice.data.folders = {"/data/fashion"};
    choice.data.validation = 0.1;
    training.choice = choice;
    training.openSections = {u"more"_s, u"data"_s};
    training.speeds.note({"0123", "cpu", 4643840, 10250.5});
    training.look = {{Quantity::Loss, Quantity::GradientNorm}, {Quantity::Loss}, CurveAxis::Time, 0.95};

    const TrainingSettings back = trainingFromJson(trainingToJson(training));
    QVERIFY(back.choice.has_value());
    QVERIFY(back.choice->options == choice.options);
    QVERIFY(back.choice->data == choice.data);
    QCOMPARE(back.openSections, training.openSections);
    QVERIFY(back.look == training.look);
    QVERIFY(back.speeds.all() == training.speeds.all());
}

void TstTrainingSettings::nothingGivesTheDefaults()
{
    const TrainingSettings training = trainingFromJson({});
    QVERIFY(!training.choice);
    QVERIFY(training.openSections.isEmpty());
    QVERIFY(training.look == CurveLook());
}

void TstTrainingSettings::choiceOutOfRangeIsNone()
{
    TrainingSettings training;
    training.choice = TrainingChoice();
    QJsonObject object = trainingToJson(training);
    QVERIFY(trainingFromJson(object).choice.has_value());
    QString choice = object[u"choice"_s].toString();
    QVERIFY(choice.contains(u"\"batch_size\":"_s));
    object[u"choice"_s] = choice.replace(u"\"batch_size\":"_s, u"\"batch_size\":-"_s);
    QVERIFY(!trainingFromJson(object).choice);
}

void TstTrainingSettings::looksOutOfRangeAreDefaults()
{
    const QJsonObject look{{u"shown"_s, QJsonArray{u"beauty"_s}},
                           {u"logarithmic"_s, QJsonArray{u"loss"_s, u"loss"_s, 3}},
                           {u"axis"_s, u"sideways"_s},
                           {u"smoothing"_s, 2}};
    const TrainingSettings training = trainingFromJson({{u"look"_s, look}});
    QVERIFY(training.look.shown == CurveLook().shown);
    QVERIFY(training.look.logarithmic == std::vector{Quantity::Loss});
    QVERIFY(training.look.axis == CurveAxis::Step);
    QCOMPARE(training.look.smoothing, CurveLook().smoothing);
}

GLYPHSCOPE_TEST(TstTrainingSettings, Core)
#include "tst_training_settings.moc"
