// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_reading.h"

#include <algorithm>
#include <array>
#include <optional>

namespace glyphscope {

/// What a printed sheet of samples says of itself in the squares at its top.
struct SheetCode {
    bool letter = false;  ///< US Letter, otherwise A4
    int page = 0;         ///< of the sheets for one set of classes, from 0
    int rows = 1;         ///< on this page, a class each
    friend bool operator==(const SheetCode&, const SheetCode&) = default;
};

/// Where things stand on a sheet of samples to be printed, in millimetres from the middle of its mark at the
/// top left. What is printed and what is read of a photograph follow it both.
class SheetLayout {
public:
    static constexpr int kColumns = 10;   ///< boxes a row
    static constexpr int kMostRows = 26;  ///< a page; more classes take more pages
    static constexpr int kMostPages = 16;
    static constexpr int kCodeSquares = 14;
    static constexpr double kMargin = 15;     ///< from the paper's edges to the middles of the marks
    static constexpr double kMark = 8;        ///< side of a mark
    static constexpr double kMarkHole = 3.2;  ///< of its white middle, at the top left
    static constexpr double kCodeSquare = 4;

    explicit SheetLayout(const SheetCode& code) : m_code(code) {}

    [[nodiscard]] double paperWidth() const { return m_code.letter ? 215.9 : 210; }
    [[nodiscard]] double paperHeight() const { return m_code.letter ? 279.4 : 297; }
    [[nodiscard]] double width() const { return paperWidth() - 2 * kMargin; }  ///< between the marks
    [[nodiscard]] double height() const { return paperHeight() - 2 * kMargin; }

    /// The light box that a character is written in.
    [[nodiscard]] DrawingBox box(int row, int column) const
    {
        const double side = std::min(kMostBox, kBoxShare * std::min(pitchX(), pitchY()));
        return {kLeft + (column + 0.5) * pitchX() - side / 2, kTop + (row + 0.5) * pitchY() - side / 2, side,
                side};
    }
    /// Where the class of a row is printed.
    [[nodiscard]] DrawingBox label(int row) const
    {
        return {0, box(row, 0).y, kLeft - 2, box(row, 0).height};
    }
    /// One of the squares of the code.
    [[nodiscard]] DrawingBox codeSquare(int square) const
    {
        return {width() / 2 + (square - kCodeSquares / 2.0) * 1.5 * kCodeSquare, -kCodeSquare / 2,
                kCodeSquare, kCodeSquare};
    }

private:
    static constexpr double kLeft = 16;  // of the boxes
    static constexpr double kTop = 12;
    static constexpr double kBottom = 10;
    static constexpr double kMostBox = 15;
    static constexpr double kBoxShare = 0.84;

    [[nodiscard]] double pitchX() const { return (width() - kLeft) / kColumns; }
    [[nodiscard]] double pitchY() const { return (height() - kTop - kBottom) / m_code.rows; }

    SheetCode m_code;
};

/// The squares that are dark: a first and a last one, the paper, four of the page, five of the rows, one that
/// makes their count even.
[[nodiscard]] inline std::array<bool, SheetLayout::kCodeSquares> squaresOf(const SheetCode& code)
{
    std::array<bool, SheetLayout::kCodeSquares> squares{};
    squares[0] = squares[1] = squares[13] = true;
    squares[2] = code.letter;
    for (int bit = 0; bit < 4; ++bit)
        squares[static_cast<std::size_t>(3 + bit)] = (code.page >> bit & 1) != 0;
    for (int bit = 0; bit < 5; ++bit)
        squares[static_cast<std::size_t>(7 + bit)] = ((code.rows - 1) >> bit & 1) != 0;
    squares[12] = std::ranges::count(squares, true) % 2 != 0;
    return squares;
}

/// Nothing where they are no code.
[[nodiscard]] inline std::optional<SheetCode>
codeOf(const std::array<bool, SheetLayout::kCodeSquares>& squares)
{
    SheetCode code;
    code.letter = squares[2];
    for (int bit = 0; bit < 4; ++bit)
        code.page += squares[static_cast<std::size_t>(3 + bit)] ? 1 << bit : 0;
    for (int bit = 0; bit < 5; ++bit)
        code.rows += squares[static_cast<std::size_t>(7 + bit)] ? 1 << bit : 0;
    return code.rows <= SheetLayout::kMostRows && squaresOf(code) == squares ? std::optional(code)
                                                                             : std::nullopt;
}

}  // namespace glyphscope
