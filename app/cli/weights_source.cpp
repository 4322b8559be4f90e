// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weights_source.h"

#include "app/cli/standard_input.h"
#include "app/settings/installation.h"
#include "app/text/file_name.h"
#include "model/checkpoint/weights_file.h"
#include "model/engine/load_engine.h"
#include "model/kernels/fast_network.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"

#include <optional>
#include <utility>

namespace glyphscope {
namespace {

std::optional<int> threadsFor(const Command& command)
{
    if (!command.isSet(QStringLiteral("threads")))
        return std::nullopt;
    return static_cast<int>(command.integer(QStringLiteral("threads"), 1, 1024));
}

template <typename Make>
auto withEngine(const Command& command, Make make)
{
    return withWeights(command, [&](const StateDict& weights) {  // a bad file is told before the engine loads
        return make(*engineFor(command), weights, command.text(QStringLiteral("device")));
    });
}

}  // namespace

std::shared_ptr<Engine> engineFor(const Command& command)
{
    auto engine = loadEngine(engineModule());
    if (const std::optional<int> threads = threadsFor(command))
        engine->limitThreads(*threads);
    return engine;
}

StateDict weightsFor(const Command& command)
{
    const QString model = QStringLiteral("model");
    return command.isSet(model) ? readWeights(fileNameBytes(inputFile(command.value(model))))
                                : shippedWeights();
}

ClassSet classesFor(const Command& command)
{
    return withWeights(command, [](const StateDict& weights) {
        (void)classCountOf(weights);  // throws for those of another network
        return classesOf(weights);
    });
}

std::vector<std::string> frozenFor(const Command& command, const StateDict& network)
{
    std::vector<std::string> names;
    for (const QString& value : command.values(QStringLiteral("freeze")))
        names.push_back(value.toStdString());
    if (names.empty())
        return names;
    std::string known;
    for (const NamedTensor& tensor : network.tensors)
        known += (known.empty() ? "" : ", ") + tensor.name;
    for (const std::string& name : names)
        if (network.find(name) == nullptr)
            throw UsageError(
                GLYPHSCOPE_TEXT("Command", "--freeze %1: there is no such parameter. Choose from these: %2."),
                name, known);
    return names;
}

std::unique_ptr<Recognizer> recognizerFor(const Command& command)
{
    const auto onDevice = [](Engine& engine, const StateDict& weights, const std::string& device) {
        return engine.recognizer(weights, device);
    };
    if (command.text(QStringLiteral("device")) != "cpu")
        return withEngine(command, onDevice);
    (void)threadsFor(command);  // one image takes one
    return withWeights(command, [&command](const StateDict& weights) {
        return canRead(specOf(weights)) ? makeCpuRecognizer(weights)
                                        : engineFor(command)->recognizer(weights, "cpu");
    });
}

Instruments instrumentsFor(const Command& command)
{
    return withEngine(command, [](Engine& engine, const StateDict& weights, const std::string& device) {
        return Instruments{engine.recognizer(weights, device), engine.inspector(weights, device)};
    });
}

}  // namespace glyphscope
