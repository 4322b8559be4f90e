// SPDX-License-Identifier: GPL-3.0-or-later
// The explained number against LibTorch's own, with the shipped weights.
#include "model/inspection/explain_unit.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/safetensors.h"
#include "model/network/detail/network.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "tests/model/spec/small_networks.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <string_view>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

using Form = UnitExplanation::Form;
using Term = UnitExplanation::Term;

/// A seven of two bars, all ink, noise: figures, a flat one, and one that makes every unit differ.
std::vector<Glyph> glyphs()
{
    Glyph seven{};
    for (int i = 0; i < 14; ++i) {
        for (int thick = 0; thick < 3; ++thick) {
            seven[static_cast<std::size_t>((5 + thick) * kGlyphSide + 7 + i)] = 255;
            seven[static_cast<std::size_t>((7 + i) * kGlyphSide + 18 - i / 2 + thick)] = 230;
        }
    }
    Glyph full{};
    full.fill(255);
    Glyph noise{};
    std::mt19937 random(5);
    for (std::uint8_t& pixel : noise)
        pixel = static_cast<std::uint8_t>(random());
    return {seven, full, noise};
}

std::vector<float> standardised(const Glyph& glyph)
{
    std::vector<float> input(kGlyphPixels);
    std::ranges::transform(glyph, input.begin(), networkInput);
    return input;
}

/// Corners of the first and the last channel, and 150 values by chance.
std::set<int> unitsOf(const ModuleOutput& output)
{
    const auto count = static_cast<int>(output.values.size());
    std::set<int> units{0, count - 1};
    if (output.shape.size() == 3) {
        const int width = output.shape[2];
        const int map = output.shape[1] * width;
        units.insert({width - 1, map - width, map - 1, count - map, count - map + width - 1, count - width});
    }
    std::mt19937 random(11);
    for (int i = 0; i < 150; ++i)
        units.insert(static_cast<int>(random() % static_cast<unsigned>(count)));
    return units;
}

/// What rounding in float32 is measured against.
double magnitudeOf(const UnitExplanation& unit)
{
    double sum = std::abs(unit.bias);
    for (const Term& term : unit.terms)
        sum += std::abs(term.product);
    return sum;
}

int indexOf(const ModuleOutput& output, int channel, int y, int x)
{
    return (channel * output.shape[1] + y) * output.shape[2] + x;
}

}  // namespace

class TstExplainUnit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsLibTorch_data();
    void equalsLibTorch();
    void probabilitiesAreExplainedToo();
    void theTemperatureTakesPart();
    void convolutionListsPatchAndKernel();
    void paddingIsZeroAndSaysSo();
    void linearListsEveryInput();
    void reluKeepsTheNegativeTerm();
    void firstOfEqualsWins();
    void notANumberWins();
    void flattenSaysWhichValueItIs();
    void receptiveField_data();
    void receptiveField();
    void nothingOutsideTheFieldCounts_data();
    void nothingOutsideTheFieldCounts();
    void everyEdgeOfTheFieldCounts();
    void interventionsShow();
    void anotherNetworkIsExplained();
    void refusals_data();
    void refusals();

private:
    [[nodiscard]] Reading read(const Glyph& glyph)
    {
        Reading reading = m_recognizer->read(glyph);
        reading.input = standardised(glyph);
        return reading;
    }
    [[nodiscard]] UnitExplanation explain(const Reading& reading, const char* module, int index) const
    {
        return explainUnit(reading, m_weights, {module, index});
    }
    static const ModuleOutput& module(const Reading& reading, std::string_view name)
    {
        return *std::ranges::find(reading.modules, name, &ModuleOutput::name);
    }
    static ModuleOutput& module(Reading& reading, std::string_view name)
    {
        return *std::ranges::find(reading.modules, name, &ModuleOutput::name);
    }

    StateDict m_weights;
    std::unique_ptr<Recognizer> m_recognizer;
    std::vector<Reading> m_readings;  ///< of glyphs()
};

