// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_text.h"

#include "ui/network/module_steps.h"
#include "ui/style/class_name.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

using Term = UnitExplanation::Term;
using Form = UnitExplanation::Form;

constexpr int kExactDigits = 7;  // of single precision
constexpr int kTermDigits = 4;

struct ExplanationTr {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ExplanationText)
};

QString exactText(double value)
{
    return valueText(value, kExactDigits);
}

double magnitudeOfTerms(const UnitExplanation& explanation)
{
    return std::accumulate(explanation.terms.begin(), explanation.terms.end(), 0.0,
                           [](double sum, const Term& term) { return sum + std::abs(term.product); });
}

QString inputName(const UnitExplanation& explanation)
{
    return explanation.inputModule == "input" ? ExplanationTr::tr("the picture")
                                              : QString::fromStdString(explanation.inputModule);
}

/// One scale for all cells of a kind, so that rows can be compared.
template <typename Number>
ColourScale commonScale(const std::vector<Term>& terms, Number number)
{
    ValueRange range;
    for (const Term& term : terms) {
        const auto value = static_cast<float>(number(term));
        range = united(range, {.low = value, .high = value, .mean = 0});
    }
    return scaleOf(range);
}

template <typename Number>
ExplanationText::Grid gridOf(const std::vector<Term>& terms, std::size_t first, std::size_t count,
                             Number number)
{
    ExplanationText::Grid grid;
    const auto row = std::span(terms).subspan(first, count);
    grid.columns = static_cast<int>(
        std::count_if(row.begin(), row.end(), [&](const Term& term) { return term.y == row.front().y; }));
    for (std::size_t i = 0; i < count; ++i)
        grid.cells.push_back({.value = static_cast<double>(number(row[i])),
                              .term = static_cast<int>(first + i),
                              .padding = row[i].padding});
    return grid;
}

void describeConvolution(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    const auto value = [](const Term& term) { return term.value; };
    const auto weight = [](const Term& term) { return term.weight; };
    const auto product = [](const Term& term) { return term.product; };
    const ColourScale scales[]{commonScale(terms, value), commonScale(terms, weight),
                               commonScale(terms, product)};
    struct Channel {
        std::size_t first;
        std::size_t count;
        double sum;
    };
    std::vector<Channel> channels;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i == 0 || terms[i].channel != terms[i - 1].channel)
            channels.push_back({i, 0, 0.0});
        ++channels.back().count;
        channels.back().sum += terms[i].product;
    }
    std::stable_sort(channels.begin(), channels.end(), [](const Channel& one, const Channel& other) {
        return std::abs(one.sum) > std::abs(other.sum);
    });
    for (const Channel& channel : channels) {
        ExplanationText::GridRow row;
        row.grids = {gridOf(terms, channel.first, channel.count, value),
                     gridOf(terms, channel.first, channel.count, weight),
                     gridOf(terms, channel.first, channel.count, product)};
        const QStringList titles{ExplanationTr::tr("Patch"), ExplanationTr::tr("Kernel"),
                                 ExplanationTr::tr("Products")};
        for (int i = 0; i < 3; ++i) {
            row.grids[static_cast<std::size_t>(i)].title = titles.at(i);
            row.grids[static_cast<std::size_t>(i)].scale = scales[i];
        }
        if (channels.size() > 1)
            row.caption = ExplanationTr::tr("Channel %1 adds %2")
                              .arg(terms[channel.first].channel)
                              .arg(valueText(channel.sum, kTermDigits));
        text.gridRows.push_back(std::move(row));
    }
    text.rule =
        channels.size() > 1
            ? ExplanationTr::tr("Patches of %1 times the filter's kernels, all added up, plus the bias.")
                  .arg(inputName(explanation))
            : ExplanationTr::tr("A patch of %1 times the filter's kernel, added up, plus the bias.")
                  .arg(inputName(explanation));
    text.lines = {{ExplanationTr::tr("Sum of %Ln product(s)", nullptr, static_cast<int>(terms.size())),
                   exactText(explanation.sum)},
                  {ExplanationTr::tr("Bias"), exactText(explanation.bias)}};
}

void describeRelu(const UnitExplanation& explanation, ExplanationText& text)
{
    const double before =
        explanation.terms.empty() ? 0.0 : static_cast<double>(explanation.terms.front().value);
    text.rule = before > 0 ? ExplanationTr::tr("max(0, x): what is above zero passes as it is.")
                           : ExplanationTr::tr("max(0, x): what is not above zero becomes 0.");
    text.lines = {
        {ExplanationTr::tr("Value of %1").arg(inputName(explanation)), exactText(before)},
        {ExplanationTr::tr("max(0, %1)").arg(valueText(before, kTermDigits)), exactText(explanation.result)}};
}

