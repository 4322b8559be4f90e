// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/window/help_places.h"
#include "ui/window/panel_list.h"

#include <QtGui/QAction>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHelpText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void everyPlaceIsExplained();
    void actionsWithAShortcutAreAmongTheKeys();
    void keysOfEveryPlaceAreTogether();
    void aSearchNeedsEveryWord_data();
    void aSearchNeedsEveryWord();
    void nothingSoughtIsEverything();
    void wordsOfAHeadingFindItsKeys();

private:
    static QList<HelpSection> sections(const QList<QAction*>& actions = {})
    {
        return helpSections({{u"canvas"_s, u"Canvas"_s}, {u"runs"_s, u"Runs"_s}}, actions);
    }
    static const HelpSection& named(const QList<HelpSection>& all, const QString& id)
    {
        const auto found = std::ranges::find(all, id, &HelpSection::id);
        if (found == all.end())
            qFatal("no section %s", qPrintable(id));
        return *found;
    }
};

void TstHelpText::everyPlaceIsExplained()
{
    for (const PanelEntry& entry : makePanels()) {
        QVERIFY2(!wordsOf(entry.name).isEmpty(), qPrintable(entry.name));
        delete entry.panel;
    }
    QVERIFY(!wordsOf(u"canvas"_s).isEmpty());
    QVERIFY(!wordsOf(u"stages"_s).isEmpty());
    QVERIFY(wordsOf(u"cellar"_s).isEmpty());
    QVERIFY(!named(sections(), u"glossary"_s).entries.isEmpty());
}

void TstHelpText::actionsWithAShortcutAreAmongTheKeys()
{
    QAction open(u"&Open…"_s);
    open.setShortcut(QKeySequence(u"Ctrl+O"_s));
    QAction keyless(u"&Nothing"_s);
    const QList<HelpSection> all = sections({&open, &keyless});
    const HelpSection& keys = named(all, u"keys"_s);
    QVERIFY(keys.entries.contains(HelpEntry{HelpEntry::Key, u"Ctrl+O"_s, u"Open"_s}));
    QVERIFY(std::ranges::none_of(keys.entries, [](const HelpEntry& e) { return e.text == u"Nothing"_s; }));
}

void TstHelpText::keysOfEveryPlaceAreTogether()
{
    const QList<HelpSection> all = sections();
    const HelpSection& keys = named(all, u"keys"_s);
    for (const QString& place : {u"canvas"_s, u"runs"_s}) {
        QVERIFY(!keysOf(place).isEmpty());
        for (const HelpEntry& key : keysOf(place)) {
            QVERIFY2(keys.entries.contains(key), qPrintable(key.text));
            QVERIFY2(named(all, place).entries.contains(key), qPrintable(key.text));
        }
    }
}

void TstHelpText::aSearchNeedsEveryWord_data()
{
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a word of one section") << u"crosshair"_s << QStringList{u"canvas"_s, u"keys"_s};
    QTest::newRow("in any case") << u"CROSSHAIR"_s << QStringList{u"canvas"_s, u"keys"_s};
    QTest::newRow("a title") << u"runs trash"_s << QStringList{u"runs"_s, u"keys"_s};
    QTest::newRow("a term") << u"softmax score"_s << QStringList{u"glossary"_s};
    QTest::newRow("nowhere together") << u"crosshair trash"_s << QStringList{};
    QTest::newRow("nowhere") << u"zebra"_s << QStringList{};
}

void TstHelpText::aSearchNeedsEveryWord()
{
    QFETCH(QString, sought);
    QFETCH(QStringList, found);
    QStringList ids;
    for (const HelpSection& section : helpAbout(sought, sections())) {
        ids += section.id;
        QVERIFY(!section.entries.isEmpty());
    }
    QCOMPARE(ids, found);
}

void TstHelpText::nothingSoughtIsEverything()
{
    const QList<HelpSection> all = sections();
    const QList<HelpSection> found = helpAbout(u"  "_s, all);
    QCOMPARE(found.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(found[i].entries, all[i].entries);
}

void TstHelpText::wordsOfAHeadingFindItsKeys()
{
    const QList<HelpSection> found = helpAbout(u"runs F2"_s, sections());
    const HelpSection& keys = named(found, u"keys"_s);
    QCOMPARE(keys.entries.size(), 2);
    QCOMPARE(keys.entries[0].kind, HelpEntry::Heading);
    QCOMPARE(keys.entries[1].head, u"F2"_s);
}

GLYPHSCOPE_TEST(TstHelpText, Widgets)
#include "tst_help_text.moc"
