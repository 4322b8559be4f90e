// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace glyphscope {

/// A language that the program speaks.
struct Language {
    QString code;  ///< of its locale: "zh_CN"
    QString name;  ///< in itself
};

[[nodiscard]] const std::vector<Language>& languages();

/// The code of the language to speak: `choice` if it is one of languages(), else $GLYPHSCOPE_LANGUAGE, else
/// the first of the system's that is one, else English.
[[nodiscard]] QString languageFor(const QString& choice);

/// The texts of the language for `choice`, Qt's own where they are installed, and how numbers are written.
/// English is below all others, for the plural forms that `%n` stands for. Takes the place of the language
/// before. Needs a QCoreApplication, which keeps them.
void installLanguage(const QString& choice = {});

}  // namespace glyphscope
