// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

namespace glyphscope::arch {

/// What an error says is marked for translators: no `throw Error("...")` in app and model without
/// GLYPHSCOPE_TEXT.
[[nodiscard]] QStringList errorsAreTranslated(const QList<SourceFile>& files);

/// A sentence is one text: nothing is put in front of a tr() or behind it with +, but a new line.
[[nodiscard]] QStringList sentencesAreWhole(const QList<SourceFile>& files);

/// What a user reads goes through tr(): no literal of words beside it in ui, the controllers and the wiring.
/// Titles of papers stay as they are.
[[nodiscard]] QStringList wordsAreTranslated(const QList<SourceFile>& files);

/// Languages have other plurals than English: %n, and not `count == 1 ? tr("1 image") : tr("%1 images")`.
[[nodiscard]] QStringList pluralsAreLeftToTheLanguage(const QList<SourceFile>& files);

}  // namespace glyphscope::arch
