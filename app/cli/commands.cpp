// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/tour_arguments.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"

#include <QtCore/QMap>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <system_error>

namespace glyphscope {
namespace {

using Run = int (*)(const QStringList&);

const QMap<QString, Run>& commands()
{
    static const QMap<QString, Run> all = {
        {QStringLiteral("bench"), benchCommand},
        {QStringLiteral("calibrate"), calibrateCommand},
        {QStringLiteral("convert"), convertCommand},
        {QStringLiteral("evaluate"), evaluateCommand},
        {QStringLiteral("finetune"), finetuneCommand},
        {QStringLiteral("inspect"), inspectCommand},
        {QStringLiteral("network"), networkCommand},
        {QStringLiteral("predict"), predictCommand},
        {QStringLiteral("runs"), runsCommand},
        {QStringLiteral("train"), trainCommand},
        {QStringLiteral("completion"), completionCommand},
        {QStringLiteral("manual"), manualCommand},
    };
    return all;
}

constexpr const char* kHelp = R"(%1 glyphscope [--lesson FILE]     %2
       glyphscope predict FILE... [--top N]
       glyphscope evaluate (--data DIR | --ink FILE...) [--not-digits FILE...]
       glyphscope calibrate --ink FILE... [--not-digits FILE...] [--refuse SHARE] --out FILE
       glyphscope train [--data DIR] [--ink FILE...] [--not-digits FILE...] [--ink-variations N]
                        [--samples] [--validation SHARE] [--recipe NAME] [--epochs N]
                        [--seed S] [--until ACCURACY] [--resume RUN] [--no-run] [--out FILE]
       glyphscope finetune (--ink FILE... | --samples) [--per-class N] [--out FILE]
       glyphscope runs [list | show RUN | compare RUN RUN | export RUN --out FILE |
                        rename RUN NAME | note RUN TEXT | trash RUN... | restore RUN...]
       glyphscope network [list | show SPEC | check SPEC |
                           code SPEC --language python|sequential|cpp|print]
       glyphscope inspect FILE [--item K] --out DIR [--class C [--layer MODULE]]
       glyphscope convert IN OUT [--to FORMAT] [--item K] [--only LABELS] [--divide]
                                      %3
       glyphscope convert --sheet PICTURE OUT.idx [--labels rows|read]
       glyphscope convert --blank-sheet a4|letter OUT.pdf
       glyphscope bench [--data DIR]  %4
       glyphscope tour DIR [--size WxH]
                                      %5
       glyphscope completion bash|zsh|fish
       glyphscope manual

%6 --model FILE  --device cpu|cuda  --threads N  --json  --help  --version
%7)";

/// The usage of every command, with the words between in the user's language.
QString helpOfAll()
{
    const QString weights = QStringLiteral(".safetensors .pt .onnx .npz");
    const QString drawings = QStringLiteral(".inkml\n%1.png .svg .idx").arg(QString(38, u' '));
    return QString::fromUtf8(kHelp).arg(
        CommandText::tr("Usage:"), CommandText::tr("open the window"),
        CommandText::tr("weights: %1; drawings: %2", "names of formats").arg(weights, drawings),
        CommandText::tr("measure this machine"),
        CommandText::tr("drive the window and save a picture of each step"),
        CommandText::tr("Common to all:"),
        CommandText::tr("glyphscope COMMAND --help says more. Exit status: 0 done, 1 failed, 2 wrong usage,\n"
                        "130 interrupted (after saving)."));
}

bool wants(const QStringList& arguments, const char* option)
{
    return arguments.size() == 2 && arguments[1] == QLatin1StringView(option);
}

/// Options that QApplication takes itself, with one dash or two.
bool isQtOption(const QString& argument)
{
    static const QStringList names = {QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
                                      QStringLiteral("style"),           QStringLiteral("stylesheet"),
                                      QStringLiteral("display"),         QStringLiteral("geometry"),
                                      QStringLiteral("qwindowtitle"),    QStringLiteral("qwindowicon"),
                                      QStringLiteral("qwindowgeometry"), QStringLiteral("session"),
                                      QStringLiteral("reverse")};
    const QString name = argument.mid(argument.startsWith(QStringLiteral("--")) ? 2 : 1);
    return names.contains(name.section(u'=', 0, 0));
}

/// A lesson of one's own, with which the window is opened.
bool isLesson(const QStringList& arguments)
{
    return (arguments[1] == QStringLiteral("--lesson") && arguments.size() > 2) ||
           arguments[1].startsWith(QStringLiteral("--lesson="));
}

int runNamed(const QStringList& arguments)
{
    if (wants(arguments, "--help") || wants(arguments, "-h")) {
        printLine(helpOfAll());
        return kDone;
    }
    if (wants(arguments, "--version")) {
        printVersion();
        return kDone;
    }
    const QString name = arguments.value(1);
    const auto command = commands().find(name);
    if (command == commands().end())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "There is no command \"%1\". Try glyphscope --help."),
                         name.toStdString());
    return command.value()(arguments.mid(1));
}

}  // namespace

QList<CommandDescription> describedCommands()
{
    DescribedCommands described;
    for (auto command = commands().begin(); command != commands().end(); ++command)
        (void)command.value()({command.key()});
    (void)tourArguments({QStringLiteral("tour")});
    QList<CommandDescription> all = described.commands();
    std::ranges::sort(all, {}, &CommandDescription::name);
    return all;
}

bool asksForCommand(const QStringList& arguments)
{
    if (arguments.size() < 2 || arguments[1].isEmpty())
        return false;
    if (arguments[1].startsWith(u'-'))
        return !isQtOption(arguments[1]) && !isLesson(arguments);
    // a file is opened in the window; a command of the same name goes first
    std::error_code code;
    return commands().contains(arguments[1]) || !std::filesystem::exists(fileNameBytes(arguments[1]), code);
}

int runCommand(const QStringList& arguments)
{
    try {
        return statusAfterOutput(runNamed(arguments));
    } catch (const UsageError& error) {
        printMessage(errorText(error));
        return kWrongUsage;
    } catch (const std::exception& error) {
        printMessage(errorText(error));
        return kFailed;
    }
}

}  // namespace glyphscope
