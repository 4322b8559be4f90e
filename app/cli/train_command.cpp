// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/progress_bar.h"
#include "app/cli/report.h"
#include "app/cli/runs_folder.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/files/sample_store.h"
#include "app/files/training_data.h"
#include "app/session/interrupt_session.h"
#include "app/session/pace.h"
#include "app/session/run_keeper.h"
#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/data/split.h"
#include "model/training/recipes.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <unistd.h>
#include <utility>

namespace glyphscope {
namespace {

/// Prints what happens and keeps a checkpoint after every epoch, and every kPace within one, so that a killed
/// run can be gone on with.
class Reporter final : public TrainSink {
public:
    Reporter(const Command& command, int epochs, std::filesystem::path checkpoint, RunKeeper& run)
        : m_json(command.json()), m_epochs(epochs), m_checkpoint(std::move(checkpoint)), m_run(run)
    {
    }

    void onStep(const StepStats& stats) override
    {
        m_ended = stats.step == stats.totalSteps;
        m_bar.update(stats);
        m_steps.push_back(stats);
        if (m_portions.due())
            flush();
    }

    void onEvaluation(const Evaluation& test) override { m_test = test; }

    void onEpoch(const EpochStats& stats) override
    {
        m_bar.clear();
        m_evaluated = true;
        flush();
        m_run.addEpoch(stats, m_test);
        if (m_json)
            printLine(epochJson(stats));
        else
            printLine(epochText(stats, m_epochs));
    }

    /// Leaves the line to what is printed next.
    void finish()
    {
        m_bar.clear();
        flush();
    }

    bool wantsSnapshot() override { return m_run.wantsWeights(); }

    void onSnapshot(StateDict weights) override
    {
        flush();
        m_run.keepWeights(weights);
    }

    bool wantsCheckpoint() override
    {
        if (m_ended)  // the weights themselves are about to be written
            return false;
        return std::exchange(m_evaluated, false) || Clock::now() - m_kept >= kPace;
    }

