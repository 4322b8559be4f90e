// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/out_file.h"
#include "app/cli/read_all.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/standard_input.h"
#include "app/cli/text_columns.h"
#include "app/cli/truth_report.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/session/interrupt_session.h"
#include "app/text/file_name.h"
#include "model/calibration/detection.h"
#include "model/calibration/reliability.h"
#include "model/calibration/temperature.h"
#include "model/checkpoint/weights_file.h"
#include "model/recognition/softmax.h"
#include "model/types/class_names.h"

#include <QtCore/QLocale>

#include <stop_token>

namespace glyphscope {
namespace {

/// How well probabilities under one temperature fit the labels.
struct Fit {
    double temperature = 1;
    double likelihood = 0;  ///< negative log, nats a drawing
    double calibrationError = 0;
};

Fit fitOf(const AllAnswers& answers, const std::vector<std::uint8_t>& labels, double temperature)
{
    const std::size_t classes = answers.logits.size() / labels.size();
    std::vector<float> confidence;
    std::vector<std::uint8_t> right;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = answers.logits.begin() + static_cast<std::ptrdiff_t>(i * classes);
        const Prediction prediction = predictionOf({row, row + static_cast<std::ptrdiff_t>(classes)},
                                                   {.temperature = temperature, .leastEvidence = {}});
        confidence.push_back(prediction.probabilities[static_cast<std::size_t>(prediction.best)]);
        right.push_back(prediction.best == labels[i] ? 1 : 0);
    }
    return {temperature, negativeLogLikelihood(answers.logits, labels, temperature),
            expectedCalibrationError(reliability(confidence, right))};
}

void addCalibrateOptions(Command& command)
{
    command.addFilesOption(
        QStringLiteral("ink"),
        CommandText::tr("labelled InkML or UNIPEN files that the weights were not trained on"));
    addFoldCase(command);
    command.addFilesOption(QStringLiteral("not-digits"),
                           CommandText::tr("files of ink that should be refused"));
    command.addOption(QStringLiteral("refuse"), CommandText::tr("refuse at most this share of the digits"),
                      QStringLiteral("SHARE"), QStringLiteral("0.01"));
    command.addOption(QStringLiteral("out"),
                      CommandText::tr("write the weights to FILE (.safetensors, .pt, .onnx, .npz)"),
                      QStringLiteral("FILE"));
}

void checkUsage(const Command& command)
{
    if (!command.isSet(QStringLiteral("ink")) || !command.files().isEmpty())
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "calibrate needs --ink FILE... Try glyphscope calibrate --help."));
    if (!command.isSet(QStringLiteral("out")))
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "calibrate needs --out FILE: where to write the weights."));
    if (command.isSet(QStringLiteral("refuse")) && !command.isSet(QStringLiteral("not-digits")))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--refuse goes with --not-digits FILE..."));
    (void)command.number(QStringLiteral("refuse"), 0, 0.5);
}

/// Says so where the drawings do not settle a temperature.
void warnOfEnds(double temperature)
{
    if (temperature <= kLowestTemperature)
        printMessage(CommandText::tr("The drawings ask for a temperature of %L1 or less: (nearly) all are "
                                     "read right. Give more of them, and harder ones.")
                         .arg(temperature));
    if (temperature >= kHighestTemperature)
        printMessage(
            CommandText::tr(
                "The drawings ask for a temperature of %L1 or more: the weights know nothing of them.")
                .arg(temperature));
}

QJsonObject resultJson(std::size_t count, const Fit& before, const Fit& after, const Refusals& refusals)
{
    QJsonObject object{
        {QStringLiteral("n"), static_cast<qint64>(count)},
        {QStringLiteral("temperature"), after.temperature},
        {QStringLiteral("nll_before"), before.likelihood},
        {QStringLiteral("nll_after"), after.likelihood},
        {QStringLiteral("ece_before"), before.calibrationError},
        {QStringLiteral("ece_after"), after.calibrationError},
        {QStringLiteral("least_evidence"),
         refusals.leastEvidence ? QJsonValue(*refusals.leastEvidence) : QJsonValue()},
        {QStringLiteral("digits_refused"), refusals.digits},
    };
    if (refusals.auroc) {
        object[QStringLiteral("not_digits_refused")] = refusals.others;
        object[QStringLiteral("auroc")] = *refusals.auroc;
    }
    return object;
}

QString resultText(std::size_t count, const Fit& before, const Fit& after, const Refusals& refusals)
{
    const auto row = [](const QString& what, const QString& old, const QString& now) {
        return QStringLiteral("%1 %2 %3").arg(padded(what, -26), padded(old, 9), padded(now, 9));
    };
    const auto number = [](double value) { return QLocale().toString(value, 'f', 4); };
    const QStringList lines{
        CommandText::tr("Fitted on %Ln drawing(s).", nullptr, static_cast<int>(count)),
        row({}, CommandText::tr("before"), CommandText::tr("after")),
        row(CommandText::tr("temperature"), number(before.temperature), number(after.temperature)),
        row(CommandText::tr("negative log-likelihood"), number(before.likelihood), number(after.likelihood)),
        row(CommandText::tr("expected calibration error"), percent(before.calibrationError),
            percent(after.calibrationError)),
        refusalsText(refusals)};
    return lines.join(u'\n');
}

}  // namespace

int calibrateCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("calibrate"),
        QStringLiteral("--ink FILE... [--not-digits FILE...] [--refuse SHARE] --out FILE [options]"),
        CommandText::tr("Fits the temperature that makes the probabilities as often right as they say, and "
                        "with --not-digits the evidence below which a drawing is refused. Both are stored in "
                        "the metadata of the weights; the weights themselves stay. The weights must not have "
                        "been trained on these drawings."));
    addCalibrateOptions(command);
    if (!command.parse(arguments))
        return kDone;
    checkUsage(command);

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    const QString out = command.value(QStringLiteral("out"));
    requireWritable(fileNameBytes(out));
    StateDict weights = weightsFor(command);
    const auto recognizer = recognizerFor(command);
    const ClassSet classes = classesOf(weights);
    const Dataset digits = readLabelledInk(command, command.values(QStringLiteral("ink")), classes);
    const AllAnswers answers = readAll(*recognizer, digits, stop.get_token());
    const AllAnswers others =
        readAll(*recognizer, readNotDigits(inputFiles(command.values(QStringLiteral("not-digits"))), classes),
                stop.get_token());
    if (stop.stop_requested()) {
        printMessage(CommandText::tr("Stopped. Nothing was written."));
        return kInterrupted;
    }

    AnswerRule rule = answerRuleOf(weights);
    const double temperature = fitTemperature(answers.logits, digits.labels);
    const Fit before = fitOf(answers, digits.labels, rule.temperature);
    const Fit after = fitOf(answers, digits.labels, temperature);
    warnOfEnds(temperature);
    rule.temperature = temperature;
    if (!others.evidence.empty())
        rule.leastEvidence =
            evidenceThreshold(answers.evidence, command.number(QStringLiteral("refuse"), 0, 0.5));
    const Refusals refusals = refusalsOf(rule, answers.evidence, others.evidence);
    putAnswerRule(rule, weights);
    writeWeights(weights, fileNameBytes(out));
    if (command.json()) {
        QJsonObject object = resultJson(digits.size(), before, after, refusals);
        object[QStringLiteral("out")] = out;
        printLine(object);
    } else {
        printLine(resultText(digits.size(), before, after, refusals));
        printLine(CommandText::tr("Weights: %1").arg(out));
    }
    return kDone;
}

}  // namespace glyphscope
