// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of classes can be broken, and tells that from what only looks like it.
#include "tests/arch/class_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

class TstClassRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tens_data();
    void tens();
    void whereTheRuleHolds_data();
    void whereTheRuleHolds();
    void theComplaintNamesThePlace();
};

void TstClassRules::tens_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("a constant") << u"constexpr int kDigits = 10;"_s << false;
    QTest::newRow("a longer name") << u"constexpr int kSampleDigits{10};"_s << false;
    QTest::newRow("a member") << u"int classCount = 10;"_s << false;
    QTest::newRow("a field") << u"data.classes = 10;"_s << false;
    QTest::newRow("a comparison") << u"if (labels && label < 10)"_s << false;
    QTest::newRow("a comparison of counts") << u"if (classes == 10)"_s << false;
    QTest::newRow("a loop") << u"for (int i = 0; i < 10; ++i)"_s << false;
    QTest::newRow("a loop over two lines") << u"for (int digit = 0;\n     digit < 10; ++digit)"_s << false;
    QTest::newRow("a while loop") << u"while (k < 10)"_s << false;
    QTest::newRow("an array") << u"std::array<LabelButton*, 10> m_buttons{};"_s << false;
    QTest::newRow("an array of vectors") << u"std::array<std::vector<int>, 10> rows;"_s << false;
    QTest::newRow("an assignment") << u"prediction.probabilities.assign(10, 0.0F);"_s << false;
    QTest::newRow("numbered") << u"ClassSet::numbered(47)"_s << false;

    QTest::newRow("a set that is asked") << u"for (int k = 0; k < classes.size(); ++k)"_s << true;
    QTest::newRow("numbered by a variable") << u"ClassSet::numbered(count)"_s << true;
    QTest::newRow("none yet") << u"int classCount = 0;"_s << true;
    QTest::newRow("ten of something else") << u"constexpr double kSwatch = 10;"_s << true;
    QTest::newRow("a larger number") << u"for (int i = 0; i < 100; ++i) kDigits = 1000;"_s << true;
    QTest::newRow("decimals") << u"for (int digits = 1; digits <= 9; ++digits)"_s << true;
    QTest::newRow("a comment") << u"f();  // kDigits = 10"_s << true;
    QTest::newRow("another array") << u"std::array<char, 8> bytes; g(1, 10 > x);"_s << true;
}

void TstClassRules::tens()
{
    QFETCH(QString, code);
    QTEST(classesAreCounted({sourceFile(u"ui/answer/a.cpp"_s, code)}).isEmpty(), "allowed");
}

void TstClassRules::whereTheRuleHolds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("holds");

    QTest::newRow("panels") << u"ui/samples/a.h"_s << true;
    QTest::newRow("command line") << u"app/cli/a.cpp"_s << true;
    QTest::newRow("types") << u"model/types/a.h"_s << true;
    QTest::newRow("data") << u"model/data/a.cpp"_s << true;
    QTest::newRow("the set itself") << u"model/types/class_set.h"_s << false;
    QTest::newRow("a network") << u"model/network/a.cpp"_s << false;
    QTest::newRow("tests") << u"tests/ui/answer/a.cpp"_s << false;
}

void TstClassRules::whereTheRuleHolds()
{
    QFETCH(QString, path);
    QTEST(!classesAreCounted({sourceFile(path, u"int kDigits = 10;"_s)}).isEmpty(), "holds");
}

void TstClassRules::theComplaintNamesThePlace()
{
    QCOMPARE(classesAreCounted({sourceFile(u"ui/a/a.cpp"_s, u"\nint n;\nint kDigits =\n    10;\n"_s)}),
             QStringList{u"ui/a/a.cpp:3: 'kDigits = 10': ask a ClassSet how many classes there are"_s});
}

GLYPHSCOPE_TEST(TstClassRules, Core)
#include "tst_class_rules.moc"
