// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/out_file.h"
#include "app/cli/progress_bar.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/standard_input.h"
#include "app/cli/text_columns.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/files/ink_test_set.h"
#include "app/files/my_samples.h"
#include "app/files/training_data.h"
#include "app/session/interrupt_session.h"
#include "app/text/message_text.h"
#include "model/checkpoint/weights_file.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/data/split.h"
#include "model/types/class_names.h"

#include <stop_token>
#include <tuple>
#include <utility>

namespace glyphscope {
namespace {

class Reporter final : public TrainSink {
public:
    void onStep(const StepStats& stats) override { m_bar.update(stats); }
    void finish() { m_bar.clear(); }

private:
    ProgressBar m_bar;
};

void addFineTuneOptions(Command& command)
{
    const FineTuneOptions preset;
    command.addFilesOption(QStringLiteral("ink"), CommandText::tr("train on labelled InkML or UNIPEN files"));
    addFoldCase(command);
    command.addOption(QStringLiteral("samples"),
                      CommandText::tr("train on the samples kept under My handwriting"));
    command.addOption(QStringLiteral("per-class"),
                      CommandText::tr("train on the first N of each class and evaluate on the others"),
                      QStringLiteral("N"));
    command.addOption(QStringLiteral("steps"), CommandText::tr("take N optimizer steps"), QStringLiteral("N"),
                      QString::number(preset.steps));
    command.addOption(QStringLiteral("learning-rate"),
                      CommandText::tr("highest learning rate of the schedule"), QStringLiteral("R"),
                      QString::number(preset.learningRate));
    command.addOption(QStringLiteral("replay"),
                      CommandText::tr("fill this share of each batch with images of the training set"),
                      QStringLiteral("SHARE"), QString::number(1 - preset.sampleShare));
    command.addOption(
        QStringLiteral("freeze"),
        CommandText::tr("freeze this parameter instead of those of the convolutions; may be repeated"),
        QStringLiteral("NAME"));
    command.addOption(QStringLiteral("freeze-none"), CommandText::tr("freeze nothing"));
    command.addOption(QStringLiteral("seed"), CommandText::tr("seed of selection and augmentation"),
                      QStringLiteral("S"), QStringLiteral("0"));
    command.addOption(QStringLiteral("data"),
                      CommandText::tr("replay and test on this folder of IDX files instead of MNIST"),
                      QStringLiteral("DIR"));
    command.addFilesOption(
        QStringLiteral("replay-ink"),
        CommandText::tr(
            "replay and test on these files of labelled ink instead: what the weights were trained on"));
    command.addOption(QStringLiteral("out"),
                      CommandText::tr("write the weights to FILE (.safetensors, .pt, .onnx, .npz)"),
                      QStringLiteral("FILE"), QStringLiteral("glyphscope-finetuned.safetensors"));
}

FineTuneOptions fineTuneOptionsFor(const Command& command, const StateDict& weights)
{
    FineTuneOptions options;
    options.steps = static_cast<int>(command.integer(QStringLiteral("steps"), 1, 1'000'000));
    options.learningRate = command.number(QStringLiteral("learning-rate"), 1e-9, 10);
    options.sampleShare = 1 - command.number(QStringLiteral("replay"), 0, 0.99);
    options.seed = static_cast<std::uint64_t>(command.integer(QStringLiteral("seed"), 0, INT64_MAX));
    options.device = command.text(QStringLiteral("device"));
    if (command.isSet(QStringLiteral("freeze")) && command.isSet(QStringLiteral("freeze-none")))
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "Either --freeze NAME or --freeze-none can be meant, not both."));
    if (command.isSet(QStringLiteral("freeze")) || command.isSet(QStringLiteral("freeze-none"))) {
        options.freezing = Freezing::Named;
        options.frozen = frozenFor(command, weights);
    }
    if (command.isSet(QStringLiteral("per-class")))
        options.heldOut = 0;  // the others are
    return options;
}

Dataset samplesFor(const Command& command, const ClassSet& classes)
{
    Dataset data;
    data.classes = classes;
    const QStringList ink = command.values(QStringLiteral("ink")) + command.files();
    if (!command.isSet(QStringLiteral("ink")) && !command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "finetune takes files after --ink only."));
    if (command.isSet(QStringLiteral("replay-ink")) && command.isSet(QStringLiteral("data")))
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "Either --data DIR or --replay-ink FILE... can be meant, not both."));
    if (ink.isEmpty() && !command.isSet(QStringLiteral("samples")))
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "finetune needs --ink FILE... or --samples. Try glyphscope finetune --help."));
    if (!ink.isEmpty())
        append(data, readLabelledInk(command, ink, classes));
    if (command.isSet(QStringLiteral("samples")))
        append(data, mySamples(classes));
    if (data.leftOut > 0)
        printMessage(CommandText::tr("Samples left out, since the weights do not know their classes: %L1.")
                         .arg(data.leftOut));
    return data;
}

