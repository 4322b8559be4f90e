// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_keeper.h"

#include "model/types/error.h"

#include <utility>

namespace glyphscope {

RunKeeper::RunKeeper(std::unique_ptr<RunWriter> writer, std::function<void(const std::string&)> onTrouble)
    : m_writer(std::move(writer))
    , m_onTrouble(std::move(onTrouble))
    , m_nextResumePoint(Clock::now() + kResumeInterval)
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
            m_onTrouble(error.what());
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
    if (!steps.empty())
        m_epoch = steps.back().epoch;
    attempt([&] { m_writer->addSteps(steps); });
}

void RunKeeper::addEpoch(const EpochStats& stats, const Evaluation& test)
{
    bool best = false;
    attempt([&] { best = m_writer->addEpoch(stats, test); });
    m_bestDue = m_bestDue || best;
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
    if (m_bestDue)
        attempt([&] { m_writer->keepBest(weights); });
    attempt([&] { m_writer->keepCheckpoint(weights, m_epoch); });
    m_bestDue = false;
    m_weightsDue = false;
    m_nextWeights = Clock::now() + kShare * (Clock::now() - begin);
}

bool RunKeeper::wantsResumePoint() const
{
    return m_writer && Clock::now() >= m_nextResumePoint;
}

void RunKeeper::keepResumePoint(const StateDict& checkpoint)
{
    attempt([&] { m_writer->keepResumePoint(checkpoint); });
    m_nextResumePoint = Clock::now() + kResumeInterval;
}

void RunKeeper::end(RunState state, const TrainResult& result, const std::string& failure)
{
    if (result.steps > 0) {
        if (m_bestDue)
            attempt([&] { m_writer->keepBest(result.weights); });
        attempt([&] { m_writer->keepCheckpoint(result.weights, m_epoch); });
        attempt([&] { m_writer->keepResumePoint(result.checkpoint); });
    }
    attempt([&] { m_writer->end(state, failure); });
}

}  // namespace glyphscope
