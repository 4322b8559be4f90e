// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/option_changes.h"

#include "model/types/option_table.h"
#include "model/types/shortest_text.h"

#include <algorithm>
#include <string_view>

namespace glyphscope {
namespace {

/// The names in `names` that are not in `others`, with commas.
std::string only(const std::vector<std::string>& names, const std::vector<std::string>& others)
{
    std::string text;
    for (const std::string& name : names)
        if (std::find(others.begin(), others.end(), name) == others.end())
            text += (text.empty() ? "" : ", ") + name;
    return text;
}

const char* wordsOf(const OptionRow& row, const TrainOptions& options)
{
    const bool isMomentum = row.key == std::string_view("beta1") && !usesBetas(options.optimizer);
    return isMomentum ? "momentum" : row.words.text;
}

}  // namespace

std::vector<std::string> optionChanges(const TrainOptions& before, const TrainOptions& after)
{
    std::vector<std::string> changes;
    const auto compare = [&changes](const char* what, double from, double to) {
        if (from != to)
            changes.push_back(std::string(what) + ' ' + shortestText(from) + " to " + shortestText(to));
    };
    const auto list = [&changes](const char* what, const std::string& names) {
        if (!names.empty())
            changes.push_back(std::string(what) + ": " + names);
    };
    for (const OptionRow& row : kOptionTable)
        if (row.live && isMet(row.needs, after))
            compare(wordsOf(row, after), optionValue(row, before), optionValue(row, after));
    list("frozen", only(after.frozen, before.frozen));
    list("thawed", only(before.frozen, after.frozen));
    if (before.device != after.device)
        changes.push_back("device " + before.device + " to " + after.device);
    return changes;
}

}  // namespace glyphscope