void describePool(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    const auto value = [](const Term& term) { return term.value; };
    text.rule = ExplanationTr::tr("The largest value of the patch wins.");
    if (terms.empty())
        return;
    ExplanationText::Grid grid = gridOf(terms, 0, terms.size(), value);
    grid.title = ExplanationTr::tr("Patch of %1").arg(inputName(explanation));
    grid.scale = commonScale(terms, value);
    const auto winner = static_cast<std::size_t>(explanation.winner);
    if (explanation.winner >= 0 && winner < terms.size()) {
        grid.cells[winner].winner = true;
        text.lines = {{ExplanationTr::tr("Winner"),
                       ExplanationTr::tr("y\u00A0%1, x\u00A0%2").arg(terms[winner].y).arg(terms[winner].x)}};
    }
    text.gridRows.push_back({.caption = {}, .grids = {std::move(grid)}});
}

void describeFlatten(const UnitExplanation& explanation, ExplanationText& text)
{
    text.rule = ExplanationTr::tr("The maps of %1 are laid out as one vector, row by row. No value changes.")
                    .arg(inputName(explanation));
    if (explanation.terms.empty())
        return;
    const Term& term = explanation.terms.front();
    text.lines = {{ExplanationTr::tr("Taken from"), ExplanationTr::tr("%1, channel %2, y\u00A0%3, x\u00A0%4")
                                                        .arg(inputName(explanation))
                                                        .arg(term.channel)
                                                        .arg(term.y)
                                                        .arg(term.x)}};
}

