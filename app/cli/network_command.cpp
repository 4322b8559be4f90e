// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/network_report.h"
#include "app/cli/standard_input.h"
#include "app/files/network_choice.h"
#include "model/spec/source_code.h"

#include <algorithm>
#include <array>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

struct Language {
    const char* name;
    CodeLanguage language;
};

constexpr auto kLanguages = std::to_array<Language>({
    {"python", CodeLanguage::Python},
    {"sequential", CodeLanguage::PythonSequential},
    {"cpp", CodeLanguage::Cpp},
    {"print", CodeLanguage::Print},
});

CodeLanguage languageFor(const Command& command)
{
    const std::string name = command.text(u"language"_s);
    const auto language =
        std::ranges::find_if(kLanguages, [&name](const Language& known) { return known.name == name; });
    if (language == kLanguages.end())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--language %1: there is no such language. Choose one "
                                                    "of: python, sequential, cpp, print."),
                         name);
    return language->language;
}

int listNetworks(const Command& command, const QString&)
{
    if (command.json())
        for (const Preset& preset : presets())
            printLine(presetJson(preset));
    else
        printLine(presetTable());
    return kDone;
}

int showNetwork(const Command& command, const QString& name)
{
    const NetworkSpec network = networkNamed(name);
    if (command.json())
        printLine(networkJson(network));
    else
        printLine(networkText(network));
    return kDone;
}

int checkNetwork(const Command& command, const QString& name)
{
    const NetworkCheck verdict = check(networkNamed(name, NetworkNeed::AnyAtAll));
    if (command.json())
        printLine(checkJson(verdict));
    else
        printLine(checkText(verdict));
    return verdict.fits() ? kDone : kFailed;
}

int printCode(const Command& command, const QString& name)
{
    const CodeLanguage language = languageFor(command);
    const QString text = QString::fromStdString(sourceCode(networkNamed(name), language).text);
    if (command.json())
        printLine(QJsonObject{{u"language"_s, command.value(u"language"_s)}, {u"code"_s, text}});
    else
        printLine(text.chopped(1));  // which ends the line itself
    return kDone;
}

struct NetworkAction {
    const char* name;
    const char* operands;
    qsizetype count;  ///< of words after the name
    int (*perform)(const Command& command, const QString& spec);
};

constexpr auto kNetworkActions = std::to_array<NetworkAction>({
    {"list", "", 0, listNetworks},
    {"show", " SPEC", 1, showNetwork},
    {"check", " SPEC", 1, checkNetwork},
    {"code", " SPEC --language LANGUAGE", 1, printCode},
});

const NetworkAction& networkActionNamed(const std::string& name)
{
    const auto action = std::ranges::find_if(
        kNetworkActions, [&name](const NetworkAction& known) { return known.name == name; });
    if (action == kNetworkActions.end())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "There is no \"network %1\". Choose one of: list, show, "
                                                    "check, code."),
                         name);
    return *action;
}

}  // namespace

int networkCommand(const QStringList& arguments)
{
    Command command(
        u"network"_s, u"[list | show SPEC | check SPEC | code SPEC --language LANGUAGE]"_s,
        CommandText::tr("Lists the networks that come with the program, shows the modules of one, checks "
                        "whether one fits, and writes one as source code. SPEC is the name of one of them, "
                        "or a file: a network's .json, weights, or the text of an nn.Sequential or of "
                        "Python's print(model)."));
    command.addOption(u"language"_s,
                      CommandText::tr("for code: python (a class), sequential (the short form), cpp "
                                      "(LibTorch) or print (what Python's print shows)"),
                      u"LANGUAGE"_s, u"python"_s);
    if (!command.parse(arguments))
        return kDone;
    QStringList words = command.files();
    const NetworkAction& action =
        networkActionNamed(words.isEmpty() ? "list" : words.takeFirst().toStdString());
    if (words.size() != action.count)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "Usage: glyphscope network %1%2"), action.name,
                         action.operands);
    if (command.isSet(u"language"_s) && action.perform != printCode)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--language goes with network code only."));
    return action.perform(command, words.isEmpty() ? QString() : inputFile(words[0]));
}

}  // namespace glyphscope
