// SPDX-License-Identifier: GPL-3.0-or-later
// Values that come of many others, as tables.
#include "ui/network/explanation_forms.h"

#include "ui/style/class_name.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

using Term = UnitExplanation::Term;

constexpr int kTableDigits = 4;

/// The places of the terms with the largest products first, as many as a table shows.
std::vector<std::size_t> strongestTerms(const std::vector<Term>& terms)
{
    std::vector<std::size_t> order(terms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t shown = std::min(order.size(), static_cast<std::size_t>(kMostTableRows));
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(order.begin(), end, order.end(), [&](std::size_t one, std::size_t other) {
        const double a = std::abs(terms[one].product);
        const double b = std::abs(terms[other].product);
        return a != b ? a > b : one < other;
    });
    order.resize(shown);
    return order;
}

QString restText(const UnitExplanation& explanation, double shownSum, std::size_t shown)
{
    if (shown >= explanation.terms.size())
        return {};
    return ExplanationTr::tr("The other %1 add up to %2.")
        .arg(countText(static_cast<std::int64_t>(explanation.terms.size() - shown)),
             valueText(explanation.sum - shownSum, kTableDigits));
}

/// Of a Softmax among the modules; of values that are maps with all three places.
void describeSoftmaxModule(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    const bool maps = std::ranges::any_of(terms, [](const Term& term) { return term.channel + term.y > 0; });
    const QString name = inputName(explanation);
    text.rule = ExplanationTr::tr("e to the power of the value, as a share of the sum over its dim. The "
                                  "largest value is taken off all of them first, which changes no share.");
    text.header = {ExplanationTr::tr("Term"), ExplanationTr::tr("Value"),
                   ExplanationTr::tr("e^(value \u2212 largest)"), ExplanationTr::tr("Share")};
    double sum = 0;
    const std::vector<std::size_t> order = strongestTerms(terms);
    for (const std::size_t at : order) {
        const Term& term = terms[at];
        const double share = explanation.sum > 0 ? term.product / explanation.sum : 0.0;
        sum += term.product;
        text.rows.push_back(
            {.cells = {maps ? u"%1[%2, %3, %4]"_s.arg(name).arg(term.channel).arg(term.y).arg(term.x)
                            : u"%1[%2]"_s.arg(name).arg(term.x),
                       valueText(static_cast<double>(term.value), kTableDigits),
                       valueText(term.product, kTableDigits), valueText(share, kTableDigits)},
             .share = share,
             .term = static_cast<int>(at),
             .strong = static_cast<int>(at) == explanation.own});
    }
    text.rest = restText(explanation, sum, order.size());
    text.lines = {{ExplanationTr::tr("Value of %1").arg(name), exactText(explanation.ownValue())},
                  {ExplanationTr::tr("Sum of the powers"), exactText(explanation.sum)}};
}

void describeAnswer(const UnitExplanation& explanation, const QStringList& classNames, ExplanationText& text)
{
    const bool plain = explanation.temperature == 1;
    const QString temperature = valueText(explanation.temperature, kTableDigits);
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
                       valueText(static_cast<double>(term.value), kTableDigits),
                       valueText(term.product, kTableDigits), valueText(probability, kTableDigits)},
             .share = probability,
             .term = static_cast<int>(i),
             .strong = static_cast<int>(i) == explanation.unit.index});
    }
    if (!plain)
        text.lines.push_back({ExplanationTr::tr("Temperature"), exactText(explanation.temperature)});
    text.lines.push_back({ExplanationTr::tr("Sum of the powers"), exactText(explanation.sum)});
}

}  // namespace

void addSum(const UnitExplanation& explanation, ExplanationText& text)
{
    text.lines = {
        {ExplanationTr::tr("Sum of %Ln product(s)", nullptr, static_cast<int>(explanation.terms.size())),
         exactText(explanation.sum)}};
    if (explanation.biased)
        text.lines.push_back({ExplanationTr::tr("Bias"), exactText(explanation.bias)});
}

void describeLinear(const UnitExplanation& explanation, ExplanationText& text)
{
    const std::vector<Term>& terms = explanation.terms;
    const std::vector<std::size_t> order = strongestTerms(terms);
    text.rule =
        explanation.biased
            ? ExplanationTr::tr("Every value of %1 times its weight, added up, plus the bias. The "
                                "strongest come first.")
                  .arg(inputName(explanation))
            : ExplanationTr::tr("Every value of %1 times its weight, added up. The strongest come first.")
                  .arg(inputName(explanation));
    addSum(explanation, text);
    text.header = {ExplanationTr::tr("Term"), ExplanationTr::tr("Value"), ExplanationTr::tr("Weight"),
                   ExplanationTr::tr("Product")};
    double sum = 0;
    const double largest = order.empty() ? 0.0 : std::abs(terms[order.front()].product);
    for (const std::size_t at : order) {
        const Term& term = terms[at];
        sum += term.product;
        text.rows.push_back({.cells = {u"%1[%2]"_s.arg(inputName(explanation)).arg(term.x),
                                       valueText(static_cast<double>(term.value), kTableDigits),
                                       valueText(static_cast<double>(term.weight), kTableDigits),
                                       valueText(term.product, kTableDigits)},
                             .share = largest > 0 ? term.product / largest : 0.0,
                             .term = static_cast<int>(at)});
    }
    text.rest = restText(explanation, sum, order.size());
}

void describeSoftmax(const UnitExplanation& explanation, const QStringList& classNames, ExplanationText& text)
{
    if (explanation.kind.empty())
        describeAnswer(explanation, classNames, text);
    else
        describeSoftmaxModule(explanation, text);
}

}  // namespace glyphscope
