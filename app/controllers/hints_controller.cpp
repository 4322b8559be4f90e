// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/hints_controller.h"

#include "app/controllers/training_controller.h"
#include "app/session/recognition_session.h"
#include "app/settings/settings.h"
#include "ui/answer/answer_panel.h"
#include "ui/network/network_strip.h"
#include "ui/widgets/hint_line.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QString textOf(const QString& hint)
{
    if (hint == kBarHint)
        return HintsController::tr("Click a bar to see where its percentage comes from.");
    if (hint == kCardHint)
        return HintsController::tr("Double-click a card below to see inside the network.");
    if (hint == kTrainHint)
        return HintsController::tr(
            "To teach a new network, choose the layout Train above and press Train there.");
    return {};
}

}  // namespace

HintsController::HintsController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.line, &HintLine::dismissed, this, [this] { done(current()); });
    connect(&m_parts.answer, &AnswerPanel::barChosen, this, [this] { done(kBarHint); });
    connect(&m_parts.network, &NetworkStrip::currentChanged, this, [this] { done(kCardHint); });
    connect(&m_parts.network, &NetworkStrip::opened, this, [this] { done(kCardHint); });
    connect(&m_parts.trainer, &TrainingController::runningChanged, this, [this](bool running) {
        if (running)
            done(kTrainHint);
    });
    connect(&m_parts.recognition, &RecognitionSession::recognized, this,
            [this](const std::shared_ptr<const Reading>& reading) {
                if (m_read || reading->modules.empty())
                    return;
                m_read = true;
                show();
            });
}

void HintsController::restore(const Settings& settings)
{
    m_dismissed = settings.dismissedHints;
    show();
}

void HintsController::keep(Settings& settings) const
{
    settings.dismissedHints = m_dismissed;
}

void HintsController::showAgain()
{
    m_dismissed.clear();
    m_read = true;  // it was asked for
    show();
}

void HintsController::done(const QString& name)
{
    if (name.isEmpty() || m_dismissed.contains(name))
        return;
    m_dismissed << name;
    show();
}

void HintsController::show()
{
    m_parts.line.setHint(m_read ? textOf(current()) : QString());
}

QString HintsController::current() const
{
    const QStringList& all = hintNames();
    const auto next =
        std::ranges::find_if(all, [this](const QString& name) { return !m_dismissed.contains(name); });
    return next == all.end() ? QString() : *next;
}

}  // namespace glyphscope
