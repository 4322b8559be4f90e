// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/standard_streams.h"
#include "app/text/file_name.h"
#include "app/text/language.h"
#include "app/window_start.h"
#include "model/engine/load_engine.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <cstring>
#include <memory>

using namespace glyphscope;

namespace {

/// A sheet to be printed has words on it, and their fonts need more than other commands do; no display.
std::unique_ptr<QCoreApplication> commandApplication(int& argc, char** argv, const QStringList& arguments)
{
    const auto asksForSheet = [](const QString& argument) {
        return argument.startsWith(QStringLiteral("--blank-sheet"));
    };
    if (std::ranges::none_of(arguments, asksForSheet))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

}  // namespace

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
        const auto application = commandApplication(argc, argv, arguments);
        installLanguage();
        return runCommand(arguments);
    }
    return startWindow(argc, argv);
}
