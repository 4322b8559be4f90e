// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

namespace glyphscope {

/// The engine itself: hands every call to the room that does it, and turns LibTorch's exceptions into Error.
class TorchEngine final : public Engine {
public:
    TorchEngine();

    [[nodiscard]] EngineInfo info() const override;
    void limitThreads(int count) override;
    [[nodiscard]] std::unique_ptr<Recognizer> recognizer(const StateDict& weights,
                                                         const std::string& device) override;
    [[nodiscard]] std::unique_ptr<Inspector> inspector(const StateDict& weights,
                                                       const std::string& device) override;
    [[nodiscard]] Evaluation evaluate(const StateDict& weights, const Dataset& data,
                                      const std::string& device, std::stop_token stop) override;
    [[nodiscard]] StateDict freshWeights(const NetworkSpec& network, std::uint64_t seed) override;
    [[nodiscard]] StateDict initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames,
                                           int classCount) override;
    [[nodiscard]] std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs, const Augmentation& how,
                                               std::uint64_t seed) override;
    [[nodiscard]] TrainResult train(const TrainTest& data, const TrainOptions& options,
                                    const std::optional<StateDict>& resume, std::stop_token stop,
                                    TrainSink& sink) override;
    [[nodiscard]] FineTuneResult fineTune(const StateDict& weights, const Dataset& samples,
                                          const TrainTest& replay, const FineTuneOptions& options,
                                          std::stop_token stop, TrainSink& sink) override;
};

}  // namespace glyphscope
