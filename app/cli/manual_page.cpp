// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual_page.h"

#include "app/cli/command_text.h"

#include <QtCore/QRegularExpression>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

/// Text as it stands: a backslash and a hyphen mean something else, and so do a dot and a quote that begin a
/// line.
QString escaped(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    static const QRegularExpression withinAWord(u",(?=\\S)"_s);
    text.replace(withinAWord, u",\\:"_s);  // where a long word may be broken
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString section(const QString& title)
{
    return u".SH "_s + escaped(title) + u'\n';
}

QString optionEntry(const OptionDescription& option)
{
    QString entry = u".TP\n\\fB\\-\\-%1\\fR"_s.arg(escaped(option.name));
    if (!option.value.isEmpty())
        entry += u" \\fI%1\\fR"_s.arg(escaped(option.value)) + (option.many ? u"..."_s : QString());
    return entry + u'\n' + escaped(option.says) + u".\n"_s;
}

QString commandEntry(const CommandDescription& command)
{
    QString entry = u".SS \"glyphscope %1\"\n"_s.arg(escaped(command.name));
    entry += u"\\fBglyphscope %1\\fR %2\n.PP\n%3\n"_s.arg(escaped(command.name), escaped(command.usage),
                                                          escaped(command.says));
    for (const OptionDescription& option : command.options)
        if (!option.common)
            entry += optionEntry(option);
    return entry;
}

QString entry(const QString& name, const QString& says)
{
    return u".TP\n\\fB%1\\fR\n%2\n"_s.arg(escaped(name), escaped(says));
}

QString environmentEntries()
{
    return entry(u"GLYPHSCOPE_DATA"_s, CommandText::tr("The folder for MNIST, runs and samples, instead of "
                                                       "~/.local/share/glyphscope.")) +
           entry(u"QT_QPA_PLATFORM"_s,
                 CommandText::tr("Qt's platform: with offscreen the tour needs no display."));
}

QString statusEntries()
{
    return entry(u"0"_s, CommandText::tr("Done.")) + entry(u"1"_s, CommandText::tr("Failed.")) +
           entry(u"2"_s, CommandText::tr("The command line makes no sense.")) +
           entry(u"130"_s, CommandText::tr("Interrupted, after saving."));
}

}  // namespace

QString manualPage(const QList<CommandDescription>& commands)
{
    // Not adjusted: some words are longer than a line leaves room for
    QString page = u".TH GLYPHSCOPE 1 \"\" \"glyphscope " GLYPHSCOPE_VERSION "\"\n.ad l\n.nh\n"_s;
    page +=
        section(CommandText::tr("NAME", "a title of a manual page")) +
        escaped(CommandText::tr("glyphscope - write a digit, watch a convolutional network read it, train "
                                "it, take it apart")) +
        u'\n';
    page += section(CommandText::tr("SYNOPSIS", "a title of a manual page")) +
            u"\\fBglyphscope\\fR [\\fIFILE\\fR]\n.br\n\\fBglyphscope\\fR \\fICOMMAND\\fR [\\fIARGUMENTS\\fR] "
            "[\\fIOPTIONS\\fR]\n"_s;
    page +=
        section(CommandText::tr("DESCRIPTION", "a title of a manual page")) +
        escaped(CommandText::tr("Without a command the window opens, with a FILE that it reads: a picture, "
                                "ink, weights or a network. The commands need no display. Results go to "
                                "standard output, messages to standard error.")) +
        u'\n';
    page += section(CommandText::tr("OPTIONS OF EVERY COMMAND", "a title of a manual page"));
    if (!commands.isEmpty())
        for (const OptionDescription& option : commands.first().options)
            if (option.common)
                page += optionEntry(option);
    page += section(CommandText::tr("COMMANDS", "a title of a manual page"));
    for (const CommandDescription& command : commands)
        page += commandEntry(command);
    page += section(CommandText::tr("EXIT STATUS", "a title of a manual page")) + statusEntries();
    page += section(CommandText::tr("ENVIRONMENT", "a title of a manual page")) + environmentEntries();
    return page;
}

}  // namespace glyphscope
