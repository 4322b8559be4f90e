// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_text.h"

#include <optional>

namespace glyphscope {

/// The same fact of two runs.
struct FactPair {
    QString name;
    QString a;
    QString b;
    [[nodiscard]] bool differs() const { return a != b; }
};

/// Side by side, in their order; what neither of them knows is left out.
[[nodiscard]] std::vector<FactPair> factPairs(const std::vector<RunFact>& a, const std::vector<RunFact>& b);

/// The accuracy of two runs on one class of the test set, in [0, 1]; nothing where it has no images.
struct ClassPair {
    QString name;
    std::optional<double> a;
    std::optional<double> b;
    /// From a to b, in percentage points.
    [[nodiscard]] std::optional<double> points() const;
};

/// Class by class; empty unless both were evaluated on the same classes.
[[nodiscard]] std::vector<ClassPair> classPairs(const RunInfo& a, const RunInfo& b);

/// The largest change either way, in percentage points.
[[nodiscard]] double largestChange(const std::vector<ClassPair>& pairs);

/// "+0.31", "-0.04" with a minus sign, "0.00".
[[nodiscard]] QString changeText(double points);

/// Colours and dashes of two runs beside each other, as indices for runStyle(): those that they have in the
/// training's curves, else free ones.
struct StylePair {
    int a = 0;
    int b = 1;
    friend bool operator==(const StylePair&, const StylePair&) = default;
};
[[nodiscard]] StylePair stylesFor(std::optional<int> a, std::optional<int> b);

}  // namespace glyphscope
