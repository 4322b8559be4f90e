// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/command.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMap>

#include <algorithm>
#include <exception>

namespace glyphscope {
namespace {

using Run = int (*)(const QStringList&);

const QMap<QString, Run>& commands()
{
    static const QMap<QString, Run> all = {
        {QStringLiteral("bench"), benchCommand},       {QStringLiteral("calibrate"), calibrateCommand},
        {QStringLiteral("convert"), convertCommand},   {QStringLiteral("evaluate"), evaluateCommand},
        {QStringLiteral("finetune"), finetuneCommand}, {QStringLiteral("inspect"), inspectCommand},
        {QStringLiteral("predict"), predictCommand},   {QStringLiteral("runs"), runsCommand},
        {QStringLiteral("train"), trainCommand},
    };
    return all;
}

constexpr const char* kHelp = R"(Usage: glyphscope                     open the window
       glyphscope predict FILE... [--top N]
       glyphscope evaluate (--data DIR | --ink FILE...) [--not-digits FILE...]
       glyphscope calibrate --ink FILE... [--not-digits FILE...] [--refuse SHARE] --out FILE
       glyphscope train [--data DIR] [--ink FILE...] [--not-digits FILE...] [--ink-variations N]
                        [--samples] [--validation SHARE] [--recipe NAME] [--epochs N]
                        [--seed S] [--until ACCURACY] [--resume RUN] [--no-run] [--out FILE]
       glyphscope finetune (--ink FILE... | --samples) [--per-class N] [--out FILE]
       glyphscope runs [list | show RUN | compare RUN RUN | export RUN --out FILE |
                        rename RUN NAME | note RUN TEXT | trash RUN... | restore RUN...]
       glyphscope inspect FILE [--item K] --out DIR [--class C]
       glyphscope convert IN OUT [--to FORMAT] [--item K]
                                      weights: .safetensors .pt .onnx .npz; drawings: .inkml
                                      .png .svg .idx
       glyphscope bench [--data DIR]  measure this machine
       glyphscope tour DIR            drive the window and save a picture of each step

Common to all: --model FILE  --device cpu|cuda  --threads N  --json  --help  --version
glyphscope COMMAND --help says more. Exit status: 0 done, 1 failed, 2 wrong usage,
130 interrupted (after saving).)";

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

int runNamed(const QStringList& arguments)
{
    if (wants(arguments, "--help") || wants(arguments, "-h")) {
        printLine(QString::fromUtf8(kHelp));
        return kDone;
    }
    if (wants(arguments, "--version")) {
        printVersion();
        return kDone;
    }
    const QString name = arguments.value(1);
    const auto command = commands().find(name);
    if (command == commands().end())
        throw UsageError(
            QStringLiteral("There is no command \"%1\". Try glyphscope --help.").arg(name).toStdString());
    return command.value()(arguments.mid(1));
}

}  // namespace

bool asksForCommand(const QStringList& arguments)
{
    if (arguments.size() < 2 || arguments[1].isEmpty())
        return false;
    if (arguments[1].startsWith(u'-'))
        return !isQtOption(arguments[1]);
    // a file is opened in the window; a command of the same name goes first
    return commands().contains(arguments[1]) || !QFileInfo::exists(arguments[1]);
}

int runCommand(const QStringList& arguments)
{
    try {
        return runNamed(arguments);
    } catch (const UsageError& error) {
        printMessage(QString::fromUtf8(error.what()));
        return kWrongUsage;
    } catch (const std::exception& error) {
        printMessage(QString::fromUtf8(error.what()));
        return kFailed;
    }
}

}  // namespace glyphscope
