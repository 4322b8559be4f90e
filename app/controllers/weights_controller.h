// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/weights_history.h"
#include "model/types/state_dict.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace glyphscope {

class TaskSession;

/// The weights that are read with: those in place, kept on disk with what came before them, or others that
/// are looked at for a while, such as those of a running training. Lives on the GUI thread; the disk is left
/// to `tasks`, whose answers must not come when it is gone.
class WeightsController : public QObject {
    Q_OBJECT

public:
    using Weights = std::shared_ptr<const StateDict>;

    WeightsController(TaskSession& tasks, std::filesystem::path folder, QObject* parent = nullptr);

    /// Puts those of the last time in place. Weights that are no SimpleCNN's are left for the shipped ones.
    void begin();

    /// Read with now; none before begin() was done.
    [[nodiscard]] const Weights& weights() const { return m_shown; }
    [[nodiscard]] const Weights& inPlace() const { return m_inPlace; }
    [[nodiscard]] bool looking() const { return m_shown != m_inPlace; }

    /// Reads with these until lookBack() or put().
    void look(Weights weights, const QString& description);
    void lookBack();

    /// Puts new weights in place. What they replace can be undone to, exactly.
    void put(Weights weights, const QString& title);
    void putShipped();
    void undo();
    void redo();

Q_SIGNALS:
    void changed(const std::shared_ptr<const glyphscope::StateDict>& weights, const QString& description);
    /// What undo() would take back and redo() put in place; empty where there is no step.
    void historyChanged(const QString& undo, const QString& redo);
    void warned(const QString& message);

private:
    /// Of the history, read on the worker: its lock may be held as long as another window's disk takes.
    struct Titles {
        QString inPlace;
        QString undo;
        QString redo;
    };

    void show(Weights weights, const QString& description);
    void placed(Weights weights, const Titles& titles);
    void step(bool back);
    [[nodiscard]] static Titles titlesOf(const WeightsHistory& history);
    /// On the worker: the shipped weights where `kept` has none.
    [[nodiscard]] static Weights orShipped(std::optional<StateDict> kept);

    TaskSession& m_tasks;
    std::string m_notice;                             // of reading the history
    const std::shared_ptr<WeightsHistory> m_history;  // the tasks' too
    Weights m_inPlace;
    Weights m_shown;
    QString m_title;  // of those in place
};

}  // namespace glyphscope
