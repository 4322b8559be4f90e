// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_words.h"

#include "model/types/class_set.h"

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

using Parameters = std::vector<LessonParameter>;
using enum LessonParameter::Kind;

constexpr double kMostCount = 1e9;

LessonParameter text(const QString& name, bool required = false)
{
    return {name, Text, required};
}

LessonParameter object(bool required = true)
{
    return {u"object"_s, Object, required};
}

LessonParameter flag(const QString& name)
{
    return {name, Flag};
}

LessonParameter number(const QString& name, double most, bool required = false)
{
    return {name, Number, required, 0, most};
}

LessonParameter count(const QString& name, double least, bool required = false)
{
    return {name, Whole, required, least, kMostCount};
}

LessonParameter choice(const QString& name, const QStringList& choices, bool required = false)
{
    return {name, Choice, required, 0, 0, choices};
}

std::vector<LessonWord> conditionsOfDrawing()
{
    return {
        {u"answer"_s,
         {choice(u"verdict"_s, {u"digit"_s, u"unsure"_s, u"not-a-digit"_s, u"empty"_s}), text(u"class"_s),
          flag(u"as-before"_s)}},
        {u"ink"_s,
         {number(u"size-at-most"_s, 1), number(u"size-at-least"_s, 1), count(u"strokes"_s, 0),
          flag(u"fewer-strokes"_s)}},
        {u"same-picture"_s, {number(u"likeness"_s, 1, true)}},
        {u"data-image"_s, {}},
        {u"explained"_s, {choice(u"which"_s, {u"any"_s, u"best"_s, u"second"_s}), text(u"class"_s)}},
        {u"samples"_s, {count(u"more"_s, 1, true)}},
    };
}

std::vector<LessonWord> conditionsOfTheWindow()
{
    return {
        {u"visible"_s, {object()}},
        {u"checked"_s, {object()}},
        {u"chosen"_s, {object(), text(u"text"_s), count(u"index"_s, 0)}},
        {u"visited"_s, {object(), count(u"rows"_s, 1, true)}},
        {u"rows"_s, {object(), count(u"least"_s, 0), count(u"most"_s, 0)}},
        {u"module"_s, {text(u"name"_s, true)}},
        {u"unit"_s, {text(u"module"_s)}},
        {u"code"_s, {choice(u"language"_s, {u"python"_s, u"cpp"_s, u"printed"_s})}},
        {u"printed"_s, {choice(u"input"_s, {u"random"_s, u"drawing"_s}, true)}},
        {u"file"_s, {choice(u"was"_s, {u"saved"_s, u"opened"_s}, true), text(u"suffix"_s)}},
        {u"device-chosen"_s, {text(u"device"_s)}},
    };
}

std::vector<LessonWord> conditionsOfTheNetwork()
{
    const QStringList kinds{u"forward-pre"_s, u"forward"_s, u"full-backward-pre"_s, u"full-backward"_s};
    const QStringList actions{u"observe"_s, u"zero"_s,  u"fill"_s, u"scale"_s,
                              u"clamp"_s,   u"noise"_s, u"patch"_s};
    return {
        {u"network"_s,
         {text(u"has"_s), text(u"inside"_s), flag(u"differs"_s), flag(u"fits"_s), flag(u"in-use"_s)}},
        {u"frozen"_s, {text(u"parameter"_s)}},
        {u"hook"_s,
         {choice(u"kind"_s, kinds), text(u"module"_s), choice(u"action"_s, actions), flag(u"one-channel"_s),
          flag(u"training"_s), count(u"called"_s, 1), flag(u"called-in-training"_s)}},
        {u"answer-changed-by-hooks"_s, {}},
        {u"weights"_s, {choice(u"are"_s, {u"changed"_s, u"as-at-start"_s}, true), text(u"parameter"_s)}},
    };
}

std::vector<LessonWord> conditionsOfTraining()
{
    return {
        {u"training"_s, {choice(u"state"_s, {u"running"_s, u"paused"_s, u"idle"_s}, true)}},
        {u"trained"_s, {count(u"steps"_s, 1, true)}},
        {u"in-run"_s,
         {text(u"parameter"_s, true), choice(u"has"_s, {u"moved"_s, u"stood-still"_s}, true),
          count(u"steps"_s, 1)}},
        {u"accuracy"_s, {number(u"least"_s, 1, true)}},
        {u"learning-rate"_s,
         {choice(u"was"_s, {u"lowered"_s, u"raised"_s}), number(u"least"_s, kMostCount),
          number(u"most"_s, kMostCount)}},
        {u"run-ended"_s, {choice(u"by"_s, {u"divergence"_s, u"stop"_s, u"last-step"_s})}},
        {u"fine-tuned"_s, {}},
    };
}

/// What can be drawn: the digits that come with the program, and what is none.
QStringList figures()
{
    QStringList names;
    for (const std::string& name : ClassSet::digits().names())
        names << QString::fromStdString(name);
    return names << u"letter"_s;
}

std::vector<LessonWord> actions()
{
    return {
        {u"draw"_s,
         {choice(u"what"_s, figures(), true), number(u"size"_s, 1), number(u"x"_s, 1), number(u"y"_s, 1),
          flag(u"add"_s)}},
        {u"clear"_s, {}},
        {u"click"_s, {object(), number(u"x"_s, 1), number(u"y"_s, 1), count(u"times"_s, 1)}},
        {u"bar"_s, {choice(u"which"_s, {u"best"_s, u"second"_s}, true)}},
        {u"row"_s,
         {object(), text(u"text"_s), count(u"index"_s, 0), count(u"column"_s, 0), flag(u"extend"_s)}},
        {u"key"_s, {object(false), text(u"keys"_s, true), count(u"times"_s, 1), {u"until"_s, Conditions}}},
        {u"type"_s, {object(), text(u"text"_s, true)}},
        {u"choose"_s, {object(), text(u"text"_s), count(u"index"_s, 0)}},
        {u"layout"_s, {choice(u"layout"_s, {u"draw"_s, u"train"_s, u"inspect"_s, u"build"_s}, true)}},
        {u"panel"_s, {{u"panel"_s, Panel, true}}},
        {u"trigger"_s, {object()}},
        {u"file"_s, {text(u"name"_s, true)}},
        {u"run"_s, {choice(u"input"_s, {u"random"_s, u"drawing"_s}, true)}},
        {u"wait"_s, {{u"for"_s, Conditions, true}}},
    };
}

}  // namespace

const std::vector<LessonWord>& lessonConditions()
{
    static const std::vector<LessonWord> words = [] {
        std::vector<LessonWord> all;
        for (auto&& group : {conditionsOfDrawing(), conditionsOfTheWindow(), conditionsOfTheNetwork(),
                             conditionsOfTraining()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return words;
}

const std::vector<LessonWord>& lessonActions()
{
    static const std::vector<LessonWord> words = [] {
        std::vector<LessonWord> all = actions();
        for (LessonWord& word : all)
            word.parameters.push_back({u"unless"_s, Conditions});
        return all;
    }();
    return words;
}

}  // namespace glyphscope
