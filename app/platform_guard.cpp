// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform_guard.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace glyphscope {
namespace {

constexpr qsizetype kMostReasons = 3;

/// What Qt says on its way: of these one is why.
QStringList& reasons()
{
    static QStringList all;
    return all;
}

[[noreturn]] void tellAndEnd()
{
    const QByteArray why = reasons().join(QStringLiteral("; ")).toUtf8();
    std::fprintf(stderr,
                 "glyphscope: the window cannot be opened%s%s. Check DISPLAY, WAYLAND_DISPLAY and "
                 "QT_QPA_PLATFORM, or see glyphscope --help for what works without a window.\n",
                 why.isEmpty() ? "" : ": ", why.constData());
    std::fflush(stderr);
    std::_Exit(1);
}

void keepReason(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtFatalMsg)
        tellAndEnd();
    QString reason = text.simplified();
    while (reason.endsWith(u'.'))
        reason.chop(1);
    if (type != QtDebugMsg && type != QtInfoMsg && reasons().size() < kMostReasons)
        reasons() << reason;
}

}  // namespace

PlatformGuard::PlatformGuard() : m_before(qInstallMessageHandler(keepReason))
{
}

PlatformGuard::~PlatformGuard()
{
    qInstallMessageHandler(m_before);
    for (const QString& reason : std::exchange(reasons(), {}))
        qWarning("%s", qUtf8Printable(reason));  // the display is there all the same
}

}  // namespace glyphscope
