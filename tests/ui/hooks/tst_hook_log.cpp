// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_log_model.h"
#include "ui/text/number_text.h"

#include <QtTest/QSignalSpy>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<HookEvent> steps(int first, int count)
{
    std::vector<HookEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(test::event(i % 2 == 0 ? "conv1" : "relu1", "step " + std::to_string(first + i)));
    return events;
}

}  // namespace

class TstHookLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void filtersByWordsKindAndModule_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("module");
        QTest::addColumn<bool>("shown");
        QTest::newRow("nothing asked") << u" "_s << -1 << QString() << true;
        QTest::newRow("a word, in any case") << u"CONV"_s << -1 << QString() << true;
        QTest::newRow("all words, in any order") << u"120 conv1"_s << -1 << QString() << true;
        QTest::newRow("one word missing") << u"conv1 121"_s << -1 << QString() << false;
        QTest::newRow("a number shown") << u"0.25"_s << -1 << QString() << true;
        QTest::newRow("its kind") << QString() << int(HookKind::Forward) << QString() << true;
        QTest::newRow("another kind") << QString() << int(HookKind::ForwardPre) << QString() << false;
        QTest::newRow("its module") << QString() << -1 << u"conv1"_s << true;
        QTest::newRow("a module's beginning is another") << QString() << -1 << u"conv"_s << false;
    }
    void filtersByWordsKindAndModule()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, module);
        HookLogFilter filter{.text = text, .kind = {}, .module = module.toStdString()};
        if (kind >= 0)
            filter.kind = static_cast<HookKind>(kind);
        QTEST(passes(filter, test::event("conv1", "step 120")), "shown");
    }

    void theNewestTenThousandAreKept()
    {
        HookLogModel model;
        model.append(steps(1, 9999));
        QCOMPARE(model.rowCount(), 9999);
        model.append(steps(10000, 11));
        QCOMPARE(model.rowCount(), 10000);
        QCOMPARE(model.lineAt(0).number, 11U);
        QCOMPARE(model.lineAt(0).event.pass, "step 11");
        QCOMPARE(model.lineAt(9999).event.pass, "step 10010");
        model.append(steps(20000, 25000));
        QCOMPARE(model.rowCount(), 10000);
        QCOMPARE(model.lineAt(9999).event.pass, "step 44999");
        QCOMPARE(model.lineAt(9999).number, 35010U);
    }

    void rowsGoAndComeBySignals()
    {
        HookLogModel model;
        model.append(steps(1, 10000));
        QSignalSpy removed(&model, &HookLogModel::rowsRemoved);
        QSignalSpy inserted(&model, &HookLogModel::rowsInserted);
        QSignalSpy reset(&model, &HookLogModel::modelReset);
        model.append(steps(1, 30));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][2].toInt(), 29);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 9970);
        QCOMPARE(reset.count(), 0);
    }

    void aFilterHoldsForWhatComes()
    {
        HookLogModel model;
        model.append(steps(1, 10));
        model.setFilter({.text = {}, .kind = {}, .module = "relu1"});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.lineCount(), 10);
        model.append(steps(11, 4));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.lineAt(6).event.pass, "step 14");
        model.append(steps(15, 9990));
        QCOMPARE(model.lineCount(), 10000);
        QCOMPARE(model.rowCount(), 5000);
        QCOMPARE(model.lineAt(0).event.pass, "step 6");
        model.setFilter({});
        QCOMPARE(model.rowCount(), 10000);
    }

    void numbersGoOnAfterClearing()
    {
        HookLogModel model;
        model.append(steps(1, 3));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.append(steps(4, 1));
        QCOMPARE(model.lineAt(0).number, 4U);
    }

    void csvIsExactAndQuoted()
    {
        HookEvent event = test::event("odd,\"name\"", "step 1");
        event.value.mean = 1.0 / 3;
        HookLogModel model;
        model.append({event});
        const QStringList lines = model.csv().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].count(u','), 14);
        QCOMPARE(lines[1],
                 u"1,step 1,1,forward,\"odd,\"\"name\"\"\",32x28x28,25088,0.333333333,0.5,-1,2,0,0,0,3.5"_s);
    }

    void noGradientIsNone()
    {
        HookEvent event;
        event.kind = HookKind::FullBackward;
        event.module = "conv1";
        event.pass = "step 3";
        QVERIFY(logWord(event, HookLogModel::Value).startsWith(u"None"));
        QVERIFY(!logWords(event).join(u' ').contains(u'\u00B1'));
        QCOMPARE(logWord(event, HookLogModel::Range), dashText());
        QCOMPARE(logWord(event, HookLogModel::Shape), dashText());
        QVERIFY(csvLine({1, event}).contains(u",0,,,,,,0,0,"_s));
    }

    void csvHoldsWhatIsShown()
    {
        HookLogModel model;
        model.append(steps(1, 10));
        model.setFilter({.text = u"step 7"_s, .kind = {}, .module = {}});
        QCOMPARE(model.csv().count(u'\n'), 2);
    }
};

GLYPHSCOPE_TEST(TstHookLog, Core)
#include "tst_hook_log.moc"