void describeLinear(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    std::vector<std::size_t> order(terms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t shown = std::min(order.size(), static_cast<std::size_t>(kMostTableRows));
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(order.begin(), end, order.end(), [&](std::size_t one, std::size_t other) {
        const double a = std::abs(terms[one].product);
        const double b = std::abs(terms[other].product);
        return a != b ? a > b : one < other;
    });
    text.rule = ExplanationTr::tr(
                    "Every value of %1 times its weight, added up, plus the bias. The strongest come first.")
                    .arg(inputName(explanation));
    text.lines = {{ExplanationTr::tr("Sum of %Ln product(s)", nullptr, static_cast<int>(terms.size())),
                   exactText(explanation.sum)},
                  {ExplanationTr::tr("Bias"), exactText(explanation.bias)}};
    text.header = {ExplanationTr::tr("Term"), ExplanationTr::tr("Value"), ExplanationTr::tr("Weight"),
                   ExplanationTr::tr("Product")};
    double sum = 0;
    const double largest = order.empty() ? 0.0 : std::abs(terms[order.front()].product);
    for (std::size_t i = 0; i < shown; ++i) {
        const Term& term = terms[order[i]];
        sum += term.product;
        text.rows.push_back({.cells = {u"%1[%2]"_s.arg(inputName(explanation)).arg(term.x),
                                       valueText(static_cast<double>(term.value), kTermDigits),
                                       valueText(static_cast<double>(term.weight), kTermDigits),
                                       valueText(term.product, kTermDigits)},
                             .share = largest > 0 ? term.product / largest : 0.0,
                             .term = static_cast<int>(order[i])});
    }
    if (shown < terms.size())
        text.rest = ExplanationTr::tr("The other %1 add up to %2.")
                        .arg(countText(static_cast<std::int64_t>(terms.size() - shown)),
                             valueText(explanation.sum - sum, kTermDigits));
}

void describeSoftmax(const UnitExplanation& explanation, const QStringList& classNames, ExplanationText& text)
{
    const bool plain = explanation.temperature == 1;
    const QString temperature = valueText(explanation.temperature, kTermDigits);
    text.rule = ExplanationTr::tr(
        "e to the power of every logit, as a share of their sum. The largest logit is taken off "
        "all of them first, which changes no share.");
    if (!plain)
        text.rule = sentences(
            {text.rule, ExplanationTr::tr(
                            "What is left is divided by the temperature of these weights, %1: it was fitted "
                            "so that the probabilities are as often right as they say.")
                            .arg(temperature)});
    text.header = {ExplanationTr::tr("Class"), ExplanationTr::tr("Logit"),
                   plain ? ExplanationTr::tr("e^(logit \u2212 largest)")
                         : ExplanationTr::tr("e^((logit \u2212 largest) / %1)").arg(temperature),
                   ExplanationTr::tr("Probability")};
    for (std::size_t i = 0; i < explanation.terms.size(); ++i) {
        const Term& term = explanation.terms[i];
        const double probability = explanation.sum > 0 ? term.product / explanation.sum : 0.0;
        text.rows.push_back(
            {.cells = {className(classNames, static_cast<int>(i)),
                       valueText(static_cast<double>(term.value), kTermDigits),
                       valueText(term.product, kTermDigits), valueText(probability, kTermDigits)},
             .share = probability,
             .term = static_cast<int>(i),
             .strong = static_cast<int>(i) == explanation.unit.index});
    }
    if (!plain)
        text.lines.push_back({ExplanationTr::tr("Temperature"), exactText(explanation.temperature)});
    text.lines.push_back({ExplanationTr::tr("Sum of the powers"), exactText(explanation.sum)});
}

/// How many of `hooks` change what goes into the unit's module, or this value of what comes out of it.
std::ptrdiff_t meddling(const std::vector<HookSpec>& hooks, HookKind kind, const UnitExplanation& explanation)
{
    return std::count_if(hooks.begin(), hooks.end(), [&](const HookSpec& hook) {
        const bool here = hook.module.empty() || hook.module == explanation.unit.module;
        const bool touched =
            kind == HookKind::ForwardPre || hook.channel < 0 || hook.channel == explanation.channel;
        return hook.kind == kind && hook.predicting && hook.changesValues() && here && touched;
    });
}

QString reasonOf(const UnitExplanation& explanation, const std::vector<HookSpec>& hooks)
{
    const QString module = QString::fromStdString(explanation.unit.module);
    const std::ptrdiff_t before = meddling(hooks, HookKind::ForwardPre, explanation);
    const std::ptrdiff_t after = meddling(hooks, HookKind::Forward, explanation);
    QStringList reasons;
    if (before > 0)
        reasons << ExplanationTr::tr("%n hook(s) of yours change the input of %1 before it is used.", nullptr,
                                     static_cast<int>(before))
                       .arg(module);
    if (after > 0)
        reasons << ExplanationTr::tr("%n hook(s) of yours change the output of %1.", nullptr,
                                     static_cast<int>(after))
                       .arg(module);
    if (reasons.isEmpty())
        return ExplanationTr::tr("The drawing was read with other weights or hooks than those of now.");
    return sentences(reasons);
}

void compareWithTorch(const UnitExplanation& explanation, const std::vector<HookSpec>& hooks,
                      ExplanationText& text)
{
    const double difference = explanation.result - static_cast<double>(explanation.torchValue);
    text.lines.push_back({ExplanationTr::tr("Result"), exactText(explanation.result)});
    text.lines.push_back(
        {ExplanationTr::tr("LibTorch"), exactText(static_cast<double>(explanation.torchValue))});
    text.agrees = agreesWithTorch(explanation);
    if (difference == 0)
        text.verdict = ExplanationTr::tr("The same value.");
    else if (text.agrees)
        text.verdict = ExplanationTr::tr("The same but for rounding: %1.").arg(valueText(difference, 2));
    else
        text.verdict = ExplanationTr::tr("They differ by %1. %2")
                           .arg(valueText(difference, kTermDigits), reasonOf(explanation, hooks));
}

}  // namespace

bool agreesWithTorch(const UnitExplanation& explanation)
{
    // The error of a sum in single precision grows with what is added up, not with what comes out.
    constexpr double kTolerance = 1e-5;
    const bool sums = explanation.form == Form::Convolution || explanation.form == Form::Linear;
    const double scale = sums ? magnitudeOfTerms(explanation) : std::abs(explanation.result);
    const double difference = explanation.result - static_cast<double>(explanation.torchValue);
    return std::abs(difference) <= kTolerance * std::max(1.0, scale);
}

ExplanationText describeUnit(const UnitExplanation& explanation, const QStringList& classNames,
                             const std::vector<HookSpec>& hooks)
{
    ExplanationText text;
    switch (explanation.form) {
    case Form::Convolution:
        describeConvolution(explanation, text);
        break;
    case Form::Relu:
        describeRelu(explanation, text);
        break;
    case Form::MaxPool:
        describePool(explanation, text);
        break;
    case Form::Flatten:
        describeFlatten(explanation, text);
        break;
    case Form::Linear:
        describeLinear(explanation, text);
        break;
    case Form::Softmax:
        describeSoftmax(explanation, classNames, text);
        break;
    default:
        break;
    }
    compareWithTorch(explanation, hooks, text);
    return text;
}

}  // namespace glyphscope
