// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/out_file.h"
#include "app/cli/report.h"
#include "app/cli/runs_folder.h"
#include "app/cli/train_reporter.h"
#include "app/cli/train_settings.h"
#include "app/cli/weights_source.h"
#include "app/files/my_samples.h"
#include "app/files/training_data.h"
#include "app/session/interrupt_session.h"
#include "app/settings/installation.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/checkpoint/run_writer.h"
#include "model/checkpoint/safetensors.h"
#include "model/checkpoint/weights_file.h"
#include "model/spec/spec_of.h"
#include "model/training/recipes.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <utility>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

/// What a training resumes: a run that was kept, a checkpoint file, or nothing.
struct Earlier {
    std::optional<KeptRun> run;
    std::optional<StateDict> checkpoint;
    std::optional<StateDict> start;  ///< of a new run
};

/// Finished weights are refused here, with their file's name.
StateDict checkpointIn(const std::filesystem::path& file)
{
    const StateDict weights = readWeights(file);
    try {
        (void)optionsOf(weights);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: %2"), file, error);
    }
    return readSafetensors(file);  // with the optimizer's state
}

Earlier earlierFor(const Command& command)
{
    if (!command.isSet(u"resume"_s))
        return {};
    const QString name = command.value(u"resume"_s);
    if (std::filesystem::is_regular_file(fileNameBytes(name))) {
        refuseSettings(command, false);
        return {std::nullopt, checkpointIn(fileNameBytes(name)), std::nullopt};
    }
    refuseSettings(command, true);
    if (command.isSet(u"no-run"_s))
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "--no-run does not go with --resume RUN: the run continues in its own folder."));
    const KeptRun run = keptRun(name);
    if (run.info.totalSteps > 0 && run.info.step >= run.info.totalSteps)
        throw Error(
            GLYPHSCOPE_TEXT("Command",
                            "Run %1 has made all of its %2 steps. Begin a new one with more --epochs."),
            run.info.id, run.info.totalSteps);
    return {run, std::nullopt, std::nullopt};
}

TrainOptions optionsFor(const Command& command, const Earlier& earlier)
{
    if (!earlier.run && !earlier.checkpoint)
        return trainOptionsFor(command);
    TrainOptions options = earlier.run ? earlier.run->info.options : optionsOf(*earlier.checkpoint);
    changeWhereAllowed(options, command);
    return options;
}

std::filesystem::path outFor(const Command& command, const TrainOptions& options)
{
    std::filesystem::path out = command.isSet(u"out"_s) ? command.text(u"out"_s)
                                                        : "glyphscope-" + options.recipe + "-seed" +
                                                              std::to_string(options.seed) + ".safetensors";
    requireWritable(out);
    return out;
}

std::filesystem::path checkpointBeside(const std::filesystem::path& out)
{
    return std::filesystem::path(out).replace_extension(".checkpoint.safetensors");
}

/// Where the run is kept; nowhere if that is not wanted, or if there is no room for it.
std::unique_ptr<RunWriter> writerFor(const Command& command, Earlier& earlier, const TrainOptions& options,
                                     const DataChoice& data)
{
    if (earlier.run) {
        auto writer = earlier.run->store.resume(earlier.run->info.id);
        // not before it is ours; the options are those that were in force last
        earlier.checkpoint = earlier.run->store.resumePoint(earlier.run->info.id);
        return writer;
    }
    if (earlier.checkpoint || command.isSet(u"no-run"_s))
        return nullptr;
    RunInfo info;
    info.options = options;
    info.data = data;
    info.dataName = nameOfData(data);
    try {
        return RunStore(runsFolder()).begin(info);
    } catch (const Error& error) {
        printMessage(errorText(error));
        return nullptr;
    }
}

