// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/text/language.h"
#include "app/window_start.h"
#include "model/engine/load_engine.h"

#include <QtCore/QCoreApplication>

#include <cstring>

using namespace glyphscope;

int main(int argc, char** argv)
{
    prepareForEngine();  // before there are threads
    QCoreApplication::setApplicationName(QStringLiteral("glyphscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLYPHSCOPE_VERSION));
    if (argc > 1 && std::strcmp(argv[1], "tour") == 0)
        return startTour(argc, argv);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (asksForCommand(arguments)) {
        const QCoreApplication application(argc, argv);
        installLanguage();
        return runCommand(QCoreApplication::arguments());
    }
    return startWindow(argc, argv);
}
