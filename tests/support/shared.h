// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace glyphscope::test {

/// A value as it travels where it is large.
template <typename Value>
std::shared_ptr<const Value> shared(Value value)
{
    return std::make_shared<const Value>(std::move(value));
}

}  // namespace glyphscope::test
