// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/python_rival.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

namespace glyphscope::bench {

using namespace Qt::StringLiterals;

namespace {

const QString kPython = u"/usr/bin/python3"_s;  // Debian's, which python3-torch belongs to

/// Runs it to its end; false unless it ends well. It is asked as it would be started by hand: without the
/// settings that this program makes for its own libraries.
bool python(QProcess& process, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"OPENBLAS_NUM_THREADS", "GOMP_SPINCOUNT", "OMP_WAIT_POLICY"})
        environment.remove(QLatin1StringView(name));
    process.setProcessEnvironment(environment);
    process.start(kPython, arguments);
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

}  // namespace

RivalWords askRival(const QStringList& arguments)
{
    QProcess probe;
    if (!python(probe, {u"-c"_s, u"import torch, numpy"_s}))
        return {{}, "Python's PyTorch is not installed"};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (!python(process, QStringList{QStringLiteral(GLYPHSCOPE_RIVAL)} + arguments))
        return {{}, "Python's PyTorch failed, see above"};
    RivalWords words;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        if (const QJsonObject object = QJsonDocument::fromJson(line).object(); !object.isEmpty())
            words.lines.append(object);
    return words;
}

}  // namespace glyphscope::bench
