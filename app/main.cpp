// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/standard_streams.h"
#include "app/text/file_name.h"
#include "app/text/language.h"
#include "app/window_start.h"
#include "model/engine/load_engine.h"

#include <QtCore/QCoreApplication>

#include <cstring>

using namespace glyphscope;

int main(int argc, char** argv)
{
    fillClosedStreams();     // before anything else is opened
    prepareForEngine(argv);  // before there are threads
    QCoreApplication::setApplicationName(QStringLiteral("glyphscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLYPHSCOPE_VERSION));
    if (argc > 1 && std::strcmp(argv[1], "tour") == 0)
        return statusAfterOutput(startTour(argc, argv));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << fileNameFromBytes(argv[i]);
    if (asksForCommand(arguments)) {
        const QCoreApplication application(argc, argv);
        installLanguage();
        return runCommand(arguments);
    }
    return startWindow(argc, argv);
}
