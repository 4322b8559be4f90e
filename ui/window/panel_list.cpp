// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_list.h"

#include "ui/answer/answer_panel.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/samples/samples_panel.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"

using namespace Qt::StringLiterals;

namespace glyphscope {

std::vector<PanelEntry> makePanels()
{
    using enum PanelGroup;
    using enum Dock::Ground;
    return {
        {u"answer"_s, Answer, ScrolledCard, new AnswerPanel},
        {u"network"_s, Network, Plain, new NetworkStrip},
        {u"training"_s, Training, Scrolled, new TrainingPanel},
        {u"numbers"_s, Training, Plain, new EvaluationPanel},
        {u"runs"_s, Training, Plain, new RunsPanel},
        {u"samples"_s, Training, Scrolled, new SamplesPanel},
        {u"flow"_s, Training, PaddedCard, new GradientFlowStrip},
        {u"module"_s, Inspection, Scrolled, new ModuleView},
        {u"parameters"_s, Inspection, Scrolled, new ParameterPanel},
        {u"hooks"_s, Inspection, Scrolled, new HookPanel},
        {u"why"_s, Inspection, Plain, new WhyPanel},
        {u"build"_s, Build, Plain, new BuildPanel},
        {u"code"_s, Build, Plain, new CodePanel},
        {u"lessons"_s, Lessons, PaddedCard, new LessonPanel},
    };
}

}  // namespace glyphscope
