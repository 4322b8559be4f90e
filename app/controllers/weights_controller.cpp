// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_controller.h"

#include "app/session/task_session.h"
#include "app/settings/installation.h"
#include "model/kernels/network_shapes.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <utility>

namespace glyphscope {

WeightsController::WeightsController(TaskSession& tasks, std::filesystem::path folder, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_history(std::make_shared<WeightsHistory>(std::move(folder), &m_notice))
{
}

WeightsController::Weights WeightsController::orShipped(std::optional<StateDict> kept)
{
    return std::make_shared<const StateDict>(kept ? std::move(*kept) : shippedWeights());
}

void WeightsController::begin()
{
    m_tasks.run([this, history = m_history, notice = m_notice]() mutable -> std::function<void()> {
        Weights weights;
        try {
            weights = orShipped(history->current());
            checkSimpleCnn(*weights, classCountOf(*weights));
            (void)answerRuleOf(*weights);
        } catch (const Error& error) {
            notice = error.what() + tr(" The shipped weights are used.").toStdString();
            try {
                history->pushShipped(tr("Shipped weights").toStdString());
            } catch (const Error&) {
                // nothing can be written there: the next start will say the same
            }
            weights = orShipped(std::nullopt);
        }
        return [this, weights, titles = titlesOf(*history), notice = QString::fromStdString(notice)] {
            placed(weights, titles);
            if (!notice.isEmpty())
                Q_EMIT warned(notice);
        };
    });
}

void WeightsController::show(Weights weights, const QString& description)
{
    m_shown = std::move(weights);
    Q_EMIT changed(m_shown, description);
}

void WeightsController::look(Weights weights, const QString& description)
{
    show(std::move(weights), description);
}

void WeightsController::lookBack()
{
    if (m_inPlace != nullptr && looking())
        show(m_inPlace, m_title);
}

void WeightsController::placed(Weights weights, const Titles& titles)
{
    m_inPlace = std::move(weights);
    m_title = titles.inPlace;
    show(m_inPlace, m_title);
    Q_EMIT historyChanged(titles.undo, titles.redo);
}

WeightsController::Titles WeightsController::titlesOf(const WeightsHistory& history)
{
    return {QString::fromStdString(history.title()), QString::fromStdString(history.undoTitle()),
            QString::fromStdString(history.redoTitle())};
}

void WeightsController::put(Weights weights, const QString& title)
{
    // in use at once, on disk a moment later
    m_inPlace = weights;
    m_title = title;
    show(weights, title);
    m_tasks.run([this, history = m_history, weights, title]() -> std::function<void()> {
        history->push(*weights, title.toStdString());
        return [this, titles = titlesOf(*history)] { Q_EMIT historyChanged(titles.undo, titles.redo); };
    });
}

void WeightsController::putShipped()
{
    m_tasks.run([this, history = m_history]() -> std::function<void()> {
        history->pushShipped(tr("Shipped weights").toStdString());
        return [this, weights = orShipped(std::nullopt), titles = titlesOf(*history)] {
            placed(weights, titles);
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
    m_tasks.run([this, back, history = m_history]() -> std::function<void()> {
        const Weights weights = orShipped(back ? history->undo() : history->redo());
        return [this, weights, titles = titlesOf(*history)] { placed(weights, titles); };
    });
}

}  // namespace glyphscope
