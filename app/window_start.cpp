// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_start.h"

#include "app/platform_guard.h"
#include "app/session/interrupt_session.h"
#include "app/settings/installation.h"
#include "app/settings/settings.h"
#include "app/text/file_name.h"
#include "app/text/language.h"
#include "app/tour/tour.h"
#include "app/window_life.h"
#include "app/wiring.h"
#include "ui/style/script_font.h"

#include <QtWidgets/QApplication>

#include <cstdio>
#include <optional>

namespace glyphscope {
namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// The file of --lesson, which is taken out of the arguments; empty: there is none.
QString takeLesson(QStringList& arguments)
{
    const QString option = QStringLiteral("--lesson");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(option + u'='))
            return arguments.takeAt(i).mid(option.size() + 1);
        if (arguments[i] == option && i + 1 < arguments.size()) {
            arguments.removeAt(i);
            return arguments.takeAt(i);
        }
    }
    return {};
}

/// With the arguments that Qt left, as bytes: QApplication::arguments() would lose what is no UTF-8.
int showWindow(int argc, char** argv)
{
    WindowLife life(settingsPath(), engineModule());
    life.open();
    QStringList files;
    for (int i = 1; i < argc; ++i)
        files << fileNameFromBytes(argv[i]);
    const QString lesson = takeLesson(files);
    if (!files.isEmpty())
        life.wiring().openFiles(files);
    if (!lesson.isEmpty())
        life.wiring().openLesson(lesson);
    return QApplication::exec();
}

}  // namespace

int startWindow(int argc, char** argv)
{
    if (!hasDisplay()) {
        std::fputs("glyphscope: there is no display. Set DISPLAY, or see glyphscope --help for what works "
                   "without.\n",
                   stderr);
        return 1;
    }
    // Closing saves. Threads that start from here on, Qt's own too, leave SIGINT and SIGTERM to this one.
    std::optional<InterruptSession> interrupt(std::in_place, [] {
        if (QCoreApplication* application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, &QApplication::closeAllWindows);
    });
    std::optional<PlatformGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    const int status = showWindow(argc, argv);
    interrupt.reset();  // all is saved, and the application that it would call goes next
    return status;
}

int startTour(int argc, char** argv)
{
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    silencePluginRemarks();
    std::optional<PlatformGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    installLanguage();
    useFontFor(languageFor({}));
    return runTour(QApplication::arguments());
}

}  // namespace glyphscope
