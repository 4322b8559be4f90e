// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_controller.h"

#include "app/session/task_session.h"
#include "app/settings/installation.h"
#include "app/text/message_text.h"
#include "model/spec/spec_of.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <utility>

namespace glyphscope {

WeightsController::WeightsController(TaskSession& disk, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_disk(disk), m_history(std::make_shared<WeightsHistory>(std::move(folder), &m_notice))
{
}

WeightsController::Weights WeightsController::orShipped(std::optional<StateDict> kept)
{
    return std::make_shared<const StateDict>(kept ? std::move(*kept) : shippedWeights());
}

void WeightsController::begin()
{
    m_disk.run([this, history = m_history, read = m_notice]() -> std::function<void()> {
        QString notice = messageText(read);
        Weights weights;
        try {
            weights = orShipped(history->current());
            (void)checkedSpecOf(*weights);
            (void)answerRuleOf(*weights);
        } catch (const Error& error) {
            notice = tr("%1 The shipped weights are used.").arg(errorText(error));
            try {
                history->pushShipped(tr("Shipped weights").toStdString());
            } catch (const Error&) {
                // nothing can be written there: the next start will say the same
            }
            weights = orShipped(std::nullopt);
        }
        return [this, weights, titles = titlesOf(*history), notice] {
            replace(weights, titles.applied);
            Q_EMIT historyChanged(titles.undo, titles.redo);
            if (!notice.isEmpty())
                Q_EMIT warned(notice);
        };
    });
}

void WeightsController::set(WeightsSource source, Weights weights, const QString& description)
{
    m_sources[static_cast<std::size_t>(source)] = {std::move(weights), description};
    showHighest();
}

void WeightsController::clear(WeightsSource source)
{
    set(source, nullptr, {});
}

bool WeightsController::uses(const StateDict& weights) const
{
    return inUse() != nullptr && inUse()->tensors == weights.tensors;
}

WeightsSource WeightsController::source() const
{
    std::size_t highest = m_sources.size() - 1;
    while (highest > 0 && m_sources[highest].weights == nullptr)
        --highest;
    return static_cast<WeightsSource>(highest);
}

void WeightsController::showHighest()
{
    const Described& highest = at(source());
    if (highest.weights == nullptr || highest == m_shown)
        return;
    m_shown = highest;
    Q_EMIT changed(m_shown.weights, m_shown.description);
}

void WeightsController::replace(Weights weights, const QString& title)
{
    m_sources = {};
    m_sources.front() = {std::move(weights), title};
    Q_EMIT applied();
    showHighest();
}

WeightsController::Titles WeightsController::titlesOf(const WeightsHistory& history)
{
    return {QString::fromStdString(history.title()), QString::fromStdString(history.undoTitle()),
            QString::fromStdString(history.redoTitle())};
}

void WeightsController::apply(Weights weights, const QString& title)
{
    // in use at once, on disk a moment later
    replace(weights, title);
    m_disk.run([this, history = m_history, weights, title]() -> std::function<void()> {
        history->push(*weights, title.toStdString());
        return [this, titles = titlesOf(*history)] { Q_EMIT historyChanged(titles.undo, titles.redo); };
    });
}

void WeightsController::applyShipped()
{
    m_disk.run([this, history = m_history]() -> std::function<void()> {
        history->pushShipped(tr("Shipped weights").toStdString());
        return [this, weights = orShipped(std::nullopt), titles = titlesOf(*history)] {
            replace(weights, titles.applied);
            Q_EMIT historyChanged(titles.undo, titles.redo);
        };
    });
}

void WeightsController::undo()
{
    step(true);
}

void WeightsController::redo()
{
    step(false);
}

void WeightsController::step(bool back)
{
    m_disk.run([this, back, history = m_history]() -> std::function<void()> {
        const Weights weights = orShipped(back ? history->undo() : history->redo());
        return [this, weights, titles = titlesOf(*history)] {
            replace(weights, titles.applied);
            Q_EMIT historyChanged(titles.undo, titles.redo);
        };
    });
}

}  // namespace glyphscope
