// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_goal.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// One condition beside the facts that it is checked against.
struct Case {
    const QJsonObject& parameters;
    const LessonFacts& now;
    const LessonFacts& start;

    [[nodiscard]] bool has(const QString& key) const { return parameters.contains(key); }
    [[nodiscard]] QString text(const QString& key) const { return parameters[key].toString(); }
    [[nodiscard]] bool flag(const QString& key) const { return parameters[key].toBool(); }
    [[nodiscard]] double number(const QString& key, double otherwise) const
    {
        return parameters[key].toDouble(otherwise);
    }
    [[nodiscard]] qint64 whole(const QString& key, qint64 otherwise) const
    {
        return parameters[key].toInteger(otherwise);
    }
    /// The parameter is not given, or `value` is what it says.
    [[nodiscard]] bool allows(const QString& key, const QString& value) const
    {
        return !has(key) || text(key) == value;
    }
    [[nodiscard]] ObjectFacts object() const
    {
        return now.object ? now.object(text(u"object"_s)) : ObjectFacts();
    }
};

bool answerHolds(const Case& c)
{
    const LessonFacts& now = c.now;
    const bool asBefore = !c.flag(u"as-before"_s) || (!now.best.isEmpty() && now.best == now.bestBefore);
    return c.allows(u"verdict"_s, now.verdict) && c.allows(u"class"_s, now.best) && asBefore;
}

bool inkHolds(const Case& c)
{
    const LessonFacts& now = c.now;
    const bool drawn = now.strokes > 0 || (!c.has(u"size-at-most"_s) && !c.has(u"size-at-least"_s));
    return drawn && now.size <= c.number(u"size-at-most"_s, 1e9) &&
           now.size >= c.number(u"size-at-least"_s, 0) &&
           (!c.has(u"strokes"_s) || now.strokes >= c.parameters[u"strokes"_s].toInt()) &&
           (!c.flag(u"fewer-strokes"_s) || now.strokes < c.start.strokes);
}

bool explainedHolds(const Case& c)
{
    const QString which = c.text(u"which"_s);
    const QString& explained = c.now.explained;
    if (explained.isEmpty() || !c.allows(u"class"_s, explained))
        return false;
    if (which == u"best"_s)
        return explained == c.now.best;
    return which != u"second"_s || explained == c.now.second;
}

bool chosenHolds(const Case& c)
{
    const ObjectFacts object = c.object();
    const int index = c.parameters[u"index"_s].toInt(-1);
    return object.visible && object.index >= 0 && c.allows(u"text"_s, object.chosen) &&
           (index < 0 || object.index == index);
}

bool rowsHold(const Case& c)
{
    const ObjectFacts object = c.object();
    return object.visible && object.rows >= c.number(u"least"_s, 0) &&
           object.rows <= c.number(u"most"_s, 1e9);
}

bool hasKind(const std::vector<LayerSpec>& layers, const std::string& kind)
{
    return std::ranges::any_of(
        layers, [&](const LayerSpec& layer) { return layer.kind == kind || hasKind(layer.children, kind); });
}

bool hasInside(const std::vector<LayerSpec>& layers, const std::string& block, const std::string& kind)
{
    return std::ranges::any_of(layers, [&](const LayerSpec& layer) {
        const bool here =
            layer.kind == block && !layer.children.empty() && (kind.empty() || hasKind(layer.children, kind));
        return here || hasInside(layer.children, block, kind);
    });
}

bool networkHolds(const Case& c)
{
    if (!c.now.edited)
        return false;
    const std::vector<LayerSpec>& layers = c.now.edited->layers;
    const std::string kind = c.text(u"has"_s).toStdString();
    const std::string block = c.text(u"inside"_s).toStdString();
    const bool inUse = c.now.edited == c.now.inUse;
    const bool kinds = block.empty() ? kind.empty() || hasKind(layers, kind) : hasInside(layers, block, kind);
    const auto agrees = [&](const QString& key, bool value) { return !c.has(key) || c.flag(key) == value; };
    return kinds && agrees(u"differs"_s, c.now.edited != c.start.edited) && agrees(u"fits"_s, c.now.fits) &&
           agrees(u"in-use"_s, inUse);
}

