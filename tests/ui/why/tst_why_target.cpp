// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/shown_panel.h"
#include "ui/style/class_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_picker.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using test::ShownPanel;
using namespace Qt::StringLiterals;

namespace {

using TargetMethod = AttributionMethod;

}  // namespace

/// Which class's score the panel explains, and against which other.
class TstWhyTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void buttonsAndKeysChooseTheClass();
    void anyClassAgainstAnyOther();
    void nothingIsSetAgainstItself();
    void anAnswerThatBecomesItsOwnRivalStandsAlone();
    void onlyFittingResultsAreShown();
    void theAnswerMayChangeFromDrawingToDrawing();
    void theScoreIsSaid();
    void otherClassesHaveOtherButtons();
    void manyClassesAreAList_data();
    void manyClassesAreAList();
};

void TstWhyTarget::buttonsAndKeysChooseTheClass()
{
    ShownPanel shown;
    shown.click(u"class3"_s);
    QCOMPARE(shown.asked.back()[2].target, (ClassTarget{3, -1}));
    QTest::keyClick(shown.child<QWidget>(u"gallery"_s), Qt::Key_8);
    QCOMPARE(shown.asked.back()[2].target, (ClassTarget{8, -1}));
    QVERIFY(shown.child<QToolButton>(u"class8"_s)->isChecked());
    QTest::keyClick(shown.child<QWidget>(u"gallery"_s), Qt::Key_A);
    QCOMPARE(shown.asked.back()[2].target, (ClassTarget{-1, -1}));
    QCOMPARE(shown.child<QToolButton>(u"answer"_s)->text(), u"Answer: 7"_s);
}

void TstWhyTarget::anyClassAgainstAnyOther()
{
    ShownPanel shown;
    shown.click(u"class3"_s);
    shown.setAgainst(8);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{3, 8}));
    shown.setAgainst(-1);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{3, -1}));
}

void TstWhyTarget::nothingIsSetAgainstItself()
{
    ShownPanel shown;
    shown.click(u"class3"_s);
    shown.setAgainst(3);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{3, -1}));
    QVERIFY(shown.child<QComboBox>(u"against"_s)->toolTip().contains(u"against itself"));
    shown.click(u"class4"_s);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{4, 3}));
    QVERIFY(!shown.child<QComboBox>(u"against"_s)->toolTip().contains(u"against itself"));
}

void TstWhyTarget::anAnswerThatBecomesItsOwnRivalStandsAlone()
{
    ShownPanel shown;
    shown.setAgainst(1);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{-1, 1}));
    shown.panel.setReading(test::reading(1, 7));
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{-1, -1}));
    shown.panel.setReading(test::reading(7, 1));
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{-1, 1}));
}

void TstWhyTarget::onlyFittingResultsAreShown()
{
    ShownPanel shown;
    shown.click(u"class3"_s);
    shown.giveAll({7, -1});
    QVERIFY(shown.heat().startsWith(u"Computing"));
    QVERIFY(shown.text(u"score"_s).startsWith(u"Computing"));
    shown.giveAll({3, -1});
    QVERIFY(shown.heat().startsWith(u"Point at"));
    shown.setAgainst(8);
    QVERIFY2(shown.heat().startsWith(u"Computing"), "it answered another question");
    shown.giveAll({3, -1});
    QVERIFY(shown.heat().startsWith(u"Computing"));
    shown.giveAll({3, 8});
    QVERIFY(shown.heat().startsWith(u"Point at"));
}

void TstWhyTarget::theAnswerMayChangeFromDrawingToDrawing()
{
    ShownPanel shown;
    shown.giveAll({7, -1});
    shown.panel.setReading(test::reading(1, 7));
    QVERIFY(shown.heat().startsWith(u"Point at"));  // the last map until the next one is there
    shown.panel.setAttribution(test::attribution(TargetMethod::Saliency, {1, -1}));
    QVERIFY(shown.heat().startsWith(u"Computing"));  // maps of two classes are never mixed
    QVERIFY(shown.text(u"score"_s).startsWith(u"Logit of 1:"));
}

void TstWhyTarget::theScoreIsSaid()
{
    ShownPanel shown;
    shown.giveAll();
    QCOMPARE(shown.text(u"score"_s), u"Logit of 7: 12.4"_s);
    shown.setAgainst(1);
    QVERIFY(shown.text(u"score"_s).startsWith(u"Computing"));
    shown.giveAll({7, 1});
    QCOMPARE(shown.text(u"score"_s), u"Logit of 7 less that of 1: 12.4"_s);
}

void TstWhyTarget::otherClassesHaveOtherButtons()
{
    ShownPanel shown;
    shown.click(u"class9"_s);
    shown.panel.setClassNames({u"Bag"_s, u"Coat"_s, u"Shirt"_s});
    QVERIFY(!shown.child<QToolButton>(u"class3"_s));
    QCOMPARE(shown.child<QToolButton>(u"class1"_s)->text(), u"Coat"_s);
    QCOMPARE(shown.asked.back()[0].target, ClassTarget{});
    QCOMPARE(shown.child<QComboBox>(u"against"_s)->count(), 4);
    QCOMPARE(shown.page(), 0);
    shown.panel.setClassNames({});
    QCOMPARE(shown.child<QToolButton>(u"class9"_s)->text(), u"9"_s);
}

void TstWhyTarget::manyClassesAreAList_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("EMNIST") << 47;
    QTest::newRow("a hundred") << 100;
}

void TstWhyTarget::manyClassesAreAList()
{
    QFETCH(int, count);
    ShownPanel shown;
    shown.panel.setClassNames(classNames(ClassSet::numbered(count)));
    Reading reading = test::reading();
    reading.prediction.probabilities.resize(static_cast<std::size_t>(count));
    shown.panel.setReading(reading);
    auto* list = shown.child<NamePicker>(u"classList"_s);
    QVERIFY(list != nullptr && shown.child<QToolButton>(u"class3"_s) == nullptr);
    QCOMPARE(list->count(), count + 1);
    QCOMPARE(list->itemText(0), u"Answer: 7"_s);
    list->lineEdit()->setText(u"46"_s);
    QTest::keyClick(list->lineEdit(), Qt::Key_Return);
    QCOMPARE(shown.asked.back()[2].target, (ClassTarget{46, -1}));
    shown.panel.setClassNames({});
    QVERIFY(shown.child<NamePicker>(u"classList"_s) == nullptr);
    QVERIFY(shown.child<QToolButton>(u"answer"_s)->isChecked());
}

GLYPHSCOPE_TEST(TstWhyTarget, Widgets)
#include "tst_why_target.moc"
