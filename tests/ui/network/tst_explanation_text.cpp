// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/explanation_layout.h"
#include "ui/network/explanation_text.h"

#include <QtCore/QRegularExpression>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

using Form = UnitExplanation::Form;

/// Two input channels, 3x3 patches at the top left corner: the second one weighs more.
UnitExplanation convolution()
{
    UnitExplanation unit;
    unit.form = Form::Convolution;
    unit.unit = {.module = "conv2", .index = 0};
    unit.inputModule = "pool1";
    for (int channel = 0; channel < 2; ++channel)
        for (int k = 0; k < 9; ++k) {
            UnitExplanation::Term term{.channel = channel, .y = k / 3 - 1, .x = k % 3 - 1};
            term.padding = term.y < 0 || term.x < 0;
            term.value = term.padding ? 0.0F : 0.5F;
            term.weight = channel == 0 ? 0.25F : -2.0F;
            term.product = static_cast<double>(term.value) * static_cast<double>(term.weight);
            unit.sum += term.product;
            unit.terms.push_back(term);
        }
    unit.biased = true;
    unit.bias = 0.125;
    unit.result = unit.sum + unit.bias;
    unit.torchValue = static_cast<float>(unit.result);
    return unit;
}

UnitExplanation linear(int inputs)
{
    UnitExplanation unit;
    unit.form = Form::Linear;
    unit.unit = {.module = "fc1", .index = 3};
    unit.inputModule = "flatten";
    for (int i = 0; i < inputs; ++i) {
        UnitExplanation::Term term{.x = i, .value = 1, .weight = static_cast<float>(i % 2 == 0 ? i : -i)};
        term.product = static_cast<double>(term.weight);
        unit.sum += term.product;
        unit.terms.push_back(term);
    }
    unit.result = unit.sum;
    unit.torchValue = static_cast<float>(unit.result);
    return unit;
}

UnitExplanation softmax()
{
    UnitExplanation unit;
    unit.form = Form::Softmax;
    unit.unit = {.module = "softmax", .index = 1};
    unit.inputModule = "fc2";
    for (int i = 0; i < 3; ++i) {
        unit.terms.push_back(
            {.x = i, .value = static_cast<float>(i), .weight = 1, .product = std::exp(i - 2.0)});
        unit.sum += unit.terms.back().product;
    }
    unit.own = 1;
    unit.result = unit.terms[1].product / unit.sum;
    unit.torchValue = static_cast<float>(unit.result);
    return unit;
}

QString line(const ExplanationText& text, const QString& name)
{
    for (const ExplanationText::Line& each : text.lines)
        if (each.name == name)
            return each.value;
    return u"none"_s;
}

}  // namespace

