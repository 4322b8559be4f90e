// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_text.h"

#include "ui/network/explanation_forms.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

using Term = UnitExplanation::Term;
using Form = UnitExplanation::Form;

constexpr int kTermDigits = 4;

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

QString patchRule(const UnitExplanation& explanation, bool several)
{
    QString rule;
    if (several)
        rule =
            explanation.biased
                ? ExplanationTr::tr("Patches of %1 times the filter's kernels, all added up, plus the bias.")
                : ExplanationTr::tr("Patches of %1 times the filter's kernels, all added up.");
    else
        rule = explanation.biased
                   ? ExplanationTr::tr("A patch of %1 times the filter's kernel, added up, plus the bias.")
                   : ExplanationTr::tr("A patch of %1 times the filter's kernel, added up.");
    return rule.arg(inputName(explanation));
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
    text.rule = patchRule(explanation, channels.size() > 1);
    addSum(explanation, text);
}

ExplanationText::Grid patchOf(const UnitExplanation& explanation)
{
    const auto value = [](const Term& term) { return term.value; };
    ExplanationText::Grid grid = gridOf(explanation.terms, 0, explanation.terms.size(), value);
    grid.title = ExplanationTr::tr("Patch of %1").arg(inputName(explanation));
    grid.scale = commonScale(explanation.terms, value);
    return grid;
}

void describePool(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    text.rule = ExplanationTr::tr("The largest value of the patch wins.");
    if (terms.empty())
        return;
    ExplanationText::Grid grid = patchOf(explanation);
    const auto winner = static_cast<std::size_t>(explanation.winner);
    if (explanation.winner >= 0 && winner < terms.size()) {
        grid.cells[winner].winner = true;
        text.lines = {{ExplanationTr::tr("Winner"),
                       ExplanationTr::tr("y\u00A0%1, x\u00A0%2").arg(terms[winner].y).arg(terms[winner].x)}};
    }
    text.gridRows.push_back({.caption = {}, .grids = {std::move(grid)}});
}

void describeAverage(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    const bool padded = std::ranges::any_of(terms, &Term::padding);
    text.rule = padded ? ExplanationTr::tr("The mean of the patch. Padding counts as zeros.")
                       : ExplanationTr::tr("The mean of the patch.");
    if (terms.empty())
        return;
    text.lines = {{ExplanationTr::tr("Sum of %Ln value(s)", nullptr, static_cast<int>(terms.size())),
                   exactText(explanation.sum)},
                  {ExplanationTr::tr("Divided by"), countText(static_cast<std::int64_t>(terms.size()))}};
    text.gridRows.push_back({.caption = {}, .grids = {patchOf(explanation)}});
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
    constexpr double kTolerance = 1e-5;
    const double difference = explanation.result - static_cast<double>(explanation.torchValue);
    return std::abs(difference) <= kTolerance * std::max(1.0, explanation.magnitude());
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
    case Form::Activation:
        describeActivation(explanation, text);
        break;
    case Form::MaxPool:
        describePool(explanation, text);
        break;
    case Form::AveragePool:
        describeAverage(explanation, text);
        break;
    case Form::Flatten:
        describeFlatten(explanation, text);
        break;
    case Form::Linear:
        describeLinear(explanation, text);
        break;
    case Form::Normalised:
        describeNorm(explanation, text);
        break;
    case Form::Copy:
        describeCopy(explanation, text);
        break;
    case Form::Sum:
        describeSum(explanation, text);
        break;
    case Form::Softmax:
        describeSoftmax(explanation, classNames, text);
        break;
    }
    compareWithTorch(explanation, hooks, text);
    return text;
}

}  // namespace glyphscope