    void onCheckpoint(StateDict checkpoint) override
    {
        m_kept = Clock::now();
        flush();
        m_run.keepResumePoint(checkpoint);
        try {
            writeSafetensors(checkpoint, m_checkpoint);
        } catch (const Error& error) {
            m_bar.clear();
            printMessage(QString::fromUtf8(error.what()));  // training goes on; the next one may succeed
        }
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds kPace{10};

    const bool m_json;
    const int m_epochs;
    void flush() { m_run.addSteps(std::exchange(m_steps, {})); }

    const std::filesystem::path m_checkpoint;
    RunKeeper& m_run;
    std::vector<StepStats> m_steps;
    Evaluation m_test;
    Pace m_portions{2};
    ProgressBar m_bar;
    Clock::time_point m_kept = Clock::now();
    bool m_evaluated = false;
    bool m_ended = false;
};

void addOptions(Command& command)
{
    command.addOption(QStringLiteral("data"), QStringLiteral("folder of IDX files instead of MNIST"),
                      QStringLiteral("DIR"));
    command.addOption(QStringLiteral("ink"), QStringLiteral("InkML files to train on as well"),
                      QStringLiteral("FILE"));
    command.addOption(QStringLiteral("recipe"), QStringLiteral("sprint, standard or quality"),
                      QStringLiteral("NAME"), QStringLiteral("standard"));
    command.addOption(QStringLiteral("epochs"), QStringLiteral("passes over the training set"),
                      QStringLiteral("N"));
    command.addOption(QStringLiteral("seed"), QStringLiteral("of weights, order and augmentation"),
                      QStringLiteral("S"), QStringLiteral("0"));
    command.addOption(QStringLiteral("until"), QStringLiteral("stop at this test accuracy: 0.99"),
                      QStringLiteral("ACCURACY"));
    command.addOption(
        QStringLiteral("validation"),
        QStringLiteral("evaluate on this share of the training set, held out, instead of the test set"),
        QStringLiteral("SHARE"));
    command.addOption(
        QStringLiteral("resume"),
        QStringLiteral("go on with an interrupted run: its checkpoint file, or the beginning of the id "
                       "of a run that glyphscope runs lists"),
        QStringLiteral("RUN"));
    command.addOption(QStringLiteral("out"), QStringLiteral("where to write the weights (.safetensors)"),
                      QStringLiteral("FILE"));
}

TrainOptions recipeFor(const Command& command)
{
    try {
        return recipe(command.text(QStringLiteral("recipe")));
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

TrainOptions optionsFor(const Command& command, const std::optional<StateDict>& resume)
{
    TrainOptions options = resume ? optionsOf(*resume) : recipeFor(command);
    if (resume) {
        for (const char* fixed : {"recipe", "epochs", "seed"})
            if (command.isSet(QLatin1StringView(fixed)))
                throw UsageError(std::string("--") + fixed +
                                 " cannot be changed with --resume: the run has its own.");
    } else {
        options.seed = static_cast<std::uint64_t>(command.integer(QStringLiteral("seed"), 0, INT64_MAX));
    }
    if (!resume || command.isSet(QStringLiteral("device")))
        options.device = command.text(QStringLiteral("device"));
    if (command.isSet(QStringLiteral("epochs")))
        options.epochs = static_cast<int>(command.integer(QStringLiteral("epochs"), 1, 100000));
    if (command.isSet(QStringLiteral("until"))) {
        options.untilAccuracy = command.number(QStringLiteral("until"), 0, 1);
        options.evaluateEvery = 50;
    }
    return options;
}

TrainTest dataFor(const Command& command, std::uint64_t seed)
{
    if (!command.isSet(QStringLiteral("ink")) && !command.files().isEmpty())
        throw UsageError("train takes files after --ink only.");
    const bool named = command.isSet(QStringLiteral("data"));
    if (!named && !hasMnist())
        throw Error(howToGetMnist());
    TrainTest data =
        loadIdxFolder(named ? std::filesystem::path(command.text(QStringLiteral("data"))) : mnistFolder());
    if (command.isSet(QStringLiteral("validation"))) {
        const double share = command.number(QStringLiteral("validation"), 0.001, 0.9);
        const Split split = validationSplit(data.train.labels, share, seed);
        data.test = subset(data.train, split.validation);
        data.train = subset(data.train, split.train);
    }
    if (command.isSet(QStringLiteral("ink")))
        append(data.train, readInkDataset(command.values(QStringLiteral("ink")) + command.files(),
                                          data.train.classCount));
    return data;
}

std::filesystem::path outFor(const Command& command, const TrainOptions& options)
{
    const std::filesystem::path out =
        command.isSet(QStringLiteral("out"))
            ? command.text(QStringLiteral("out"))
            : "glyphscope-" + options.recipe + "-seed" + std::to_string(options.seed) + ".safetensors";
    // Now rather than after the training that it would lose
    const std::filesystem::path folder = std::filesystem::absolute(out).parent_path();
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (!std::filesystem::is_directory(folder, code) || std::filesystem::is_directory(out, code) ||
        ::access(folder.c_str(), W_OK) != 0)
        throw Error(out.string() +
                    ": the weights cannot be written there. Name a file in a folder of yours with --out.");
    return out;
}

std::filesystem::path checkpointBeside(const std::filesystem::path& out)
{
    return std::filesystem::path(out).replace_extension(".checkpoint.safetensors");
}

/// The options that say which data, as they were given: a resumed run needs the same.
QString dataOptions(const Command& command)
{
    QString options;
    for (const char* name : {"data", "validation"})
        if (command.isSet(QLatin1StringView(name)))
            options += QStringLiteral(" --%1 %2")
                           .arg(QLatin1StringView(name), command.value(QLatin1StringView(name)));
    for (const QString& file : command.values(QStringLiteral("ink")) + command.files())
        options += QStringLiteral(" --ink %1").arg(file);
    return options;
}

void printEnd(const Command& command, const TrainResult& result, const std::filesystem::path& out,
              const std::filesystem::path& checkpoint)
{
    const QString file = QString::fromStdString(out.string());
    if (command.json()) {
        printLine(doneJson(result, file));
        return;
    }
    if (result.stopped)
        printLine(QStringLiteral("Stopped at step %1. Go on with: glyphscope train --resume %2 --out %3%4")
                      .arg(QString::number(result.steps), QString::fromStdString(checkpoint.string()), file,
                           dataOptions(command)));
    else
        printLine(QStringLiteral("Done in %1 s, %2 images/s: test accuracy %3.")
                      .arg(result.seconds, 0, 'f', 1)
                      .arg(result.imagesPerSecond, 0, 'f', 0)
                      .arg(percent(result.test.accuracy())));
    printLine(QStringLiteral("Weights: %1").arg(file));
}

/// The run that --resume names by its id; none if it names a file, or nothing.
std::optional<RunInfo> keptRun(const Command& command, const RunStore& runs)
{
    if (!command.isSet(QStringLiteral("resume")) ||
        std::filesystem::is_regular_file(command.text(QStringLiteral("resume"))))
        return std::nullopt;
    for (const char* fixed : {"data", "ink", "validation"})
        if (command.isSet(QLatin1StringView(fixed)))
            throw UsageError(std::string("--") + fixed +
                             " cannot be changed with --resume: the run has its own.");
    return runNamed(runs, command.value(QStringLiteral("resume")));
}

Dataset mySamples(int classCount)
{
    const SampleStore store(QString::fromStdString((dataFolder() / "samples").string()));
    return datasetOf(store.load(), classCount);
}

RunState endOf(const TrainResult& result)
{
    if (!result.failure.empty())
        return RunState::Failed;
    return result.stopped ? RunState::Stopped : RunState::Done;
}

}  // namespace

int trainCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("train"), QStringLiteral("[options]"),
        QStringLiteral("Trains a SimpleCNN. Ctrl+C saves the weights and a checkpoint to go on from."));
    addOptions(command);
    if (!command.parse(arguments))
        return kDone;
    if (command.isSet(QStringLiteral("model")))
        throw UsageError(
            "train begins with the weights of a seed, not with --model. To go on with a run use --resume.");

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    RunStore runs(runsFolder());
    const std::optional<RunInfo> run = keptRun(command, runs);
    std::optional<StateDict> resume;
    if (run)
        resume = runs.resumePoint(run->id);
    else if (command.isSet(QStringLiteral("resume")))
        resume = readSafetensors(command.text(QStringLiteral("resume")));
    const TrainOptions options = optionsFor(command, resume);
    const std::filesystem::path out = outFor(command, options);
    const TrainTest data =
        run ? loadTrainingData(run->data, options.seed, mySamples) : dataFor(command, options.seed);
    const std::filesystem::path checkpoint = checkpointBeside(out);

    const auto engine = engineFor(command);
    RunKeeper keeper(run ? runs.goOn(run->id) : nullptr,
                     [](const std::string& problem) { printMessage(QString::fromStdString(problem)); });
    Reporter reporter(command, options.epochs, checkpoint, keeper);
    const TrainResult result = engine->train(data, options, resume, stop.get_token(), reporter);
    reporter.finish();
    keeper.end(endOf(result), result, result.failure);
    if (!result.failure.empty()) {
        printMessage(QString::fromStdString(result.failure));
        if (result.steps > 0)
            writeSafetensors(result.weights, out);
        return kFailed;
    }
    if (result.steps == 0) {
        printMessage(QStringLiteral("Stopped before the first step: there is nothing to save."));
        return kInterrupted;
    }
    writeSafetensors(result.weights, out);
    std::error_code ignored;  // a checkpoint that stays does no harm
    if (result.stopped)
        writeSafetensors(result.checkpoint, checkpoint);
    else
        std::filesystem::remove(checkpoint, ignored);
    printEnd(command, result, out, checkpoint);
    return result.stopped ? kInterrupted : kDone;
}

}  // namespace glyphscope
