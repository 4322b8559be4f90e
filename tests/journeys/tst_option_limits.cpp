// SPDX-License-Identifier: GPL-3.0-or-later
// A hyper-parameter has the same limits wherever it comes from: every row of the table, at its limits and
// just outside, in the engine's check, in files, on the command line and in the window.
#include "app/cli/hyper_parameters.h"
#include "app/settings/training_settings.h"
#include "model/training/recipes.h"
#include "model/types/shortest_text.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/text/option_list.h"
#include "ui/training/option_form.h"
#include "ui/training/recipe_bar.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/section.h"

#include <QtTest/QTest>
#include <QtWidgets/QSpinBox>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Options beside which the row makes a difference.
TrainOptions optionsFor(const OptionRow& row)
{
    TrainOptions options;
    if (row.needs == OptionNeeds::Muon)
        options.optimizer = OptimizerKind::Muon;
    if (row.needs == OptionNeeds::StepDecay)
        options.schedule = ScheduleKind::Step;
    if (row.needs == OptionNeeds::Selection)
        options.selectImages = 100;
    if (row.needs == OptionNeeds::Elastic)
        options.augmentation.elasticAlpha = 1;
    return options;
}

TrainOptions optionsWith(const OptionRow& row, double value)
{
    TrainOptions options = optionsFor(row);
    setOptionValue(row, options, value);
    return options;
}

QString textOf(const OptionRow& row, double value)
{
    return row.range.whole ? QString::number(value, 'f', 0) : QString::fromStdString(shortestText(value));
}

template <typename Run>
QString refusalOf(const Run& run)
{
    try {
        run();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

class TstOptionLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void engine_data() { everyLimit(); }
    void engine();
    void files_data() { everyLimit(); }
    void files();
    void commandLine_data() { everyLimit(); }
    void commandLine();
    void window_data() { everyLimit(); }
    void window();
    void everyRowIsSomewhere();

private:
    static void everyLimit();
};

void TstOptionLimits::everyLimit()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("allowed");
    for (const OptionRow& row : kOptionTable) {
        const auto [least, most] = std::pair(row.range.least, row.range.most);
        const auto add = [&row](const char* where, double value, bool allowed) {
            QTest::addRow("%s %s", row.key, where) << QString::fromUtf8(row.key) << value << allowed;
        };
        constexpr double little = 1e-6;
        add("at least", least, true);
        add("at most", most, true);
        add("below", row.range.whole ? least - 1 : least - (least == 0 ? little : little * least), false);
        add("above", row.range.whole ? most + 1 : most + little * most, false);
    }
}

void TstOptionLimits::engine()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(bool, allowed);
    const OptionRow& row = *findOption(key.toStdString());
    const QString refusal = refusalOf([&] { checkOptions(optionsWith(row, value)); });
    QCOMPARE(refusal.isEmpty(), allowed);
    QVERIFY2(allowed || refusal.contains(QLatin1StringView(row.words.text)), qPrintable(refusal));
}

void TstOptionLimits::files()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(bool, allowed);
    const OptionRow& row = *findOption(key.toStdString());
    const TrainOptions options = optionsWith(row, value);

    StateDict checkpoint;
    putOptions(options, checkpoint);
    TrainOptions read;
    QCOMPARE(refusalOf([&] { read = optionsOf(checkpoint); }).isEmpty(), allowed);
    QVERIFY(!allowed || read == options);

    const TrainingChoice choice{options, {}};
    TrainingChoice readChoice;
    const QString refusal =
        refusalOf([&] { readChoice = decodeTrainingChoice(encodeTrainingChoice(choice), "run.json"); });
    QCOMPARE(refusal.isEmpty(), allowed);
    QVERIFY2(allowed || refusal.contains(u"\"options."_s + key + u'"'), qPrintable(refusal));
    QVERIFY(!allowed || readChoice.options == options);

    const TrainingSettings settings = trainingFromJson(trainingToJson({choice, {}, {}, {}}));
    QCOMPARE(settings.choice.has_value(), allowed);
}

void TstOptionLimits::commandLine()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(bool, allowed);
    const OptionRow& row = *findOption(key.toStdString());
    const QString name = optionName(row);
    if (name.isEmpty())
        return;  // everyRowIsSomewhere() says which these are
    Command command(u"train"_s, {}, {});
    addHyperParameters(command);
    QVERIFY(command.parse({u"train"_s, u"--"_s + name + u'=' + textOf(row, value)}));
    TrainOptions options = optionsFor(row);
    const QString refusal = refusalOf([&] { changeHyperParameters(options, command); });
    QCOMPARE(refusal.isEmpty(), allowed);
    if (allowed)
        QCOMPARE(options, optionsWith(row, value));
    else
        QVERIFY2(refusal.startsWith(u"--"_s + name + u' '), qPrintable(refusal));
}

void TstOptionLimits::window()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(bool, allowed);
    const OptionRow& row = *findOption(key.toStdString());
    if (key == u"epochs") {
        RecipeBar bar;
        auto* field = bar.findChild<QSpinBox*>(u"training.epochs"_s);
        QCOMPARE(value >= field->minimum() && value <= field->maximum(), allowed);
        return;
    }
    OptionForm form;
    for (Section* section : form.sections())
        section->setOpen(true);
    form.setOptions(optionsFor(row));
    form.show();
    for (const NumberOption& option : numberOptions()) {
        if (option.row != &row || !option.applies(form.options()))
            continue;
        auto* field = form.findChild<NumberField*>(u"training."_s + QLatin1StringView(option.name));
        QVERIFY(field->isVisible());
        field->selectAll();
        QTest::keyClicks(field, textOf(row, value));
        QTest::keyClick(field, Qt::Key_Return);
        const double taken = option.value(form.options());
        QVERIFY2(allowed ? taken == value : row.range.holds(taken), qPrintable(field->text()));
    }
}

void TstOptionLimits::everyRowIsSomewhere()
{
    QStringList withoutFlag;
    QStringList withoutField;
    for (const OptionRow& row : kOptionTable) {
        if (optionName(row).isEmpty())
            withoutFlag += QString::fromUtf8(row.key);
        if (std::ranges::none_of(numberOptions(), [&row](const NumberOption& o) { return o.row == &row; }))
            withoutField += QString::fromUtf8(row.key);
    }
    // --until sets the last two
    QCOMPARE(withoutFlag, (QStringList{u"beta2"_s, u"until_accuracy"_s, u"evaluate_every"_s}));
    QCOMPARE(withoutField, (QStringList{u"epochs"_s, u"until_accuracy"_s, u"evaluate_every"_s}));
}

GLYPHSCOPE_TEST(TstOptionLimits, Widgets)
#include "tst_option_limits.moc"
