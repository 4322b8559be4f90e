// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_range.h"
#include "ui/hooks/hook_places.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace glyphscope {

/// A number of an action: what it is called, and where it may lie.
struct HookNumber {
    QString name;
    QString tip;
    NumberRange range;
};

/// HookSpec::amount and HookSpec::limit as an action uses them; none where it does not.
[[nodiscard]] std::optional<HookNumber> amountOf(HookAction action);
[[nodiscard]] std::optional<HookNumber> limitOf(HookAction action);

/// Only training makes a backward pass: reading a drawing does not.
[[nodiscard]] bool isBackward(HookKind kind);

/// The spec with another kind, and at work where a hook of that kind is called.
[[nodiscard]] HookSpec withKind(HookSpec spec, HookKind kind);

/// The spec with another action and the numbers that one begins with.
[[nodiscard]] HookSpec withAction(HookSpec spec, HookAction action);

/// The spec made possible: a channel that is there, limits in order, no patch where there is nothing to
/// patch.
[[nodiscard]] HookSpec tidied(HookSpec spec, const std::vector<HookPlace>& places);

/// Something to try: a question with its hook.
struct HookPreset {
    QString text;
    HookSpec spec;
};
/// Those that `places` allow.
[[nodiscard]] std::vector<HookPreset> hookPresets(const std::vector<HookPlace>& places);

}  // namespace glyphscope
