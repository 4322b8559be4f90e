// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/error.h"
#include "model/types/pen_habits.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <tuple>

using namespace glyphscope;

class TstPenHabits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHabitHasItsName();
    void textAndBack_data();
    void textAndBack();
    void refuses_data();
    void refuses();
};

void TstPenHabits::everyHabitHasItsName()
{
    const std::vector<std::string> all = habitNames({});
    QCOMPARE(all.size(), kPenHabits.size());
    QCOMPARE(habitsNamed(all), PenHabits());
    for (const PenHabitName& entry : kPenHabits) {
        const PenHabits alone = habitsNamed({entry.name});
        QVERIFY(alone.*entry.habit);
        QCOMPARE(habitNames(alone), std::vector<std::string>{entry.name});
    }
    QVERIFY(habitNames(habitsNamed({})).empty());
}

void TstPenHabits::textAndBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("all") << QByteArray("all") << QByteArray("all");
    QTest::newRow("none") << QByteArray("none") << QByteArray("none");
    QTest::newRow("one") << QByteArray("dots") << QByteArray("dots");
    QTest::newRow("some, in any order") << QByteArray("jitter, ticks") << QByteArray("ticks,jitter");
    QTest::newRow("twice") << QByteArray("dots,dots") << QByteArray("dots");
}

void TstPenHabits::textAndBack()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const PenHabits habits = habitsInText(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(habitsText(habits)), written);
    QCOMPARE(habitsInText(habitsText(habits)), habits);
}

void TstPenHabits::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another name") << QByteArray("ticks,wings");
    QTest::newRow("a comma too many") << QByteArray("ticks,");
    QTest::newRow("all among others") << QByteArray("all,ticks");
}

void TstPenHabits::refuses()
{
    QFETCH(QByteArray, text);
    try {
        std::ignore = habitsInText(text.toStdString());
        QFAIL("took it");
    } catch (const Error& error) {
        QVERIFY2(QByteArray(error.what()).contains("ticks, hooks"), error.what());
    }
}

GLYPHSCOPE_TEST(TstPenHabits, Core)
#include "tst_pen_habits.moc"
