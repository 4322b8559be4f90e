// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/option_form.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/section.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A form with every section open.
class ShownForm {
public:
    ShownForm()
    {
        for (Section* section : form.sections())
            section->setOpen(true);
        form.resize(320, 1200);
        form.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return form.findChild<Widget*>(u"training."_s + name);
    }
    void type(const QString& name, const QString& number) const
    {
        auto* field = child<NumberField>(name);
        field->selectAll();
        QTest::keyClicks(field, number);
    }
    OptionForm form;
};

}  // namespace

class TstOptionForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void showsWhatItIsGiven();
    void aChangeLeavesTheRestExactlyAsItWas();
    void settingIsQuiet();
    void fieldsFollowOptimizerAndSchedule();
    void slidersAndFieldsAgree();
    void onlyLiveValuesStayDuringARun();
    void theDiceGivesANewSeed();
    void anySeedCanBeTyped();
};

void TstOptionForm::showsWhatItIsGiven()
{
    ShownForm shown;
    TrainOptions options;
    options.peakLearningRate = 0.02;
    options.optimizer = OptimizerKind::Nesterov;
    options.beta1 = 0.9;
    options.augmentation.rotation = 12;
    options.seed = 18446744073709551615ULL;
    shown.form.setOptions(options);
    QCOMPARE(shown.child<NumberField>(u"learningRate"_s)->value(), 0.02);
    QCOMPARE(shown.child<NumberField>(u"momentum"_s)->value(), 0.9);
    QCOMPARE(shown.child<NumberField>(u"rotation"_s)->text(), u"12"_s);
    QCOMPARE(shown.child<QComboBox>(u"optimizer"_s)->currentText(), u"SGD, Nesterov"_s);
    QCOMPARE(shown.child<QLineEdit>(u"seed"_s)->text(), u"18446744073709551615"_s);
    QCOMPARE(shown.form.options(), options);
}

void TstOptionForm::aChangeLeavesTheRestExactlyAsItWas()
{
    ShownForm shown;
    TrainOptions options;
    options.peakLearningRate = 0.1 + 0.2;  // more digits than a field shows
    options.weightDecay = 5000;            // more than a field takes
    options.device = "cuda:1";
    options.frozen = {"conv1.weight"};
    options.evaluateEvery = 50;
    shown.form.setOptions(options);
    shown.type(u"dropout"_s, u"0.25"_s);
    options.dropout = 0.25;
    QCOMPARE(shown.form.options(), options);
}

void TstOptionForm::settingIsQuiet()
{
    ShownForm shown;
    QSignalSpy changes(&shown.form, &OptionForm::changed);
    TrainOptions options;
    options.optimizer = OptimizerKind::Sgd;
    options.schedule = ScheduleKind::Step;
    options.batchSize = 64;
    options.seed = 3;
    shown.form.setOptions(options);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(shown.form.options(), options);
}

void TstOptionForm::fieldsFollowOptimizerAndSchedule()
{
    ShownForm shown;
    QVERIFY(shown.child<NumberField>(u"warmup"_s)->isVisible());
    QVERIFY(!shown.child<NumberField>(u"decayEvery"_s)->isVisible());
    auto* schedule = shown.child<QComboBox>(u"schedule"_s);
    schedule->setCurrentIndex(schedule->findText(u"Steps"_s));
    QCOMPARE(shown.form.options().schedule, ScheduleKind::Step);
    QVERIFY(!shown.child<NumberField>(u"warmup"_s)->isVisible());
    QVERIFY(shown.child<NumberField>(u"decayEvery"_s)->isVisible());
    QVERIFY(shown.child<NumberField>(u"beta2"_s)->isVisible());
    auto* optimizer = shown.child<QComboBox>(u"optimizer"_s);
    optimizer->setCurrentIndex(optimizer->findText(u"SGD"_s));
    QVERIFY(!shown.child<NumberField>(u"beta2"_s)->isVisible());
    QVERIFY(shown.child<NumberField>(u"momentum"_s)->isVisible());
    optimizer->setCurrentIndex(optimizer->findText(u"Muon"_s));
    schedule->setCurrentIndex(schedule->findText(u"Linear"_s));
    QCOMPARE(shown.form.options().optimizer, OptimizerKind::Muon);
    QCOMPARE(shown.form.options().schedule, ScheduleKind::Linear);
    for (const QString& name : {u"matrixRate"_s, u"matrixMomentum"_s, u"beta2"_s, u"warmup"_s})
        QVERIFY2(shown.child<NumberField>(name)->isVisible(), qPrintable(name));
    QVERIFY(!shown.child<NumberField>(u"hardShare"_s)->isVisible());
    shown.type(u"selectImages"_s, u"6000"_s);
    QCOMPARE(shown.form.options().selectImages, 6000);
    QVERIFY(shown.child<NumberField>(u"hardShare"_s)->isVisible());
}

void TstOptionForm::slidersAndFieldsAgree()
{
    ShownForm shown;
    auto* slider = shown.child<QSlider>(u"learningRateSlider"_s);
    slider->setValue(60);
    QCOMPARE(shown.form.options().peakLearningRate, 0.01);
    QCOMPARE(shown.child<NumberField>(u"learningRate"_s)->text(), u"0.01"_s);
    shown.type(u"learningRate"_s, u"1e-4"_s);
    QCOMPARE(slider->value(), 20);
    QCOMPARE(shown.form.options().peakLearningRate, 1e-4);
}

void TstOptionForm::onlyLiveValuesStayDuringARun()
{
    ShownForm shown;
    shown.form.setRunning(true);
    for (const NumberOption& option : numberOptions()) {
        const auto* field = shown.child<NumberField>(QLatin1StringView(option.name));
        QVERIFY2(field->isEnabled() == option.row->live, option.name);
        QVERIFY2(field->toolTip().contains(u"during a run") != option.row->live, option.name);
    }
    for (const QString& name : {u"optimizer"_s, u"schedule"_s, u"seed"_s}) {
        QVERIFY(!shown.child<QWidget>(name)->isEnabled());
        QVERIFY(shown.child<QWidget>(name)->toolTip().contains(u"during a run"));
    }
    shown.form.setRunning(false);
    for (const QString& name : {u"optimizer"_s, u"schedule"_s, u"seed"_s, u"batchSize"_s})
        QVERIFY(shown.child<QWidget>(name)->isEnabled());
}

void TstOptionForm::theDiceGivesANewSeed()
{
    ShownForm shown;
    QSignalSpy changes(&shown.form, &OptionForm::changed);
    shown.child<QToolButton>(u"newSeed"_s)->click();
    QVERIFY(shown.form.options().seed > 0);
    QVERIFY(shown.form.options().seed < 1000000);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(shown.child<QLineEdit>(u"seed"_s)->text(), QString::number(shown.form.options().seed));
}

void TstOptionForm::anySeedCanBeTyped()
{
    ShownForm shown;
    auto* seed = shown.child<QLineEdit>(u"seed"_s);
    seed->selectAll();
    QTest::keyClicks(seed, u"-12345678901234567890"_s);  // no minus
    QCOMPARE(shown.form.options().seed, 12345678901234567890ULL);
    seed->selectAll();
    QTest::keyClicks(seed, u"99999999999999999999"_s);  // more than 64 bits hold
    QVERIFY(shown.form.options().seed < 10000000000000000000ULL);
    QTest::keyClick(seed, Qt::Key_Return);
    QCOMPARE(seed->text(), QString::number(shown.form.options().seed));
}

GLYPHSCOPE_TEST(TstOptionForm, Widgets)
#include "tst_option_form.moc"
