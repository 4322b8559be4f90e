// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_text.h"

#include "model/spec/presets.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/text/option_list.h"
#include "ui/text/recipe_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::RunText)
};

QString frozenText(const TrainOptions& options)
{
    QStringList names;
    for (const std::string& name : options.frozen)
        names += QString::fromStdString(name);
    return listText(names);
}

/// Zero is off for every one of them.
QString numberText(const NumberOption& option, const TrainOptions& options)
{
    const double value = option.value(options);
    return option.applies(options) && value != 0 ? significantText(value, 6) : QString();
}

}  // namespace

QString stateText(RunState state, bool paused)
{
    switch (state) {
    case RunState::Running:
        return paused ? RunText::tr("paused") : RunText::tr("running");
    case RunState::Done:
        return RunText::tr("done");
    case RunState::Stopped:
        return RunText::tr("stopped");
    case RunState::Failed:
        return RunText::tr("failed");
    case RunState::Interrupted:
        return RunText::tr("interrupted");
    }
    return {};
}

QString stateIcon(RunState state, bool paused)
{
    switch (state) {
    case RunState::Running:
        return paused ? u"pause"_s : u"play"_s;
    case RunState::Done:
        return u"check"_s;
    case RunState::Stopped:
        return u"stop"_s;
    case RunState::Failed:
        return u"error"_s;
    case RunState::Interrupted:
        return u"warning"_s;
    }
    return {};
}

QString startText(const RunInfo& run)
{
    return QDateTime::fromSecsSinceEpoch(run.startedAt).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QStringList distinctNames(const std::vector<RunInfo>& runs)
{
    QStringList names;
    for (const RunInfo& run : runs) {
        const auto same = std::ranges::count(runs, run.name, &RunInfo::name);
        const QString name = QString::fromStdString(run.name);
        names += same > 1 ? RunText::tr("%1, started %2").arg(name, startText(run)) : name;
    }
    return names;
}

QString timeText(const RunInfo& run)
{
    return durationText(run.seconds);
}

QString stepsText(const RunInfo& run)
{
    return RunText::tr("%1 of %2").arg(countText(run.step), countText(run.totalSteps));
}

QString runsText(qsizetype count)
{
    return RunText::tr("%Ln run(s)", nullptr, static_cast<int>(count));
}

QString summaryText(const RunInfo& run)
{
    return RunText::tr("Started %1, %2 steps in %3").arg(startText(run), stepsText(run), timeText(run));
}

QString checkpointText(const RunCheckpoint& checkpoint)
{
    return RunText::tr("Step %1, epoch %2 \u2013 the answer and the maps are those of these weights")
        .arg(countText(checkpoint.step), fixedText(checkpoint.epoch, 1));
}

bool isJudged(const RunInfo& run)
{
    return run.last.step > 0;
}

double imagesPerSecond(const RunInfo& run)
{
    if (run.step <= 0 || run.seconds <= 0)
        return 0;
    return static_cast<double>(run.step) * run.options.batchSize / run.seconds;
}

std::vector<RunFact> settingsOf(const RunInfo& run)
{
    const TrainOptions& o = run.options;
    const double heldOut = run.data.validation;
    std::vector<RunFact> facts{
        {RunText::tr("Data"), QString::fromStdString(run.dataName)},
        {RunText::tr("Training images"), run.trainImages > 0 ? countText(run.trainImages) : QString()},
        {RunText::tr("Held out"), heldOut > 0 ? digitPercentText(heldOut) : QString()},
        {RunText::tr("Network"), QString::fromStdString(titleOf(run.network.value_or(shippedNetwork())))},
        {RunText::tr("Recipe"), recipeTitle(o)},
        {RunText::tr("Seed"), QString::number(o.seed)},
        {RunText::tr("Epochs"), QString::number(o.epochs)},
        {RunText::tr("Optimizer"), optimizerTitle(o.optimizer)},
        {RunText::tr("Schedule"), scheduleTitle(o.schedule)},
    };
    for (const NumberOption& option : numberOptions())
        facts.push_back({option.title(), numberText(option, o)});
    facts.push_back(
        {RunText::tr("Until accuracy"), o.untilAccuracy <= 1 ? percentText(o.untilAccuracy) : QString()});
    facts.push_back({RunText::tr("Evaluated"), o.evaluateEvery > 0
                                                   ? RunText::tr("every %n step(s)", nullptr, o.evaluateEvery)
                                                   : QString()});
    facts.push_back({RunText::tr("Device"), QString::fromStdString(o.device)});
    facts.push_back({RunText::tr("Frozen"), frozenText(o)});
    return facts;
}

std::vector<RunFact> figuresOf(const RunInfo& run, bool paused)
{
    const auto when = [](bool known, const QString& text) { return known ? text : QString(); };
    const bool judged = isJudged(run);
    const bool validated = judged && run.last.validated;
    const double speed = imagesPerSecond(run);
    return {
        {RunText::tr("State"), stateText(run.state, paused)},
        {RunText::tr("Steps"), stepsText(run)},
        {RunText::tr("Time"), timeText(run)},
        {RunText::tr("Images/s"), when(speed > 0, rateText(speed))},
        {RunText::tr("Train loss"), when(judged, lossText(run.last.trainLoss))},
        {RunText::tr("Test accuracy"), when(judged, percentText(run.last.testAccuracy))},
        {RunText::tr("Test loss"), when(judged, lossText(run.last.testLoss))},
        {RunText::tr("Validation accuracy"), when(validated, percentText(run.last.validationAccuracy))},
        {RunText::tr("Validation loss"), when(validated, lossText(run.last.validationLoss))},
        {RunText::tr("Best"), when(judged, percentText(run.best.judgedAccuracy()))},
        {RunText::tr("Best at step"), when(judged, countText(run.best.step))},
    };
}

QString trashProblem(const RunInfo& run, const QString& active)
{
    if (QString::fromStdString(run.id) == active)
        return RunText::tr("It is being trained. Stop the training first.");
    return run.state == RunState::Running ? RunText::tr("Another Glyphscope is training it.") : QString();
}

QString resumeProblem(const RunInfo& run, const QString& active)
{
    if (QString::fromStdString(run.id) == active)
        return RunText::tr("It is being trained now.");
    switch (run.state) {
    case RunState::Running:
        return RunText::tr("Another Glyphscope is training it.");
    case RunState::Done:
        return RunText::tr("It has come to its end.");
    case RunState::Failed:
        return RunText::tr("It failed. Start a new one with other settings; its weights can still be used.");
    case RunState::Stopped:
    case RunState::Interrupted:
        break;
    }
    return active.isEmpty() ? QString() : RunText::tr("Another run is being trained. Stop it first.");
}

QString useProblem(const RunInfo& run, bool hasCheckpoints)
{
    return isJudged(run) || hasCheckpoints ? QString() : RunText::tr("It has kept no weights yet.");
}

QString fateText(const RunInfo& run)
{
    if (run.state == RunState::Failed)
        return run.failure.empty() ? RunText::tr("It failed.") : QString::fromStdString(run.failure);
    if (run.state == RunState::Interrupted)
        return RunText::tr("The program ended during this run. It can be resumed where it was stopped.");
    return {};
}

}  // namespace glyphscope
