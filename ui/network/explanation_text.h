// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/unit_explanation.h"
#include "ui/widgets/colour_scale.h"

#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

/// One unit's explanation put into words, grids and a table, ready to be laid out.
struct ExplanationText {
    /// "Bias", "−0.0123"
    struct Line {
        QString name;
        QString value;
    };
    struct Cell {
        double value = 0;
        int term = -1;  ///< of the explanation; -1: a number that is none
        bool padding = false;
        bool winner = false;
    };
    /// Numbers in the places they have in the network: a patch, a kernel, their products.
    struct Grid {
        QString title;
        int columns = 1;
        ColourScale scale;
        std::vector<Cell> cells;
        [[nodiscard]] int rows() const { return (static_cast<int>(cells.size()) + columns - 1) / columns; }
    };
    /// Patch × kernel = products, of one input channel.
    struct GridRow {
        QString caption;
        std::vector<Grid> grids;
    };
    struct TableRow {
        QStringList cells;
        double share = 0;     ///< of the largest, in [-1, 1]: how long its bar is
        int term = -1;        ///< of the explanation
        bool strong = false;  ///< the unit itself
    };

    QString rule;  ///< what the module does, in a sentence
    std::vector<Line> lines;
    QString verdict;     ///< how the result compares with LibTorch's
    bool agrees = true;  ///< but for rounding
    std::vector<GridRow> gridRows;
    QStringList header;
    std::vector<TableRow> rows;
    QString rest;  ///< what the table leaves out
};

/// Contributions come with the largest magnitude first. `classNames` name the values of softmax. Where the
/// numbers do not give the network's value, those of `hooks` that the module runs through are named as why.
[[nodiscard]] ExplanationText describeUnit(const UnitExplanation& explanation, const QStringList& classNames,
                                           const std::vector<HookSpec>& hooks = {});

/// Whether both are the same but for the rounding of single precision, in which LibTorch computes.
[[nodiscard]] bool agreesWithTorch(const UnitExplanation& explanation);

inline constexpr int kMostTableRows = 30;

}  // namespace glyphscope
