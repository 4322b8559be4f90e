// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/training_forecast.h"

#include "app/controllers/network_title.h"
#include "model/checkpoint/sha256.h"
#include "model/spec/network_layers.h"
#include "model/spec/spec_json.h"
#include "ui/text/number_text.h"
#include "ui/training/training_panel.h"
#include "ui/training/training_plan.h"
#include "ui/widgets/notice_bar.h"

#include <span>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::int64_t kMeasuredSteps = 40;  // before which the speed says little

bool hasMeasured(const StepStats& step)
{
    return step.step >= kMeasuredSteps && step.imagesPerSecond > 0;
}

}  // namespace

TrainingForecast::Trainee TrainingForecast::traineeOf(const NetworkSpec& network)
{
    const std::string spec = encodeSpec(network);
    return {networkTitle(network), sha256(std::as_bytes(std::span(spec))),
            totalsOf(layersOf(network)).multiplyAdds};
}

void TrainingForecast::setSpeeds(const TrainingSpeeds& speeds)
{
    m_speeds = speeds;
    show();
}

void TrainingForecast::setNetwork(const NetworkSpec& network)
{
    m_next = traineeOf(network);
    show();
}

void TrainingForecast::setDevice(const std::string& device)
{
    m_device = device;
    show();
}

void TrainingForecast::show()
{
    m_panel.setNetwork(m_next.title, m_speeds.expected(m_next.key, m_device, m_next.multiplyAdds));
}

void TrainingForecast::begin(const NetworkSpec& network)
{
    m_trained = traineeOf(network);
    m_newest.reset();
    m_told = false;
}

void TrainingForecast::follow(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;
    m_newest = steps.back();
    if (hasMeasured(*m_newest) && !std::exchange(m_told, true))
        tellIfLong(*m_newest);
}

void TrainingForecast::tellIfLong(const StepStats& now)
{
    const double left =
        now.seconds / static_cast<double>(now.step) * static_cast<double>(now.totalSteps - now.step);
    if (left > TrainingPlan::kLong)
        m_notices.warning(tr("This training takes about %n more minute(s) at %1 images/s. Stop keeps what "
                             "it has learnt, and it can be resumed.",
                             nullptr, static_cast<int>(left / 60))
                              .arg(countText(static_cast<qint64>(now.imagesPerSecond))),
                          Topic::Training);
}

void TrainingForecast::end()
{
    if (m_newest && hasMeasured(*m_newest))
        m_speeds.note({m_trained.key, m_device, m_trained.multiplyAdds, m_newest->imagesPerSecond});
    m_newest.reset();
    show();
}

}  // namespace glyphscope