bool hookHolds(const Case& c)
{
    return std::ranges::any_of(c.now.hooks, [&](const HookFacts& hook) {
        return c.allows(u"kind"_s, hook.kind) && c.allows(u"module"_s, hook.module) &&
               c.allows(u"action"_s, hook.action) && (!c.flag(u"one-channel"_s) || hook.oneChannel) &&
               (!c.flag(u"training"_s) || hook.training) &&
               hook.calls + hook.trainingCalls >= c.whole(u"called"_s, 0) &&
               (!c.flag(u"called-in-training"_s) || hook.trainingCalls > 0);
    });
}

/// Whether the values of one parameter, or of all, are the same.
bool sameWeights(const std::shared_ptr<const StateDict>& a, const std::shared_ptr<const StateDict>& b,
                 const QString& parameter)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    if (parameter.isEmpty())
        return a == b || a->tensors == b->tensors;
    const NamedTensor* first = a->find(parameter.toStdString());
    const NamedTensor* second = b->find(parameter.toStdString());
    return first != nullptr && second != nullptr && *first == *second;
}

bool weightsHold(const Case& c)
{
    const bool same = c.now.weights && sameWeights(c.now.weights, c.start.weights, c.text(u"parameter"_s));
    return c.text(u"are"_s) == u"changed"_s ? !same : same;
}

/// Between the first weights that the run showed and its newest.
bool inRunHolds(const Case& c)
{
    const LessonFacts& now = c.now;
    if (!now.first || !now.newest || now.newestStep - now.firstStep < c.whole(u"steps"_s, 1))
        return false;
    const QString name = c.text(u"parameter"_s);
    if (now.newest->find(name.toStdString()) == nullptr)
        return false;
    const bool still = sameWeights(now.first, now.newest, name);
    return (c.text(u"has"_s) == u"moved"_s) != still;
}

bool rateHolds(const Case& c)
{
    const double rate = c.now.learningRate;
    const QString was = c.text(u"was"_s);
    return rate >= c.number(u"least"_s, 0) && rate <= c.number(u"most"_s, 1e9) &&
           (was != u"lowered"_s || rate < c.start.learningRate) &&
           (was != u"raised"_s || rate > c.start.learningRate);
}

bool runEndedHolds(const Case& c)
{
    const QString by = c.text(u"by"_s);
    const bool diverged = c.now.diverged > c.start.diverged;
    const bool stopped = c.now.stopped > c.start.stopped;
    const bool finished = c.now.finished > c.start.finished;
    if (by == u"divergence"_s)
        return diverged;
    if (by == u"stop"_s)
        return stopped;
    return by == u"last-step"_s ? finished : diverged || stopped || finished;
}

bool fileHolds(const Case& c)
{
    const bool saved = c.text(u"was"_s) == u"saved"_s;
    const QStringList& now = saved ? c.now.saved : c.now.opened;
    const QStringList& start = saved ? c.start.saved : c.start.opened;
    const QStringList since = now.mid(start.size());
    return c.has(u"suffix"_s) ? since.contains(c.text(u"suffix"_s), Qt::CaseInsensitive) : !since.isEmpty();
}

bool deviceHolds(const Case& c)
{
    const QStringList since = c.now.devices.mid(c.start.devices.size());
    return c.has(u"device"_s) ? since.contains(c.text(u"device"_s)) : !since.isEmpty();
}

using Check = bool (*)(const Case&);

