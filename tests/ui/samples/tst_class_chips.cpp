// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/samples/class_chips.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstClassChips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void aClickChoosesASecondOneChoosesAll()
    {
        ClassChips chips;
        chips.setCounts(countsOf({0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        std::vector<std::optional<std::string>> asked;
        connect(&chips, &ClassChips::chosen, &chips,
                [&](const std::optional<std::string>& digit) { asked.push_back(digit); });
        QTest::mouseClick(chip(chips, 4), Qt::LeftButton);
        QTest::mouseClick(chip(chips, 6), Qt::LeftButton);
        QVERIFY(!chip(chips, 4)->isChecked());
        QTest::mouseClick(chip(chips, 6), Qt::LeftButton);
        QCOMPARE(asked, (std::vector<std::optional<std::string>>{"4", "6", std::nullopt}));
        chips.setChosen("2");
        QVERIFY(chip(chips, 2)->isChecked());
        QCOMPARE(asked.size(), 3U);
    }

    void tooFewAreHinted()
    {
        ClassChips chips;
        chips.setCounts(countsOf({5, 1, 0, 9, 9, 9, 9, 9, 9, 9}));
        QCOMPARE(chip(chips, 0)->accessibleName(), u"5 samples of the digit 0"_s);
        QCOMPARE(chip(chips, 1)->toolTip(),
                 u"1 sample of the digit 1\nFive of each digit teach well: 4 to go."_s);
    }

    void tenFitOneLineWhereThereIsRoom()
    {
        ClassChips chips;
        chips.setCounts(countsOf({5, 1, 0, 9, 9, 9, 9, 9, 9, 9}));
        chips.show();
        chips.resize(280, 90);
        QTRY_VERIFY(chip(chips, 5)->y() > chip(chips, 4)->y());
        QVERIFY(chip(chips, 4)->geometry().right() <= 280);
        chips.resize(900, 90);
        QTRY_COMPARE(chip(chips, 9)->y(), chip(chips, 0)->y());
    }

    void namesAreElidedAndNeverWiderThanThePanel()
    {
        ClassChips chips;
        chips.setCounts(
            {{"T-shirt/top", 3}, {"Ankle boot", 7}, {"A name of many words, none of them short", 0}});
        chips.resize(280, 90);
        chips.show();
        QTRY_VERIFY(chip(chips, 1)->y() > chip(chips, 0)->y());
        QVERIFY(chip(chips, 2)->geometry().right() <= 280);
        QCOMPARE(chip(chips, 1)->accessibleName(), u"7 samples of: Ankle boot"_s);
        QVERIFY(chip(chips, 0)->toolTip().endsWith(u"Five of each class teach well: 2 to go."_s));
    }

private:
    static std::vector<LabelCount> countsOf(const std::vector<int>& numbers)
    {
        std::vector<LabelCount> counts;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            counts.push_back({std::to_string(i), numbers[i]});
        return counts;
    }
    static QToolButton* chip(const ClassChips& chips, int digit)
    {
        return chips.findChild<QToolButton*>(u"sampleChip%1"_s.arg(digit));
    }
};

GLYPHSCOPE_TEST(TstClassChips, Widgets)
#include "tst_class_chips.moc"
