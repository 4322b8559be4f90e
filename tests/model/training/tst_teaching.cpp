// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"
#include "model/training/detail/loss.h"
#include "model/training/recipes.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

StateDict trainedTeacher(const char* preset, const TrainTest& data)
{
    Recorder recorder;
    TrainOptions options = quickOptions();
    options.network = presetNamed(preset)->make(10);
    return train(data, options, {}, {}, recorder).weights;
}

TrainOptions taughtOptions(double share)
{
    TrainOptions options = quickOptions();
    options.teaching = {{"teacher.safetensors"}, 2, share};
    return options;
}

/// The bars with labels that say nothing.
TrainTest mislabelled()
{
    TrainTest data = barSets();
    std::mt19937 random(9);
    for (std::uint8_t& label : data.train.labels)
        label = static_cast<std::uint8_t>(random() % 10);
    return data;
}

std::vector<double> softmaxOf(const std::vector<double>& logits, double temperature)
{
    std::vector<double> result;
    double sum = 0;
    for (const double logit : logits)
        sum += std::exp(logit / temperature);
    for (const double logit : logits)
        result.push_back(std::exp(logit / temperature) / sum);
    return result;
}

double divergenceOf(const std::vector<double>& answers, const std::vector<double>& targets)
{
    double sum = 0;
    for (std::size_t k = 0; k < answers.size(); ++k)
        sum += targets[k] > 0 ? targets[k] * std::log(targets[k] / answers[k]) : 0;
    return sum;
}

}  // namespace

class TstTeaching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLossIsThatOfThePaper();
    void withoutNoClassTheLastColumnIsSharedOut();
    void theAnswersAreLearntAndNotTheLabels();
    void aTeacherMayBeAnotherNetwork();
    void whatIsNoClassIsTaughtByItsLabel();
    void aTaughtRunGoesOnToTheLastBit();
    void otherClassesAreRefused();
    void checkpointsKeepTheTeachers();
    void badNumbersAreRefused();
};

void TstTeaching::theLossIsThatOfThePaper()
{
    constexpr double kTemperature = 3;
    constexpr double kShare = 0.7;
    const std::vector<double> logits{2, -1, 0.5, 0};  // the last is none of the classes
    const std::vector<double> targets{0.5, 0.2, 0.1, 0.2};
    const Loss loss{0, true, torch::tensor({0.5F, 0.2F, 0.1F, 0.2F}).view({1, 4}), kTemperature, kShare};
    const double expected =
        (1 - kShare) * -std::log(softmaxOf(logits, 1)[1]) +
        kShare * kTemperature * kTemperature * divergenceOf(softmaxOf(logits, kTemperature), targets);
    const double found =
        loss(torch::tensor({2.0F, -1.0F, 0.5F}).view({1, 3}), torch::tensor({1}, torch::kLong))
            .item<double>();
    QVERIFY2(std::abs(found - expected) < 1e-5, qPrintable(QString::number(found - expected)));
}

void TstTeaching::withoutNoClassTheLastColumnIsSharedOut()
{
    const Loss loss{0, false, torch::tensor({0.4F, 0.1F, 0.5F}).view({1, 3}), 2, 1};
    const double expected = 4 * divergenceOf(softmaxOf({1, -1}, 2), {0.8, 0.2});
    const double found =
        loss(torch::tensor({1.0F, -1.0F}).view({1, 2}), torch::tensor({0}, torch::kLong)).item<double>();
    QVERIFY(std::abs(found - expected) < 1e-5);
}

void TstTeaching::theAnswersAreLearntAndNotTheLabels()
{
    const StateDict teacher = trainedTeacher("simple-cnn", barSets());
    Recorder alone;
    Recorder taught;
    QVERIFY(train(mislabelled(), quickOptions(), {}, {}, alone).test.accuracy() < 0.7);
    const TrainResult result = train(mislabelled(), taughtOptions(1), {}, {}, taught, {teacher});
    QVERIFY2(result.test.accuracy() > 0.95, qPrintable(QString::number(result.test.accuracy())));
    QVERIFY(taught.epochs.back().trainLoss < taught.epochs.front().trainLoss);
}

