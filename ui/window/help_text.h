// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

class QAction;

namespace glyphscope {

/// One thing that the help says: a paragraph of words, a term or a key with its meaning, or a heading alone.
struct HelpEntry {
    enum Kind { Words, Term, Key, Heading };

    Kind kind = Words;
    QString head;  ///< the term, the key, the heading
    QString text;

    bool operator==(const HelpEntry&) const = default;
};

struct HelpSection {
    QString id;  ///< of a panel: its name in makePanels()
    QString title;
    QList<HelpEntry> entries;
};

/// A part of the window and its heading, in the order of the help.
struct HelpPlace {
    QString id;
    QString title;
};

/// The whole help: the first minutes, every place of the window with its keys, the glossary, all keys by
/// place
/// ("keys"), and the words about the program ("about"). Only actions that have a shortcut are named.
[[nodiscard]] QList<HelpSection> helpSections(const QList<HelpPlace>& places, const QList<QAction*>& actions);

/// What of the help has every word of `sought` in it, wherever: in the text, its head or the section's title.
[[nodiscard]] QList<HelpSection> helpAbout(const QString& sought, const QList<HelpSection>& sections);

/// The words that are looked for.
[[nodiscard]] QStringList soughtWords(const QString& sought);

}  // namespace glyphscope
