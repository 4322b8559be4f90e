// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"

#include <QtCore/QStringList>

/// What the panel says of hooks, in the words of the window.
namespace glyphscope::hookwords {

[[nodiscard]] QString kind(HookKind kind);  ///< "Full backward pre"
[[nodiscard]] QString kindTip(HookKind kind);
[[nodiscard]] QString action(HookAction action);  ///< "Scale"
[[nodiscard]] QString actionTip(HookAction action);
[[nodiscard]] QString module(const std::string& name);  ///< "conv1", or "every module"

/// The value that a hook is given: "conv1's output", "the gradient of conv1's input".
[[nodiscard]] QString value(HookKind kind, const std::string& module);

[[nodiscard]] QString does(const HookSpec& spec);      ///< "scale channel 5 by 0.5"
[[nodiscard]] QString title(const HookSpec& spec);     ///< "conv1: scale channel 5 by 0.5"
[[nodiscard]] QString sentence(const HookSpec& spec);  ///< "scale channel 5 of conv1's output by 0.5"
[[nodiscard]] QString when(const HookSpec& spec);      ///< "predicting and training", "off"

[[nodiscard]] QString number(double value);  ///< three digits that count, a true minus sign
[[nodiscard]] QString
spread(const Statistics& of);  ///< "0.12 ± 0.5"; says so if some are not finite, and if there are none
[[nodiscard]] QString range(const Statistics& of);  ///< "−1 to 3.2"
[[nodiscard]] QString time(double microseconds);    ///< "3.1 µs", "1.2 ms"

[[nodiscard]] QString share(float probability);  ///< "71 %"; "> 99 %" and "< 1 %" for what is only close
/// "8 (71 %)"; a dash where nothing was drawn.
[[nodiscard]] QString answer(const std::vector<float>& probabilities, int best, const QStringList& names);

/// With a capital at the front and a full stop at the end.
[[nodiscard]] QString asSentence(const QString& words);

}  // namespace glyphscope::hookwords
