// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/train_sink.h"
#include "model/types/dataset.h"
#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// Trains a new network on `data.train` and blocks until done, stopped or failed; `data.test` is only ever
/// evaluated, and so is `data.validation`. The weights, the order of the images and their augmentation derive
/// from the seed alone. With `resume`, the checkpoint of an earlier run with the same options, it resumes
/// where that was stopped, bit for bit as if it had not been. With options.fromWeights, weights in its place
/// that are no checkpoint are those that the run begins with, instead of what the seed draws; it trains their
/// network. Reports to `sink` from the calling thread. Throws Error if the options make no sense. If the loss
/// or a gradient stops being finite, it ends before the step is taken: the result's failure says which module
/// went first, and its weights and checkpoint are the last whose loss was sane. `teachers` are the weights of
/// options.teaching.files.
[[nodiscard]] TrainResult train(const TrainTest& data, const TrainOptions& options,
                                const std::optional<StateDict>& resume, std::stop_token stop, TrainSink& sink,
                                const std::vector<StateDict>& teachers = {});

/// Reads every image of `data` with `weights` in float32 on `device`. Stopped early, it covers what was read
/// till then.
[[nodiscard]] Evaluation evaluate(const StateDict& weights, const Dataset& data, const std::string& device,
                                  std::stop_token stop);

}  // namespace glyphscope