void TstExplainUnit::initTestCase()
{
    m_weights = readSafetensors(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors");
    m_recognizer = makeTorchRecognizer(m_weights, "cpu");
    for (const Glyph& glyph : glyphs())
        m_readings.push_back(read(glyph));
}

void TstExplainUnit::equalsLibTorch_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("terms");
    const auto row = [](const char* name, Form form, const QString& input, int terms) {
        QTest::newRow(name) << static_cast<int>(form) << input << terms;
    };
    row("conv1", Form::Convolution, u"input"_s, 9);
    row("relu1", Form::Relu, u"conv1"_s, 1);
    row("pool1", Form::MaxPool, u"relu1"_s, 4);
    row("conv2", Form::Convolution, u"pool1"_s, 32 * 9);
    row("relu2", Form::Relu, u"conv2"_s, 1);
    row("pool2", Form::MaxPool, u"relu2"_s, 4);
    row("flatten", Form::Flatten, u"pool2"_s, 1);
    row("fc1", Form::Linear, u"flatten"_s, 3136);
    row("relu3", Form::Relu, u"fc1"_s, 1);
    row("fc2", Form::Linear, u"relu3"_s, 256);
}

void TstExplainUnit::equalsLibTorch()
{
    QFETCH(int, form);
    QFETCH(QString, input);
    QFETCH(int, terms);
    const std::string name = QTest::currentDataTag();
    for (const Reading& reading : m_readings) {
        const ModuleOutput& output = module(reading, name);
        for (const int index : unitsOf(output)) {
            const UnitExplanation unit = explainUnit(reading, m_weights, {name, index});
            QCOMPARE(static_cast<int>(unit.form), form);
            QCOMPARE(QString::fromStdString(unit.inputModule), input);
            QCOMPARE(static_cast<int>(unit.terms.size()), terms);
            QCOMPARE(unit.torchValue, output.values[static_cast<std::size_t>(index)]);
            const double allowed = 1e-5 * magnitudeOf(unit);
            QVERIFY2(std::abs(unit.result - static_cast<double>(unit.torchValue)) <= allowed,
                     qPrintable(u"%1: %2, LibTorch %3"_s.arg(index).arg(unit.result).arg(unit.torchValue)));
            const bool vector = output.shape.size() == 1;
            QCOMPARE(vector ? unit.channel : indexOf(output, unit.channel, unit.y, unit.x), index);
            QVERIFY(!vector || (unit.y == 0 && unit.x == 0));
        }
    }
}

void TstExplainUnit::probabilitiesAreExplainedToo()
{
    const double temperature = answerRuleOf(m_weights).temperature;
    for (const Reading& reading : m_readings) {
        double total = 0;
        for (int k = 0; k < 10; ++k) {
            const UnitExplanation unit = explain(reading, "softmax", k);
            const auto& logits = module(reading, "fc2").values;
            QVERIFY(unit.form == Form::Softmax);
            QCOMPARE(unit.inputModule, std::string("fc2"));
            QCOMPARE(unit.terms.size(), logits.size());
            const double highest = *std::ranges::max_element(logits);
            for (std::size_t i = 0; i < logits.size(); ++i) {
                QCOMPARE(unit.terms[i].value, logits[i]);
                QCOMPARE(unit.terms[i].product,
                         std::exp((static_cast<double>(logits[i]) - highest) / temperature));
            }
            QVERIFY(std::abs(unit.result - static_cast<double>(unit.torchValue)) <= 1e-6);
            QCOMPARE(unit.torchValue, reading.prediction.probabilities[static_cast<std::size_t>(k)]);
            QCOMPARE(unit.receptiveField, (Box{0, 0, 28, 28}));
            total += unit.result;
        }
        QVERIFY(std::abs(total - 1) < 1e-12);
    }
}

void TstExplainUnit::theTemperatureTakesPart()
{
    StateDict weights = m_weights;
    putAnswerRule({.temperature = 2.5, .leastEvidence = {}}, weights);
    const auto recognizer = makeTorchRecognizer(weights, "cpu");
    for (const Glyph& glyph : glyphs()) {
        const Reading reading = recognizer->read(glyph);
        const std::vector<float>& logits = reading.prediction.logits;
        const double highest = *std::ranges::max_element(logits);
        for (int k = 0; k < 10; ++k) {
            const UnitExplanation unit = explainUnit(reading, weights, {"softmax", k});
            QCOMPARE(unit.temperature, 2.5);
            const auto index = static_cast<std::size_t>(k);
            QCOMPARE(unit.terms[index].product,
                     std::exp((static_cast<double>(logits[index]) - highest) / 2.5));
            QCOMPARE(unit.torchValue, reading.prediction.probabilities[index]);
            QVERIFY(std::abs(unit.result - static_cast<double>(unit.torchValue)) <= 1e-6);
        }
    }
}

