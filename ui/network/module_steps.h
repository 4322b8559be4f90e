// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/unit_explanation.h"
#include "ui/network/filter_data.h"

#include <QtCore/QStringList>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// A reading step by step: the network's input, every module's output in the order in which they are done,
/// and the probabilities of kAnswerName at the end.
using ModuleSteps = std::vector<ModuleOutput>;
using ModuleStepsView = std::span<const ModuleOutput>;

/// Writes the reading's values into `steps`, whose memory is used again.
void assignSteps(const Reading& reading, ModuleSteps& steps);

/// Where a module lies among them; 0, the network's input, where there is none of that name.
[[nodiscard]] std::size_t stepOf(ModuleStepsView steps, const std::string& module);

/// The step whose values go into another; 0, the network's input, of the first.
[[nodiscard]] std::size_t stepBefore(ModuleStepsView steps, std::size_t step);

/// The maps that a Linear's inputs were before they were flattened; none for a vector that was one all along.
[[nodiscard]] std::optional<MapCount> flattenedMaps(ModuleStepsView steps, std::size_t step);

/// Whether a map without anything above zero says nothing: of a ReLU, of what one reads, and of what passes
/// on the values of one. Only there is a channel dead or saturated.
[[nodiscard]] bool isCutAtZero(ModuleStepsView steps, std::size_t step);

/// Which values of a module are shown.
enum class ModuleSide { Output, Input, Weights };

/// In words, what is seen: "Output of conv1, before ReLU".
[[nodiscard]] QString seenText(ModuleStepsView steps, std::size_t module, ModuleSide side);

/// The same for one bank of a module's weights.
[[nodiscard]] QString weightsText(ModuleStepsView steps, const std::string& module, const FilterBanks& banks,
                                  int bank, const QStringList& classNames);

/// A value's place in words: "channel 3, y 14, x 9", "value 37", "class 7".
[[nodiscard]] QString placeText(ModuleStepsView steps, std::size_t step, int index,
                                const QStringList& classNames);

/// The same of a value in a bank of weights.
[[nodiscard]] QString weightPlaceText(const FilterBanks& banks, int index);

/// What the values of one map (-1: of all of them) are, for a heading: "conv1, channel 5".
[[nodiscard]] QString mapText(const std::string& step, int map);

/// The same of weights, as PyTorch writes it: "conv2.weight[9, 5]".
[[nodiscard]] QString weightMapText(const std::string& module, const FilterBanks& banks, int bank, int map);

/// Whether a step's values stand for the classes, one each.
[[nodiscard]] bool isClassStep(ModuleStepsView steps, std::size_t step);

/// The unit that a term of an explanation is the value of; none for padding and the network's input.
[[nodiscard]] std::optional<UnitAddress> unitOfTerm(ModuleStepsView steps, const UnitExplanation& explanation,
                                                    const UnitExplanation::Term& term);

}  // namespace glyphscope
