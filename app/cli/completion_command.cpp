// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/completions.h"
#include "app/cli/manual_page.h"

namespace glyphscope {

using namespace Qt::StringLiterals;

int completionCommand(const QStringList& arguments)
{
    Command command(
        u"completion"_s, knownShells().join(u'|'),
        CommandText::tr("Prints what a shell completes the words of glyphscope by. In bash: source "
                        "<(glyphscope completion bash)"));
    if (!command.parse(arguments))
        return kDone;
    const QStringList files = command.files();
    if (files.size() != 1 || !knownShells().contains(files[0]))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "completion takes one of: %1."),
                         knownShells().join(u", "_s).toStdString());
    printText(completionFor(files[0], describedCommands()));
    return kDone;
}

int manualCommand(const QStringList& arguments)
{
    Command command(
        u"manual"_s, {},
        CommandText::tr("Prints the manual page, glyphscope(1). To read it: glyphscope manual | man "
                        "-l -"));
    if (!command.parse(arguments))
        return kDone;
    if (!command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "manual takes no arguments."));
    printText(manualPage(describedCommands()));
    return kDone;
}

}  // namespace glyphscope
