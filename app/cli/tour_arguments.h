// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace glyphscope {

/// What `glyphscope tour` was asked for.
struct TourArguments {
    QString folder;
    QSize size{1360, 860};  ///< of the window, in logical pixels
};

/// Nothing if --help or --version was asked for, and printed. Throws UsageError. The program without a window
/// has it, too: it knows the command, but cannot do it.
[[nodiscard]] std::optional<TourArguments> tourArguments(const QStringList& arguments);

}  // namespace glyphscope
