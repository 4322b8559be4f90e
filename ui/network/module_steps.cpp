// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_steps.h"

#include "model/spec/layer_kinds.h"
#include "model/types/module_tree.h"
#include "ui/style/class_name.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

struct ModuleStepsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ModuleStepsText)
};

QString nameOf(const ModuleOutput& step)
{
    return QString::fromStdString(step.name);
}

bool isAnswer(ModuleStepsView steps, std::size_t at)
{
    return at > 0 && at + 1 == steps.size();
}

/// Null for the input, the probabilities and a kind that is not known.
const KindInfo* kindOfStep(ModuleStepsView steps, std::size_t at)
{
    return at == 0 || isAnswer(steps, at) ? nullptr : kindOfText(steps[at].kind);
}

bool isActivation(ModuleStepsView steps, std::size_t at)
{
    const KindInfo* kind = kindOfStep(steps, at);
    return kind != nullptr && kind->group == KindGroup::Activations;
}

QString kindName(ModuleStepsView steps, std::size_t at)
{
    const std::string_view name = kindOfStep(steps, at)->name;
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// The first module that reads what this one gives; 0 where none does.
std::size_t readerOf(ModuleStepsView steps, std::size_t at)
{
    const std::string& name = steps[at].name;
    for (std::size_t i = at + 1; i < steps.size(); ++i) {
        const std::vector<std::string>& sources = steps[i].sources;
        const bool isHolder = isWithin(name, steps[i].name);
        if (sources.empty() ? i == at + 1 : !isHolder && std::ranges::find(sources, name) != sources.end())
            return i;
    }
    return 0;
}

QString poolText(ModuleStepsView steps, std::size_t at, bool largest)
{
    const std::size_t before = stepBefore(steps, at);
    if (!isActivation(steps, before))
        return largest ? ModuleStepsText::tr(": the largest of every patch")
                       : ModuleStepsText::tr(": the mean of every patch");
    return (largest ? ModuleStepsText::tr(": the largest of every patch, after %1")
                    : ModuleStepsText::tr(": the mean of every patch, after %1"))
        .arg(kindName(steps, before));
}

/// Of a convolution or a Linear, whose values another module is made for.
QString readerText(ModuleStepsView steps, std::size_t at)
{
    const std::size_t next = readerOf(steps, at);
    if (isActivation(steps, next))
        return ModuleStepsText::tr(", before %1").arg(kindName(steps, next));
    return isAnswer(steps, next) ? ModuleStepsText::tr(": logits, before softmax") : QString();
}

/// Of a block: whose values it gives. Of a Dropout or an Identity nothing.
QString copyText(ModuleStepsView steps, std::size_t at)
{
    const std::vector<std::string>& sources = steps[at].sources;
    return isBlock(steps, steps[at].name) && !sources.empty()
               ? ModuleStepsText::tr(": what %1 gives").arg(QString::fromStdString(sources.front()))
               : QString();
}

/// ", before ReLU", ", after ReLU" or what else tells a value from its neighbours.
QString position(ModuleStepsView steps, std::size_t at)
{
    if (isAnswer(steps, at))
        return ModuleStepsText::tr(": the probability of every class");
    const KindInfo* kind = kindOfStep(steps, at);
    if (kind == nullptr)
        return {};
    switch (kind->form) {
    case UnitExplanation::Form::Relu:
    case UnitExplanation::Form::Activation:
        return ModuleStepsText::tr(", after %1").arg(kindName(steps, at));
    case UnitExplanation::Form::MaxPool:
        return poolText(steps, at, true);
    case UnitExplanation::Form::AveragePool:
        return poolText(steps, at, false);
    case UnitExplanation::Form::Flatten:
        return ModuleStepsText::tr(": the maps of %1 as one vector")
            .arg(nameOf(steps[stepBefore(steps, at)]));
    case UnitExplanation::Form::Softmax:
        return ModuleStepsText::tr(": shares that add up to 1");
    case UnitExplanation::Form::Sum:
        return ModuleStepsText::tr(": what body and shortcut give, added up");
    case UnitExplanation::Form::Copy:
        return copyText(steps, at);
    case UnitExplanation::Form::Convolution:
    case UnitExplanation::Form::Linear:
    case UnitExplanation::Form::Normalised:
        break;
    }
    return readerText(steps, at);
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
    input.sources.clear();
    std::copy(reading.modules.begin(), reading.modules.end(), steps.begin() + 1);
    ModuleOutput& softmax = steps.back();
    softmax.name = kAnswerName;
    softmax.sources.clear();
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

std::size_t stepBefore(ModuleStepsView steps, std::size_t step)
{
    return step == 0 || step >= steps.size() ? 0 : inputPlace(steps, step).value_or(0);
}

bool isCutAtZero(ModuleStepsView steps, std::size_t step)
{
    const KindInfo* kind = kindOfStep(steps, step);
    if (kind == nullptr)
        return false;
    const KindInfo* reader = kindOfStep(steps, readerOf(steps, step));
    if (kind->kind == LayerKind::ReLU || (reader != nullptr && reader->kind == LayerKind::ReLU))
        return true;
    if (kind->isBlock())
        return kind->form == UnitExplanation::Form::Copy && !steps[step].sources.empty() &&
               isCutAtZero(steps, stepOf(steps, steps[step].sources.front()));
    const bool passes = kind->isPool() || kind->form == UnitExplanation::Form::Copy ||
                        kind->form == UnitExplanation::Form::Flatten;
    return passes && isCutAtZero(steps, stepBefore(steps, step));
}

QString seenText(ModuleStepsView steps, std::size_t module, ModuleSide side)
{
    if (module == 0 || module >= steps.size())
        return {};
    const QString name = nameOf(steps[module]);
    if (side == ModuleSide::Output)
        return ModuleStepsText::tr("Output of %1%2").arg(name, position(steps, module));
    const std::size_t before = stepBefore(steps, module);
    if (before == 0)
        return ModuleStepsText::tr("Input of %1: the 28 \u00D7 28 picture, standardised").arg(name);
    return ModuleStepsText::tr("Input of %1: the output of %2%3")
        .arg(name, nameOf(steps[before]), position(steps, before));
}

QString weightsText(ModuleStepsView steps, const std::string& module, const FilterBanks& banks, int bank,
                    const QStringList& classNames)
{
    const QString name = QString::fromStdString(module);
    const std::size_t at = stepOf(steps, module);
    const std::size_t before = stepBefore(steps, at);
    const QString from = before > 0 ? nameOf(steps[before]) : ModuleStepsText::tr("its input");
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

std::optional<MapCount> flattenedMaps(ModuleStepsView steps, std::size_t step)
{
    for (std::size_t at = stepBefore(steps, step); at > 0; at = stepBefore(steps, at)) {
        const KindInfo* kind = kindOfStep(steps, at);
        const std::vector<int>& shape = steps[stepBefore(steps, at)].shape;
        if (kind == nullptr || steps[at].shape.size() != 1)
            break;
        if (kind->shape == ShapeRule::Flattened && shape.size() == 3)
            return MapCount{.maps = shape[0], .width = shape[2], .height = shape[1]};
        if (kind->shape != ShapeRule::Same && kind->shape != ShapeRule::Normalised &&
            kind->shape != ShapeRule::Flattened)
            break;
    }
    return std::nullopt;
}

std::optional<UnitAddress> unitOfTerm(ModuleStepsView steps, const UnitExplanation& explanation,
                                      const UnitExplanation::Term& term)
{
    const std::string& module = term.other ? explanation.otherModule : explanation.inputModule;
    const std::size_t at = stepOf(steps, module);
    if (at == 0 || term.padding)
        return std::nullopt;
    const std::vector<int>& shape = steps[at].shape;
    const int index = shape.size() == 3 ? (term.channel * shape[1] + term.y) * shape[2] + term.x : term.x;
    return UnitAddress{.module = module, .index = index};
}

}  // namespace glyphscope
