// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/training/recipes.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QtGui/QGuiApplication>

namespace glyphscope {
namespace {

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 2);
}

QString summary(const TrainResult& result, bool used)
{
    if (result.steps == 0)
        return Wiring::tr("Stopped before the first step. Nothing was changed.");
    const QString use = used ? Wiring::tr(" These weights are used for reading now.")
                             : Wiring::tr(" These weights are kept, others are used for reading.");
    if (result.test.count == 0)
        return Wiring::tr("Stopped at step %1, before the first test.").arg(result.steps) + use;
    const QString words = result.stopped
                              ? Wiring::tr("Stopped after %1 s; %2 on the test set when last measured.")
                              : Wiring::tr("Done in %1 s: %2 on the test set.");
    return words.arg(result.seconds, 0, 'f', 1).arg(percent(result.test.accuracy())) + use;
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
                if (m_followTraining)
                    useWeights(weights, tr("Weights of the running training"));
            });
    connect(&m_training, &TrainingSession::finished, this, &Wiring::trainingEnded);
    connect(&m_training, &TrainingSession::stopped, this, &Wiring::trainingEnded);
    connect(&m_training, &TrainingSession::notSaved, m_window.notices(), &NoticeBar::error);
    connect(&m_training, &TrainingSession::failed, this, &Wiring::trainingFailed);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this] {
        if (!m_training.running())
            showDataState();  // somebody may have fetched it meanwhile
    });
}

void Wiring::showDataState()
{
    DataSources sources;
    sources.mnist = hasMnist();
    sources.howToGet = QString::fromStdString(howToGetMnist());
    m_window.training()->setDataSources(sources);
}

void Wiring::startTraining(const TrainOptions& options)
{
    if (m_training.running() || !m_engine.engine())
        return;
    m_weightsBefore = m_weights;
    m_followTraining = true;
    m_window.training()->setRunning(true);
    m_window.gradientFlow()->clear();
    m_training.start(
        {m_engine.engine(), [] { return loadIdxFolder(mnistFolder()); }, options, trainedWeightsPath()});
}

void Wiring::trainingEnded(const TrainResult& result)
{
    if (result.steps == 0) {
        takeBackWeights();
    } else if (m_followTraining) {
        m_settings.useTrained = true;
        useWeights(std::make_shared<const StateDict>(result.weights), tr("Weights trained here"));
    }
    m_window.training()->setFinished(summary(result, m_followTraining));
}

void Wiring::trainingFailed(const QString& message)
{
    takeBackWeights();  // a snapshot of a run that went wrong is no reader
    m_window.training()->setFailed(message);
    showDataState();
}

void Wiring::takeBackWeights()
{
    if (m_followTraining && m_weightsBefore.weights != nullptr &&
        m_weights.weights != m_weightsBefore.weights)
        useWeights(m_weightsBefore.weights, m_weightsBefore.description);
}

}  // namespace glyphscope
