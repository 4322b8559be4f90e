// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/network_spec.h"

#include <string_view>

namespace glyphscope {

/// The network that a pasted text describes: an nn.Sequential(...) as Python has it, with OrderedDict,
/// `*[... for _ in range(n)]` and arithmetic, or what Python's print() shows of a model, whose modules are
/// taken in the order in which they are printed. As many classes as the last layer gives, "0", "1", ...; ten
/// where that is unknown. What sourceCode() writes in these two forms is read back to a network that computes
/// the same under the same names; print() does not tell a Repeat from a Sequential of equal Sequentials,
/// which is read as a Repeat. The network may not fit: see check(). Throws Error that begins with `place` and
/// names line and column for what cannot be read, for modules and arguments that this program does not have,
/// and for sizes (in_channels, in_features, ...) that are not those that come in.
[[nodiscard]] NetworkSpec parseNetwork(std::string_view text, const MessageArgument& place);

}  // namespace glyphscope
