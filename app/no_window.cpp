// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/tour_arguments.h"
#include "app/text/language.h"
#include "app/text/message_text.h"
#include "app/window_start.h"
#include "model/types/error.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

namespace glyphscope {
namespace {

int noWindow()
{
    std::fputs("glyphscope: this program was built without its window (GLYPHSCOPE_WINDOW=OFF). "
               "See glyphscope --help for what works.\n",
               stderr);
    return 1;
}

}  // namespace

int startWindow(int, char**)
{
    return noWindow();
}

int startTour(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    installLanguage();
    try {
        return tourArguments(QCoreApplication::arguments().mid(1)) ? noWindow() : kDone;
    } catch (const UsageError& error) {
        printMessage(errorText(error));
        return kWrongUsage;
    }
}

}  // namespace glyphscope
