// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/network_totals.h"

#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace glyphscope {

namespace {

struct NetworkTotalsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NetworkTotalsText)
};

/// For %Ln.
int pluralOf(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

}  // namespace

ModelTotals totalsOf(const NetworkDescription& network, const QStringList& frozen)
{
    ModelTotals totals;
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

QString parameterTotalsText(const ModelTotals& totals)
{
    const QString all =
        NetworkTotalsText::tr("%Ln parameter(s), %1 MACs, %2.", nullptr, pluralOf(totals.parameters))
            .arg(countText(totals.multiplyAdds), memoryText(totals.parameterBytes));
    if (totals.frozenTensors == 0)
        return sentences({all, NetworkTotalsText::tr("None is frozen.")});
    return sentences(
        {all, NetworkTotalsText::tr("%1 of %2 frozen: %Ln parameter(s).", nullptr, pluralOf(totals.frozen))
                  .arg(totals.frozenTensors)
                  .arg(totals.tensors)});
}

QString moduleTotalsText(const ModelTotals& totals, int modules)
{
    return sentences({NetworkTotalsText::tr("%Ln module(s).", nullptr, modules),
                      NetworkTotalsText::tr("%Ln parameter(s), %1 MACs, %2 of parameters, %3 of outputs.",
                                            nullptr, pluralOf(totals.parameters))
                          .arg(countText(totals.multiplyAdds), memoryText(totals.parameterBytes),
                               memoryText(totals.outputBytes))});
}

}  // namespace glyphscope
