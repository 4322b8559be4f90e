// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_settings.h"

#include "app/cli/weights_source.h"
#include "app/files/training_data.h"
#include "model/training/recipes.h"
#include "model/types/option_names.h"

#include <filesystem>
#include <span>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr const char* kDataOptions[] = {"data",       "ink",     "ink-variations",
                                        "not-digits", "samples", "validation"};
constexpr const char* kHyperParameters[] = {"recipe",          "epochs",          "seed",     "optimizer",
                                            "learning-rate",   "batch",           "schedule", "weight-decay",
                                            "label-smoothing", "dropout",         "momentum", "freeze",
                                            "matrix-rate",     "matrix-momentum", "select",   "hard-share"};

void refuse(const Command& command, std::span<const char* const> names)
{
    for (const char* name : names)
        if (command.isSet(QLatin1StringView(name)))
            throw UsageError(std::string("--") + name +
                             " cannot be changed with --resume: the run has its own.");
}

/// What `named` knows under the option's value; what it says otherwise is about the usage.
template <typename Named>
auto choice(const Command& command, const QString& option, Named named)
{
    try {
        return named(command.text(option));
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

void changeNumbers(TrainOptions& options, const Command& command)
{
    const auto change = [&command](const QString& name, double low, double high, double& value) {
        if (command.isSet(name))
            value = command.number(name, low, high);
    };
    change(u"learning-rate"_s, 1e-9, 10, options.peakLearningRate);
    change(u"weight-decay"_s, 0, 10, options.weightDecay);
    change(u"momentum"_s, 0, 0.9999, options.beta1);
    change(u"matrix-rate"_s, 1e-9, 10, options.matrixRate);
    change(u"matrix-momentum"_s, 0, 0.9999, options.matrixMomentum);
    change(u"hard-share"_s, 0, 1, options.hardShare);
    change(u"label-smoothing"_s, 0, 0.99, options.labelSmoothing);
    change(u"dropout"_s, 0, 0.99, options.dropout);
    if (command.isSet(u"batch"_s))
        options.batchSize = static_cast<int>(command.integer(u"batch"_s, 2, 65536));
    if (command.isSet(u"select"_s))
        options.selectImages = static_cast<int>(command.integer(u"select"_s, 0, 1'000'000'000));
    if (command.isSet(u"epochs"_s))
        options.epochs = static_cast<int>(command.integer(u"epochs"_s, 1, 100000));
}

/// Options that would change nothing are refused.
void refuseIdle(const TrainOptions& options, const Command& command)
{
    if (options.optimizer != OptimizerKind::Muon)
        for (const char* name : {"matrix-rate", "matrix-momentum"})
            if (command.isSet(QLatin1StringView(name)))
                throw UsageError(std::string("--") + name + " goes with --optimizer muon.");
    if (options.selectImages == 0 && command.isSet(u"hard-share"_s))
        throw UsageError("--hard-share goes with --select N, at least 1.");
}

std::string absolute(const QString& path)
{
    return std::filesystem::absolute(path.toStdString()).lexically_normal().string();
}

void addDataOptions(Command& command)
{
    command.addOption(u"data"_s,
                      u"folder of IDX files instead of MNIST; given again, the next one is added to the "
                      "training set of the first"_s,
                      u"DIR"_s);
    command.addFilesOption(u"ink"_s, u"InkML or UNIPEN files to train on as well"_s);
    command.addOption(
        u"ink-variations"_s,
        u"train on so many variations of each of their drawings as well: slanted, stretched, bent, "
        "with other pens"_s,
        u"N"_s, QString::number(kUsualInkVariations));
    command.addFilesOption(
        u"not-digits"_s, u"ink files of letters and the like: the network learns to tell them from digits"_s);
    command.addOption(u"samples"_s, u"train on my handwriting as well, as kept in the window"_s);
    command.addOption(u"validation"_s,
                      u"hold this share of the training set out, never to be trained on: the best epoch is "
                      "chosen by it instead of by the test set"_s,
                      u"SHARE"_s);
}

void addHyperParameters(Command& command)
{
    command.addOption(u"optimizer"_s, u"adamw, adam, muon, sgd or nesterov instead of the recipe's"_s,
                      u"NAME"_s);
    command.addOption(u"learning-rate"_s, u"at its highest"_s, u"R"_s);
    command.addOption(u"schedule"_s, u"of the learning rate: one-cycle, constant, cosine, step or linear"_s,
                      u"NAME"_s);
    command.addOption(u"batch"_s, u"images a step"_s, u"N"_s);
    command.addOption(u"weight-decay"_s, u"decoupled for adamw and muon, L2 for the others"_s, u"D"_s);
    command.addOption(u"momentum"_s, u"of sgd and nesterov; the first beta of the others"_s, u"M"_s);
    command.addOption(u"matrix-rate"_s, u"of muon: the learning rate of the matrices, at its highest"_s,
                      u"R"_s);
    command.addOption(u"matrix-momentum"_s, u"of muon: the momentum of the matrices"_s, u"M"_s);
    command.addOption(u"select"_s, u"train on N images of the set, chosen by two small networks; 0: on all"_s,
                      u"N"_s);
    command.addOption(u"hard-share"_s, u"of those, the share they find hardest; the others come by chance"_s,
                      u"SHARE"_s);
    command.addOption(u"label-smoothing"_s, u"share of the truth spread over all classes"_s, u"SHARE"_s);
    command.addOption(u"dropout"_s, u"share of relu3's outputs that is zeroed in training"_s, u"SHARE"_s);
    command.addOption(u"freeze"_s, u"a parameter that keeps its values: conv1.weight; may be repeated"_s,
                      u"NAME"_s);
}

}  // namespace

void addTrainSettings(Command& command)
{
    addDataOptions(command);
    command.addOption(u"recipe"_s, u"sprint, standard or quality: what the options below do not change"_s,
                      u"NAME"_s, u"standard"_s);
    command.addOption(u"epochs"_s, u"passes over the training set"_s, u"N"_s);
    command.addOption(u"seed"_s, u"of weights, order and augmentation"_s, u"S"_s, u"0"_s);
    command.addOption(
        u"until"_s,
        u"stop at this test accuracy, such as 0.99; tested every 50 steps or, with --select and so in a "
        "sprint, at the end of each epoch"_s,
        u"ACCURACY"_s);
    addHyperParameters(command);
}

TrainOptions trainOptionsFor(const Command& command)
{
    TrainOptions options = choice(command, u"recipe"_s, recipe);
    options.seed = static_cast<std::uint64_t>(command.integer(u"seed"_s, 0, INT64_MAX));
    options.device = command.text(u"device"_s);
    if (command.isSet(u"optimizer"_s))
        options.optimizer = choice(command, u"optimizer"_s, optimizerNamed);
    if (command.isSet(u"schedule"_s))
        options.schedule = choice(command, u"schedule"_s, scheduleNamed);
    changeNumbers(options, command);
    refuseIdle(options, command);
    options.frozen = frozenFor(command);
    changeWhereAllowed(options, command);
    return options;
}

void changeWhereAllowed(TrainOptions& options, const Command& command)
{
    if (command.isSet(u"device"_s))
        options.device = command.text(u"device"_s);
    if (command.isSet(u"until"_s)) {
        options.untilAccuracy = command.number(u"until"_s, 0, 1);
        options.evaluateEvery = options.selectImages > 0 ? 0 : 50;  // epochs of chosen images are short
    }
}

DataChoice dataChoiceFor(const Command& command)
{
    if (!command.isSet(u"ink"_s) && !command.files().isEmpty())
        throw UsageError("train takes files after --ink only.");
    DataChoice choice;
    choice.mnist = !command.isSet(u"data"_s);
    for (const QString& folder : command.values(u"data"_s))
        choice.folders.push_back(absolute(folder));
    for (const QString& file : command.values(u"ink"_s) + command.files())
        choice.ink.push_back(absolute(file));
    for (const QString& file : command.values(u"not-digits"_s))
        choice.notDigits.push_back(absolute(file));
    if (!choice.ink.empty() || !choice.notDigits.empty())
        choice.inkVariations = static_cast<int>(command.integer(u"ink-variations"_s, 0, 100));
    else if (command.isSet(u"ink-variations"_s))
        throw UsageError("--ink-variations goes with --ink FILE... or --not-digits FILE...");
    choice.samples = command.isSet(u"samples"_s);
    if (command.isSet(u"validation"_s))
        choice.validation = command.number(u"validation"_s, 0.001, 0.9);
    return choice;
}

void refuseSettings(const Command& command, bool knowsData)
{
    refuse(command, kHyperParameters);
    if (knowsData)
        refuse(command, kDataOptions);
    if (knowsData && !command.files().isEmpty())
        throw UsageError("train --resume RUN takes no files: the run has its own.");
}

}  // namespace glyphscope
