// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/grey_filters.h"

#include <optional>

namespace glyphscope {

/// How much light the paper of a picture gets, 1 at its lightest, where a part of it lies in shadow; nothing
/// where none does.
///
/// The grey closing by a square wider than any pen (Serra 1982): strokes are gone, the edge of a shadow stays
/// where it is, however sharp. A shadow takes 10 to 65 % of the light, reaches the border and covers at least
/// 3 % of the picture. For dark ink on light paper; pure.
[[nodiscard]] std::optional<GreyField> shadowOn(const GreyField& field);

/// `field` as if all paper had the light of its lightest part.
[[nodiscard]] GreyField evenlyLit(const GreyField& field, const GreyField& light);

}  // namespace glyphscope
