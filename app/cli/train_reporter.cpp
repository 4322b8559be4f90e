// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_reporter.h"

#include "app/cli/command.h"
#include "app/cli/report.h"
#include "app/text/message_text.h"
#include "model/checkpoint/safetensors.h"

#include <system_error>
#include <utility>

namespace glyphscope {
namespace {

RunState stateOf(const TrainResult& result)
{
    if (!result.failure.empty())
        return RunState::Failed;
    return result.stopped ? RunState::Stopped : RunState::Done;
}

}  // namespace

TrainReporter::TrainReporter(Look look, std::unique_ptr<RunWriter> run, std::filesystem::path checkpoint)
    : m_look(look)
    , m_checkpoint(std::move(checkpoint))
    , m_run(std::move(run), [this](const std::exception& problem) { tell(problem); })
{
}

void TrainReporter::begin(const TrainTest& data)
{
    m_run.setData(data.name, static_cast<std::int64_t>(data.train.size()), data.train.classes.givenNames());
}

void TrainReporter::onStep(const StepStats& stats)
{
    m_stepped = true;
    m_ended = stats.step == stats.totalSteps;
    m_bar.update(stats);
    m_steps.push_back(stats);
    if (m_portions.due())
        flush();
}

void TrainReporter::onEpoch(const EpochStats& stats)
{
    m_bar.clear();
    m_evaluated = true;
    flush();
    m_run.addEpoch(stats, m_test);
    if (m_look.json)
        printLine(epochJson(stats));
    else
        printLine(epochText(stats, m_look.epochs));
}

void TrainReporter::onSnapshot(StateDict weights)
{
    flush();
    m_run.keepWeights(weights);
}

bool TrainReporter::wantsCheckpoint()
{
    const bool evaluated = std::exchange(m_evaluated, false);
    const Clock::duration since = Clock::now() - m_kept;
    return !m_ended &&
           (since >= RunKeeper::kResumeInterval || (evaluated && since >= RunKeeper::kShare * m_cost));
}

void TrainReporter::onCheckpoint(StateDict checkpoint)
{
    flush();
    const Clock::time_point begin = Clock::now();
    keep(checkpoint);
    m_kept = Clock::now();
    m_cost = m_kept - begin;
}

void TrainReporter::end(const TrainResult& result)
{
    m_bar.clear();
    flush();
    m_run.end(stateOf(result), result, result.failure.text());
    if (m_run.info() != nullptr)
        return;
    std::error_code ignored;  // a checkpoint that stays does no harm
    if (result.stopped && result.steps > 0)
        keep(result.checkpoint);
    else if (result.failure.empty() && result.steps > 0)
        std::filesystem::remove(m_checkpoint, ignored);
}

void TrainReporter::fail(const std::string& failure)
{
    m_bar.clear();
    flush();
    if (!m_stepped && m_run.info() != nullptr && m_run.info()->step > 0)
        m_run.end(RunState::Stopped, {}, {});
    else
        m_run.end(RunState::Failed, {}, failure);
}

void TrainReporter::keep(const StateDict& checkpoint)
{
    if (m_run.info() != nullptr) {
        m_run.keepResumePoint(checkpoint);
        return;
    }
    try {
        writeSafetensors(checkpoint, m_checkpoint);
    } catch (const Error& error) {
        tell(error);  // training continues; the next one may succeed
    }
}

void TrainReporter::flush()
{
    m_run.addSteps(std::exchange(m_steps, {}));
}

void TrainReporter::tell(const std::exception& problem)
{
    m_bar.clear();
    printMessage(errorText(problem));
}

}  // namespace glyphscope
