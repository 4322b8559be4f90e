// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_settings.h"

#include "app/cli/command_text.h"
#include "app/cli/hyper_parameters.h"
#include "app/cli/standard_input.h"
#include "app/files/ink_labels.h"
#include "app/files/network_choice.h"
#include "app/files/training_data.h"
#include "app/text/file_name.h"
#include "model/training/recipes.h"

#include <filesystem>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr const char* kDataOptions[] = {"data",       "ink",        "fold-case", "ink-variations",
                                        "ink-habits", "not-digits", "samples",   "validation"};

std::string absolute(const QString& path)
{
    return std::filesystem::absolute(fileNameBytes(path)).lexically_normal().string();
}

QString allHabits()
{
    QStringList names;
    for (const std::string& name : habitNames({}))
        names << QString::fromStdString(name);
    return names.join(u',');
}

PenHabits habitsFor(const Command& command)
{
    try {
        return habitsInText(command.text(u"ink-habits"_s));
    } catch (const Error& error) {
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--ink-habits %1: %2"), command.text(u"ink-habits"_s),
                         error);
    }
}

void addDataOptions(Command& command)
{
    command.addOption(u"data"_s,
                      CommandText::tr("train and test on this folder of IDX files instead of MNIST; given "
                                      "again, the next folder is added to the training set of the first"),
                      u"DIR"_s);
    command.addFilesOption(
        u"ink"_s, CommandText::tr("also train on labelled InkML or UNIPEN files; without --data, labels that "
                                  "are no digits are the classes, learnt from these files alone"));
    command.addOption(u"fold-case"_s,
                      CommandText::tr("take capitals and small letters of --ink for the same class"));
    command.addOption(
        u"ink-variations"_s,
        CommandText::tr(
            "also train on N variations of each drawing of --ink: slanted, stretched, bent, other pens"),
        u"N"_s, QString::number(kUsualInkVariations));
    command.addOption(
        u"ink-habits"_s,
        CommandText::tr("give variations these habits of pens: all, none, or some of %1").arg(allHabits()),
        u"NAMES"_s, u"all"_s);
    command.addFilesOption(
        u"not-digits"_s, CommandText::tr("files of ink that the network learns to refuse, such as letters"));
    command.addOption(u"samples"_s, CommandText::tr("also train on the samples kept under My handwriting"));
    command.addOption(u"validation"_s,
                      CommandText::tr("hold out this share of the training set and choose the best epoch by "
                                      "it instead of by the test set"),
                      u"SHARE"_s);
}

Teaching teachingFor(const Command& command)
{
    Teaching teaching;
    for (const QString& file : command.values(u"teacher"_s))
        teaching.files.push_back(absolute(file));
    for (const QString& name : {u"teacher-temperature"_s, u"teacher-share"_s})
        if (command.isSet(name) && teaching.files.empty())
            throw UsageError(GLYPHSCOPE_TEXT("Command", "--%1 goes with --teacher FILE."),
                             name.toStdString());
    teaching.temperature = command.number(u"teacher-temperature"_s, 1, kHighestTeaching);
    teaching.share = command.number(u"teacher-share"_s, 0, 1);
    return teaching;
}

}  // namespace

void addTrainSettings(Command& command)
{
    addDataOptions(command);
    command.addOption(u"recipe"_s, CommandText::tr("start from this recipe: sprint, standard or quality"),
                      u"NAME"_s, u"standard"_s);
    command.addOption(
        u"network"_s,
        CommandText::tr("train this network: a preset of glyphscope network list, a .json file, "
                        "or the network of these weights, with the classes of the data"),
        u"SPEC"_s, u"simple-cnn"_s);
    command.addOption(u"teacher"_s,
                      CommandText::tr("also learn the answers of these weights to every image of the "
                                      "training; given again, the mean of several"),
                      u"FILE"_s);
    command.addOption(u"teacher-temperature"_s,
                      CommandText::tr("divide the logits of teachers and network by this, from 1 to 100"),
                      u"T"_s, u"3"_s);
    command.addOption(u"teacher-share"_s,
                      CommandText::tr("share of the teachers' answers in the loss; the rest is the labels'"),
                      u"SHARE"_s, u"0.9"_s);
    command.addOption(u"seed"_s, CommandText::tr("seed of the weights, the order of images and augmentation"),
                      u"S"_s, u"0"_s);
    command.addOption(u"until"_s,
                      CommandText::tr("stop at this test accuracy, such as 0.99; tested every 50 steps, with "
                                      "--select at the end of each epoch"),
                      u"ACCURACY"_s);
    addHyperParameters(command);
}

TrainOptions trainOptionsFor(const Command& command)
{
    TrainOptions options;
    try {
        options = recipe(command.text(u"recipe"_s));
    } catch (const Error& error) {
        throw UsageError(error.message());
    }
    if (command.isSet(u"network"_s))
        options.network = networkNamed(command.value(u"network"_s));
    options.seed = static_cast<std::uint64_t>(command.integer(u"seed"_s, 0, INT64_MAX));
    options.teaching = teachingFor(command);
    options.device = command.text(u"device"_s);
    changeHyperParameters(options, command, command.isSet(u"network"_s) || command.isSet(u"from"_s));
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
        throw UsageError(GLYPHSCOPE_TEXT("Command", "train takes files after --ink only."));
    refuseStandardInput(command.values(u"ink"_s) + command.values(u"not-digits"_s) + command.files(),
                        "train");
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
    else if (command.isSet(u"ink-habits"_s))
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "--ink-habits goes with --ink FILE... or --not-digits FILE..."));
    else if (command.isSet(u"ink-variations"_s))
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "--ink-variations goes with --ink FILE... or --not-digits FILE..."));
    choice.inkHabits = habitsFor(command);
    choice.foldCase = command.isSet(u"fold-case"_s);
    if (choice.foldCase && choice.ink.empty())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--fold-case goes with --ink FILE..."));
    choice.samples = command.isSet(u"samples"_s);
    if (command.isSet(u"validation"_s))
        choice.validation = command.number(u"validation"_s, 0.001, 0.9);
    if (choice.mnist && !choice.ink.empty() && !isInkOfDigits(command.values(u"ink"_s) + command.files()))
        choice.mnist = false;
    return choice;
}

void refuseSettings(const Command& command, bool knowsData)
{
    for (const QString& name :
         {u"recipe"_s, u"network"_s, u"seed"_s, u"teacher"_s, u"teacher-temperature"_s, u"teacher-share"_s})
        refuseWithResume(command, name);
    refuseHyperParameters(command);
    if (knowsData)
        for (const char* name : kDataOptions)
            refuseWithResume(command, QLatin1StringView(name));
    if (knowsData && !command.files().isEmpty())
        throw UsageError(
            GLYPHSCOPE_TEXT("Command", "train --resume RUN takes no files: the run has its own."));
}

}  // namespace glyphscope
