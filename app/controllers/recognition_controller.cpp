// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/recognition_controller.h"

#include "app/controllers/weights_controller.h"
#include "app/session/recognition_session.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage_strip.h"
#include "ui/widgets/notice_bar.h"

namespace glyphscope {
namespace {

/// A broken rule is told of by the reader, which refuses its weights.
AnswerRule ruleOf(const StateDict& weights)
{
    try {
        return answerRuleOf(weights);
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

RecognitionController::RecognitionController(const Parts& parts)
{
    RecognitionSession* recognition = &parts.recognition;
    connect(&parts.canvas, &Canvas::drawingChanged, recognition, &RecognitionSession::recognize);
    connect(recognition, &RecognitionSession::normalized, &parts.stages, &StageStrip::setStages);
    connect(recognition, &RecognitionSession::recognized, &parts.answer,
            [&answer = parts.answer](const std::shared_ptr<const Reading>& reading) {
                answer.setPrediction(reading->prediction, reading->withoutHooks);
            });
    connect(&parts.weights, &WeightsController::changed, &parts.answer,
            [&answer = parts.answer](const auto& weights) { answer.setRule(ruleOf(*weights)); });
    connect(recognition, &RecognitionSession::failed, &parts.notices,
            [&notices = parts.notices](const QString& text) { notices.error(text, Topic::Reading); });
    connect(recognition, &RecognitionSession::recovered, &parts.notices,
            [&notices = parts.notices] { notices.settle(Topic::Reading); });
    connect(recognition, &RecognitionSession::failed, &parts.answer, &AnswerPanel::setFailed);
}

}  // namespace glyphscope
