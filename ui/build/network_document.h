// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_problem.h"
#include "model/types/network_spec.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace glyphscope {

/// Layers that stand one after another in one block.
struct LayerRange {
    SpecPlace first;
    std::size_t count = 1;

    [[nodiscard]] std::vector<SpecPlace> places() const;
    [[nodiscard]] SpecPlace behind() const;  ///< the place after the last of them
    friend bool operator==(const LayerRange&, const LayerRange&) = default;
};

/// The places as a range, whatever their order; nothing unless they are one.
[[nodiscard]] std::optional<LayerRange> rangeOf(std::vector<SpecPlace> places);

/// Without places inside others and without those named twice, in the order of the tree.
[[nodiscard]] std::vector<SpecPlace> outermost(std::vector<SpecPlace> places);

/// The network that is edited, and what was done to it: every edit can be undone. Places that there are not
/// are left alone, and so is what would change nothing: such edits return nothing and are no step.
class NetworkDocument {
public:
    using Rows = std::optional<LayerRange>;

    [[nodiscard]] const NetworkSpec& network() const { return m_network; }

    /// Another network from outside: nothing of before can be undone.
    void reset(NetworkSpec network);

    // Each returns the layers that it was about, where they are then.
    Rows insert(const SpecPlace& place, std::vector<LayerSpec> layers, const QString& text = {});
    /// Returns the layer that stands there then, or the last before it.
    Rows remove(const std::vector<SpecPlace>& places);
    Rows move(const LayerRange& rows, const SpecPlace& to);
    Rows move(const std::vector<SpecPlace>& places, const SpecPlace& to);
    Rows moveBy(const LayerRange& rows, int step);  ///< -1 or 1, among its siblings
    Rows moveOut(const LayerRange& rows);           ///< behind its block
    Rows moveIn(const LayerRange& rows);  ///< to the end of the block before it, or the start of the next
    Rows duplicate(const LayerRange& rows);
    Rows wrap(const LayerRange& rows, const std::string& kind);
    Rows unwrap(const SpecPlace& block);
    bool rename(const SpecPlace& place, const std::string& name);
    /// An option's PyTorch default is left out. Changes of one option one after the other are one step.
    bool setOption(const SpecPlace& place, const std::string& option, const OptionValue& value);
    /// Another network in one step, as a preset or a repair.
    bool replace(NetworkSpec network, const QString& text);
    /// What comes next is a step of its own.
    void seal() { m_key.clear(); }

    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_past.back().text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_future.back().text : QString(); }
    /// Returns the layers that changed, where there are such now.
    Rows undo();
    Rows redo();

private:
    struct Step {
        NetworkSpec network;  // as it was on the other side of it
        QString text;
        Rows rows;
    };
    [[nodiscard]] bool holds(const LayerRange& rows) const;
    [[nodiscard]] std::vector<LayerSpec> layersIn(const LayerRange& rows) const;
    [[nodiscard]] QString nameOf(const SpecPlace& place) const;
    [[nodiscard]] QString aboutRows(const LayerRange& rows, const QString& one, const QString& many) const;
    Rows commit(NetworkSpec network, const QString& text, const Rows& before, const Rows& after,
                const QString& key = {});
    Rows step(std::vector<Step>& from, std::vector<Step>& to);

    NetworkSpec m_network;
    Rows m_rows;  // of the newest step
    std::vector<Step> m_past;
    std::vector<Step> m_future;
    QString m_key;  // of the newest step, while it may still be joined
};

}  // namespace glyphscope
