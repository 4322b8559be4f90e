// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completions.h"

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

enum class Takes { Nothing, Text, File, Folder };

Takes kindOfValue(const OptionDescription& option)
{
    if (option.value.isEmpty())
        return Takes::Nothing;
    if (option.value == "FILE"_L1 || option.value == "SPEC"_L1 || option.value == "RUN"_L1)
        return Takes::File;
    return option.value == "DIR"_L1 ? Takes::Folder : Takes::Text;
}

/// Names of options that take a value of that kind: "--out --data".
QString optionsTaking(Takes kind, const CommandDescription& command, QChar between)
{
    QStringList names;
    for (const OptionDescription& option : command.options)
        if (kindOfValue(option) == kind)
            names << u"--"_s + option.name;
    return names.join(between);
}

QString allOptions(const CommandDescription& command)
{
    QStringList names;
    for (const OptionDescription& option : command.options)
        names << u"--"_s + option.name;
    return names.join(u' ');
}

QString namesOf(const QList<CommandDescription>& commands)
{
    QStringList names;
    for (const CommandDescription& command : commands)
        names << command.name;
    return names.join(u' ');
}

QString firstSentence(const QString& text)
{
    const qsizetype end = text.indexOf(u". "_s);
    QString sentence = end < 0 ? text : text.left(end);
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

/// Within single quotes of a shell.
QString quotedForShell(QString text)
{
    return text.replace(u'\'', u"'\\''"_s);
}

QString bashCases(const QList<CommandDescription>& commands)
{
    QString cases;
    for (const CommandDescription& command : commands) {
        cases += u"    %1)\n        options='%2'\n"_s.arg(command.name, allOptions(command));
        if (const QString folders = optionsTaking(Takes::Folder, command, u'|'); !folders.isEmpty())
            cases +=
                u"        case $previous in %1) COMPREPLY=($(compgen -d -- \"$word\")); return ;; esac\n"_s
                    .arg(folders);
        if (const QString texts = optionsTaking(Takes::Text, command, u'|'); !texts.isEmpty())
            cases += u"        case $previous in %1) return ;; esac\n"_s.arg(texts);
        cases += u"        ;;\n"_s;
    }
    return cases;
}

QString bashCompletion(const QList<CommandDescription>& commands)
{
    return uR"(# bash completion for glyphscope
_glyphscope() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} options=
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '%1 --help --version' -- "$word") $(compgen -f -- "$word"))
        return
    fi
    case ${COMP_WORDS[1]} in
%2    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _glyphscope glyphscope
)"_s.arg(namesOf(commands), bashCases(commands));
}

/// An option in the words of zsh's _arguments.
QString zshOption(const OptionDescription& option)
{
    QString says = option.says;
    says.replace(u'[', u'(').replace(u']', u')').replace(u':', u"\\:"_s);
    QString action;
    switch (kindOfValue(option)) {
    case Takes::Nothing:
        break;
    case Takes::Text:
        action = u":%1: "_s.arg(option.value);
        break;
    case Takes::File:
        action = u":%1:_files"_s.arg(option.value);
        break;
    case Takes::Folder:
        action = u":%1:_files -/"_s.arg(option.value);
        break;
    }
    return u"            '*--%1[%2]%3' \\\n"_s.arg(option.name, quotedForShell(says), action);
}

QString zshCompletion(const QList<CommandDescription>& commands)
{
    QString names;
    QString cases;
    for (const CommandDescription& command : commands) {
        QString says = firstSentence(command.says);
        says.replace(u':', u"\\:"_s);
        names += u"        '%1:%2'\n"_s.arg(command.name, quotedForShell(says));
        cases += u"    %1)\n        _arguments \\\n"_s.arg(command.name);
        for (const OptionDescription& option : command.options)
            cases += zshOption(option);
        cases += u"            '*:FILE:_files'\n        ;;\n"_s;
    }
    return uR"(#compdef glyphscope
_glyphscope() {
    local -a commands
    commands=(
%1    )
    if ((CURRENT == 2)); then
        _describe command commands
        _files
        return
    fi
    shift words
    ((CURRENT--))
    case $words[1] in
%2    esac
}
_glyphscope "$@"
)"_s.arg(names, cases);
}

/// Within single quotes of fish.
QString quotedForFish(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
}

QString fishCompletion(const QList<CommandDescription>& commands)
{
    QString lines = u"# fish completion for glyphscope\n"_s;
    for (const CommandDescription& command : commands)
        lines += u"complete -c glyphscope -n __fish_use_subcommand -a %1 -d '%2'\n"_s.arg(
            command.name, quotedForFish(firstSentence(command.says)));
    for (const CommandDescription& command : commands)
        for (const OptionDescription& option : command.options) {
            const Takes kind = kindOfValue(option);
            lines += u"complete -c glyphscope -n '__fish_seen_subcommand_from %1' -l %2%3 -d '%4'\n"_s.arg(
                command.name, option.name,
                kind == Takes::Nothing  ? QString()
                : kind == Takes::Text   ? u" -x"_s
                : kind == Takes::Folder ? u" -x -a '(__fish_complete_directories)'"_s
                                        : u" -r -F"_s,
                quotedForFish(option.says));
        }
    return lines;
}

}  // namespace

QStringList knownShells()
{
    return {u"bash"_s, u"zsh"_s, u"fish"_s};
}

QString completionFor(const QString& shell, const QList<CommandDescription>& commands)
{
    if (shell == "bash"_L1)
        return bashCompletion(commands);
    return shell == "zsh"_L1 ? zshCompletion(commands) : fishCompletion(commands);
}

}  // namespace glyphscope
