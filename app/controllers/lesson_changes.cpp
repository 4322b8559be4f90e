// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_changes.h"

#include "app/controllers/weights_controller.h"
#include "ui/build/build_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/parameters/parameter_panel.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace glyphscope {
namespace {

bool sameHooks(const std::vector<HookSpec>& a, const std::vector<HookSpec>& b)
{
    return std::ranges::equal(a, b, [](const HookSpec& x, const HookSpec& y) {
        return x.kind == y.kind && x.module == y.module && x.action == y.action && x.channel == y.channel &&
               x.amount == y.amount && x.limit == y.limit && x.seed == y.seed && x.enabled == y.enabled &&
               x.predicting == y.predicting && x.training == y.training;
    });
}

}  // namespace

LessonChanges::State LessonChanges::now() const
{
    State state{m_parts.canvas.drawing(), m_parts.hooks.hooks(), m_parts.parameters.frozen(), std::nullopt,
                m_parts.weights.inUse()};
    if (m_parts.build.hasNetwork())
        state.edited = m_parts.build.network();
    return state;
}

void LessonChanges::remember()
{
    m_before = now();
}

bool LessonChanges::any() const
{
    if (!m_before)
        return false;
    const bool edited = m_before->edited && m_parts.build.network() != *m_before->edited;
    return edited || m_parts.canvas.drawing() != m_before->drawing ||
           !sameHooks(m_parts.hooks.hooks(), m_before->hooks) ||
           m_parts.parameters.frozen() != m_before->frozen || m_parts.weights.inUse() != m_before->weights ||
           m_parts.weights.shown() != m_parts.weights.inUse();
}

void LessonChanges::takeBack()
{
    if (!m_before)
        return;
    const State before = *m_before;
    if (m_parts.canvas.drawing() != before.drawing)
        m_parts.canvas.setDrawing(before.drawing);
    if (!sameHooks(m_parts.hooks.hooks(), before.hooks)) {
        m_parts.hooks.setHooks(before.hooks);
        Q_EMIT m_parts.hooks.hooksChanged(before.hooks);
    }
    if (m_parts.parameters.frozen() != before.frozen) {
        m_parts.parameters.setFrozen(before.frozen);
        Q_EMIT m_parts.parameters.frozenChanged(before.frozen);
    }
    if (before.weights && m_parts.weights.shown() != before.weights)
        m_parts.weights.apply(before.weights,
                              QCoreApplication::translate("LessonController", "Before the lesson"));
    if (before.edited && m_parts.build.network() != *before.edited)
        m_parts.build.open(*before.edited,
                           QCoreApplication::translate("LessonController", "before the lesson"));
    remember();
}

}  // namespace glyphscope