/// The options that say which data, as they were given: a checkpoint file does not know them.
QString dataOptions(const Command& command)
{
    QString options;
    for (const QString& folder : command.values(u"data"_s))
        options += u" --data "_s + folder;
    for (const QString& file : command.values(u"ink"_s) + command.files())
        options += u" --ink "_s + file;
    for (const QString& file : command.values(u"not-digits"_s))
        options += u" --not-digits "_s + file;
    if (command.isSet(u"fold-case"_s))
        options += u" --fold-case"_s;
    if (command.isSet(u"ink"_s) || command.isSet(u"not-digits"_s))  // also if not given: it may change
        options += u" --ink-variations "_s + command.value(u"ink-variations"_s) + u" --ink-habits "_s +
                   QString::fromStdString(habitsText(habitsInText(command.text(u"ink-habits"_s))));
    if (command.isSet(u"samples"_s))
        options += u" --samples"_s;
    if (command.isSet(u"validation"_s))
        options += u" --validation "_s + command.value(u"validation"_s);
    return options;
}

/// What is said at the end.
struct Ending {
    std::filesystem::path out;
    std::string run;
    QString resume;  ///< what follows --resume
};

void printEnd(const Command& command, const TrainResult& result, const Ending& ending)
{
    const QString file = fileNameFromBytes(ending.out.string());
    const QString run = QString::fromStdString(ending.run);
    if (command.json()) {
        printLine(doneJson(result, file, run));
        return;
    }
    if (result.stopped)
        printLine(CommandText::tr("Stopped at step %1. Resume with: glyphscope train --resume %2 --out %3")
                      .arg(QLocale().toString(static_cast<qint64>(result.steps)), ending.resume, file));
    else
        printLine(CommandText::tr("Done in %L1 s, %L2 images/s: test accuracy %3.")
                      .arg(result.seconds, 0, 'f', 1)
                      .arg(result.imagesPerSecond, 0, 'f', 0)
                      .arg(percent(result.test.accuracy())));
    printLine(CommandText::tr("Weights: %1").arg(file));
    if (!run.isEmpty())
        printLine(CommandText::tr("Run: %1").arg(run));
}

/// Writes the weights, says how it ended, and gives the exit status.
int conclude(const Command& command, const TrainResult& result, const Ending& ending)
{
    if (result.steps > 0)
        writeWeights(result.weights, ending.out);
    if (!result.failure.empty()) {
        const QString failure = messageText(result.failure);
        printMessage(result.steps > 0
                         ? CommandText::tr("%1 They are in %2.",
                                           "why a training failed, and where the last good weights are")
                               .arg(failure, QString::fromStdString(ending.out.string()))
                         : failure);
        return kFailed;
    }
    if (result.steps == 0) {
        printMessage(CommandText::tr("Stopped before the first step: there is nothing to save."));
        return kInterrupted;
    }
    printEnd(command, result, ending);
    return result.stopped ? kInterrupted : kDone;
}

void addOptions(Command& command)
{
    addTrainSettings(command);
    command.addOption(u"resume"_s,
                      CommandText::tr("resume an interrupted run: its folder, the beginning of its id, or a "
                                      "checkpoint file that --no-run left"),
                      u"RUN"_s);
    command.addOption(
        u"no-run"_s, CommandText::tr("keep no run; when interrupted, write a checkpoint beside the weights"));
    command.addOption(u"from"_s,
                      CommandText::tr("begin with these weights instead of those that the seed draws, and "
                                      "train their network"),
                      u"FILE"_s);
    command.addOption(u"out"_s, CommandText::tr("write the weights to FILE (.safetensors, .pt, .onnx, .npz)"),
                      u"FILE"_s);
}

/// How this machine will train: what explains a speed that surprises.
void tellPath(const EngineInfo& info, const QString& device)
{
    const QString precision = device == u"cpu"_s && info.bf16 ? u"bfloat16"_s : u"float32"_s;
    printMessage(CommandText::tr("LibTorch %1 on %2, %3, %4, %5")
                     .arg(QString::fromStdString(info.torchVersion), device, precision,
                          CommandText::tr("%n thread(s)", nullptr, info.threads), messageText(info.blas)));
    if (info.slowBlas)
        printMessage(CommandText::tr("The reference BLAS is slow: training takes many times as long as with "
                                     "OpenBLAS. On Debian: apt install libopenblas0"));
}

