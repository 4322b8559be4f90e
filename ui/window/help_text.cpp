// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_text.h"

#include "ui/text/glossary.h"
#include "ui/text/mnemonic.h"
#include "ui/window/help_places.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HelpText)
};

HelpEntry words(const QString& text)
{
    return {HelpEntry::Words, {}, text};
}

HelpSection firstMinutes()
{
    return {
        u"first"_s,
        HelpText::tr("First minutes"),
        {words(HelpText::tr("Write a character on the canvas, as you would on paper. The answer beside it "
                            "follows your pen: what the network reads, how sure it is, and what it would "
                            "guess second.")),
         words(HelpText::tr("Several characters beside each other are read as a number. The brackets on the "
                            "canvas show what belongs together, and the row in the answer shows each "
                            "character: click one, here or there, to see it in all panels, click between two "
                            "to join them, double-click one to divide it. Choose below the row what the one "
                            "in focus was, if it was read wrongly, and keep them all as samples of your "
                            "hand.")),
         words(HelpText::tr("The strip near the canvas shows the small image that the network gets. The "
                            "chain of cards below shows what each of its modules makes of it.")),
         words(HelpText::tr("To look inside, press Ctrl+3. Choose a module, choose a value in it, and read "
                            "how that value came about, number by number.")),
         words(
             HelpText::tr("To compose a network of your own, press Ctrl+4. Add modules, see at once whether "
                          "they fit, and use what comes of it.")),
         words(HelpText::tr("To train, press Ctrl+2 and then the button Train. Your drawing is read again "
                            "and again while the network learns. Ctrl+1 leads back to the large canvas.")),
         words(HelpText::tr("Is an answer wrong? Say what the drawing was, in the row under the answer. "
                            "After a few such samples the network can learn your handwriting.")),
         words(HelpText::tr("Try everything; nothing is lost. Ctrl+Z takes strokes back, and the Model menu "
                            "takes back weights that were trained or opened. Reset layout in the View menu "
                            "puts the panels back in their places.")),
         words(HelpText::tr("F1 opens this help at the panel that you are working in, and here on the "
                            "canvas. Words such as logit, stride or hook are in the glossary; type one in "
                            "the field above."))}};
}

HelpSection aboutProgram()
{
    return {
        u"about"_s,
        HelpText::tr("About Glyphscope"),
        {words(HelpText::tr("Glyphscope %1").arg(QStringLiteral(GLYPHSCOPE_VERSION))),
         words(HelpText::tr("Write a character, watch a convolutional network read it, train it, take it "
                            "apart.")),
         words(HelpText::tr("Glyphscope is free software under the GNU General Public License, version 3 or "
                            "later. It is built on Qt and LibTorch.")),
         words(HelpText::tr("The weights that come with it were trained by this program on MNIST, a data "
                            "set of handwritten digits by LeCun, Cortes and Burges. How they were made is "
                            "written beside them."))}};
}

HelpSection glossarySection()
{
    HelpSection section{u"glossary"_s, HelpText::tr("Glossary"), {}};
    for (const GlossaryEntry& entry : glossary())
        section.entries += {HelpEntry::Term, entry.term, entry.meaning};
    return section;
}

QString meaningOf(const QAction& action)
{
    const QString name = withoutMnemonic(action.text()).remove(u"…"_s);
    return action.statusTip().isEmpty() ? name : HelpText::tr("%1. %2").arg(name, action.statusTip());
}

QList<HelpEntry> keysOfActions(const QList<QAction*>& actions)
{
    QList<HelpEntry> keys;
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            keys +=
                {HelpEntry::Key, action->shortcut().toString(QKeySequence::NativeText), meaningOf(*action)};
    return keys;
}

HelpSection allKeys(const QList<HelpPlace>& places, const QList<QAction*>& actions)
{
    HelpSection section{u"keys"_s, HelpText::tr("Keyboard shortcuts"), {}};
    section.entries +=
        words(HelpText::tr("Everything can be done with the keyboard. These keys work anywhere in "
                           "the window; the others work in the panel that has the focus."));
    section.entries += keysOfActions(actions);
    const std::pair<QString, QString> anywhere[] = {
        {HelpText::tr("Tab, Shift+Tab"), HelpText::tr("Go to the next or the previous control")},
        {HelpText::tr("Alt and a letter"),
         HelpText::tr("Open the menu, or go to the control, with this letter underlined")},
        {HelpText::tr("Alt and a digit"),
         HelpText::tr("Keep the drawing as a sample of the class of this name")},
        {HelpText::tr("Esc"), HelpText::tr("Close the help, a menu or a message")}};
    for (const auto& [key, meaning] : anywhere)
        section.entries += {HelpEntry::Key, key, meaning};
    for (const HelpPlace& place : places) {
        const QList<HelpEntry> keys = keysOf(place.id);
        if (!keys.isEmpty())
            section.entries += QList<HelpEntry>{{HelpEntry::Heading, place.title, {}}} + keys;
    }
    return section;
}

bool has(const QString& text, const QString& word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

}  // namespace

QList<HelpSection> helpSections(const QList<HelpPlace>& places, const QList<QAction*>& actions)
{
    QList<HelpSection> sections{firstMinutes()};
    for (const HelpPlace& place : places) {
        HelpSection section{place.id, place.title, {}};
        for (const QString& text : wordsOf(place.id))
            section.entries += words(text);
        section.entries += keysOf(place.id);
        sections += section;
    }
    return sections + QList<HelpSection>{glossarySection(), allKeys(places, actions), aboutProgram()};
}

QStringList soughtWords(const QString& sought)
{
    return sought.simplified().split(u' ', Qt::SkipEmptyParts);
}

QList<HelpSection> helpAbout(const QString& sought, const QList<HelpSection>& sections)
{
    const QStringList each = soughtWords(sought);
    QList<HelpSection> found;
    for (const HelpSection& section : sections) {
        HelpSection part{section.id, section.title, {}};
        const HelpEntry* heading = nullptr;
        for (const HelpEntry& entry : section.entries) {
            if (entry.kind == HelpEntry::Heading) {
                heading = &entry;
                continue;
            }
            const QString under = heading != nullptr ? heading->head : QString();
            const bool fits = std::ranges::all_of(each, [&](const QString& word) {
                return has(entry.text, word) || has(entry.head, word) || has(section.title, word) ||
                       has(under, word);
            });
            if (!fits)
                continue;
            if (heading != nullptr && (part.entries.isEmpty() || !part.entries.contains(*heading)))
                part.entries += *heading;
            part.entries += entry;
        }
        if (!part.entries.isEmpty())
            found += part;
    }
    return found;
}

}  // namespace glyphscope
