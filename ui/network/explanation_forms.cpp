// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_forms.h"

#include "model/spec/layer_kinds.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAllDigits = 7;  // of single precision
constexpr int kFewDigits = 4;

double firstValue(const UnitExplanation& explanation)
{
    return explanation.terms.empty() ? 0.0 : static_cast<double>(explanation.terms.front().value);
}

ExplanationText::Line valueLine(const std::string& module, double value)
{
    return {ExplanationTr::tr("Value of %1").arg(moduleText(module)), exactText(value)};
}

QString leakyRule(const UnitExplanation& explanation)
{
    return firstValue(explanation) < 0
               ? ExplanationTr::tr("What is below zero is multiplied by %1, the negative_slope.")
                     .arg(valueText(explanation.slope, kFewDigits))
               : ExplanationTr::tr("What is not below zero passes as it is.");
}

QString activationRule(const UnitExplanation& explanation)
{
    const KindInfo* kind = kindNamed(explanation.kind);
    switch (kind == nullptr ? LayerKind::ReLU : kind->kind) {
    case LayerKind::LeakyReLU:
        return leakyRule(explanation);
    case LayerKind::GELU:
        return ExplanationTr::tr("x \u00D7 \u03A6(x): the value times the share of the normal distribution "
                                 "that lies below it.");
    case LayerKind::Sigmoid:
        return ExplanationTr::tr("1 / (1 + e^\u2212x): every value becomes one between 0 and 1.");
    case LayerKind::Tanh:
        return ExplanationTr::tr("tanh(x): every value becomes one between \u2212"
                                 "1 and 1.");
    case LayerKind::ReLU:
    case LayerKind::Conv2d:
    case LayerKind::Linear:
    case LayerKind::BatchNorm2d:
    case LayerKind::GroupNorm:
    case LayerKind::MaxPool2d:
    case LayerKind::AvgPool2d:
    case LayerKind::AdaptiveAvgPool2d:
    case LayerKind::Dropout:
    case LayerKind::Dropout2d:
    case LayerKind::Flatten:
    case LayerKind::Identity:
    case LayerKind::Softmax:
    case LayerKind::LayerNorm:
    case LayerKind::Sequential:
    case LayerKind::Residual:
    case LayerKind::Repeat:
        break;
    }
    return firstValue(explanation) > 0 ? ExplanationTr::tr("max(0, x): what is above zero passes as it is.")
                                       : ExplanationTr::tr("max(0, x): what is not above zero becomes 0.");
}

/// "max(0, −0.5)", "GELU(−0.5)"
QString activationName(const UnitExplanation& explanation)
{
    const QString value = valueText(firstValue(explanation), kFewDigits);
    if (explanation.form == UnitExplanation::Form::Relu)
        return ExplanationTr::tr("max(0, %1)").arg(value);
    return u"%1(%2)"_s.arg(QString::fromStdString(explanation.kind), value);
}

QString copyRule(const UnitExplanation& explanation)
{
    const KindInfo* kind = kindNamed(explanation.kind);
    if (kind != nullptr && kind->isBlock())
        return ExplanationTr::tr("What its last module, %1, gives is what %2 gives.")
            .arg(inputName(explanation), QString::fromStdString(explanation.unit.module));
    if (kind != nullptr && kind->option("p") != nullptr)
        return ExplanationTr::tr("%1 drops values in training only. When a drawing is read, every value "
                                 "passes as it is.")
            .arg(QString::fromStdString(explanation.kind));
    return ExplanationTr::tr("The value of %1 passes as it is.").arg(inputName(explanation));
}

}  // namespace

QString exactText(double value)
{
    return valueText(value, kAllDigits);
}

QString moduleText(const std::string& module)
{
    return module == "input" ? ExplanationTr::tr("the picture") : QString::fromStdString(module);
}

QString inputName(const UnitExplanation& explanation)
{
    return moduleText(explanation.inputModule);
}

void describeActivation(const UnitExplanation& explanation, ExplanationText& text)
{
    text.rule = activationRule(explanation);
    text.lines = {valueLine(explanation.inputModule, firstValue(explanation)),
                  {activationName(explanation), exactText(explanation.result)}};
}

void describeNorm(const UnitExplanation& explanation, ExplanationText& text)
{
    const UnitExplanation::Norm& norm = explanation.norm;
    const auto count = static_cast<int>(explanation.terms.size());
    QStringList rule{norm.running
                         ? ExplanationTr::tr("The value less the running mean of its channel, divided by the "
                                             "deviation. Mean and variance were measured in training.")
                         : ExplanationTr::tr("The value less the mean of the values that are normalised "
                                             "together, divided by their deviation.")};
    if (explanation.biased)
        rule << ExplanationTr::tr("That is multiplied by the weight, and the bias is added.");
    text.rule = sentences(rule);
    text.lines = {valueLine(explanation.inputModule, explanation.ownValue()),
                  {norm.running ? ExplanationTr::tr("Running mean")
                                : ExplanationTr::tr("Mean of %Ln value(s)", nullptr, count),
                   exactText(norm.mean)},
                  {norm.running ? ExplanationTr::tr("Running variance") : ExplanationTr::tr("Variance"),
                   exactText(norm.variance)},
                  {ExplanationTr::tr("Deviation, \u221A(variance + %1)").arg(valueText(norm.eps, kFewDigits)),
                   exactText(norm.deviation())},
                  {ExplanationTr::tr("Normalised"),
                   exactText((explanation.ownValue() - norm.mean) / norm.deviation())}};
    if (explanation.biased) {
        text.lines.push_back({ExplanationTr::tr("Weight"), exactText(norm.weight)});
        text.lines.push_back({ExplanationTr::tr("Bias"), exactText(explanation.bias)});
    }
}

void describeFlatten(const UnitExplanation& explanation, ExplanationText& text)
{
    text.rule = ExplanationTr::tr("The maps of %1 are laid out as one vector, row by row. No value changes.")
                    .arg(inputName(explanation));
    if (explanation.terms.empty())
        return;
    const UnitExplanation::Term& term = explanation.terms.front();
    text.lines = {{ExplanationTr::tr("Taken from"), ExplanationTr::tr("%1, channel %2, y\u00A0%3, x\u00A0%4")
                                                        .arg(inputName(explanation))
                                                        .arg(term.channel)
                                                        .arg(term.y)
                                                        .arg(term.x)}};
}

void describeCopy(const UnitExplanation& explanation, ExplanationText& text)
{
    text.rule = copyRule(explanation);
    text.lines = {valueLine(explanation.inputModule, firstValue(explanation))};
}

void describeSum(const UnitExplanation& explanation, ExplanationText& text)
{
    text.rule = ExplanationTr::tr("What the body gives and what the shortcut gives, added up.");
    for (const UnitExplanation::Term& term : explanation.terms)
        text.lines.push_back(valueLine(term.other ? explanation.otherModule : explanation.inputModule,
                                       static_cast<double>(term.value)));
}

}  // namespace glyphscope