/// A set of few drawings is trained on in batches that give a few steps an epoch.
void fitBatch(const Command& command, const Dataset& train, TrainOptions& options)
{
    constexpr std::size_t kStepsOfAnEpoch = 4;
    constexpr std::size_t kSmallest = 2;
    const auto usual = static_cast<std::size_t>(options.batchSize);
    if (command.isSet(u"batch"_s) || train.size() >= usual)
        return;
    options.batchSize = static_cast<int>(std::max(kSmallest, train.size() / kStepsOfAnEpoch));
    printNotes({Message(GLYPHSCOPE_TEXT("Command", "The training set is smaller than a batch of %1 images: "
                                                   "batches of %2 are used. Choose others by --batch."),
                        usual, options.batchSize)});
}

TrainResult trained(Engine& engine, const TrainTest& data, const TrainOptions& options,
                    const std::optional<StateDict>& checkpoint, std::stop_token stop, TrainReporter& reporter)
{
    try {
        reporter.begin(data);
        return engine.train(data, options, checkpoint, std::move(stop), reporter);
    } catch (const std::exception& error) {
        reporter.fail(errorText(error).toStdString());
        throw;
    }
}

}  // namespace

int trainCommand(const QStringList& arguments)
{
    Command command(
        u"train"_s, u"[options]"_s,
        CommandText::tr("Trains a network and keeps the run, as the window does; glyphscope runs lists it. "
                        "Ctrl+C saves. --resume continues a stopped or killed run, bit for bit."));
    addOptions(command);
    if (!command.parse(arguments))
        return kDone;
    if (command.isSet(u"model"_s))
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command",
            "train begins with the weights of a seed, not with --model. To continue a run use --resume."));

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    Earlier earlier = earlierFor(command);
    TrainOptions options = optionsFor(command, earlier);
    const DataChoice choice = earlier.run ? earlier.run->info.data : dataChoiceFor(command);
    if (command.isSet(u"from"_s)) {
        if (earlier.run || earlier.checkpoint || command.isSet(u"network"_s))
            throw UsageError(GLYPHSCOPE_TEXT(
                "Command", "--from does not go with --resume or --network: the weights have their network."));
        earlier.start = weightsToBeginWith(readWeights(command.text(u"from"_s)));
        options.network = checkedSpecOf(*earlier.start);
        options.fromWeights = true;
    }
    const std::filesystem::path out = outFor(command, options);
    const TrainTest data = loadTrainingData(choice, options.seed, mySamples);
    printNotes(data.notes);
    if (data.train.leftOut > 0)
        printMessage(CommandText::tr("Samples left out, since the data does not have their classes: %L1.")
                         .arg(data.train.leftOut));
    if (!earlier.run && !earlier.checkpoint)
        fitBatch(command, data.train, options);
    const auto engine = engineFor(command);

    auto writer = writerFor(command, earlier, options, choice);
    if (earlier.run) {
        options = optionsOf(*earlier.checkpoint);
        changeWhereAllowed(options, command);
    }
    tellPath(engine->info(), QString::fromStdString(options.device));
    TrainReporter reporter({command.json(), options.epochs}, std::move(writer), checkpointBeside(out));
    const TrainResult result =
        trained(*engine, data, options, earlier.start ? earlier.start : earlier.checkpoint, stop.get_token(),
                reporter);
    reporter.end(result);
    const std::string run = reporter.runId();
    const QString resume = run.empty()
                               ? QString::fromStdString(checkpointBeside(out).string()) + dataOptions(command)
                               : QString::fromStdString(run);
    return conclude(command, result, {out, run, resume});
}

}  // namespace glyphscope
