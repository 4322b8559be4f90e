// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/training_numbers.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

QString durationText(double seconds)
{
    const auto all = static_cast<qint64>(std::llround(std::clamp(seconds, 0.0, 1e9)));
    const auto two = [](qint64 n) { return u"%1"_s.arg(n, 2, 10, QLatin1Char('0')); };
    const QString tail = u':' + two(all % 60);
    if (all < 3600)
        return QString::number(all / 60) + tail;
    return QString::number(all / 3600) + u':' + two(all / 60 % 60) + tail;
}

QString lossText(double loss)
{
    return QLocale::c().toString(loss, 'f', 4);
}

QString percentText(double share)
{
    // A no-break space, so that the sign stays with its number.
    return QLocale::c().toString(100 * share, 'f', 2) + u"\u00a0%"_s;
}

QString countText(double count)
{
    return QLocale(QLocale::English).toString(count, 'f', 0);
}

QString rateText(double perSecond)
{
    return QLocale(QLocale::English).toString(std::max(0.0, perSecond), 'f', perSecond < 100 ? 1 : 0);
}

QString smallText(double value)
{
    return QString::number(value, 'g', 3);
}

int epochUnderWay(double epochsDone, int epochs)
{
    // 1.0 is the end of the first epoch, not the beginning of the second.
    return std::clamp(static_cast<int>(std::ceil(epochsDone - 1e-9)), 1, std::max(1, epochs));
}

double progressOf(const StepStats& step)
{
    if (step.totalSteps <= 0)
        return 0;
    return std::clamp(static_cast<double>(step.step) / static_cast<double>(step.totalSteps), 0.0, 1.0);
}

double secondsLeft(const StepStats& step)
{
    if (step.step <= 0 || step.totalSteps <= step.step)
        return 0;
    return step.seconds / static_cast<double>(step.step) * static_cast<double>(step.totalSteps - step.step);
}

}  // namespace glyphscope
