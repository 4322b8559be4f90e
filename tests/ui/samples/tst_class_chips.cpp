// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/samples/digit_chips.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstDigitChips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void aClickChoosesASecondOneChoosesAll()
    {
        DigitChips chips;
        std::vector<std::optional<int>> asked;
        connect(&chips, &DigitChips::chosen, &chips,
                [&](std::optional<int> digit) { asked.push_back(digit); });
        QTest::mouseClick(chip(chips, 4), Qt::LeftButton);
        QTest::mouseClick(chip(chips, 6), Qt::LeftButton);
        QVERIFY(!chip(chips, 4)->isChecked());
        QTest::mouseClick(chip(chips, 6), Qt::LeftButton);
        QCOMPARE(asked, (std::vector<std::optional<int>>{4, 6, std::nullopt}));
        chips.setChosen(2);
        QVERIFY(chip(chips, 2)->isChecked());
        QCOMPARE(asked.size(), 3U);
    }

    void tooFewAreHinted()
    {
        DigitChips chips;
        chips.setCounts({5, 1, 0, 9, 9, 9, 9, 9, 9, 9});
        QCOMPARE(chip(chips, 0)->accessibleName(), u"5 samples of the digit 0"_s);
        QCOMPARE(chip(chips, 1)->toolTip(),
                 u"1 sample of the digit 1\nFive of each digit teach well: 4 to go."_s);
    }

    void tenFitOneLineWhereThereIsRoom()
    {
        DigitChips chips;
        chips.show();
        chips.resize(280, 90);
        QTRY_VERIFY(chip(chips, 5)->y() > chip(chips, 4)->y());
        QVERIFY(chip(chips, 4)->geometry().right() <= 280);
        chips.resize(900, 90);
        QTRY_COMPARE(chip(chips, 9)->y(), chip(chips, 0)->y());
    }

private:
    static QToolButton* chip(const DigitChips& chips, int digit)
    {
        return chips.findChild<QToolButton*>(u"sampleChip%1"_s.arg(digit));
    }
};

GLYPHSCOPE_TEST(TstDigitChips, Widgets)
#include "tst_digit_chips.moc"
