// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/breakdown.h"
#include "model/training/detail/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {

bool Trainer::evaluationDue() const
{
    return m_step % m_stepsPerEpoch == 0 ||
           (m_options.evaluateEvery > 0 && m_step % m_options.evaluateEvery == 0);
}

/// False if it was stopped amid it: then it may cover a part of the sets only, and nothing is kept of it.
bool Trainer::evaluate(std::stop_token stop)
{
    const Clock::time_point begin = Clock::now();
    swapAverage();
    Evaluation test = evaluateNetwork(m_network, m_test, stop);
    Evaluation validation = evaluateNetwork(m_network, m_validation, stop);
    swapAverage();
    m_evaluationSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
    if (stop.stop_requested())
        return false;
    m_lastEvaluation = std::move(test);
    m_lastValidation = std::move(validation);
    return true;
}

void Trainer::evaluateNow(std::stop_token stop)
{
    if (!evaluate(std::move(stop)))
        return;
    if (!std::isfinite(m_lastEvaluation.loss)) {
        const torch::Tensor images =
            m_test.images.narrow(0, 0, std::min<std::int64_t>(32, m_test.images.size(0)));
        fail(Message(GLYPHSCOPE_TEXT("Training", "The test loss is not finite after step %1"), m_step),
             firstNotFiniteForward(m_network, normalizePixels(images, m_network.spec().input), {}));
        return;
    }
    m_evaluatedStep = m_step;
    m_reachedGoal = m_lastEvaluation.accuracy() >= m_options.untilAccuracy;
    EpochStats stats;
    stats.epoch = static_cast<int>(m_step / m_stepsPerEpoch);
    stats.step = m_step;
    if (m_sums.steps > 0) {
        stats.trainLoss = m_sums.loss / static_cast<double>(m_sums.steps);
        stats.trainAccuracy =
            static_cast<double>(m_sums.correct) / static_cast<double>(m_sums.steps * m_options.batchSize);
    }
    stats.testLoss = m_lastEvaluation.loss;
    stats.testAccuracy = m_lastEvaluation.accuracy();
    stats.validated = m_lastValidation.count > 0;
    stats.validationLoss = m_lastValidation.loss;
    stats.validationAccuracy = m_lastValidation.accuracy();
    stats.seconds = seconds();
    m_sums = {};
    m_sink.onEvaluation(m_lastEvaluation);
    m_sink.onEpoch(stats);
}

void Trainer::swapAverage()
{
    if (!m_average.defined())
        return;
    const torch::NoGradGuard noGrad;
    const torch::Tensor present = m_optimizer->parameters().clone();
    m_optimizer->parameters().copy_(m_average);
    m_average.copy_(present);
    m_averageBuffers.swap(m_network);
}

}  // namespace glyphscope