void TstTeaching::aTeacherMayBeAnotherNetwork()
{
    StateDict other = trainedTeacher("tiny", barSets());
    const StateDict mlp = trainedTeacher("mlp", barSets());
    Recorder recorder;
    TrainOptions options = taughtOptions(0.9);
    options.teaching.files.emplace_back("second.safetensors");
    QVERIFY(train(mislabelled(), options, {}, {}, recorder, {other, mlp}).test.accuracy() > 0.9);
}

void TstTeaching::whatIsNoClassIsTaughtByItsLabel()
{
    TrainTest data = barSets();
    std::mt19937 random(4);
    for (int i = 0; i < 160; ++i) {
        data.train.labels.push_back(kNoClass);
        for (std::size_t k = 0; k < kGlyphPixels; ++k)
            data.train.images.push_back(static_cast<std::uint8_t>(random() % 256));
    }
    const StateDict teacher = trainedTeacher("simple-cnn", barSets());  // it never heard of such
    Recorder recorder;
    TrainOptions options = taughtOptions(1);
    options.epochs = 6;
    const TrainResult result = train(data, options, {}, {}, recorder, {teacher});
    QVERIFY(result.test.accuracy() > 0.95);
    QVERIFY(recorder.epochs.back().trainAccuracy > 0.9);
}

void TstTeaching::aTaughtRunGoesOnToTheLastBit()
{
    const StateDict teacher = trainedTeacher("tiny", barSets());
    const TrainOptions options = taughtOptions(0.5);
    Recorder whole;
    const TrainResult unbroken = train(barSets(), options, {}, {}, whole, {teacher});
    Recorder first;
    first.stopAt = 27;
    const TrainResult half = train(barSets(), options, {}, first.stop.get_token(), first, {teacher});
    QVERIFY(half.stopped);
    Recorder second;
    const TrainResult rest = train(barSets(), options, half.checkpoint, {}, second, {teacher});
    QVERIFY(rest.weights == unbroken.weights);
}

void TstTeaching::otherClassesAreRefused()
{
    Recorder recorder;
    TrainOptions five = quickOptions();
    TrainTest data = barSets();
    for (Dataset* set : {&data.train, &data.test}) {
        set->classes = ClassSet::numbered(5);
        for (std::uint8_t& label : set->labels)
            label = static_cast<std::uint8_t>(label % 5);
    }
    five.epochs = 1;
    const StateDict teacher = train(data, five, {}, {}, recorder).weights;
    try {
        (void)train(barSets(), taughtOptions(0.5), {}, {}, recorder, {teacher});
        QFAIL("a teacher of five classes taught ten");
    } catch (const Error& error) {
        const std::string text = error.what();
        QVERIFY(text.find("teacher.safetensors") != std::string::npos);
        QVERIFY(text.find('5') != std::string::npos && text.find("10") != std::string::npos);
    }
}

void TstTeaching::checkpointsKeepTheTeachers()
{
    TrainOptions options = taughtOptions(0.25);
    options.teaching.files.emplace_back("a folder/ä, b.safetensors");
    StateDict checkpoint;
    putOptions(options, checkpoint);
    QVERIFY(optionsOf(checkpoint) == options);
    StateDict before;
    putOptions(quickOptions(), before);
    QVERIFY(optionsOf(before) == quickOptions());
}

void TstTeaching::badNumbersAreRefused()
{
    for (const Teaching& bad : {Teaching{{"a"}, 0.5, 0.5}, Teaching{{"a"}, 3, 1.5}, Teaching{{"a"}, 101, 0.5},
                                Teaching{{"a"}, std::nan(""), 0.5}, Teaching{{"a"}, 3, -0.1}}) {
        TrainOptions options = quickOptions();
        options.teaching = bad;
        QVERIFY_THROWS_EXCEPTION(Error, checkOptions(options));
    }
}

GLYPHSCOPE_TEST(TstTeaching, None)
#include "tst_teaching.moc"
