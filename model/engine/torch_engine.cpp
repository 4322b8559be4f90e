// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/detail/torch_engine.h"

#include "model/checkpoint/weights_file.h"
#include "model/inspection/torch_inspector.h"
#include "model/kernels/fast_network.h"
#include "model/network/detail/network.h"
#include "model/network/detail/resources.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/recognition/torch_recognizer.h"
#include "model/training/fine_tune.h"
#include "model/training/preview.h"
#include "model/training/train.h"
#include "model/types/error.h"

#include <torch/torch.h>
#include <torch/version.h>

namespace glyphscope {
namespace {

/// LibTorch's messages carry a stack trace; the first line is what a user can use.
template <typename Work>
auto translated(Work&& work)
{
    try {
        return work();
    } catch (const c10::Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Engine", "LibTorch: %1"), error.what_without_backtrace());
    }
}

}  // namespace

TorchEngine::TorchEngine()
{
    useThreads(availableThreads());
}

EngineInfo TorchEngine::info() const
{
    EngineInfo info;
    info.torchVersion = TORCH_VERSION;
    info.threads = availableThreads();
    info.bf16 = bf16Pays(torch::kCPU);
    const Blas blas = loadedBlas();
    info.blas = blas.name;
    info.slowBlas = blas.slow;
    info.devices = {"cpu"};
    if (torch::cuda::is_available())
        for (std::size_t i = 0; i < torch::cuda::device_count(); ++i)
            info.devices.push_back("cuda:" + std::to_string(i));
    return info;
}

void TorchEngine::limitThreads(int count)
{
    limitAvailableThreads(count);
}

std::unique_ptr<Recognizer> TorchEngine::recognizer(const StateDict& weights, const std::string& device)
{
    return translated([&]() -> std::unique_ptr<Recognizer> {
        if (!deviceNamed(device).is_cpu() || !canRead(specOf(weights)))
            return makeTorchRecognizer(weights, device);
        return makeCpuRecognizer(weights, [copy = std::make_shared<const StateDict>(weights)] {
            return translated([&] { return makeTorchRecognizer(*copy, "cpu"); });
        });
    });
}

std::unique_ptr<Inspector> TorchEngine::inspector(const StateDict& weights, const std::string& device)
{
    return translated([&] { return makeTorchInspector(weights, device); });
}

Evaluation TorchEngine::evaluate(const StateDict& weights, const Dataset& data, const std::string& device,
                                 std::stop_token stop)
{
    return translated([&] { return glyphscope::evaluate(weights, data, device, stop); });
}

StateDict TorchEngine::freshWeights(const NetworkSpec& network, std::uint64_t seed)
{
    return translated([&] { return glyphscope::freshWeights(network, seed); });
}

StateDict TorchEngine::initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames,
                                      int classCount)
{
    return translated([&] { return glyphscope::initialWeights(seed, classNames, classCount); });
}

std::vector<Glyph> TorchEngine::augmented(const std::vector<Glyph>& glyphs, const Augmentation& how,
                                          std::uint64_t seed)
{
    return translated([&] { return glyphscope::augmented(glyphs, how, seed); });
}

TrainResult TorchEngine::train(const TrainTest& data, const TrainOptions& options,
                               const std::optional<StateDict>& resume, std::stop_token stop, TrainSink& sink)
{
    std::vector<StateDict> teachers;
    for (const std::string& file : options.teaching.files)
        teachers.push_back(readWeights(file));
    return translated([&] { return glyphscope::train(data, options, resume, stop, sink, teachers); });
}

FineTuneResult TorchEngine::fineTune(const StateDict& weights, const Dataset& samples,
                                     const TrainTest& replay, const FineTuneOptions& options,
                                     std::stop_token stop, TrainSink& sink)
{
    return translated([&] { return glyphscope::fineTune(weights, samples, replay, options, stop, sink); });
}

}  // namespace glyphscope
