// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_keeper.h"

#include "model/types/error.h"

#include <utility>

namespace glyphscope {

RunKeeper::RunKeeper(std::unique_ptr<RunWriter> writer, std::function<void(const std::exception&)> onTrouble,
                     Clock::duration interval)
    : m_writer(std::move(writer))
    , m_onTrouble(std::move(onTrouble))
    , m_interval(interval)
    , m_nextResumePoint(Clock::now() + interval)
{
}

bool RunKeeper::attempt(const std::function<void()>& write)
{
    if (!m_writer)
        return false;
    try {
        write();
        m_trouble = false;
        return true;
    } catch (const Error& error) {
        if (!std::exchange(m_trouble, true))
            m_onTrouble(error);
        return false;
    }
}

void RunKeeper::setData(const std::string& name, std::int64_t trainImages,
                        const std::vector<std::string>& classNames)
{
    attempt([&] { m_writer->setData(name, trainImages, classNames); });
}

void RunKeeper::addSteps(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;  // no sign that the disk is well again
    m_epoch = steps.back().epoch;
    attempt([&] { m_writer->addSteps(steps); });
}

void RunKeeper::addEpoch(const EpochStats& stats, const Evaluation& test)
{
    attempt([&] { (void)m_writer->addEpoch(stats, test); });
    // also if the disk refused it: its weights are the best all the same
    m_bestDue = m_bestDue || (m_writer && m_writer->info().best.step == stats.step);
    m_weightsDue = true;
}

void RunKeeper::addMark(const RunMark& mark)
{
    attempt([&] { m_writer->addMark(mark); });
}

bool RunKeeper::wantsWeights() const
{
    return m_writer && (m_bestDue || m_weightsDue || Clock::now() >= m_nextWeights);
}

void RunKeeper::keepWeights(const StateDict& weights)
{
    const Clock::time_point begin = Clock::now();
    keepBest(weights);
    attempt([&] { m_writer->keepCheckpoint(weights, m_epoch); });
    m_weightsDue = false;
    m_nextWeights = Clock::now() + kShare * (Clock::now() - begin);
}

/// The best weights if these are, else those that the disk refused before.
void RunKeeper::keepBest(const StateDict& weights)
{
    if (std::exchange(m_bestDue, false)) {
        m_best = weights;
        if (m_writer)
            m_best->metadata.try_emplace("step", std::to_string(m_writer->info().step));
    }
    if (m_best && attempt([&] { m_writer->keepBest(*m_best); }))
        m_best.reset();
}

bool RunKeeper::wantsResumePoint() const
{
    return m_writer && Clock::now() >= m_nextResumePoint;
}

void RunKeeper::keepResumePoint(const StateDict& checkpoint)
{
    attempt([&] { m_writer->keepResumePoint(checkpoint); });
    m_nextResumePoint = Clock::now() + m_interval;
}

void RunKeeper::end(RunState state, const TrainResult& result, const std::string& failure)
{
    // each twice: there is no later call that would make up for it
    const auto insist = [this](const std::function<void()>& write) {
        return attempt(write) || attempt(write);
    };
    if (result.steps > 0) {
        keepBest(result.weights);
        insist([&] { m_writer->keepCheckpoint(result.weights, m_epoch); });
        insist([&] { m_writer->keepResumePoint(result.checkpoint); });
        if (m_best)
            keepBest(result.weights);
    }
    insist([&] { m_writer->end(state, failure); });
}

}  // namespace glyphscope
