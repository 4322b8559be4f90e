// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/habit_switches.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

DataChoice withInk()
{
    DataChoice data;
    data.ink = {"/digits.inkml"};
    data.inkVariations = 6;
    return data;
}

QCheckBox* switchOf(const QWidget& widget, const char* habit)
{
    return widget.findChild<QCheckBox*>(u"training.habit."_s + QLatin1StringView(habit));
}

}  // namespace

class TstHabitSwitches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void eachHabitHasASwitch()
    {
        HabitSwitches switches;
        switches.setChoice(withInk());
        switches.show();
        for (const PenHabitName& entry : kPenHabits) {
            const QSignalSpy changed(&switches, &HabitSwitches::changed);
            QCheckBox* box = switchOf(switches, entry.name);
            QVERIFY2(box != nullptr && box->isChecked() && box->isEnabled(), entry.name);
            QVERIFY(!box->toolTip().isEmpty());
            QTest::keyClick(box, Qt::Key_Space);
            QCOMPARE(changed.size(), 1);
            PenHabits expected;
            expected.*entry.habit = false;
            QCOMPARE(changed[0][0].value<PenHabits>(), expected);
            QTest::keyClick(box, Qt::Key_Space);
        }
    }

    void withoutVariationsOfInkNothingIsSwitched_data()
    {
        QTest::addColumn<bool>("ink");
        QTest::addColumn<int>("variations");
        QTest::newRow("no ink") << false << 6;
        QTest::newRow("no variations") << true << 0;
    }

    void withoutVariationsOfInkNothingIsSwitched()
    {
        QFETCH(bool, ink);
        QFETCH(int, variations);
        HabitSwitches switches;
        DataChoice data = ink ? withInk() : DataChoice();
        data.inkVariations = variations;
        switches.setChoice(data);
        QVERIFY(!switchOf(switches, "ticks")->isEnabled());
        QVERIFY(
            switches.findChild<QLabel*>(u"training.habitsText"_s)->text().contains(u"Add files of ink"_s));
    }

    void theOnePointedAtIsShownAlone()
    {
        TrainingPanel panel;
        panel.setData(withInk());
        panel.setOpenSections({u"more"_s, u"augmentation"_s});
        panel.resize(400, 1600);
        panel.show();
        QString habit;
        int asked = 0;
        connect(&panel, &TrainingPanel::augmentationPreviewWanted, &panel,
                [&](const std::optional<Augmentation>&, const QString& alone) {
                    habit = alone;
                    ++asked;
                });
        QTRY_VERIFY(asked > 0);
        QCOMPARE(habit, QString());
        QEvent enter(QEvent::Enter);
        QApplication::sendEvent(switchOf(panel, "loops"), &enter);
        QCOMPARE(habit, u"loops"_s);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(switchOf(panel, "loops"), &leave);
        QCOMPARE(habit, QString());
    }

    void thePanelTrainsWithWhatIsSwitchedOn()
    {
        TrainingPanel panel;
        panel.setData(withInk());
        QVERIFY(switchOf(panel, "ticks")->isEnabled());
        switchOf(panel, "ticks")->click();
        QVERIFY(!panel.data().inkHabits.ticks && panel.data().inkHabits.hooks);
        QCOMPARE(panel.data().ink, withInk().ink);
        panel.setRunning(true);
        QVERIFY(!switchOf(panel, "hooks")->isEnabled());
        panel.setRunning(false);
        QVERIFY(!switchOf(panel, "ticks")->isChecked());
        panel.setData(withInk());
        QVERIFY(switchOf(panel, "ticks")->isChecked());
    }
};

GLYPHSCOPE_TEST(TstHabitSwitches, Widgets)
#include "tst_habit_switches.moc"