TrainTest replayDataFor(const Command& command, const ClassSet& classes)
{
    const QStringList ink = command.values(QStringLiteral("replay-ink"));
    if (!ink.isEmpty()) {
        const TrainTest set = replayOfInk(inputFiles(ink), classes, inkLabelsFor(command));
        printNotes(set.notes);
        return set;
    }
    if (command.isSet(QStringLiteral("data"))) {
        TrainTest set = loadIdxFolder(command.text(QStringLiteral("data")));
        printNotes(set.notes);
        checkClasses(classes, set.train, set.name);
        return set;
    }
    if (TrainTest set = replayFor(classes, {}); set.train.size() > 0)
        return set;
    if (!classes.isDigits()) {
        printMessage(
            CommandText::tr("Without a training set of these classes nothing is replayed, and what is "
                            "forgotten cannot be measured. Name one by --data or --replay-ink."));
        return {};
    }
    printMessage(
        CommandText::tr(
            "Without a training set nothing is replayed, and what is forgotten cannot be measured. %1",
            "how to get one")
            .arg(messageText(howToGetMnist())));
    return {};
}

/// The first `count` of each class, and the others.
std::pair<Dataset, Dataset> firstOfEach(const Dataset& data, int count)
{
    std::vector<int> taken(256, 0);
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> rest;
    for (std::uint32_t i = 0; i < data.size(); ++i)
        (taken[data.labels[i]]++ < count ? first : rest).push_back(i);
    return {subset(data, first), subset(data, rest)};
}

/// Nothing where nothing was read.
void printChange(const QString& what, const Evaluation& before, const Evaluation& after)
{
    if (before.count == 0)
        return;
    printLine(QStringLiteral("%1 %2").arg(
        padded(what, -22),
        CommandText::tr("%1 -> %2 (%L3 points, %Ln image(s))", nullptr, static_cast<int>(before.count))
            .arg(percent(before.accuracy()), percent(after.accuracy()))
            .arg(100 * (after.accuracy() - before.accuracy()), 0, 'f', 2)));
}

QJsonObject pairJson(const Evaluation& before, const Evaluation& after)
{
    if (before.count == 0)
        return {};
    return {{QStringLiteral("n"), static_cast<qint64>(before.count)},
            {QStringLiteral("before"), before.accuracy()},
            {QStringLiteral("after"), after.accuracy()}};
}

void printReport(const Command& command, const FineTuneReport& report, const Evaluation& othersBefore,
                 const Evaluation& othersAfter)
{
    if (command.json()) {
        printLine(QJsonObject{
            {QStringLiteral("event"), QStringLiteral("done")},
            {QStringLiteral("samples"), static_cast<qint64>(report.samples)},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("others"), pairJson(othersBefore, othersAfter)},
            {QStringLiteral("held_out"), pairJson(report.heldOutBefore, report.heldOutAfter)},
            {QStringLiteral("trained"), pairJson(report.trainedBefore, report.trainedAfter)},
            {QStringLiteral("test"), pairJson(report.testBefore, report.testAfter)},
            {QStringLiteral("out"), command.value(QStringLiteral("out"))},
        });
        return;
    }
    printLine(
        CommandText::tr("Fine-tuned on %Ln sample(s) in %L1 s.", nullptr, static_cast<int>(report.samples))
            .arg(report.seconds, 0, 'f', 1));
    printChange(CommandText::tr("The other drawings:"), othersBefore, othersAfter);
    printChange(CommandText::tr("Samples held out:"), report.heldOutBefore, report.heldOutAfter);
    printChange(CommandText::tr("Samples learnt:"), report.trainedBefore, report.trainedAfter);
    printChange(CommandText::tr("The test set:"), report.testBefore, report.testAfter);
    printLine(CommandText::tr("Weights: %1").arg(command.value(QStringLiteral("out"))));
}

}  // namespace

int finetuneCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("finetune"), QStringLiteral("(--ink FILE... | --samples) [options]"),
        CommandText::tr(
            "Fine-tunes trained weights on one hand while images of the training set are replayed."));
    addFineTuneOptions(command);
    if (!command.parse(arguments))
        return kDone;

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    const StateDict weights = weightsFor(command);
    const FineTuneOptions options = fineTuneOptionsFor(command, weights);
    requireWritable(command.text(QStringLiteral("out")));
    const ClassSet classes = classesOf(weights);
    Dataset samples = samplesFor(command, classes);
    Dataset others;
    if (command.isSet(QStringLiteral("per-class")))
        std::tie(samples, others) = firstOfEach(
            samples, static_cast<int>(command.integer(QStringLiteral("per-class"), 1, 1'000'000)));
    const TrainTest replay = replayDataFor(command, classes);

    const auto engine = engineFor(command);
    Reporter reporter;
    const FineTuneResult result =
        engine->fineTune(weights, samples, replay, options, stop.get_token(), reporter);
    reporter.finish();
    if (result.stopped) {
        printMessage(CommandText::tr("Stopped. Nothing was written: the weights are as they were."));
        return kInterrupted;
    }
    writeWeights(result.weights, command.text(QStringLiteral("out")));
    Evaluation before;
    Evaluation after;
    if (others.size() > 0) {
        before = engine->evaluate(weights, others, options.device, stop.get_token());
        after = engine->evaluate(result.weights, others, options.device, stop.get_token());
    }
    printReport(command, result.report, before, after);
    return kDone;
}

}  // namespace glyphscope
