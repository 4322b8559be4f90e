// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weights_source.h"

#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "model/engine/load_engine.h"

namespace glyphscope {

std::shared_ptr<Engine> engineFor(const Command& command)
{
    auto engine = loadEngine(engineModule());
    if (command.isSet(QStringLiteral("threads")))
        engine->limitThreads(static_cast<int>(command.integer(QStringLiteral("threads"), 1, 1024)));
    return engine;
}

StateDict weightsFor(const Command& command)
{
    const QString model = QStringLiteral("model");
    return command.isSet(model) ? readSafetensors(command.text(model)) : shippedWeights();
}

}  // namespace glyphscope
