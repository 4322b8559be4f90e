// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/candidate_sets.h"

namespace glyphscope {
namespace {

constexpr std::size_t kMostStrokes = 4;  // of a character
constexpr int kWindow = 6;               // atoms to the right that may belong to one
constexpr std::size_t kMostSetsPerAtom = 12;
constexpr double kNear = 0.2;   // gap within a character, of its height
constexpr double kWide = 1.35;  // a character, of its height

/// A stroke that lacks a piece in its middle is no character, but may become one.
bool hasHole(const std::vector<StrokePiece>& pieces)
{
    return std::ranges::adjacent_find(pieces, {}, &StrokePiece::stroke) != pieces.end();
}

/// Adds atoms right of the last one of a set, as long as they may belong to it.
class SetGrowth {
public:
    SetGrowth(const std::vector<InkAtom>& atoms, double height) : m_atoms(atoms), m_height(height) {}

    std::vector<AtomSet> all()
    {
        for (int first = 0; first < static_cast<int>(m_atoms.size()); ++first) {
            m_left = kMostSetsPerAtom;
            m_sets.push_back({first});
            if (!atom(first).fixed)
                grow({first}, atom(first).bounds);
        }
        return std::move(m_sets);
    }

private:
    [[nodiscard]] const InkAtom& atom(int index) const { return m_atoms[static_cast<std::size_t>(index)]; }

    void grow(const AtomSet& set, const InkBounds& bounds)
    {
        const int end = std::min(static_cast<int>(m_atoms.size()), set.front() + 1 + kWindow);
        for (int next = set.back() + 1; next < end && m_left > 0; ++next) {
            if (atom(next).fixed || bounds.gapTo(atom(next).bounds) > kNear * m_height)
                continue;
            InkBounds joined = bounds;
            joined.add(atom(next).bounds);
            if (joined.width() > kWide * std::max(m_height, joined.height()))
                continue;
            AtomSet more = set;
            more.push_back(next);
            const std::vector<StrokePiece> pieces = piecesOf(m_atoms, more);
            if (pieces.size() > kMostStrokes)
                continue;
            if (!hasHole(pieces)) {
                m_sets.push_back(more);
                --m_left;
            }
            grow(more, joined);
        }
    }

    const std::vector<InkAtom>& m_atoms;
    double m_height;
    std::size_t m_left = 0;
    std::vector<AtomSet> m_sets;
};

}  // namespace

std::vector<AtomSet> candidateSets(const std::vector<InkAtom>& atoms, double height)
{
    return SetGrowth(atoms, height).all();
}

InkBounds boundsOf(const std::vector<InkAtom>& atoms, const AtomSet& set)
{
    InkBounds bounds;
    for (const int index : set)
        bounds.add(atoms[static_cast<std::size_t>(index)].bounds);
    return bounds;
}

std::vector<StrokePiece> piecesOf(const std::vector<InkAtom>& atoms, const AtomSet& set)
{
    std::vector<StrokePiece> pieces;
    for (const int index : set) {
        const auto& more = atoms[static_cast<std::size_t>(index)].pieces;
        pieces.insert(pieces.end(), more.begin(), more.end());
    }
    return mergedPieces(std::move(pieces));
}

}  // namespace glyphscope
