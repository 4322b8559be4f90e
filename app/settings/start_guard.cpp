// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/start_guard.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cerrno>
#include <csignal>

namespace glyphscope {
namespace {

bool isRunning(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

}  // namespace

StartGuard::StartGuard(const QString& settingsPath) : m_mark(settingsPath + QStringLiteral(".starting"))
{
}

bool StartGuard::lastStartDied() const
{
    QFile file(m_mark);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool isNumber = false;
    const qint64 process = file.read(32).trimmed().toLongLong(&isNumber);
    // Another window that starts just now has not died; nor have we, whose number it may have been.
    return !isNumber || process <= 0 ||
           (process != QCoreApplication::applicationPid() && !isRunning(process));
}

void StartGuard::begin() const
{
    QDir().mkpath(QFileInfo(m_mark).path());
    if (QFile file(m_mark); file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(QCoreApplication::applicationPid()));
}

void StartGuard::done() const
{
    QFile::remove(m_mark);
}

}  // namespace glyphscope
