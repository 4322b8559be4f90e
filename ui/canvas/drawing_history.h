// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <deque>

namespace glyphscope {

/// The drawing and what was done to it, gesture by gesture, with undo and redo. Every change is kept as the
/// strokes it exchanged, so that a long history of a large drawing stays small. The oldest entries go first.
/// Plain values, no signals: QUndoStack would bring command classes and an owner for what is one exchange.
class DrawingHistory {
public:
    static constexpr std::size_t kLongest = 200;          ///< entries
    static constexpr std::size_t kLargest = 256U << 20U;  ///< bytes of ink and pictures kept for undo

    explicit DrawingHistory(std::size_t longest = kLongest, std::size_t largest = kLargest);

    [[nodiscard]] const Drawing& current() const { return m_current; }
    /// How thick the pens of the current drawing are shown, relative to their widths.
    [[nodiscard]] double shownPen() const { return m_shownPen; }
    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }

    /// Each makes one entry and forgets what was undone. One that changes nothing makes none: false.
    bool append(Stroke stroke);
    bool replaceStrokes(std::vector<Stroke> strokes);
    bool replace(Drawing drawing, double shownPen = 1);

    /// False when there is nothing to undo or redo.
    bool undo();
    bool redo();

private:
    /// Exchanges `count` strokes of the drawing from `first` on for `other`. Its own inverse.
    struct Change {
        std::size_t first = 0;
        std::size_t count = 0;
        std::vector<Stroke> other;
        bool exchangesPicture = false;
        std::optional<Picture> otherPicture;
        double otherShownPen = 1;
    };

    [[nodiscard]] static std::size_t bytes(const Change& change);
    void exchange(Change& change);
    [[nodiscard]] Change exchangeOfStrokes(std::vector<Stroke> strokes) const;
    bool record(Change change);

    Drawing m_current;
    double m_shownPen = 1;
    std::deque<Change> m_done;     // newest last
    std::vector<Change> m_undone;  // next to redo last
    std::size_t m_longest;
    std::size_t m_largest;
};

}  // namespace glyphscope
