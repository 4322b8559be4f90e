// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <string>

namespace glyphscope::bench {

/// What rival.py said, an object a line; nothing, and why not, if there is no Python with torch.
struct RivalWords {
    QList<QJsonObject> lines;
    std::string missing;  ///< "not installed", "failed"
};

/// Runs rival.py, which trains the same network in Python's PyTorch, and waits for it.
[[nodiscard]] RivalWords askRival(const QStringList& arguments);

}  // namespace glyphscope::bench