class TstExplanationText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void aConvolutionIsPatchTimesKernelByChannel()
    {
        const ExplanationText text = describeUnit(convolution(), {});
        QCOMPARE(text.gridRows.size(), std::size_t{2});
        QCOMPARE(text.gridRows[0].caption, u"Channel 1 adds \u22124"_s);  // the larger magnitude
        QCOMPARE(text.gridRows[1].caption, u"Channel 0 adds 0.5"_s);
        const std::vector<ExplanationText::Grid>& grids = text.gridRows[0].grids;
        QCOMPARE(grids.size(), std::size_t{3});
        QCOMPARE(grids[0].columns, 3);
        QCOMPARE(grids[0].rows(), 3);
        QVERIFY(grids[0].cells[2].padding);
        QCOMPARE(grids[0].cells[4].value, 0.5);
        QCOMPARE(grids[1].cells[4].value, -2.0);
        QCOMPARE(grids[2].cells[4].value, -1.0);
        QCOMPARE(grids[2].cells[4].term, 9 + 4);
        QCOMPARE(line(text, u"Sum of 18 products"_s), u"\u22123.5"_s);
        QCOMPARE(line(text, u"Bias"_s), u"0.125"_s);
        QCOMPARE(line(text, u"Result"_s), u"\u22123.375"_s);
        QCOMPARE(line(text, u"LibTorch"_s), u"\u22123.375"_s);
        QCOMPARE(text.verdict, u"The same value."_s);
    }

    void theScalesOfAllChannelsAreOne()
    {
        const ExplanationText text = describeUnit(convolution(), {});
        QCOMPARE(text.gridRows[0].grids[1].scale, text.gridRows[1].grids[1].scale);
        QCOMPARE(text.gridRows[1].grids[1].scale.limit, 2.0F);
        QVERIFY(!text.gridRows[0].grids[0].scale.diverging);
        QVERIFY(text.gridRows[0].grids[1].scale.diverging);
    }

    void oneChannelNeedsNoCaption()
    {
        UnitExplanation unit = convolution();
        unit.terms.resize(9);
        QVERIFY(describeUnit(unit, {}).gridRows.front().caption.isEmpty());
    }

    void theStrongestTermsComeFirstAndTheRestIsAddedUp()
    {
        const UnitExplanation unit = linear(100);
        const ExplanationText text = describeUnit(unit, {});
        QCOMPARE(text.rows.size(), static_cast<std::size_t>(kMostTableRows));
        QCOMPARE(text.rows[0].cells, (QStringList{u"flatten[99]"_s, u"1"_s, u"\u221299"_s, u"\u221299"_s}));
        QCOMPARE(text.rows[0].share, -1.0);
        QCOMPARE(text.rows[1].term, 98);
        double shown = 0;
        for (const ExplanationText::TableRow& row : text.rows)
            shown += unit.terms[static_cast<std::size_t>(row.term)].product;
        QCOMPARE(text.rest, u"The other 70 add up to \u2212%1."_s.arg(shown - unit.sum));
    }

    void fewTermsLeaveNoRest()
    {
        const ExplanationText text = describeUnit(linear(4), {});
        QCOMPARE(text.rows.size(), std::size_t{4});
        QVERIFY(text.rest.isEmpty());
    }

    void softmaxListsEveryClass()
    {
        const ExplanationText text = describeUnit(softmax(), {u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(text.rows.size(), std::size_t{3});
        QCOMPARE(text.rows[2].cells, (QStringList{u"c"_s, u"2"_s, u"1"_s, u"0.6652"_s}));
        QVERIFY(text.rows[1].strong && !text.rows[2].strong);
        double all = 0;
        for (const ExplanationText::TableRow& row : text.rows)
            all += row.share;
        QVERIFY(std::abs(all - 1) < 1e-12);
    }

    void aTemperatureIsAStepOfItsOwn()
    {
        QCOMPARE(describeUnit(softmax(), {}).header.at(2), u"e^(logit \u2212 largest)"_s);
        QCOMPARE(line(describeUnit(softmax(), {}), u"Temperature"_s), u"none"_s);
        UnitExplanation unit = softmax();
        unit.temperature = 1.25;
        const ExplanationText text = describeUnit(unit, {});
        QCOMPARE(text.header.at(2), u"e^((logit \u2212 largest) / 1.25)"_s);
        QCOMPARE(line(text, u"Temperature"_s), u"1.25"_s);
        QVERIFY(text.rule.contains(u"divided by the temperature of these weights, 1.25"_s));
    }

    void thePoolsWinnerIsMarked()
    {
        UnitExplanation unit;
        unit.form = Form::MaxPool;
        unit.inputModule = "relu1";
        for (int k = 0; k < 4; ++k)
            unit.terms.push_back(
                {.channel = 2, .y = 6 + k / 2, .x = 8 + k % 2, .value = k == 2 ? 3.0F : 1.0F});
        unit.winner = 2;
        unit.result = 3;
        unit.torchValue = 3;
        const ExplanationText text = describeUnit(unit, {});
        const ExplanationText::Grid& grid = text.gridRows.front().grids.front();
        QCOMPARE(grid.columns, 2);
        QVERIFY(grid.cells[2].winner);
        QCOMPARE(line(text, u"Winner"_s), u"y\u00A07, x\u00A08"_s);
    }

    void reluAndFlattenSayWhatBecomesOfAValue()
    {
        UnitExplanation unit;
        unit.inputModule = "conv1";
        unit.terms.push_back({.channel = 3, .y = 4, .x = 5, .value = -0.5F});
        unit.form = Form::Relu;
        ExplanationText text = describeUnit(unit, {});
        QCOMPARE(line(text, u"Value of conv1"_s), u"\u22120.5"_s);
        QCOMPARE(line(text, u"max(0, \u22120.5)"_s), u"0"_s);
        QVERIFY(text.rule.contains(u"becomes 0"_s));
        unit.form = Form::Flatten;
        text = describeUnit(unit, {});
        QCOMPARE(line(text, u"Taken from"_s), u"conv1, channel 3, y\u00A04, x\u00A05"_s);
    }

    void withoutABiasNothingIsAdded()
    {
        UnitExplanation unit = convolution();
        unit.biased = false;
        const ExplanationText text = describeUnit(unit, {});
        QCOMPARE(line(text, u"Bias"_s), u"none"_s);
        QVERIFY(!text.rule.contains(u"bias"_s));
        QCOMPARE(line(describeUnit(linear(4), {}), u"Bias"_s), u"none"_s);
    }

    void activationsSayTheirRule_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<float>("value");
        QTest::addColumn<QString>("rule");
        QTest::newRow("leaky below") << u"LeakyReLU"_s << -2.0F << u"multiplied by 0.1, the negative_slope"_s;
        QTest::newRow("leaky above") << u"LeakyReLU"_s << 2.0F << u"passes as it is"_s;
        QTest::newRow("gelu") << u"GELU"_s << 1.0F << u"normal distribution"_s;
        QTest::newRow("sigmoid") << u"Sigmoid"_s << 1.0F << u"between 0 and 1"_s;
        QTest::newRow("tanh") << u"Tanh"_s << 1.0F << u"between \u22121 and 1"_s;
    }

    void activationsSayTheirRule()
    {
        QFETCH(QString, kind);
        QFETCH(float, value);
        QFETCH(QString, rule);
        UnitExplanation unit;
        unit.form = Form::Activation;
        unit.kind = kind.toStdString();
        unit.inputModule = "fc1";
        unit.slope = 0.1;
        unit.terms.push_back({.value = value});
        const ExplanationText text = describeUnit(unit, {});
        QVERIFY2(text.rule.contains(rule), qPrintable(text.rule));
        QVERIFY(text.lines[1].name.startsWith(kind + u'('));
    }

    void averagesSayWhetherPaddingCounts()
    {
        UnitExplanation unit;
        unit.form = Form::AveragePool;
        unit.inputModule = "relu1";
        for (int k = 0; k < 4; ++k)
            unit.terms.push_back({.y = k / 2, .x = k % 2 - 1, .padding = k % 2 == 0});
        const ExplanationText text = describeUnit(unit, {});
        QVERIFY(text.rule.contains(u"Padding counts as zeros."_s));
        QCOMPARE(line(text, u"Divided by"_s), u"4"_s);
        QCOMPARE(text.gridRows.front().grids.front().columns, 2);
    }

    void normsListTheirStatistics()
    {
        UnitExplanation unit;
        unit.form = Form::Normalised;
        unit.kind = "BatchNorm2d";
        unit.inputModule = "conv1";
        unit.own = 0;
        unit.biased = true;
        unit.bias = 0.5;
        unit.norm = {.mean = 1, .variance = 3.75, .eps = 0.25, .weight = 2, .running = true};
        unit.terms.push_back({.value = 5});
        const ExplanationText text = describeUnit(unit, {});
        QCOMPARE(line(text, u"Running mean"_s), u"1"_s);
        QCOMPARE(line(text, u"Running variance"_s), u"3.75"_s);
        QCOMPARE(line(text, u"Normalised"_s), u"2"_s);
        QCOMPARE(line(text, u"Weight"_s), u"2"_s);
        unit.norm.running = unit.biased = false;
        unit.terms.assign(8, {.value = 5});
        const ExplanationText group = describeUnit(unit, {});
        QVERIFY(group.lines[1].name.startsWith(u"Mean of 8 value"_s));
        QCOMPARE(group.lines[1].value, u"1"_s);
        QCOMPARE(line(group, u"Weight"_s), u"none"_s);
    }

    void blocksAndDropoutsSayWhatPasses()
    {
        UnitExplanation unit;
        unit.form = Form::Copy;
        unit.kind = "Dropout";
        unit.unit.module = "drop";
        unit.inputModule = "fc1";
        unit.terms.push_back({.value = 5});
        QVERIFY(describeUnit(unit, {}).rule.contains(u"in training only"_s));
        unit.kind = "Sequential";
        unit.unit.module = "head";
        unit.inputModule = "head.fc";
        QCOMPARE(describeUnit(unit, {}).rule, u"What its last module, head.fc, gives is what head gives."_s);
        unit.form = Form::Sum;
        unit.kind = "Residual";
        unit.inputModule = "res.body";
        unit.otherModule = "res.shortcut";
        unit.terms.push_back({.value = 2, .other = true});
        const ExplanationText sum = describeUnit(unit, {});
        QCOMPARE(line(sum, u"Value of res.body"_s), u"5"_s);
        QCOMPARE(line(sum, u"Value of res.shortcut"_s), u"2"_s);
    }

    void aSoftmaxAmongTheModulesHasNoClasses()
    {
        UnitExplanation unit = softmax();
        unit.kind = "Softmax";
        const ExplanationText text = describeUnit(unit, {u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(text.rows[0].cells.front(), u"fc2[2]"_s);  // the strongest
        QVERIFY(text.rows[1].strong && !text.rows[0].strong);
    }

    void roundingIsNoDisagreement_data()
    {
        QTest::addColumn<float>("offset");
        QTest::addColumn<bool>("agrees");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("equal") << 0.0F << true << u"The same value\\."_s;
        QTest::newRow("rounding") << 1e-6F << true << u"The same but for rounding: .*e.*"_s;
        QTest::newRow("another value")
            << 0.25F << false << u"They differ by .*0\\.25\\. The drawing was read with other .*"_s;
    }

    void roundingIsNoDisagreement()
    {
        QFETCH(float, offset);
        QFETCH(QString, verdict);
        UnitExplanation unit = convolution();
        unit.torchValue += offset;
        const ExplanationText text = describeUnit(unit, {});
        QTEST(text.agrees, "agrees");
        QVERIFY2(
            QRegularExpression(QRegularExpression::anchoredPattern(verdict)).match(text.verdict).hasMatch(),
            qPrintable(text.verdict));
    }

    void aHookIsNamedAsTheReason_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("module");
        QTest::addColumn<int>("channel");
        QTest::addColumn<bool>("predicting");
        QTest::addColumn<QString>("reason");  // of the two of them; none: another
        const QString module = QString::fromStdString(convolution().unit.module);
        const int channel = convolution().channel;
        const auto row = [](const char* name, HookKind kind, const QString& where, int which, bool reads,
                            const QString& reason) {
            QTest::newRow(name) << static_cast<int>(kind) << where << which << reads << reason;
        };
        const QString output = u"2 hooks of yours change the output of "_s + module;
        const QString input = u"2 hooks of yours change the input of "_s + module;
        row("output", HookKind::Forward, module, -1, true, output);
        row("this channel", HookKind::Forward, module, channel, true, output);
        row("every module", HookKind::Forward, {}, -1, true, output);
        row("input", HookKind::ForwardPre, module, channel + 1, true, input);
        row("another channel", HookKind::Forward, module, channel + 1, true, {});
        row("another module", HookKind::Forward, u"fc2"_s, -1, true, {});
        row("gradients only", HookKind::FullBackward, module, -1, true, {});
        row("training only", HookKind::Forward, module, -1, false, {});
    }

    void aHookIsNamedAsTheReason()
    {
        QFETCH(int, kind);
        QFETCH(QString, module);
        QFETCH(int, channel);
        QFETCH(bool, predicting);
        QFETCH(QString, reason);
        HookSpec hook;
        hook.kind = static_cast<HookKind>(kind);
        hook.module = module.toStdString();
        hook.action = HookAction::Zero;
        hook.channel = channel;
        hook.predicting = predicting;
        HookSpec idle = hook;
        idle.action = HookAction::Observe;
        HookSpec off = hook;
        off.enabled = false;
        UnitExplanation unit = convolution();
        unit.torchValue += 1;
        const QString verdict = describeUnit(unit, {}, {hook, idle, off, hook}).verdict;
        QVERIFY2(verdict.contains(reason.isEmpty() ? u"other weights or hooks"_s : reason),
                 qPrintable(verdict));
        const QString one = describeUnit(unit, {}, {hook}).verdict;
        QCOMPARE(one.contains(u"A hook of yours changes the"_s), !reason.isEmpty());
        QCOMPARE(describeUnit(convolution(), {}, {hook}).verdict, describeUnit(convolution(), {}).verdict);
    }

    void partsLieOnThePageAndApart_data()
    {
        QTest::addColumn<double>("width");
        for (const int width : {240, 320, 900})
            QTest::addRow("%d wide", width) << static_cast<double>(width);
    }

    void partsLieOnThePageAndApart()
    {
        QFETCH(double, width);
        const ExplanationWords words{.line = 14, .rule = 60, .verdict = 14, .columnWidths = {90, 60, 70, 80}};
        for (const UnitExplanation& unit : {convolution(), linear(100), softmax()}) {
            const ExplanationText text = describeUnit(unit, {});
            const ExplanationLayout layout = layOutExplanation(text, words, {width, 600});
            std::vector<QRectF> parts{layout.picture, layout.rule, layout.verdict};
            parts.insert(parts.end(), layout.lines.begin(), layout.lines.end());
            parts.insert(parts.end(), layout.rows.begin(), layout.rows.end());
            for (const ExplanationLayout::GridRow& row : layout.gridRows) {
                parts.insert(parts.end(), row.grids.begin(), row.grids.end());
                parts.insert(parts.end(), row.signs.begin(), row.signs.end());
            }
            const QRectF page(0, 0, width + 1e-6, layout.height + 1e-6);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                QVERIFY(page.contains(parts[i]));
                for (std::size_t k = i + 1; k < parts.size(); ++k)
                    QVERIFY(!parts[i].intersects(parts[k]));
            }
            if (!layout.columns.empty())
                QVERIFY(layout.columns.back() <= width + 1e-6);
        }
    }

    void aPointLeadsToItsTerm()
    {
        const ExplanationWords words{.line = 14, .rule = 20, .verdict = 14, .columnWidths = {90, 60, 70, 80}};
        const ExplanationText grids = describeUnit(convolution(), {});
        const ExplanationLayout grid = layOutExplanation(grids, words, {400, 600});
        const QRectF second = grid.gridRows[1].grids[2];
        QCOMPARE(termAt(grids, grid, gridCell(second, 3, 7, grid.cell).center()).value_or(-1), 7);
        QVERIFY(!termAt(grids, grid, grid.picture.center()));
        const ExplanationText table = describeUnit(linear(100), {});
        const ExplanationLayout rows = layOutExplanation(table, words, {400, 600});
        QCOMPARE(termAt(table, rows, rows.rows[2].center()).value_or(-1), 97);
    }
};

GLYPHSCOPE_TEST(TstExplanationText, Core)
#include "tst_explanation_text.moc"
