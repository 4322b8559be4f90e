// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/inspection/inspector.h"
#include "model/recognition/recognizer.h"
#include "model/training/train_sink.h"
#include "model/types/dataset.h"
#include "model/types/fine_tune.h"
#include "model/types/message.h"
#include "model/types/network_spec.h"
#include "model/types/raster.h"
#include "model/types/state_dict.h"
#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// What the machine gives the engine, in words for the user.
struct EngineInfo {
    std::string torchVersion;          ///< "1.13.1"
    int threads = 1;                   ///< that compute at once
    bool bf16 = false;                 ///< trains in bfloat16: the processor multiplies it natively
    std::vector<std::string> devices;  ///< "cpu", "cuda:0", ...
    Message blas = {};                 ///< what multiplies float32 matrices: "OpenBLAS"
    bool slowBlas = false;             ///< that is the reference BLAS: many times slower than others
};

/// Everything that needs LibTorch, behind types that do not. One per process, made by loadEngine().
/// Functions block; those of different objects made by it may run on different threads at once.
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual EngineInfo info() const = 0;

    /// Uses at most `count` (>= 1) processors from now on.
    virtual void limitThreads(int count) = 0;

    /// A reader of its own copy of `weights` on `device`. Throws Error, with the list of missing, unexpected
    /// and mis-shaped tensors, if they are not those of their network, and if there is no such device.
    [[nodiscard]] virtual std::unique_ptr<Recognizer> recognizer(const StateDict& weights,
                                                                 const std::string& device) = 0;

    /// Takes a copy of `weights` on `device` apart. Throws as recognizer() does.
    [[nodiscard]] virtual std::unique_ptr<Inspector> inspector(const StateDict& weights,
                                                               const std::string& device) = 0;

    /// Reads all of `data` with `weights`.
    [[nodiscard]] virtual Evaluation evaluate(const StateDict& weights, const Dataset& data,
                                              const std::string& device, std::stop_token stop) = 0;

    /// The network of a seed before training. `classNames` may be empty: then the classes are numbers.
    [[nodiscard]] virtual StateDict
    initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames, int classCount) = 0;

    /// Weights of any network as PyTorch would draw them from a seed. Throws Error for one that does not fit.
    [[nodiscard]] virtual StateDict freshWeights(const NetworkSpec& network, std::uint64_t seed) = 0;

    /// A distorted copy of each glyph as training would see it; the same for the same seed.
    [[nodiscard]] virtual std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs,
                                                       const Augmentation& how, std::uint64_t seed) = 0;

    /// Trains a new network, or resumes the checkpoint of an earlier run with the same options, or begins a
    /// run with weights that are no checkpoint, and blocks until done, stopped or failed: TrainResult says
    /// so, also where the loss stopped being finite. Throws Error if options, data and checkpoint do not do.
    [[nodiscard]] virtual TrainResult train(const TrainTest& data, const TrainOptions& options,
                                            const std::optional<StateDict>& resume, std::stop_token stop,
                                            TrainSink& sink) = 0;

    /// Teaches a trained network a few samples without forgetting `replay` (see model/training/fine_tune.h)
    /// and blocks until done, stopped or failed. Either set of `replay` may be empty. Throws Error if the
    /// options, the samples or their labels do not fit, or the loss stops being finite.
    [[nodiscard]] virtual FineTuneResult fineTune(const StateDict& weights, const Dataset& samples,
                                                  const TrainTest& replay, const FineTuneOptions& options,
                                                  std::stop_token stop, TrainSink& sink) = 0;
};

}  // namespace glyphscope
