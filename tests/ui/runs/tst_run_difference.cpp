// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/run_difference.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRunDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void onlyWhatDiffersDiffers()
    {
        const RunInfo a = test::keptRun("a");
        RunInfo b = test::keptRun("b");
        b.options.seed = 2;
        b.options.optimizer = OptimizerKind::Sgd;
        QStringList different;
        for (const FactPair& pair : factPairs(settingsOf(a), settingsOf(b)))
            if (pair.differs())
                different += pair.name;
        QCOMPARE(different,
                 (QStringList{u"Seed"_s, u"Optimizer"_s, u"Momentum"_s, u"Beta 1"_s, u"Beta 2"_s}));
    }

    void factsOfOneAloneStay()
    {
        const auto pairs = factPairs({{u"x"_s, u"1"_s}, {u"z"_s, {}}}, {{u"x"_s, u"1"_s}, {u"y"_s, u"2"_s}});
        QCOMPARE(pairs.size(), std::size_t{2});
        QVERIFY(!pairs[0].differs());
        QCOMPARE(pairs[1].name, u"y"_s);
        QVERIFY(pairs[1].differs());
    }

    void classesAreComparedByTheirOwnImages()
    {
        const RunInfo a = test::keptRun("a");
        RunInfo b = test::keptRun("b");
        b.test.confusion = {95, 5, 60, 40};
        const auto pairs = classPairs(a, b);
        QCOMPARE(pairs.size(), std::size_t{2});
        QCOMPARE(pairs[1].name, u"1"_s);
        QVERIFY(qAbs(*pairs[0].points() - 5) < 1e-9);
        QVERIFY(qAbs(*pairs[1].points() + 40) < 1e-9);
        QVERIFY(qAbs(largestChange(pairs) - 40) < 1e-9);
    }

    void aClassWithoutImagesHasNoAccuracy()
    {
        RunInfo a = test::keptRun("a");
        a.test.confusion = {0, 0, 1, 9};
        const auto pairs = classPairs(a, test::keptRun("b"));
        QVERIFY(!pairs[0].a);
        QVERIFY(!pairs[0].points());
        QVERIFY(pairs[1].points());
    }

    void otherClassesAreNotCompared()
    {
        const RunInfo a = test::keptRun("a");
        RunInfo b = test::keptRun("b");
        b.classNames = {"shoe", "bag"};
        QVERIFY(classPairs(a, b).empty());
        b = test::keptRun("b");
        b.test.classCount = 3;  // broken: two by two cells
        QVERIFY(classPairs(a, b).empty());
        b.test = {};
        QVERIFY(classPairs(a, b).empty());
        QCOMPARE(largestChange({}), 0.0);
    }

    void changesHaveASign()
    {
        QCOMPARE(changeText(0.314), u"+0.31"_s);
        QCOMPARE(changeText(-0.04), u"\u22120.04"_s);
        QCOMPARE(changeText(-0.001), u"0.00"_s);
    }

    void twoRunsNeverLookTheSame_data()
    {
        QTest::addColumn<int>("a");  // -1: has no colour of its own
        QTest::addColumn<int>("b");
        for (int a = -1; a <= 3; ++a)
            for (int b = -1; b <= 3; ++b)
                if (a != b || a < 0)
                    QTest::addRow("%d and %d", a, b) << a << b;
    }

    void twoRunsNeverLookTheSame()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        const auto own = [](int style) { return style < 0 ? std::nullopt : std::optional(style); };
        const StylePair styles = stylesFor(own(a), own(b));
        QVERIFY(styles.a != styles.b);
        QVERIFY(a < 0 || styles.a == a);
        QVERIFY(b < 0 || styles.b == b);
    }
};

GLYPHSCOPE_TEST(TstRunDifference, Core)
#include "tst_run_difference.moc"
