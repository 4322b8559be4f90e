// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace glyphscope {

/// What the window remembers from one start to the next.
struct Settings {
    std::optional<bool> dark;  ///< nothing: as the desktop is
    double pen = 1;
    bool useTrained =
        true;  ///< read with the weights trained here, if there are any, rather than the shipped ones
    QByteArray layout;
};

/// The settings file: $GLYPHSCOPE_DATA/settings.json, else in the user's configuration folder.
[[nodiscard]] QString settingsPath();

/// Reads `path`. A missing file gives the defaults; a damaged one is set aside as `path` + ".bad", gives the
/// defaults, and `notice` says so. Values out of range are replaced by their defaults.
[[nodiscard]] Settings loadSettings(const QString& path, QString* notice);

/// Writes `path` whole or not at all. False if that failed.
bool saveSettings(const QString& path, const Settings& settings);

}  // namespace glyphscope