void TstExplainUnit::convolutionListsPatchAndKernel()
{
    const Reading& reading = m_readings[2];
    const ModuleOutput& input = module(reading, "pool1");
    const UnitExplanation unit = explain(reading, "conv2", indexOf(module(reading, "conv2"), 17, 6, 9));
    const NamedTensor& kernels = *m_weights.find("conv2.weight");
    for (int i = 0; i < 32 * 9; ++i) {
        const Term& term = unit.terms[static_cast<std::size_t>(i)];
        QCOMPARE(term.channel, i / 9);
        QCOMPARE(term.y, 6 - 1 + i % 9 / 3);
        QCOMPARE(term.x, 9 - 1 + i % 3);
        QCOMPARE(term.value,
                 input.values[static_cast<std::size_t>(indexOf(input, term.channel, term.y, term.x))]);
        QCOMPARE(term.weight, kernels.values[static_cast<std::size_t>(17 * 32 * 9 + i)]);
        QCOMPARE(term.product, static_cast<double>(term.value) * static_cast<double>(term.weight));
        QVERIFY(!term.padding);
    }
    QCOMPARE(unit.bias, static_cast<double>(m_weights.find("conv2.bias")->values[17]));
    QCOMPARE(unit.result, unit.sum + unit.bias);
}

void TstExplainUnit::paddingIsZeroAndSaysSo()
{
    const UnitExplanation corner = explain(m_readings[1], "conv1", 0);
    for (const Term& term : corner.terms) {
        QCOMPARE(term.padding, term.y < 0 || term.x < 0);
        QCOMPARE(term.value == 0, term.padding);  // all ink is far from zero
        QCOMPARE(
            term.weight,
            m_weights.find("conv1.weight")->values[static_cast<std::size_t>((term.y + 1) * 3 + term.x + 1)]);
    }
    const auto padding = [](const UnitExplanation& unit) {
        return std::ranges::count(unit.terms, true, &Term::padding);
    };
    QCOMPARE(padding(corner), 5);
    QCOMPARE(padding(explain(m_readings[1], "conv1", 28 * 28 - 2)), 3);
    QCOMPARE(padding(explain(m_readings[1], "conv1", 28 + 1)), 0);
    QCOMPARE(padding(explain(m_readings[1], "conv2", 14 * 14 - 1)), 5 * 32);
}

void TstExplainUnit::linearListsEveryInput()
{
    const Reading& reading = m_readings[0];
    const UnitExplanation unit = explain(reading, "fc1", 200);
    const auto& flat = module(reading, "flatten").values;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        QCOMPARE(unit.terms[i].x, static_cast<int>(i));
        QCOMPARE(unit.terms[i].channel + unit.terms[i].y, 0);
        QCOMPARE(unit.terms[i].value, flat[i]);
        QCOMPARE(unit.terms[i].weight, m_weights.find("fc1.weight")->values[200 * flat.size() + i]);
    }
    QCOMPARE(unit.channel, 200);
    QCOMPARE(unit.bias, static_cast<double>(m_weights.find("fc1.bias")->values[200]));
    QCOMPARE(unit.receptiveField, (Box{0, 0, 28, 28}));
}

void TstExplainUnit::reluKeepsTheNegativeTerm()
{
    const auto& before = module(m_readings[2], "conv1").values;
    const auto negative = std::ranges::find_if(before, [](float value) { return value < 0; });
    QVERIFY(negative != before.end());
    const auto index = static_cast<int>(negative - before.begin());
    const UnitExplanation unit = explain(m_readings[2], "relu1", index);
    QCOMPARE(unit.terms[0].value, *negative);
    QCOMPARE(unit.result, 0.0);
    QCOMPARE(unit.terms[0].weight, 1.0F);
    QCOMPARE(explain(m_readings[2], "relu3", 9).terms[0].x, 9);
}

void TstExplainUnit::firstOfEqualsWins()
{
    Reading reading = m_readings[0];
    auto& input = module(reading, "relu1").values;
    input[2 * 28 + 2] = 1;  // the window of pool1 at (1, 1), clockwise from its top left
    input[2 * 28 + 3] = 5;
    input[3 * 28 + 3] = 4;
    input[3 * 28 + 2] = 5;
    const UnitExplanation unit = explain(reading, "pool1", 14 + 1);
    QCOMPARE(unit.winner, 1);
    QCOMPARE(unit.result, 5.0);
    QCOMPARE(unit.terms[2].y, 3);
    QCOMPARE(unit.terms[2].x, 2);
    std::ranges::fill(input, 0.0F);
    QCOMPARE(explain(reading, "pool1", 14 + 1).winner, 0);
}

