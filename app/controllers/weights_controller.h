// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/weights_history.h"
#include "model/types/state_dict.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace glyphscope {

class TaskSession;

/// Where weights that are shown come from, by rank: of the sources that are set the last one is shown.
enum class WeightsSource {
    Applied,   ///< what the user works with, kept on disk with what came before
    Training,  ///< of the running training, or what it or a reset left
    FineTune,  ///< of the running fine-tune
    Scrub,     ///< a checkpoint of a run that is looked at
};

/// Decides whose weights are shown: they read the drawing, and the panels take them apart. Each job sets and
/// clears its own source and knows nothing of the others. Lives on the GUI thread; the disk is left to
/// `disk`, which must outlive this.
class WeightsController : public QObject {
    Q_OBJECT

public:
    using Weights = std::shared_ptr<const StateDict>;

    WeightsController(TaskSession& disk, std::filesystem::path folder, QObject* parent = nullptr);

    /// Applies those of the last session. Weights that do not fit their network are left for the
    /// shipped ones.
    void begin();

    /// None before begin() was done.
    [[nodiscard]] const Weights& shown() const { return m_shown.weights; }
    /// Whose they are; Applied, too, where there are none.
    [[nodiscard]] WeightsSource source() const;
    [[nodiscard]] const Weights& inUse() const { return at(WeightsSource::Applied).weights; }

    /// Whether the tensors in use are those of `weights`, be it after an undo and a redo.
    [[nodiscard]] bool uses(const StateDict& weights) const;

    /// Any source but Applied.
    void set(WeightsSource source, Weights weights, const QString& description);
    void clear(WeightsSource source);

    /// What the user applies is to be seen: it clears all other sources. What it replaces can be undone to,
    /// exactly.
    void apply(Weights weights, const QString& title);
    void applyShipped();
    void undo();
    void redo();

Q_SIGNALS:
    /// Just before changed(): the other sources were cleared.
    void applied();
    void changed(const std::shared_ptr<const glyphscope::StateDict>& weights, const QString& description);
    /// What undo() would take back and redo() apply again; empty where there is no step.
    void historyChanged(const QString& undo, const QString& redo);
    void warned(const QString& message);

private:
    struct Described {
        Weights weights;  // null: the source is not set
        QString description;
        friend bool operator==(const Described&, const Described&) = default;
    };
    /// Of the history, read on the worker: its lock may be held as long as another window's disk takes.
    struct Titles {
        QString applied;
        QString undo;
        QString redo;
    };

    [[nodiscard]] const Described& at(WeightsSource source) const
    {
        return m_sources[static_cast<std::size_t>(source)];
    }
    void showHighest();
    void replace(Weights weights, const QString& title);
    void step(bool back);
    [[nodiscard]] static Titles titlesOf(const WeightsHistory& history);
    /// On the worker: the shipped weights where `kept` has none.
    [[nodiscard]] static Weights orShipped(std::optional<StateDict> kept);

    TaskSession& m_disk;
    Message m_notice;                                 // of reading the history
    const std::shared_ptr<WeightsHistory> m_history;  // the tasks' too
    std::array<Described, 4> m_sources;               // by WeightsSource
    Described m_shown;
};

}  // namespace glyphscope
