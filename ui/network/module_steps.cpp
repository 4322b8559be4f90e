// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_steps.h"

#include "model/spec/layer_kinds.h"
#include "ui/style/class_name.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

struct ModuleStepsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ModuleStepsText)
};

bool isKind(const ModuleOutput& step, const char* kind)
{
    return step.kind.starts_with(kind);
}

QString nameOf(const ModuleOutput& step)
{
    return QString::fromStdString(step.name);
}

/// Of a module by its text, "ReLU()"; null for the input and the softmax.
const KindInfo* kindOfStep(const ModuleOutput& step)
{
    return kindNamed(std::string_view(step.kind).substr(0, step.kind.find('(')));
}

bool isActivation(const ModuleOutput& step)
{
    const KindInfo* kind = kindOfStep(step);
    return kind != nullptr && kind->shape == ShapeRule::Same;
}

QString kindName(const ModuleOutput& step)
{
    const std::string_view name = kindOfStep(step)->name;
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// ", before ReLU", ", after ReLU" or what else tells a value from its neighbours.
QString position(ModuleStepsView steps, std::size_t at)
{
    const ModuleOutput& step = steps[at];
    const ModuleOutput* before = at > 0 ? &steps[at - 1] : nullptr;
    const ModuleOutput* next = at + 1 < steps.size() ? &steps[at + 1] : nullptr;
    if (isActivation(step))
        return ModuleStepsText::tr(", after %1").arg(kindName(step));
    if (isKind(step, "MaxPool2d"))
        return before != nullptr && isActivation(*before)
                   ? ModuleStepsText::tr(": the largest of every patch, after %1").arg(kindName(*before))
                   : ModuleStepsText::tr(": the largest of every patch");
    if (isKind(step, "Flatten"))
        return ModuleStepsText::tr(": the maps of %1 as one vector")
            .arg(before != nullptr ? nameOf(*before) : QString());
    if (isKind(step, "Softmax"))
        return ModuleStepsText::tr(": the probability of every class");
    if (next != nullptr && isActivation(*next))
        return ModuleStepsText::tr(", before %1").arg(kindName(*next));
    if (next != nullptr && isKind(*next, "Softmax"))
        return ModuleStepsText::tr(": logits, before softmax");
    return {};
}

}  // namespace

void assignSteps(const Reading& reading, ModuleSteps& steps)
{
    steps.resize(reading.modules.size() + 2);
    ModuleOutput& input = steps.front();
    input.name = "input";
    input.kind = "Input";
    input.shape = {1, kGlyphSide, kGlyphSide};
    input.values = reading.input;
    std::copy(reading.modules.begin(), reading.modules.end(), steps.begin() + 1);
    ModuleOutput& softmax = steps.back();
    softmax.name = "softmax";
    softmax.kind = "Softmax(dim=1)";
    softmax.shape = {static_cast<int>(reading.prediction.probabilities.size())};
    softmax.values = reading.prediction.probabilities;
}

std::size_t stepOf(ModuleStepsView steps, const std::string& module)
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const ModuleOutput& step) { return step.name == module; });
    return found == steps.end() ? 0 : static_cast<std::size_t>(found - steps.begin());
}

QString seenText(ModuleStepsView steps, std::size_t module, ModuleSide side)
{
    if (module == 0 || module >= steps.size())
        return {};
    const QString name = nameOf(steps[module]);
    if (side == ModuleSide::Output)
        return ModuleStepsText::tr("Output of %1%2").arg(name, position(steps, module));
    const ModuleOutput& before = steps[module - 1];
    if (module == 1)
        return ModuleStepsText::tr("Input of %1: the 28 \u00D7 28 picture, standardised").arg(name);
    return ModuleStepsText::tr("Input of %1: the output of %2%3")
        .arg(name, nameOf(before), position(steps, module - 1));
}

