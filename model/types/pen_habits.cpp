// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/pen_habits.h"

#include "model/types/error.h"

#include <algorithm>

namespace glyphscope {
namespace {

std::string joined(const std::vector<std::string>& names, const char* between)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : between) + name;
    return text;
}

std::string withoutBlanks(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
    return text;
}

}  // namespace

std::vector<std::string> habitNames(const PenHabits& habits)
{
    std::vector<std::string> names;
    for (const PenHabitName& entry : kPenHabits)
        if (habits.*entry.habit)
            names.emplace_back(entry.name);
    return names;
}

PenHabits habitsNamed(const std::vector<std::string>& names)
{
    PenHabits habits;
    for (const PenHabitName& entry : kPenHabits)
        habits.*entry.habit = false;
    for (const std::string& name : names) {
        const auto* const found = std::ranges::find_if(
            kPenHabits, [&name](const PenHabitName& entry) { return entry.name == name; });
        if (found == kPenHabits.end())
            throw Error(GLYPHSCOPE_TEXT("Data",
                                        "There is no habit of pens \"%1\". Choose all, none or some of "
                                        "these: %2."),
                        name, joined(habitNames({}), ", "));
        habits.*found->habit = true;
    }
    return habits;
}

PenHabits habitsInText(const std::string& text)
{
    const std::string list = withoutBlanks(text);
    if (list == "all")
        return {};
    if (list == "none")
        return habitsNamed({});
    std::vector<std::string> names(1);
    for (const char c : list) {
        if (c == ',')
            names.emplace_back();
        else
            names.back() += c;
    }
    return habitsNamed(names);
}

std::string habitsText(const PenHabits& habits)
{
    if (habits == PenHabits())
        return "all";
    const std::string names = joined(habitNames(habits), ",");
    return names.empty() ? "none" : names;
}

}  // namespace glyphscope
