// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/machine.h"

#include "model/engine/load_engine.h"
#include "tests/bench/processor.h"

#include <QtCore/QSysInfo>

#include <cstdlib>
#include <sched.h>

namespace glyphscope::bench {

using namespace Qt::StringLiterals;

namespace {

int usableCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

}  // namespace

QJsonObject machine()
{
    const EngineInfo info = loadEngine(GLYPHSCOPE_ENGINE)->info();
    double load = 0;
    (void)::getloadavg(&load, 1);
    return {{u"cpu"_s, processorName()},
            {u"cores"_s, usableCores()},
            {u"avx512_bf16"_s, processorHas(u"avx512_bf16"_s)},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"libtorch"_s, QString::fromStdString(info.torchVersion)},
            {u"blas"_s, QString::fromStdString(info.blas.text())},
            {u"slow_blas"_s, info.slowBlas},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"load"_s, load}};
}

QString machineText(const QJsonObject& machine)
{
    const auto text = [&machine](const QString& name) { return machine[name].toVariant().toString(); };
    return u"%1, %2 cores, %3 avx512_bf16; %4, LibTorch %5 with %6%7, Qt %8; load %9"_s.arg(
        text(u"cpu"_s), text(u"cores"_s), machine[u"avx512_bf16"_s].toBool() ? u"with"_s : u"without"_s,
        text(u"system"_s), text(u"libtorch"_s), text(u"blas"_s),
        machine[u"slow_blas"_s].toBool() ? u" (slow)"_s : QString(), text(u"qt"_s),
        QString::number(machine[u"load"_s].toDouble(), 'f', 1));
}

}  // namespace glyphscope::bench
