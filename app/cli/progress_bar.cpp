// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include "app/cli/command_text.h"
#include "app/cli/report.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace glyphscope {
namespace {

int terminalWidth()
{
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

QString timeLeft(const StepStats& stats)
{
    const double done =
        static_cast<double>(stats.step) / static_cast<double>(std::max<std::int64_t>(1, stats.totalSteps));
    const auto seconds = static_cast<int>(done > 0 ? stats.seconds * (1 - done) / done : 0);
    return CommandText::tr("%1:%2 left").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace

QString progressLine(const StepStats& stats, int width)
{
    const double done =
        static_cast<double>(stats.step) / static_cast<double>(std::max<std::int64_t>(1, stats.totalSteps));
    const QString numbers =
        CommandText::tr("%1 %  loss %L2  accuracy %3  %4 images/s  %5")
            .arg(static_cast<int>(100 * done), 3)
            .arg(stats.loss, 0, 'f', 3)
            .arg(percent(stats.accuracy, 1), 7)  // widths keep the numbers in their places
            .arg(QLocale().toString(static_cast<qint64>(stats.imagesPerSecond)), 6)
            .arg(timeLeft(stats), 10)
            .prepend(u' ');
    const int room = std::min(40, width - static_cast<int>(numbers.size()) - 2);
    if (room < 8)
        return numbers.trimmed().left(width);
    const int filled = std::clamp(static_cast<int>(done * room), 0, room);
    return u'[' + QString(filled, u'=') + QString(room - filled, u' ') + u']' + numbers;
}

ProgressBar::ProgressBar() : m_terminal(::isatty(STDERR_FILENO) != 0)
{
}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::update(const StepStats& stats)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_terminal || now < m_next)
        return;
    m_next = now + std::chrono::milliseconds(100);
    const QByteArray line = progressLine(stats, terminalWidth() - 1).toUtf8();
    std::fprintf(stderr, "\r\033[K%s", line.constData());
    std::fflush(stderr);
}

void ProgressBar::clear()
{
    if (m_terminal)
        std::fputs("\r\033[K", stderr);
}

}  // namespace glyphscope
