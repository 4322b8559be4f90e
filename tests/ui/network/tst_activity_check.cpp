// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/activity_check.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstActivityCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void aLookIsAskedForAndDone()
    {
        ActivityCheck check;
        QCOMPARE(check.state(), ModuleNumbers::Check::NotAsked);
        check.ask();
        QCOMPARE(check.state(), ModuleNumbers::Check::Waiting);
        check.setActivity(activity());
        QCOMPARE(check.state(), ModuleNumbers::Check::Done);
        QVERIFY(check.message().isEmpty());
    }

    void aFailureIsSaidUntilTheNextLook()
    {
        ActivityCheck check;
        check.ask();
        check.setFailed(u"There are no test images."_s);
        QCOMPARE(check.state(), ModuleNumbers::Check::NotAsked);
        QCOMPARE(check.message(), u"There are no test images."_s);
        check.ask();
        QVERIFY(check.message().isEmpty());
        check.setActivity(activity());
        check.ask();
        check.setFailed(u"No."_s);
        QCOMPARE(check.state(), ModuleNumbers::Check::Done);  // what was known before stays
        QVERIFY(marks(check, "relu1").at(1).dead);
    }

    void marksKnowOfThisDrawingAndOfMany()
    {
        ActivityCheck check;
        QVERIFY(marks(check, "relu1").at(0).zero);
        QVERIFY(!marks(check, "relu1").at(1).dead);
        QCOMPARE(summary(check, "relu1"), u"1 of 2 maps have nothing above zero for this drawing."_s);
        check.setActivity(activity());
        QVERIFY(marks(check, "relu1").at(1).dead);
        QVERIFY(!marks(check, "relu2").at(1).dead);
        QVERIFY(summary(check, "relu1").contains(u"Over 1,000 test images"_s));
        QVERIFY(!summary(check, "relu2").contains(u"test images"_s));
    }

    void otherWeightsMakeItOldOnce()
    {
        ActivityCheck check;
        QVERIFY(!check.outdate());  // nothing is known that could be old
        check.setActivity(activity());
        QVERIFY(check.outdate());
        QVERIFY(!check.outdate());
        QVERIFY(summary(check, "relu1").endsWith(u"That was with earlier weights."_s));
        QVERIFY(!summary(check, "relu2").contains(u"earlier"_s));
        check.setActivity(activity());
        QVERIFY(!summary(check, "relu1").contains(u"earlier"_s));
        QVERIFY(check.outdate());
    }

private:
    /// The first map is zero.
    static MapSheet sheet()
    {
        return {.maps = 2, .width = 2, .height = 1, .vector = false, .values = {0, 0, 1, 0}};
    }

    /// Over many images the second one is.
    static std::vector<ModuleActivity> activity()
    {
        return {{.module = "relu1", .images = 1000, .channels = {{.active = 0.5F}, {.active = 0}}}};
    }

    static std::vector<MapMark> marks(const ActivityCheck& check, const std::string& module)
    {
        return check.marks(module, sheet(), rangesOf(sheet()));
    }

    static QString summary(const ActivityCheck& check, const std::string& module)
    {
        return check.summary(module, sheet(), marks(check, module));
    }
};

GLYPHSCOPE_TEST(TstActivityCheck, Core)
#include "tst_activity_check.moc"
