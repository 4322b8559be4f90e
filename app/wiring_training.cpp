// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/training/recipes.h"
#include "ui/training/training_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

namespace glyphscope {
namespace {

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 2);
}

QString summary(const TrainResult& result)
{
    if (result.test.count == 0)
        return Wiring::tr(
                   "Stopped at step %1, before the first test. These weights are used for reading now.")
            .arg(result.steps);
    const QString words =
        result.stopped
            ? Wiring::tr("Stopped after %1 s; %2 on the test set when last measured. These weights are "
                         "used for reading now.")
            : Wiring::tr("Done in %1 s: %2 on the test set. These weights are used for reading now.");
    return words.arg(result.seconds, 0, 'f', 1).arg(percent(result.test.accuracy()));
}

}  // namespace

void Wiring::connectTraining()
{
    TrainingPanel* panel = m_window.training();
    panel->setRecipes(recipes());
    showDataState();
    connect(panel, &TrainingPanel::trainRequested, this, &Wiring::startTraining);
    connect(panel, &TrainingPanel::stopRequested, &m_training, &TrainingSession::stop);
    connect(&m_training, &TrainingSession::progressed, panel, &TrainingPanel::addSteps);
    connect(&m_training, &TrainingSession::evaluated, panel, &TrainingPanel::addEpoch);
    connect(&m_training, &TrainingSession::snapshotTaken, this,
            [this](const std::shared_ptr<const StateDict>& weights) {
                useWeights(weights, tr("Weights of the running training"));
            });
    connect(&m_training, &TrainingSession::finished, this, &Wiring::trainingEnded);
    connect(&m_training, &TrainingSession::stopped, this, &Wiring::trainingEnded);
    connect(&m_training, &TrainingSession::notSaved, m_window.notices(), &NoticeBar::error);
    connect(&m_training, &TrainingSession::failed, this, [this](const QString& message) {
        m_window.training()->setRunning(false);
        m_window.training()->setFailed(message);
        showDataState();
    });
}

void Wiring::showDataState()
{
    const bool available = hasMnist();
    m_window.training()->setDataState(available, available
                                                     ? tr("MNIST: 60,000 images to train on, 10,000 to test")
                                                     : QString::fromStdString(howToGetMnist()));
}

void Wiring::startTraining(const TrainOptions& options)
{
    if (m_training.running() || !m_engine.engine())
        return;
    m_window.training()->setRunning(true);
    m_training.start(
        {m_engine.engine(), [] { return loadIdxFolder(mnistFolder()); }, options, trainedWeightsPath()});
}

void Wiring::trainingEnded(const TrainResult& result)
{
    m_settings.useTrained = true;
    useWeights(std::make_shared<const StateDict>(result.weights), tr("Weights trained here"));
    m_window.training()->setRunning(false);
    m_window.training()->setFinished(summary(result));
}

}  // namespace glyphscope
