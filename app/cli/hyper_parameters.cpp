// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hyper_parameters.h"

#include "app/cli/command_text.h"
#include "app/cli/weights_source.h"
#include "app/settings/installation.h"
#include "model/types/option_names.h"
#include "model/types/option_table.h"

#include <algorithm>
#include <iterator>
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
    {"epochs", "epochs", "N",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "train for N passes over the training set")},
    {"batch_size", "batch", "N", QT_TRANSLATE_NOOP("glyphscope::CommandText", "use N images per step")},
    {"peak_learning_rate", "learning-rate", "R",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "highest learning rate of the schedule")},
    {"matrix_rate", "matrix-rate", "R",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "highest learning rate of weight matrices, with --optimizer muon")},
    {"warmup", "warm-up", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "share of the steps in which the rate rises, with --schedule one-cycle or linear")},
    {"decay_every", "decay-every", "N",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "decay the rate every N epochs, with --schedule step")},
    {"decay_factor", "decay-factor", "F",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "multiply the rate by F at each decay, with --schedule step")},
    {"beta1", "momentum", "M",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "momentum of sgd and nesterov, first beta of the other optimizers")},
    {"matrix_momentum", "matrix-momentum", "M",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "momentum of weight matrices, with --optimizer muon")},
    {"weight_decay", "weight-decay", "D",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "weight decay: decoupled with adamw and muon, L2 with the others")},
    {"label_smoothing", "label-smoothing", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "spread this share of each label over all classes")},
    {"dropout", "dropout", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "zero this share of the inputs of the last layer while training")},
    {"averaging", "averaging", "DECAY",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "decay per step of the moving average of the weights; 0: no averaging")},
    {"rotation", "rotation", "DEGREES",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "rotate each image by up to this many degrees")},
    {"scale", "scale", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "scale each image along each axis by up to this share")},
    {"shear", "shear", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "shear each image by up to this share")},
    {"translation", "translation", "PIXELS",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "shift each image along each axis by up to this many pixels")},
    {"elastic_alpha", "elastic", "PIXELS",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "standard deviation of an elastic displacement of each image")},
    {"elastic_sigma", "elastic-smoothness", "PIXELS",
     QT_TRANSLATE_NOOP("glyphscope::CommandText", "smoothness of the elastic displacement")},
    {"select_images", "select", "N",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "train on N images of the set, chosen by two small networks; 0: on all of it")},
    {"hard_share", "hard-share", "SHARE",
     QT_TRANSLATE_NOOP("glyphscope::CommandText",
                       "with --select, take this share from the images those networks find hardest")},
};

const OptionText* textOf(const OptionRow& row)
{
    const auto* const found = std::ranges::find_if(
        kOptionTexts, [&row](const OptionText& text) { return row.key == std::string_view(text.key); });
    return found == std::end(kOptionTexts) ? nullptr : found;
}

/// Gives every row of the table that has an option, with the option's name, to `visit`.
template <typename Visit>
void forEachOption(const Visit& visit)
{
    for (const OptionRow& row : kOptionTable)
        if (const OptionText* text = textOf(row))
            visit(row, *text);
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
        throw UsageError(error.message());
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

/// What gives option %1, which has these needs, a meaning.
MessageText meeting(OptionNeeds needs)
{
    switch (needs) {
    case OptionNeeds::Nothing:
        break;
    case OptionNeeds::Betas:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --optimizer adamw, adam or muon.");
    case OptionNeeds::Momentum:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --optimizer sgd or nesterov.");
    case OptionNeeds::Muon:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --optimizer muon.");
    case OptionNeeds::Selection:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --select N, at least 1.");
    case OptionNeeds::StepDecay:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --schedule step.");
    case OptionNeeds::WarmUp:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --schedule one-cycle or linear.");
    case OptionNeeds::Elastic:
        return GLYPHSCOPE_TEXT("Command", "--%1 goes with --elastic PIXELS, above 0.");
    }
    return {"", ""};
}

}  // namespace

QString optionName(const OptionRow& row)
{
    const OptionText* text = textOf(row);
    return text == nullptr ? QString() : QString::fromLatin1(text->name);
}

void addHyperParameters(Command& command)
{
    command.addOption(u"optimizer"_s,
                      CommandText::tr("use this optimizer: adamw, adam, muon, sgd or nesterov"), u"NAME"_s);
    command.addOption(
        u"schedule"_s,
        CommandText::tr("schedule of the learning rate: one-cycle, constant, cosine, step or linear"),
        u"NAME"_s);
    forEachOption([&command](const OptionRow&, const OptionText& text) {
        command.addOption(QLatin1StringView(text.name), CommandText::tr(text.says),
                          QLatin1StringView(text.value));
    });
    command.addOption(
        u"freeze"_s,
        CommandText::tr("keep the values of this parameter, such as conv1.weight; may be repeated"),
        u"NAME"_s);
}

void changeHyperParameters(TrainOptions& options, const Command& command, bool otherNetwork)
{
    change(options.optimizer, command, u"optimizer"_s, optimizerNamed);
    change(options.schedule, command, u"schedule"_s, scheduleNamed);
    forEachOption([&](const OptionRow& row, const OptionText& text) {
        change(options, command, row, QLatin1StringView(text.name));
    });
    forEachOption([&](const OptionRow& row, const OptionText& text) {
        if (command.isSet(QLatin1StringView(text.name)) && !isMet(row.needs, options))
            throw UsageError(meeting(row.needs), text.name);
    });
    if (!otherNetwork) {
        options.frozen = frozenFor(command, shippedWeights());
        return;
    }
    for (const QString& name : command.values(u"freeze"_s))  // training knows the parameters of any network
        options.frozen.push_back(name.toStdString());
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
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "--%1 cannot be changed with --resume: the run has its own."),
            name.toStdString());
}

}  // namespace glyphscope
