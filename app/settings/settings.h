// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/training_settings.h"
#include "model/types/hook_spec.h"
#include "model/types/why_choice.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace glyphscope {

/// The hints that lead a newcomer on, in their order.
inline const QString kBarHint = QStringLiteral("bar");
inline const QString kCardHint = QStringLiteral("card");
inline const QString kTrainHint = QStringLiteral("train");
[[nodiscard]] const QStringList& hintNames();

/// What the window remembers from one start to the next.
struct Settings {
    std::optional<bool> dark;  ///< nothing: as the desktop is
    QString language;          ///< code of one of languages(); empty: as the system
    double pen = 1;
    QByteArray layout;
    QByteArray parameterColumns;  ///< of the parameter table
    QString module;               ///< that is shown large; none: as the window starts
    WhyChoice why;
    TrainingSettings training;
    QStringList dismissedHints;   ///< of hintNames(), each once: done or closed
    QStringList networks;         ///< files of networks that were opened or saved, the newest first
    QStringList lessonsDone;      ///< steps of lessons, "parameters/3", each once
    bool welcomed = false;        ///< the card of the first start has been seen
    std::vector<HookSpec> hooks;  ///< the first kMostKeptHooks of them, renumbered from 1
};

/// The settings file: $GLYPHSCOPE_DATA/settings.json, else in the user's configuration folder.
[[nodiscard]] QString settingsPath();

/// Reads `path`. A missing file gives the defaults; one that is damaged
/// or cannot be read is set aside as `path` + ".bad", gives the
/// defaults, and `notice` says so. Values out of range are replaced by their defaults, and hooks with one are
/// left out.
[[nodiscard]] Settings loadSettings(const QString& path, QString* notice);

/// The language that `path` names, of languages(); empty where there is none. Changes nothing: for what is to
/// be said before the settings are loaded.
[[nodiscard]] QString languageIn(const QString& path);

/// Renames `path` to `path` + ".bad" because the last start ended while the window was being put back as it
/// says, and returns what to tell the user; nothing if there is no such file.
[[nodiscard]] QString setSettingsAside(const QString& path);

/// Writes `path` whole or not at all. Throws Error.
void saveSettings(const QString& path, const Settings& settings);

}  // namespace glyphscope
