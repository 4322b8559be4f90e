// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/number_range.h"
#include "model/types/optimizer_traits.h"
#include "model/types/train_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <variant>

namespace glyphscope {

/// What the other options must be for a number to make a difference.
enum class OptionNeeds {
    Nothing,
    Betas,      ///< an optimizer of Adam's kind
    Momentum,   ///< an optimizer with a momentum in place of betas
    Muon,       ///< this optimizer
    WarmUp,     ///< a schedule that rises first
    StepDecay,  ///< the schedule Step
    Selection,  ///< training on chosen images
    Elastic,    ///< an elastic displacement
};

/// One hyper-parameter that is a number.
struct OptionRow {
    using Member = std::variant<double TrainOptions::*, int TrainOptions::*, double Augmentation::*>;

    const char* key;    ///< in files: "peak_learning_rate"
    MessageText words;  ///< in messages and in marks of curves: "learning rate"
    Member member;
    NumberRange range;  ///< the same limits for files, engine, command line and window
    bool live = false;  ///< may change while a network trains: LiveValues has it
    OptionNeeds needs = OptionNeeds::Nothing;
    bool isNewer = false;  ///< checkpoints of older versions lack it
};

/// Every hyper-parameter that is a number, in the order in which they are shown. Checks, files, marks of
/// curves, the command line and the window's form all go by it.
inline constexpr auto kOptionTable = [] {
    using enum NumberRange::Scale;
    using O = TrainOptions;
    using A = Augmentation;
    using N = OptionNeeds;
    constexpr bool live = true;
    constexpr bool fixed = false;
    constexpr bool newer = true;
    constexpr NumberRange count{.least = 1, .most = 100000, .low = 1, .high = 20, .whole = true};
    constexpr NumberRange batch{
        .least = 2, .most = 65536, .low = 8, .high = 1024, .scale = PowersOfTwo, .whole = true};
    constexpr NumberRange images{.most = 1e9, .high = 60000, .whole = true};
    constexpr NumberRange rate{.least = 1e-9, .most = 1000, .low = 1e-5, .high = 1, .scale = Logarithmic};
    constexpr NumberRange matrixRate{
        .least = 1e-9, .most = 1000, .low = 1e-3, .high = 1, .scale = Logarithmic};
    constexpr NumberRange pull{.most = 1000, .low = 1e-6, .high = 1, .scale = Logarithmic};
    // A share below one that says how much of the past is kept
    constexpr NumberRange decay{.most = 0.999999, .high = 0.9999, .scale = NearOne};
    return std::to_array<OptionRow>({
        {"epochs", GLYPHSCOPE_TEXT("Types", "epochs"), &O::epochs, count},
        {"batch_size", GLYPHSCOPE_TEXT("Types", "batch size"), &O::batchSize, batch},
        {"peak_learning_rate", GLYPHSCOPE_TEXT("Types", "learning rate"), &O::peakLearningRate, rate, live},
        {"matrix_rate", GLYPHSCOPE_TEXT("Types", "matrix rate"), &O::matrixRate, matrixRate, live, N::Muon,
         newer},
        {"warmup",
         GLYPHSCOPE_TEXT("Types", "warm-up"),
         &O::warmup,
         {.least = 0.001, .most = 0.999},
         fixed,
         N::WarmUp},
        {"decay_every", GLYPHSCOPE_TEXT("Types", "epochs between decays"), &O::decayEvery, count, fixed,
         N::StepDecay},
        {"decay_factor",
         GLYPHSCOPE_TEXT("Types", "decay factor"),
         &O::decayFactor,
         {.least = 1e-6},
         fixed,
         N::StepDecay},
        {"beta1", GLYPHSCOPE_TEXT("Types", "beta 1"), &O::beta1, decay,
         live},  // momentum, where the optimizer has no betas
        {"beta2", GLYPHSCOPE_TEXT("Types", "beta 2"), &O::beta2, decay, live, N::Betas},
        {"matrix_momentum", GLYPHSCOPE_TEXT("Types", "matrix momentum"), &O::matrixMomentum, decay, live,
         N::Muon, newer},
        {"weight_decay", GLYPHSCOPE_TEXT("Types", "weight decay"), &O::weightDecay, pull, live},
        {"label_smoothing",
         GLYPHSCOPE_TEXT("Types", "label smoothing"),
         &O::labelSmoothing,
         {.most = 0.999, .high = 0.5},
         live},
        {"dropout", GLYPHSCOPE_TEXT("Types", "dropout"), &O::dropout, {.most = 0.999, .high = 0.9}, live},
        {"averaging", GLYPHSCOPE_TEXT("Types", "averaging"), &O::averaging, decay},
        {"rotation", GLYPHSCOPE_TEXT("Types", "rotation"), &A::rotation, {.most = 180, .high = 50}, live},
        {"scale", GLYPHSCOPE_TEXT("Types", "scaling"), &A::scale, {.most = 0.9, .high = 0.5}, live},
        {"shear", GLYPHSCOPE_TEXT("Types", "shear"), &A::shear, {.most = 2}, live},
        {"translation",
         GLYPHSCOPE_TEXT("Types", "translation"),
         &A::translation,
         {.most = 28, .high = 5},
         live},
        {"elastic_alpha",
         GLYPHSCOPE_TEXT("Types", "elastic displacement"),
         &A::elasticAlpha,
         {.most = 28, .high = 5},
         live},
        {"elastic_sigma",
         GLYPHSCOPE_TEXT("Types", "elastic smoothness"),
         &A::elasticSigma,
         {.least = 0.5, .most = 28, .high = 10},
         live,
         N::Elastic},
        {"select_images", GLYPHSCOPE_TEXT("Types", "images to select"), &O::selectImages, images, fixed,
         N::Nothing, newer},
        {"hard_share",
         GLYPHSCOPE_TEXT("Types", "share of hard images"),
         &O::hardShare,
         {},
         fixed,
         N::Selection,
         newer},
        {"until_accuracy",
         GLYPHSCOPE_TEXT("Types", "accuracy to stop at"),
         &O::untilAccuracy,
         {.most = 2}},  // above 1: never
        {"evaluate_every", GLYPHSCOPE_TEXT("Types", "steps between evaluations"), &O::evaluateEvery, images},
    });
}();

/// The row of that key; null if there is none.
[[nodiscard]] constexpr const OptionRow* findOption(std::string_view key)
{
    const auto found = std::ranges::find(kOptionTable, key, &OptionRow::key);
    return found == kOptionTable.end() ? nullptr : &*found;
}

/// Gives the row's number in `options` to `visit`: a reference to a double or to an int.
template <typename Options, typename Visit>
constexpr void visitOption(const OptionRow& row, Options& options, const Visit& visit)
{
    std::visit(
        [&](auto member) {
            if constexpr (std::is_same_v<decltype(member), double Augmentation::*>)
                visit(options.augmentation.*member);
            else
                visit(options.*member);
        },
        row.member);
}

[[nodiscard]] constexpr double optionValue(const OptionRow& row, const TrainOptions& options)
{
    double result = 0;
    visitOption(row, options, [&result](const auto& value) { result = value; });
    return result;
}

/// `value` lies in the row's range; of a whole number the fraction goes.
constexpr void setOptionValue(const OptionRow& row, TrainOptions& options, double value)
{
    visitOption(row, options,
                [value](auto& place) { place = static_cast<std::decay_t<decltype(place)>>(value); });
}

/// Whether a number with these needs makes a difference beside the other options.
[[nodiscard]] constexpr bool isMet(OptionNeeds needs, const TrainOptions& o)
{
    switch (needs) {
    case OptionNeeds::Nothing:
        break;
    case OptionNeeds::Betas:
        return usesBetas(o.optimizer);
    case OptionNeeds::Momentum:
        return !usesBetas(o.optimizer);
    case OptionNeeds::Muon:
        return o.optimizer == OptimizerKind::Muon;
    case OptionNeeds::WarmUp:
        return o.schedule == ScheduleKind::OneCycle || o.schedule == ScheduleKind::Linear;
    case OptionNeeds::StepDecay:
        return o.schedule == ScheduleKind::Step;
    case OptionNeeds::Selection:
        return o.selectImages > 0;
    case OptionNeeds::Elastic:
        return o.augmentation.elasticAlpha > 0;
    }
    return true;
}

}  // namespace glyphscope
