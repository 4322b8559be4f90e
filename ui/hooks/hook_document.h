// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <QtCore/QString>

#include <vector>

namespace glyphscope {

/// The user's hooks in order, and what was done to them: every change can be undone. Ids only ever rise.
/// Rows out of range are left alone.
class HookDocument {
public:
    [[nodiscard]] const std::vector<HookSpec>& specs() const { return m_specs; }
    [[nodiscard]] int size() const { return static_cast<int>(m_specs.size()); }
    [[nodiscard]] const HookSpec& at(int row) const { return m_specs[static_cast<std::size_t>(row)]; }
    /// -1: no hook has it.
    [[nodiscard]] int rowOf(std::uint64_t id) const;

    /// Other hooks from outside: nothing of before can be undone. A spec that is to be prepended is moved to
    /// where it runs.
    void reset(std::vector<HookSpec> specs);

    /// At the end, or in front of all of its kind. Gives it a new id; returns its row.
    int add(HookSpec spec, bool inFront);
    bool remove(const std::vector<int>& rows);
    /// Takes a row out and puts it in again as row `to`; returns where it is then.
    int move(int from, int to);
    int duplicate(int row);
    /// Changes with the same key, one after the other, are undone in one step; no key: never joined.
    void replace(int row, HookSpec spec, const QString& key = {});
    /// Switches several on or off, in one step.
    void setEnabled(const std::vector<int>& rows, bool on);
    /// What comes next is a step of its own.
    void seal() { m_key.clear(); }

    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_past.back().text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_future.back().text : QString(); }
    /// The id of the hook that changed, where it is one that is there now; else 0.
    std::uint64_t undo();
    std::uint64_t redo();

private:
    struct Step {
        std::vector<HookSpec> specs;  // as they were on the other side of it
        QString text;
        std::uint64_t id = 0;
    };
    [[nodiscard]] bool holds(int row) const { return row >= 0 && row < size(); }
    void note(const QString& text, std::uint64_t id, const QString& key = {});
    std::uint64_t step(std::vector<Step>& from, std::vector<Step>& to);

    std::vector<HookSpec> m_specs;
    std::uint64_t m_lastId = 0;
    std::vector<Step> m_past;
    std::vector<Step> m_future;
    QString m_key;  // of the newest step, while it may still be joined
};

/// The same in every respect but how it got its place.
[[nodiscard]] bool sameHook(const HookSpec& one, const HookSpec& other);
[[nodiscard]] bool sameHooks(const std::vector<HookSpec>& one, const std::vector<HookSpec>& other);

/// When a hook runs among those of its kind that are called at the same place: global ones first, then the
/// module's own, each in the order of the list. {0, 0} for one that is switched off.
struct HookTurn {
    int place = 0;  ///< from 1
    int of = 0;
    friend bool operator==(const HookTurn&, const HookTurn&) = default;
};
[[nodiscard]] HookTurn turnOf(const std::vector<HookSpec>& specs, int row);

}  // namespace glyphscope
