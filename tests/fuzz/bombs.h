// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <vector>

namespace glyphscope::fuzz {

/// A file that is small and wants to be large.
struct Bomb {
    const char* name = nullptr;
    std::function<QByteArray()> make;
    std::function<void(const QByteArray& bytes)> read;
    const char* reason = nullptr;  ///< is part of the refusal; none: it is read, for all it tries
};

[[nodiscard]] std::vector<Bomb> bombs();

}  // namespace glyphscope::fuzz