void TstExplainUnit::notANumberWins()
{
    Reading reading = m_readings[0];
    auto& input = module(reading, "relu1").values;
    input[0] = input[1] = input[29] = 7;
    input[28] = std::numeric_limits<float>::quiet_NaN();
    const UnitExplanation unit = explain(reading, "pool1", 0);
    QVERIFY(std::isnan(unit.result));
    QCOMPARE(unit.winner, 2);
}

void TstExplainUnit::flattenSaysWhichValueItIs()
{
    const UnitExplanation unit = explain(m_readings[0], "flatten", 49 * 10 + 7 * 4 + 2);
    QCOMPARE(unit.terms[0].channel, 10);
    QCOMPARE(unit.terms[0].y, 4);
    QCOMPARE(unit.terms[0].x, 2);
    QCOMPARE(unit.channel, 49 * 10 + 7 * 4 + 2);
}

void TstExplainUnit::receptiveField_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QRect>("field");
    QTest::newRow("conv1") << 28 * 28 + 10 * 28 + 20 << QRect(19, 9, 3, 3);
    QTest::newRow("conv1 ") << 0 << QRect(0, 0, 2, 2);
    QTest::newRow("relu1") << 10 * 28 + 27 << QRect(26, 9, 2, 3);
    QTest::newRow("pool1") << 5 * 14 + 6 << QRect(11, 9, 4, 4);
    QTest::newRow("conv2") << 5 * 14 + 6 << QRect(9, 7, 8, 8);
    QTest::newRow("conv2 ") << 14 * 14 - 1 << QRect(23, 23, 5, 5);
    QTest::newRow("relu2") << 0 << QRect(0, 0, 5, 5);
    QTest::newRow("pool2") << 3 * 7 + 2 << QRect(5, 9, 10, 10);
    QTest::newRow("pool2 ") << 63 * 49 + 6 << QRect(21, 0, 7, 7);
    QTest::newRow("flatten") << 49 * 12 + 3 * 7 + 2 << QRect(5, 9, 10, 10);
    QTest::newRow("fc1") << 3 << QRect(0, 0, 28, 28);
    QTest::newRow("relu3") << 255 << QRect(0, 0, 28, 28);
    QTest::newRow("fc2") << 9 << QRect(0, 0, 28, 28);
}

void TstExplainUnit::receptiveField()
{
    QFETCH(int, index);
    QFETCH(QRect, field);
    const QByteArray name = QByteArray(QTest::currentDataTag()).trimmed();
    const Box box = explain(m_readings[0], name.constData(), index).receptiveField;
    QCOMPARE(QRect(box.x, box.y, box.width, box.height), field);
}

void TstExplainUnit::nothingOutsideTheFieldCounts_data()
{
    receptiveField_data();
}

void TstExplainUnit::nothingOutsideTheFieldCounts()
{
    QFETCH(int, index);
    const std::string name = QByteArray(QTest::currentDataTag()).trimmed().toStdString();
    const Box box = explainUnit(m_readings[2], m_weights, {name, index}).receptiveField;
    Glyph other = glyphs()[2];
    for (int pixel = 0; pixel < kGlyphPixels; ++pixel) {
        const QPoint place(pixel % kGlyphSide, pixel / kGlyphSide);
        std::uint8_t& value = other[static_cast<std::size_t>(pixel)];
        if (!QRect(box.x, box.y, box.width, box.height).contains(place))
            value = static_cast<std::uint8_t>(255 - value);
    }
    const auto at = static_cast<std::size_t>(index);
    QCOMPARE(module(read(other), name).values[at], module(m_readings[2], name).values[at]);
}

void TstExplainUnit::everyEdgeOfTheFieldCounts()
{
    const int place = 5 * 14 + 6;  // of conv2
    const Box box = explain(m_readings[2], "conv2", place).receptiveField;
    const QRect field(box.x, box.y, box.width, box.height);
    const QRect edges[]{{field.topLeft(), QSize(field.width(), 1)},
                        {field.bottomLeft(), QSize(field.width(), 1)},
                        {field.topLeft(), QSize(1, field.height())},
                        {field.topRight(), QSize(1, field.height())}};
    for (const QRect& edge : edges) {
        Glyph other = glyphs()[2];
        for (int pixel = 0; pixel < kGlyphPixels; ++pixel)
            if (edge.contains(pixel % kGlyphSide, pixel / kGlyphSide))
                other[static_cast<std::size_t>(pixel)] ^= 255;
        const Reading reading = read(other);
        int changed = 0;
        for (std::size_t channel = 0; channel < 64; ++channel) {
            const std::size_t index = channel * 14 * 14 + place;
            changed += module(reading, "conv2").values[index] != module(m_readings[2], "conv2").values[index];
        }
        QVERIFY(changed > 0);
    }
}

