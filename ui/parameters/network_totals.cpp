// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/network_totals.h"

#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace glyphscope {

namespace {

struct NetworkTotalsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NetworkTotalsText)
};

}  // namespace

NetworkTotals totalsOf(const NetworkDescription& network, const QStringList& frozen)
{
    NetworkTotals totals;
    for (const ParameterInfo& parameter : network.parameters) {
        const bool rests = frozen.contains(QString::fromStdString(parameter.name));
        totals.parameters += parameter.count;
        totals.parameterBytes += parameter.bytes;
        totals.frozen += rests ? parameter.count : 0;
        totals.frozenTensors += rests ? 1 : 0;
        ++totals.tensors;
    }
    for (const ModuleInfo& module : network.modules) {
        const bool holdsOthers = std::ranges::any_of(network.modules, [&](const ModuleInfo& other) {
            return &other != &module && !other.name.empty() && other.parent == module.name;
        });
        if (holdsOthers)
            continue;
        totals.multiplyAdds += module.multiplyAdds;
        totals.outputBytes += module.outputBytes;
    }
    return totals;
}

QString parameterTotalsText(const NetworkTotals& totals)
{
    const QString all = NetworkTotalsText::tr("%1 parameters, %2 MACs, %3.")
                            .arg(countText(totals.parameters), countText(totals.multiplyAdds),
                                 memoryText(totals.parameterBytes));
    if (totals.frozenTensors == 0)
        return sentences({all, NetworkTotalsText::tr("None is frozen.")});
    return sentences({all, NetworkTotalsText::tr("%1 of %2 frozen: %3 parameters.")
                               .arg(totals.frozenTensors)
                               .arg(totals.tensors)
                               .arg(countText(totals.frozen))});
}

QString moduleTotalsText(const NetworkTotals& totals, int modules)
{
    return NetworkTotalsText::tr("%1 modules, %2 parameters, %3 MACs, %4 of parameters, %5 of outputs.")
        .arg(modules)
        .arg(countText(totals.parameters), countText(totals.multiplyAdds), memoryText(totals.parameterBytes),
             memoryText(totals.outputBytes));
}

}  // namespace glyphscope
