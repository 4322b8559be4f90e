// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/text/glossary.h"

#include <QtTest/QTest>

#include <set>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstGlossary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTermMeansSomething();
    void everyMeaningIsOneSentence();
    void termsAreSortedAndUnique();
    void aTooltipNamesItsTerm();
    void init() { test::failOnQtWarnings(); }
};

void TstGlossary::everyTermMeansSomething()
{
    const int terms = static_cast<int>(GlossaryTerm::Weights) + 1;
    QCOMPARE(glossary().size(), terms);
    std::set<QString> meanings;
    for (int term = 0; term < terms; ++term)
        meanings.insert(meaningOf(static_cast<GlossaryTerm>(term)));
    QCOMPARE(static_cast<int>(meanings.size()), terms);
}

void TstGlossary::everyMeaningIsOneSentence()
{
    for (const auto& [term, meaning] : glossary()) {
        QVERIFY2(meaning.endsWith(u'.') && meaning.count(u'.') == 1, qPrintable(meaning));
        QVERIFY2(meaning.front().isUpper(), qPrintable(meaning));
        QVERIFY2(!meaning.contains(u"  "_s), qPrintable(meaning));
    }
}

void TstGlossary::termsAreSortedAndUnique()
{
    const QList<GlossaryEntry> entries = glossary();
    for (qsizetype i = 1; i < entries.size(); ++i)
        QVERIFY2(entries[i - 1].term.toLower() < entries[i].term.toLower(), qPrintable(entries[i].term));
}

void TstGlossary::aTooltipNamesItsTerm()
{
    QVERIFY(explained(GlossaryTerm::Logit).startsWith(u"Logit: "_s));
    QCOMPARE(withMeaning(u"The score"_s, {GlossaryTerm::Logit}),
             u"The score\n"_s + explained(GlossaryTerm::Logit));
    QVERIFY(explained(GlossaryTerm::Logit).endsWith(meaningOf(GlossaryTerm::Logit)));
}

GLYPHSCOPE_TEST(TstGlossary, Core)
#include "tst_glossary.moc"