const QHash<QString, Check>& checks()
{
    static const QHash<QString, Check> all{
        {u"answer"_s, answerHolds},
        {u"ink"_s, inkHolds},
        {u"same-picture"_s,
         [](const Case& c) {
             return likeness(c.now.glyph, c.now.glyphBefore) >= c.number(u"likeness"_s, 1);
         }},
        {u"data-image"_s, [](const Case& c) { return c.now.dataImage; }},
        {u"explained"_s, explainedHolds},
        {u"samples"_s,
         [](const Case& c) { return c.now.samples >= c.start.samples + c.parameters[u"more"_s].toInt(); }},
        {u"visible"_s, [](const Case& c) { return c.object().visible; }},
        {u"checked"_s, [](const Case& c) { return c.object().checked; }},
        {u"chosen"_s, chosenHolds},
        {u"visited"_s,
         [](const Case& c) { return c.object().visited.size() >= c.parameters[u"rows"_s].toInt(); }},
        {u"rows"_s, rowsHold},
        {u"module"_s, [](const Case& c) { return c.allows(u"name"_s, c.now.module); }},
        {u"unit"_s,
         [](const Case& c) {
             return !c.now.unitModule.isEmpty() && c.allows(u"module"_s, c.now.unitModule);
         }},
        {u"code"_s,
         [](const Case& c) { return !c.now.language.isEmpty() && c.allows(u"language"_s, c.now.language); }},
        {u"printed"_s,
         [](const Case& c) {
             return c.now.printed.mid(c.start.printed.size()).contains(c.text(u"input"_s));
         }},
        {u"file"_s, fileHolds},
        {u"device-chosen"_s, deviceHolds},
        {u"network"_s, networkHolds},
        {u"frozen"_s,
         [](const Case& c) {
             return c.has(u"parameter"_s) ? c.now.frozen.contains(c.text(u"parameter"_s))
                                          : !c.now.frozen.isEmpty();
         }},
        {u"hook"_s, hookHolds},
        {u"answer-changed-by-hooks"_s, [](const Case& c) { return c.now.changedByHooks; }},
        {u"weights"_s, weightsHold},
        {u"training"_s, [](const Case& c) { return c.now.training == c.text(u"state"_s); }},
        {u"trained"_s, [](const Case& c) { return c.now.steps - c.start.steps >= c.whole(u"steps"_s, 1); }},
        {u"in-run"_s, inRunHolds},
        {u"accuracy"_s, [](const Case& c) { return c.now.accuracy >= c.number(u"least"_s, 1); }},
        {u"learning-rate"_s, rateHolds},
        {u"run-ended"_s, runEndedHolds},
        {u"fine-tuned"_s, [](const Case& c) { return c.now.fineTuned > c.start.fineTuned; }},
    };
    return all;
}

}  // namespace

bool holds(const LessonPhrase& condition, const LessonFacts& now, const LessonFacts& start)
{
    const Check check = checks().value(condition.name, nullptr);
    return check != nullptr && check({condition.parameters, now, start}) != condition.negated;
}

bool allHold(const QList<LessonPhrase>& goal, const LessonFacts& now, const LessonFacts& start)
{
    return std::ranges::all_of(goal, [&](const LessonPhrase& each) { return holds(each, now, start); });
}

QList<LessonPhrase> conditionsIn(const QJsonValue& value)
{
    QList<LessonPhrase> conditions;
    for (const QJsonValue& each : value.toArray()) {
        LessonPhrase phrase{each[u"is"_s].toString(), each.toObject(), each[u"not"_s].toBool()};
        phrase.parameters.remove(u"is"_s);
        phrase.parameters.remove(u"not"_s);
        conditions << phrase;
    }
    return conditions;
}

double likeness(const Glyph& a, const Glyph& b)
{
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += 1.0 * a[i] * b[i];
        squaresA += 1.0 * a[i] * a[i];
        squaresB += 1.0 * b[i] * b[i];
    }
    return squaresA == 0 || squaresB == 0 ? 0 : product / std::sqrt(squaresA * squaresB);
}

}  // namespace glyphscope
