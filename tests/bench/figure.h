// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace glyphscope::bench {

/// What a program measured, with what it is held against.
struct Figure {
    std::string what;  ///< "one glyph, p99"
    double value = 0;
    std::string unit;        ///< "us", "images/s", "%"
    bool more = false;       ///< more of it is better
    std::string rival = {};  ///< whose figure was taken beside it, or why none was
    std::optional<double> rivalValue = {};
    std::optional<double> goal = {};       ///< of the value
    std::optional<double> ratioGoal = {};  ///< of how many times better than the rival's it is

    /// How many times better than the rival's.
    [[nodiscard]] std::optional<double> ratio() const;
    /// Whether every goal is reached; nothing where there is none.
    [[nodiscard]] std::optional<bool> reached() const;
};

[[nodiscard]] QJsonObject jsonOf(const Figure& figure, const std::string& bench);
[[nodiscard]] Figure figureOf(const QJsonObject& object);

/// One object a line.
void printJson(const QJsonObject& object);
/// The figures under a line of headings, or an object each.
void print(const std::vector<Figure>& figures, const std::string& bench, bool json);

/// The value below which `share` of them lie. They may be none.
[[nodiscard]] double quantile(std::vector<double> values, double share);
[[nodiscard]] double median(std::vector<double> values);

}  // namespace glyphscope::bench
