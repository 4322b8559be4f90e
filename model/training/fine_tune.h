// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/train_sink.h"
#include "model/types/dataset.h"
#include "model/types/fine_tune.h"

#include <stop_token>

namespace glyphscope {

/// Teaches a trained network a few samples of one hand and blocks until done, stopped or failed. Every batch
/// mixes distorted samples, each class of them alike, with images replayed from `replay.train`, so that what
/// the network could is not forgotten (rehearsal: Robins 1995). A class of which there are samples gets the
/// share of the batch that it would have if there were samples of all classes: a handful of sevens does not
/// make everything a seven. Without `replay.train` it takes fewer and smaller steps and is drawn back to
/// `weights` (L2-SP: Li, Grandvalet & Davoine 2018).
///
/// A part of the samples is only read, before and after, where a class has at least 3; so is `replay.test`.
/// The same weights, samples, options and number of threads give the same weights. Reports every step to
/// `sink` from the calling thread; stopped before the last evaluation, the result's weights are `weights` and
/// its report holds nothing but counts of what was read. Throws Error if the options make no sense, there are
/// no samples, a label is not one of the network's classes or the loss stops being finite.
[[nodiscard]] FineTuneResult fineTune(const StateDict& weights, const Dataset& samples,
                                      const TrainTest& replay, const FineTuneOptions& options,
                                      std::stop_token stop, TrainSink& sink);

}  // namespace glyphscope
