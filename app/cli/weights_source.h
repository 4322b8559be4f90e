// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/engine/engine.h"
#include "model/inspection/inspector.h"

#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// The engine, with --threads honoured. Throws Error.
[[nodiscard]] std::shared_ptr<Engine> engineFor(const Command& command);

/// The weights that --model names, by content, which may be a checkpoint, else the shipped ones. Throws
/// Error.
[[nodiscard]] StateDict weightsFor(const Command& command);

/// Those of weightsFor().
[[nodiscard]] ClassSet classesFor(const Command& command);

/// What `make` makes of weightsFor(); an Error about weights of the user's names their file.
template <typename Make>
auto withWeights(const Command& command, Make make)
{
    const StateDict weights = weightsFor(command);
    try {
        return make(weights);
    } catch (const UsageError&) {
        throw;
    } catch (const Error& error) {
        if (!command.isSet(QStringLiteral("model")))
            throw;
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: %2"), command.text(QStringLiteral("model")), error);
    }
}

/// The parameters that --freeze names. Throws UsageError for one that is none of the weights of `network`.
[[nodiscard]] std::vector<std::string> frozenFor(const Command& command, const StateDict& network);

/// A reader with these weights on --device. Throws Error.
[[nodiscard]] std::unique_ptr<Recognizer> recognizerFor(const Command& command);

/// A reader, and what takes the same network apart.
struct Instruments {
    std::unique_ptr<Recognizer> recognizer;
    std::unique_ptr<Inspector> inspector;
};
/// With these weights on --device. Throws Error.
[[nodiscard]] Instruments instrumentsFor(const Command& command);

}  // namespace glyphscope
