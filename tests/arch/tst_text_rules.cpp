// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of texts can be broken, and tell that from what only looks like it.
#include "tests/arch/text_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

class TstTextRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void sentences_data();
    void sentences();
    void words_data();
    void words();
    void plurals_data();
    void plurals();
};

void TstTextRules::errors_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("a literal") << uR"(throw Error("There is no file.");)"_s << false;
    QTest::newRow("glued") << uR"(throw Error(name + ": there is no file");)"_s << false;
    QTest::newRow("of another kind") << uR"(throw UsageError("There is no file.");)"_s << false;
    QTest::newRow("over two lines") << u"throw Error(\n    name +\n    \" is gone\");"_s << false;
    QTest::newRow("marked") << uR"(throw Error(GLYPHSCOPE_TEXT("Data", "There is no file %1."), name);)"_s
                            << true;
    QTest::newRow("handed on") << uR"(throw Error(message);)"_s << true;
    QTest::newRow("no words") << uR"(throw Error(a + ": " + b);)"_s << true;
    QTest::newRow("of the standard library") << uR"(throw std::runtime_error("never shown");)"_s << true;
    QTest::newRow("a comment") << uR"(f();  // throw Error("There is no file.");)"_s << true;
}

void TstTextRules::errors()
{
    QFETCH(QString, code);
    QTEST(errorsAreTranslated({sourceFile(u"model/data/a.cpp"_s, code)}).isEmpty(), "allowed");
    QVERIFY(errorsAreTranslated({sourceFile(u"model/hooks/src/a.cpp"_s, code)}).isEmpty());
    QVERIFY(errorsAreTranslated({sourceFile(u"tests/a.cpp"_s, code)}).isEmpty());
}

void TstTextRules::sentences_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("in front of a text") << uR"(words + tr("of %1").arg(name);)"_s << false;
    QTest::newRow("behind a text") << uR"(tr("Stopped at %1.").arg(f(x)) + use;)"_s << false;
    QTest::newRow("a comma in front") << uR"(words += u", "_s + Words::tr("misread");)"_s << false;
    QTest::newRow("a space") << uR"(a + u' ' + tr("It is so.");)"_s << false;
    QTest::newRow("over lines") << u"return tr(\"One\")\n    .arg(x) +\n    tail;"_s << false;
    QTest::newRow("a text alone") << uR"(f(tr("One"), a + b);)"_s << true;
    QTest::newRow("a text of a list") << uR"(QStringList{tr("Answer")} + names;)"_s << true;
    QTest::newRow("a line") << uR"(words + u'\n' + tr("It is so.") + u'\n' + more;)"_s << true;
    QTest::newRow("two lines") << uR"(words + u"\n\n"_s + tr("It is so.");)"_s << true;
    QTest::newRow("counted") << uR"(++i; tr("One"); ++j;)"_s << true;
    QTest::newRow("another function") << uR"(str("One") + tail;)"_s << true;
}

void TstTextRules::sentences()
{
    QFETCH(QString, code);
    QTEST(sentencesAreWhole({sourceFile(u"ui/a/a.cpp"_s, code)}).isEmpty(), "allowed");
}

void TstTextRules::words_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("a sentence") << uR"(f(u"nothing is there"_s);)"_s << false;
    QTest::newRow("a word and a number") << uR"(f(u"min %1"_s.arg(x));)"_s << false;
    QTest::newRow("a number and a word") << uR"(f(u"%1 to %2"_s.arg(x, y));)"_s << false;
    QTest::newRow("a macro") << uR"(f(QStringLiteral("one number"));)"_s << false;
    QTest::newRow("translated") << uR"(f(tr("nothing is there"));)"_s << true;
    QTest::newRow("a name") << uR"(f(u"training.button"_s, u"Noto Sans"_s);)"_s << true;
    QTest::newRow("numbers") << uR"(f(u"%1 %2"_s.arg(x, y));)"_s << true;
    QTest::newRow("a comment") << uR"(f();  // u"one number"_s)"_s << true;
}

void TstTextRules::words()
{
    QFETCH(QString, code);
    QTEST(wordsAreTranslated({sourceFile(u"ui/a/a.cpp"_s, code)}).isEmpty(), "allowed");
    QVERIFY(wordsAreTranslated({sourceFile(u"app/cli/a.cpp"_s, code)}).isEmpty());
}

void TstTextRules::plurals_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("two forms") << uR"(n == 1 ? tr("1 image") : tr("%1 images").arg(n);)"_s << false;
    QTest::newRow("in another context") << u"n == 1\n    ? Words::tr(\"1 image\")\n    : x;"_s << false;
    QTest::newRow("%n") << uR"x(tr("%n image(s)", nullptr, n);)x"_s << true;
    QTest::newRow("none") << uR"x(n == 0 ? tr("none") : tr("%n image(s)", nullptr, n);)x"_s << true;
    QTest::newRow("no text") << uR"(n == 1 ? a : b;)"_s << true;
    QTest::newRow("marked as no plural") << uR"x(f(QT_TRANSLATE_NOOP("A", "%n image(s)"));)x"_s << false;
    QTest::newRow("not seen by lupdate") << uR"x(translate("A", "%Ln image(s)", nullptr, n);)x"_s << false;
    QTest::newRow("marked as one") << uR"x(f(QT_TRANSLATE_N_NOOP("A", "%n image(s)"));)x"_s << true;
}

void TstTextRules::plurals()
{
    QFETCH(QString, code);
    QTEST(pluralsAreLeftToTheLanguage({sourceFile(u"ui/a/a.cpp"_s, code)}).isEmpty(), "allowed");
}

GLYPHSCOPE_TEST(TstTextRules, Core)
#include "tst_text_rules.moc"
