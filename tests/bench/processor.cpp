// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processor.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace glyphscope::bench {

using namespace Qt::StringLiterals;

namespace {

/// What stands behind `name : ` in /proc/cpuinfo, of the first processor.
QString cpuInfo(const QString& name)
{
    QFile file(u"/proc/cpuinfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QRegularExpression line(u"^"_s + name + u"\\s*: (.*)$"_s, QRegularExpression::MultilineOption);
    return line.match(QString::fromLatin1(file.readAll())).captured(1);
}

}  // namespace

QString processorName()
{
    return cpuInfo(u"model name"_s);
}

bool processorHas(const QString& instructions)
{
    return cpuInfo(u"flags"_s).split(u' ').contains(instructions);
}

}  // namespace glyphscope::bench
