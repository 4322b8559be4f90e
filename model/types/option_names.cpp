// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/option_names.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>

namespace glyphscope {
namespace {

template <typename Kind>
struct KindName {
    Kind kind;
    const char* name;
};

constexpr auto kOptimizers = std::to_array<KindName<OptimizerKind>>({{OptimizerKind::Sgd, "sgd"},
                                                                     {OptimizerKind::Nesterov, "nesterov"},
                                                                     {OptimizerKind::Adam, "adam"},
                                                                     {OptimizerKind::AdamW, "adamw"},
                                                                     {OptimizerKind::Muon, "muon"}});
constexpr auto kSchedules = std::to_array<KindName<ScheduleKind>>({{ScheduleKind::OneCycle, "one-cycle"},
                                                                   {ScheduleKind::Constant, "constant"},
                                                                   {ScheduleKind::Cosine, "cosine"},
                                                                   {ScheduleKind::Step, "step"},
                                                                   {ScheduleKind::Linear, "linear"}});

template <typename Kinds, typename Kind>
std::string nameOf(const Kinds& kinds, Kind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [kind](const auto& k) { return k.kind == kind; })->name;
}

template <typename Kinds>
auto kindOf(const Kinds& kinds, const std::string& name, MessageText unknown)
{
    std::string known;
    for (const auto& entry : kinds) {
        if (entry.name == name)
            return entry.kind;
        known += (known.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw Error(unknown, shownText(name), known);
}

}  // namespace

std::string optimizerName(OptimizerKind kind)
{
    return nameOf(kOptimizers, kind);
}

OptimizerKind optimizerNamed(const std::string& name)
{
    return kindOf(kOptimizers, name,
                  GLYPHSCOPE_TEXT("Types", "There is no optimizer \"%1\". Choose one of: %2."));
}

std::string scheduleName(ScheduleKind kind)
{
    return nameOf(kSchedules, kind);
}

ScheduleKind scheduleNamed(const std::string& name)
{
    return kindOf(kSchedules, name,
                  GLYPHSCOPE_TEXT("Types", "There is no schedule \"%1\". Choose one of: %2."));
}

}  // namespace glyphscope
