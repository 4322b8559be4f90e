// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/class_names.h"
#include "model/types/class_set.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

using Names = std::vector<std::string>;
Q_DECLARE_METATYPE(Names)
Q_DECLARE_METATYPE(glyphscope::ClassSet::Kind)

class TstClassSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKindComesFromTheNames_data();
    void theKindComesFromTheNames();
    void namesAndNumbersLeadToEachOther();
    void setsAreEqualByTheirNames();
    void aPartFitsIntoTheWhole();
    void onlyGivenNamesAreNoted();
    void weightsKnowTheirClasses();
};

void TstClassSet::theKindComesFromTheNames_data()
{
    QTest::addColumn<Names>("names");
    QTest::addColumn<glyphscope::ClassSet::Kind>("kind");
    using Kind = ClassSet::Kind;
    QTest::newRow("none") << Names{} << Kind::Digits;
    QTest::newRow("MNIST") << ClassSet::digits().names() << Kind::Digits;
    QTest::newRow("some digits") << Names{"3", "8"} << Kind::Digits;
    QTest::newRow("more than ten numbers") << ClassSet::numbered(11).names() << Kind::Other;
    QTest::newRow("letters") << Names{"A", "b"} << Kind::Letters;
    QTest::newRow("digits and letters") << Names{"0", "9", "A"} << Kind::Letters;
    QTest::newRow("letters beyond ASCII") << Names{"\xC3\xA4", "\xE3\x81\x82"} << Kind::Letters;
    QTest::newRow("words") << Names{"Shirt", "A"} << Kind::Other;
    QTest::newRow("a digit and a word") << Names{"0", "ten"} << Kind::Other;
    QTest::newRow("an empty name") << Names{"A", ""} << Kind::Other;
}

void TstClassSet::theKindComesFromTheNames()
{
    QFETCH(Names, names);
    QTEST(ClassSet(names).kind(), "kind");
}

void TstClassSet::namesAndNumbersLeadToEachOther()
{
    const ClassSet clothes({"Shirt", "Bag"});
    QCOMPARE(clothes.size(), 2);
    QCOMPARE(clothes.name(1), std::string("Bag"));
    QCOMPARE(clothes.name(2), std::string("2"));
    QCOMPARE(clothes.name(-1), std::string("-1"));
    QCOMPARE(clothes.indexOf("Bag"), 1);
    QCOMPARE(clothes.indexOf("bag"), -1);
    QCOMPARE(ClassSet().indexOf("0"), -1);
    QCOMPARE(ClassSet().name(7), std::string("7"));
}

void TstClassSet::setsAreEqualByTheirNames()
{
    QVERIFY(ClassSet({"a", "b"}) == ClassSet({"a", "b"}));
    QVERIFY(ClassSet({"a", "b"}) != ClassSet({"b", "a"}));
    QVERIFY(ClassSet::numbered(10) == ClassSet::digits());
    QVERIFY(ClassSet() == ClassSet(Names{}));
    QVERIFY(ClassSet() != ClassSet::digits());
}

void TstClassSet::aPartFitsIntoTheWhole()
{
    QVERIFY(ClassSet::numbered(3).fitsInto(ClassSet::digits()));
    QVERIFY(!ClassSet::digits().fitsInto(ClassSet::numbered(3)));
    QVERIFY(!ClassSet({"1"}).fitsInto(ClassSet::digits()));  // there it is class 1, here class 0
    QVERIFY(!ClassSet::digits().fitsInto(ClassSet(Names(10, "Shirt"))));
}

void TstClassSet::onlyGivenNamesAreNoted()
{
    QVERIFY(ClassSet::digits().givenNames().empty());
    QVERIFY(ClassSet::numbered(47).givenNames().empty());
    QCOMPARE(ClassSet({"a", "b"}).givenNames(), (Names{"a", "b"}));
    QCOMPARE(ClassSet({"1", "0"}).givenNames(), (Names{"1", "0"}));
}

void TstClassSet::weightsKnowTheirClasses()
{
    StateDict weights{{{"fc2.bias", {2}, {0, 0}}}, {}};
    QVERIFY(classesOf(weights) == ClassSet::numbered(2));
    putClassNames({"cat", "dog"}, weights);
    QVERIFY(classesOf(weights) == ClassSet({"cat", "dog"}));
    putClassNames({"one", "too", "many"}, weights);
    QVERIFY(classesOf(weights) == ClassSet::numbered(2));
}

GLYPHSCOPE_TEST(TstClassSet, Core)
#include "tst_class_set.moc"