void TstExplainUnit::interventionsShow()
{
    Reading reading = m_readings[0];
    const float made = module(reading, "pool1").values[40];
    module(reading, "pool1").values[40] = made + 100;  // what a forward hook put there
    const UnitExplanation unit = explain(reading, "pool1", 40);
    QCOMPARE(unit.result, static_cast<double>(made));
    QCOMPARE(unit.torchValue, made + 100);
}

void TstExplainUnit::anotherNetworkIsExplained()
{
    const StateDict weights = stateDict(seededNetwork(3, test::stridedNetwork()));
    const std::unique_ptr<Recognizer> recognizer = makeTorchRecognizer(weights, "cpu");
    for (const Glyph& glyph : glyphs()) {
        const Reading reading = recognizer->read(glyph);
        QCOMPARE(reading.modules.size(), std::size_t{5});
        for (const ModuleOutput& output : reading.modules)
            for (const int index : unitsOf(output)) {
                const UnitExplanation unit = explainUnit(reading, weights, {output.name, index});
                QVERIFY2(std::abs(unit.result - unit.torchValue) <= 1e-5 * (1 + magnitudeOf(unit)),
                         output.name.c_str());
            }
    }
    const UnitExplanation corner = explainUnit(recognizer->read(Glyph{}), weights, {"shrink", 0});
    QCOMPARE(corner.terms.size(), std::size_t{4});  // of nine, five are padding
    QCOMPARE(corner.receptiveField, (Box{0, 0, 7, 7}));
}

void TstExplainUnit::refusals_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such module") << u"conv9"_s << 0 << u"Choose one of conv1, relu1"_s;
    QTest::newRow("the input") << u"input"_s << 0 << u"no module \"input\""_s;
    QTest::newRow("no name") << QString() << 0 << u"no module \"\""_s;
    QTest::newRow("below") << u"conv1"_s << -1 << u"0 to 25,087"_s;
    QTest::newRow("past the end") << u"conv1"_s << 25088 << u"conv1 has no value 25,088"_s;
    QTest::newRow("class") << u"softmax"_s << 10 << u"0 to 9"_s;
    QTest::newRow("foreign module") << u"blocks"_s << 0 << u"no module of its network"_s;
    QTest::newRow("weight missing") << u"conv2"_s << 0 << u"conv2.weight"_s;
    QTest::newRow("weight mis-shaped") << u"fc1"_s << 0 << u"fc1.weight"_s;
    QTest::newRow("weight cut off") << u"fc2"_s << 0 << u"fc2.bias"_s;
    QTest::newRow("input cut off") << u"relu3"_s << 0 << u"fc1: its values"_s;
    QTest::newRow("input of another size") << u"pool2"_s << 0 << u"pool2: its values"_s;
}

void TstExplainUnit::refusals()
{
    QFETCH(QString, module);
    QFETCH(int, index);
    QFETCH(QString, says);
    Reading reading = m_readings[0];
    StateDict weights = m_weights;
    const ModuleOutput& pool2 = TstExplainUnit::module(reading, "pool2");
    ModuleOutput& relu2 = TstExplainUnit::module(reading, "relu2");
    const QByteArray tag = QTest::currentDataTag();
    if (tag == "foreign module")
        reading.modules.push_back({"blocks", "Blocks()", {2}, {1, 2}, 0});
    else if (tag == "weight missing")
        std::erase_if(weights.tensors, [](const NamedTensor& t) { return t.name == "conv2.weight"; });
    else if (tag == "weight mis-shaped")
        std::ranges::find(weights.tensors, "fc1.weight", &NamedTensor::name)->shape = {3136, 256};
    else if (tag == "weight cut off")
        std::ranges::find(weights.tensors, "fc2.bias", &NamedTensor::name)->values.pop_back();
    else if (tag == "input cut off")
        TstExplainUnit::module(reading, "fc1").values.pop_back();
    else if (tag == "input of another size")
        relu2 = {"relu2", relu2.kind, pool2.shape, pool2.values, 0};
    try {
        (void)explainUnit(reading, weights, {module.toStdString(), index});
        QFAIL("explained it");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
    QVERIFY_THROWS_EXCEPTION(Error, (void)explainUnit(Reading(), m_weights, {"conv1", 0}));
}

GLYPHSCOPE_TEST(TstExplainUnit, Core)
#include "tst_explain_unit.moc"
