// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/network/small_reading.h"
#include "ui/network/module_steps.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstModuleSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void initTestCase() { assignSteps(test::smallReading(), m_steps); }

    void inputComesFirstAndTheProbabilitiesLast()
    {
        QCOMPARE(m_steps.front().name, "input");
        QCOMPARE(m_steps.front().values.size(), std::size_t{784});
        QCOMPARE(m_steps.back().name, "softmax");
        QCOMPARE(m_steps.back().values, test::smallReading().prediction.probabilities);
        QCOMPARE(stepOf(m_steps, "conv1"), std::size_t{1});
        QCOMPARE(stepOf(m_steps, "nothing"), std::size_t{0});
        QVERIFY(isClassStep(m_steps, stepOf(m_steps, "fc2")));
        QVERIFY(!isClassStep(m_steps, stepOf(m_steps, "relu3")));
        QVERIFY(!isClassStep({}, 0));
    }

    void wordsSayWhatIsSeen_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<bool>("input");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString& module, bool input, const QString& text) {
            QTest::addRow("%s %s", qPrintable(module), input ? "in" : "out") << module << input << text;
        };
        row(u"conv1"_s, false, u"Output of conv1, before ReLU"_s);
        row(u"relu1"_s, false, u"Output of relu1, after ReLU"_s);
        row(u"pool1"_s, false, u"Output of pool1: the largest of every patch, after ReLU"_s);
        row(u"flatten"_s, false, u"Output of flatten: the maps of pool1 as one vector"_s);
        row(u"fc1"_s, false, u"Output of fc1, before ReLU"_s);
        row(u"fc2"_s, false, u"Output of fc2: logits, before softmax"_s);
        row(u"softmax"_s, false, u"Output of softmax: the probability of every class"_s);
        row(u"conv1"_s, true, u"Input of conv1: the 28 \u00D7 28 picture, standardised"_s);
        row(u"relu1"_s, true, u"Input of relu1: the output of conv1, before ReLU"_s);
        row(u"nothing"_s, false, {});
    }

    void wordsSayWhatIsSeen()
    {
        QFETCH(QString, module);
        QFETCH(bool, input);
        QTEST(seenText(m_steps, stepOf(m_steps, module.toStdString()),
                       input ? ModuleSide::Input : ModuleSide::Output),
              "text");
    }

    void placesAreNamed()
    {
        QCOMPARE(placeText(m_steps, 1, 784 + 28 * 3 + 7, {}), u"channel 1, y\u00A03, x\u00A07"_s);
        QCOMPARE(placeText(m_steps, 8, 2, {u"a"_s, u"b"_s, u"boot"_s}), u"class boot"_s);
        QCOMPARE(placeText(m_steps, 8, 2, {}), u"class 2"_s);
    }

    void weightsAreNamedAsInPyTorch()
    {
        FilterBanks banks{.form = FilterBanks::Form::Kernels, .banks = 1, .map = {4, 3, 3}};
        QCOMPARE(weightMapText("conv1", banks, 0, -1), u"conv1.weight"_s);
        QCOMPARE(weightMapText("conv1", banks, 0, 3), u"conv1.weight[3]"_s);
        QCOMPARE(weightPlaceText(banks, 9 + 5), u"filter 1, y\u00A01, x\u00A02"_s);
        banks = {.form = FilterBanks::Form::InputKernels, .banks = 64, .map = {32, 3, 3}};
        QCOMPARE(weightMapText("conv2", banks, 9, -1), u"conv2.weight[9]"_s);
        QCOMPARE(weightMapText("conv2", banks, 9, 5), u"conv2.weight[9, 5]"_s);
        banks.form = FilterBanks::Form::Vector;
        QCOMPARE(weightPlaceText(banks, 37), u"for value 37"_s);
    }

    void aTermLeadsBackToItsUnit()
    {
        UnitExplanation explanation;
        explanation.inputModule = "relu1";
        UnitExplanation::Term term{.channel = 1, .y = 2, .x = 3};
        QCOMPARE(unitOfTerm(m_steps, explanation, term)->index, 784 + 2 * 28 + 3);
        term.padding = true;
        QVERIFY(!unitOfTerm(m_steps, explanation, term));
        explanation.inputModule = "input";
        QVERIFY(!unitOfTerm(m_steps, explanation, {.channel = 0, .y = 2, .x = 3}));
        explanation.inputModule = "fc1";
        QCOMPARE(unitOfTerm(m_steps, explanation, {.channel = 0, .y = 0, .x = 5})->index, 5);
    }

    void stepsOfATreeAreReadByTheirSources()
    {
        Reading reading = test::smallReading();
        const auto add = [&reading](const char* name, const char* kind, std::vector<std::string> sources) {
            reading.modules.push_back(test::wave(name, kind, {4, 7, 7}, true));
            reading.modules.back().sources = std::move(sources);
        };
        reading.modules.clear();
        add("stem", "Conv2d(1, 4, 4, stride=4)", {"input"});
        add("res.body.conv", "Conv2d(4, 4, 3, padding=1)", {"stem"});
        add("res.body.relu", "GELU()", {"res.body.conv"});
        add("res.body", "Sequential", {"res.body.relu"});
        add("res.shortcut", "Identity()", {"stem"});
        add("res", "Residual", {"res.body", "res.shortcut"});
        add("norm", "BatchNorm2d(4)", {"res"});
        ModuleSteps steps;
        assignSteps(reading, steps);
        const auto before = [&steps](const char* name) {
            return steps[stepBefore(steps, stepOf(steps, name))].name;
        };
        QCOMPARE(before("stem"), "input");
        QCOMPARE(before("res.shortcut"), "stem");
        QCOMPARE(before("res.body"), "stem");
        QCOMPARE(before("res"), "stem");
        QCOMPARE(before("norm"), "res");
        const auto seen = [&steps](const char* name, ModuleSide side = ModuleSide::Output) {
            return seenText(steps, stepOf(steps, name), side);
        };
        QCOMPARE(seen("res.body.conv"), u"Output of res.body.conv, before GELU"_s);
        QCOMPARE(seen("res.body"), u"Output of res.body: what res.body.relu gives"_s);
        QCOMPARE(seen("res"), u"Output of res: what body and shortcut give, added up"_s);
        QCOMPARE(seen("res.shortcut"), u"Output of res.shortcut"_s);
        QCOMPARE(seen("res", ModuleSide::Input), u"Input of res: the output of stem"_s);
    }

    void onlyWhatAReLUCutsCanBeDead()
    {
        for (const char* name : {"conv1", "relu1", "pool1", "flatten", "fc1", "relu3"})
            QVERIFY2(isCutAtZero(m_steps, stepOf(m_steps, name)), name);
        for (const char* name : {"fc2", "softmax", "input"})
            QVERIFY2(!isCutAtZero(m_steps, stepOf(m_steps, name)), name);
        Reading reading = test::smallReading();
        for (ModuleOutput& module : reading.modules)
            if (module.kind == "ReLU()")
                module.kind = "Sigmoid()";
        ModuleSteps steps;
        assignSteps(reading, steps);
        for (std::size_t i = 0; i < steps.size(); ++i)
            QVERIFY(!isCutAtZero(steps, i));
    }

    void whatWasFlattenedIsFound()
    {
        const auto maps = flattenedMaps(m_steps, stepOf(m_steps, "fc1"));
        QVERIFY(maps && maps->maps == 4 && maps->width == 14 && maps->height == 14);
        QVERIFY(!flattenedMaps(m_steps, stepOf(m_steps, "fc2")));
    }

private:
    ModuleSteps m_steps;
};

GLYPHSCOPE_TEST(TstModuleSteps, Core)
#include "tst_module_steps.moc"