QString weightsText(ModuleStepsView steps, const std::string& module, const FilterBanks& banks, int bank,
                    const QStringList& classNames)
{
    const QString name = QString::fromStdString(module);
    const std::size_t at = stepOf(steps, module);
    const QString from = at > 1 ? nameOf(steps[at - 1]) : ModuleStepsText::tr("its input");
    const QString unit = isClassStep(steps, at)
                             ? ModuleStepsText::tr("class %1").arg(className(classNames, bank))
                             : ModuleStepsText::tr("unit %1").arg(bank);
    switch (banks.form) {
    case FilterBanks::Form::Kernels:
        return ModuleStepsText::tr("The %n filter(s) of %1, one kernel each", nullptr, banks.map.maps)
            .arg(name);
    case FilterBanks::Form::InputKernels:
        return ModuleStepsText::tr("Filter %1 of %2: a kernel for each of the %n channel(s) of %3", nullptr,
                                   banks.map.maps)
            .arg(bank)
            .arg(name, from);
    case FilterBanks::Form::Maps:
        return ModuleStepsText::tr("Weights of %1, %2, laid out as the %n map(s) that were flattened",
                                   nullptr, banks.map.maps)
            .arg(name, unit);
    case FilterBanks::Form::Vector:
        break;
    }
    return ModuleStepsText::tr("Weights of %1, %2, for every value of %3").arg(name, unit, from);
}

QString placeText(ModuleStepsView steps, std::size_t step, int index, const QStringList& classNames)
{
    const std::vector<int>& shape = steps[step].shape;
    if (isClassStep(steps, step))
        return ModuleStepsText::tr("class %1").arg(className(classNames, index));
    if (shape.size() != 3 || shape[1] <= 0 || shape[2] <= 0)
        return ModuleStepsText::tr("value %1").arg(index);
    const int size = shape[1] * shape[2];
    return ModuleStepsText::tr("channel %1, y\u00A0%2, x\u00A0%3")
        .arg(index / size)
        .arg(index % size / shape[2])
        .arg(index % shape[2]);
}

QString weightPlaceText(const FilterBanks& banks, int index)
{
    const MapCount& map = banks.map;
    if (banks.form == FilterBanks::Form::Vector)
        return ModuleStepsText::tr("for value %1").arg(index);
    const QString words = banks.form == FilterBanks::Form::Kernels
                              ? ModuleStepsText::tr("filter %1, y\u00A0%2, x\u00A0%3")
                              : ModuleStepsText::tr("for channel %1, y\u00A0%2, x\u00A0%3");
    return words.arg(index / (map.width * map.height))
        .arg(index / map.width % map.height)
        .arg(index % map.width);
}

QString mapText(const std::string& step, int map)
{
    const QString name = QString::fromStdString(step);
    return map < 0 ? name : ModuleStepsText::tr("%1, channel %2").arg(name).arg(map);
}

QString weightMapText(const std::string& module, const FilterBanks& banks, int bank, int map)
{
    const QString name = QString::fromStdString(module) + u".weight"_s;
    if (banks.form == FilterBanks::Form::Kernels)
        return map < 0 ? name : u"%1[%2]"_s.arg(name).arg(map);
    if (map < 0)
        return u"%1[%2]"_s.arg(name).arg(bank);
    return banks.form == FilterBanks::Form::Maps
               ? ModuleStepsText::tr("%1[%2], channel %3").arg(name).arg(bank).arg(map)
               : u"%1[%2, %3]"_s.arg(name).arg(bank).arg(map);
}

bool isClassStep(ModuleStepsView steps, std::size_t step)
{
    // The probabilities come last, and the logits just before them.
    return step > 0 && step + 2 >= steps.size() && step < steps.size();
}

std::optional<UnitAddress> unitOfTerm(ModuleStepsView steps, const UnitExplanation& explanation,
                                      const UnitExplanation::Term& term)
{
    const std::size_t at = stepOf(steps, explanation.inputModule);
    if (at == 0 || term.padding)
        return std::nullopt;
    const std::vector<int>& shape = steps[at].shape;
    const int index = shape.size() == 3 ? (term.channel * shape[1] + term.y) * shape[2] + term.x : term.x;
    return UnitAddress{.module = explanation.inputModule, .index = index};
}

}  // namespace glyphscope
