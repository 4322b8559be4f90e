// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hyper_parameters.h"

#include "app/cli/weights_source.h"
#include "model/types/option_names.h"
#include "model/types/option_table.h"

#include <string>
#include <string_view>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

/// What the command line calls a row of the table.
struct OptionText {
    const char* key;
    const char* name;
    const char* value;  // as --help calls it
    const char* says;
};

const OptionText kOptionTexts[] = {
    {"epochs", "epochs", "N", "passes over the training set"},
    {"batch_size", "batch", "N", "images a step"},
    {"peak_learning_rate", "learning-rate", "R", "at its highest"},
    {"matrix_rate", "matrix-rate", "R", "of muon: the learning rate of the matrices, at its highest"},
    {"warmup", "warm-up", "SHARE", "of one-cycle and linear: the share of the steps on the way up"},
    {"decay_every", "decay-every", "N", "of the schedule step: epochs from one decay to the next"},
    {"decay_factor", "decay-factor", "F", "of the schedule step: what a decay multiplies by"},
    {"beta1", "momentum", "M", "of sgd and nesterov; the first beta of the others"},
    {"matrix_momentum", "matrix-momentum", "M", "of muon: the momentum of the matrices"},
    {"weight_decay", "weight-decay", "D", "decoupled for adamw and muon, L2 for the others"},
    {"label_smoothing", "label-smoothing", "SHARE", "share of the truth spread over all classes"},
    {"dropout", "dropout", "SHARE", "share of relu3's outputs that is zeroed in training"},
    {"averaging", "averaging", "DECAY", "decay a step of the moving average of the weights; 0: none"},
    {"rotation", "rotation", "DEGREES", "every image is turned by up to so much"},
    {"scale", "scale", "SHARE", "and stretched or shrunk along each side"},
    {"shear", "shear", "SHARE", "and slanted"},
    {"translation", "translation", "PIXELS", "and shifted along each side"},
    {"elastic_alpha", "elastic", "PIXELS", "and bent: the standard deviation of an elastic displacement"},
    {"elastic_sigma", "elastic-smoothness", "PIXELS", "of that displacement"},
    {"select_images", "select", "N", "train on N images of the set, chosen by two small networks; 0: on all"},
    {"hard_share", "hard-share", "SHARE", "of those, the share they find hardest; the others come by chance"},
};

/// Gives every row of the table that has an option, with the option's name, to `visit`.
template <typename Visit>
void forEachOption(const Visit& visit)
{
    for (const OptionRow& row : kOptionTable)
        for (const OptionText& text : kOptionTexts)
            if (row.key == std::string_view(text.key))
                visit(row, text);
}

/// What `named` knows under the option's value; what it says otherwise is about the usage.
template <typename Named, typename Value>
void change(Value& value, const Command& command, const QString& option, Named named)
{
    if (!command.isSet(option))
        return;
    try {
        value = named(command.text(option));
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

void change(TrainOptions& options, const Command& command, const OptionRow& row, const QString& name)
{
    if (!command.isSet(name))
        return;
    const double least = row.range.least;
    const double most = row.range.most;
    if (row.range.whole)
        setOptionValue(row, options,
                       static_cast<double>(
                           command.integer(name, static_cast<qint64>(least), static_cast<qint64>(most))));
    else
        setOptionValue(row, options, command.number(name, least, most));
}

/// What gives an option with these needs a meaning.
const char* meeting(OptionNeeds needs)
{
    switch (needs) {
    case OptionNeeds::Nothing:
        break;
    case OptionNeeds::Betas:
        return "--optimizer adamw, adam or muon";
    case OptionNeeds::Momentum:
        return "--optimizer sgd or nesterov";
    case OptionNeeds::Muon:
        return "--optimizer muon";
    case OptionNeeds::Selection:
        return "--select N, at least 1";
    case OptionNeeds::StepDecay:
        return "--schedule step";
    case OptionNeeds::WarmUp:
        return "--schedule one-cycle or linear";
    case OptionNeeds::Elastic:
        return "--elastic PIXELS, above 0";
    }
    return "";
}

}  // namespace

void addHyperParameters(Command& command)
{
    command.addOption(u"optimizer"_s, u"adamw, adam, muon, sgd or nesterov instead of the recipe's"_s,
                      u"NAME"_s);
    command.addOption(u"schedule"_s, u"of the learning rate: one-cycle, constant, cosine, step or linear"_s,
                      u"NAME"_s);
    forEachOption([&command](const OptionRow&, const OptionText& text) {
        command.addOption(QLatin1StringView(text.name), QLatin1StringView(text.says),
                          QLatin1StringView(text.value));
    });
    command.addOption(u"freeze"_s, u"a parameter that keeps its values: conv1.weight; may be repeated"_s,
                      u"NAME"_s);
}

void changeHyperParameters(TrainOptions& options, const Command& command)
{
    change(options.optimizer, command, u"optimizer"_s, optimizerNamed);
    change(options.schedule, command, u"schedule"_s, scheduleNamed);
    forEachOption([&](const OptionRow& row, const OptionText& text) {
        change(options, command, row, QLatin1StringView(text.name));
    });
    forEachOption([&](const OptionRow& row, const OptionText& text) {
        if (command.isSet(QLatin1StringView(text.name)) && !isMet(row.needs, options))
            throw UsageError(std::string("--") + text.name + " goes with " + meeting(row.needs) + ".");
    });
    options.frozen = frozenFor(command);
}

void refuseHyperParameters(const Command& command)
{
    for (const QString& name : {u"optimizer"_s, u"schedule"_s, u"freeze"_s})
        refuseWithResume(command, name);
    forEachOption([&command](const OptionRow&, const OptionText& text) {
        refuseWithResume(command, QLatin1StringView(text.name));
    });
}

void refuseWithResume(const Command& command, const QString& name)
{
    if (command.isSet(name))
        throw UsageError("--" + name.toStdString() +
                         " cannot be changed with --resume: the run has its own.");
}

}  // namespace glyphscope
