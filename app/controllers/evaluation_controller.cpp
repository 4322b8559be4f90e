// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/evaluation_controller.h"

#include "app/controllers/weights_controller.h"
#include "app/files/training_data.h"
#include "app/session/engine_session.h"
#include "app/text/message_text.h"
#include "model/calibration/detection.h"
#include "model/calibration/reliability.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/style/class_name.h"
#include "ui/training/training_panel.h"

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

Reliability reliabilityOf(const Evaluation& evaluation, const Dataset& data, const AnswerRule& rule)
{
    Reliability result;
    if (evaluation.confidence.size() != data.size() || data.size() == 0)
        return result;  // of an older version, or of other images
    result.bins = reliability(evaluation, data.labels);
    result.calibrationError = expectedCalibrationError(result.bins);
    if (rule.leastEvidence)
        result.refused = refusedShare(evaluation.evidence, *rule.leastEvidence);
    return result;
}

/// What only training needs is left out, so that it is not made for nothing.
DataChoice choiceToTestOn(DataChoice choice)
{
    choice.inkVariations = 0;
    choice.notDigits.clear();
    return choice;
}

}  // namespace

EvaluationController::EvaluationController(const Parts& parts) : m_parts(parts)
{
    EvaluationPanel* panel = &m_parts.evaluation;
    connect(panel, &EvaluationPanel::evaluateRequested, this, &EvaluationController::measure);
    connect(panel, &EvaluationPanel::imageChosen, this, [this](int index, const Glyph& glyph, int truth) {
        Q_EMIT imageChosen(tr("test image %1").arg(index), glyph, m_dataSet, className(m_classes, truth));
    });
    connect(&m_parts.weights, &WeightsController::changed, this,
            [this](const auto&, const QString& description) { m_description = description; });
    connect(&m_session, &EvaluationSession::measured, this,
            [this](const std::shared_ptr<const Evaluation>& evaluation,
                   const std::shared_ptr<const TrainTest>& data) {
                m_parts.evaluation.setRunning(false);
                showByRule(evaluation, data, m_measured, m_rule);
            });
    connect(&m_session, &EvaluationSession::failed, panel, &EvaluationPanel::setFailed);
}

EvaluationController::~EvaluationController() = default;

void EvaluationController::setMnist(bool there, const QString& howToGet)
{
    m_mnist = there;
    m_howToGet = howToGet;
    showDataState();
}

void EvaluationController::setEngineReady()
{
    showDataState();
}

void EvaluationController::showDataState()
{
    if (!m_parts.engine.engine())
        m_parts.evaluation.setDataState(false, tr("The network is still being loaded."));
    else
        m_parts.evaluation.setDataState(m_mnist || !m_parts.training.data().folders.empty(), m_howToGet);
}

void EvaluationController::show(const std::shared_ptr<const Evaluation>& evaluation,
                                const std::shared_ptr<const TrainTest>& data, const QString& what)
{
    showByRule(evaluation, data, what, {});
}

void EvaluationController::showByRule(const std::shared_ptr<const Evaluation>& evaluation,
                                      const std::shared_ptr<const TrainTest>& data, const QString& what,
                                      const AnswerRule& rule)
{
    Reliability trust;
    try {
        if (evaluation)
            trust = reliabilityOf(*evaluation, data->test, rule);
    } catch (const Error& error) {  // finite weights, too, can be so large that no answer is a number
        m_parts.evaluation.setFailed(
            tr("There are no numbers to show of %1. %2").arg(what, errorText(error)));
        return;
    }
    m_classes = data->test.classes;
    m_dataSet = QString::fromStdString(data->testName.empty() ? data->name : data->testName);
    m_parts.evaluation.setEvaluation(evaluation, std::shared_ptr<const Dataset>(data, &data->test), what,
                                     classNames(data->test.classes), trust);
}

void EvaluationController::measure()
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    if (!engine || !m_parts.weights.shown() || m_session.running())
        return;
    try {
        m_rule = answerRuleOf(*m_parts.weights.shown());
    } catch (const Error& error) {
        m_parts.evaluation.setFailed(errorText(error));
        return;
    }
    m_measured = m_description;
    m_parts.evaluation.setRunning(true);
    m_session.start({engine, m_parts.weights.shown(), m_device,
                     [choice = choiceToTestOn(m_parts.training.data()), samples = m_parts.samples,
                      weights = m_parts.weights.shown()] {
                         TrainTest data = loadTrainingData(choice, 0, samples);
                         checkClasses(classesOf(*weights), data.test, data.name);
                         return data;
                     }});
}

}  // namespace glyphscope
