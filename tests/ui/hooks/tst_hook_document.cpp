// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_document.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

HookSpec on(const std::string& module, HookKind kind = HookKind::Forward)
{
    return test::spec(kind, module, HookAction::Observe);
}

QString modules(const HookDocument& document)
{
    QStringList names;
    for (const HookSpec& spec : document.specs())
        names << QString::fromStdString(spec.module);
    return names.join(u' ');
}

HookDocument filled()
{
    HookDocument document;
    for (const char* module : {"a", "b", "c", "d"})
        document.add(on(module), false);
    return document;
}

}  // namespace

class TstHookDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void idsOnlyRise()
    {
        HookDocument document = filled();
        QCOMPARE(document.at(3).id, 4U);
        document.remove({3});
        document.add(on("e"), false);
        QCOMPARE(document.at(3).id, 5U);
        document.undo();
        document.undo();
        QCOMPARE(document.at(3).id, 4U);
        document.add(on("f"), false);
        QCOMPARE(document.at(4).id, 6U);
    }

    void inFrontIsBeforeAllOfItsKind()
    {
        HookDocument document;
        document.add(on("pre", HookKind::ForwardPre), false);
        document.add(on("a"), false);
        document.add(on("b"), false);
        QCOMPARE(document.add(on("first"), true), 1);
        QCOMPARE(modules(document), u"pre first a b"_s);
        QCOMPARE(document.add(on("back", HookKind::FullBackward), true), 4);
        QVERIFY(!document.at(1).prepend);
    }

    void hooksFromOutsideLieInTheOrderTheyRun()
    {
        std::vector<HookSpec> specs = test::numbered({on("a"), on("b"), on("c")});
        specs[1].prepend = true;
        specs[2].prepend = true;
        HookDocument document;
        document.reset(specs);
        QCOMPARE(modules(document), u"c b a"_s);
        QVERIFY(!document.canUndo());
        QVERIFY(!document.at(0).prepend);
        document.add(on("d"), false);
        QCOMPARE(document.at(3).id, 4U);
    }

    void movesKeepAllOthersInOrder_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("order");
        QTest::newRow("down") << 0 << 2 << 2 << u"b c a d"_s;
        QTest::newRow("up") << 3 << 1 << 1 << u"a d b c"_s;
        QTest::newRow("past the end") << 1 << 9 << 3 << u"a c d b"_s;
        QTest::newRow("before the start") << 2 << -1 << 0 << u"c a b d"_s;
        QTest::newRow("nowhere") << 2 << 2 << 2 << u"a b c d"_s;
        QTest::newRow("none") << 7 << 0 << 7 << u"a b c d"_s;
    }
    void movesKeepAllOthersInOrder()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        HookDocument document = filled();
        QTEST(document.move(from, to), "row");
        QTEST(modules(document), "order");
        while (document.size() > 0 && document.undoText().startsWith(u"Move"))
            document.undo();
        QCOMPARE(modules(document), u"a b c d"_s);
    }

    void removedHooksComeBackWhereTheyWere()
    {
        HookDocument document = filled();
        const std::vector<HookSpec> before = document.specs();
        QVERIFY(document.remove({2, 0, 2, 17}));
        QCOMPARE(modules(document), u"b d"_s);
        QCOMPARE(document.undoText(), u"Remove 2 hooks"_s);
        QVERIFY(document.undo() != 0);
        QVERIFY(sameHooks(document.specs(), before));
        QCOMPARE(document.redo(), 0U);
        QCOMPARE(modules(document), u"b d"_s);
        QVERIFY(!document.remove({5}));
    }

    void aCopyStandsBelowWithAnIdOfItsOwn()
    {
        HookDocument document = filled();
        QCOMPARE(document.duplicate(1), 2);
        QCOMPARE(modules(document), u"a b b c d"_s);
        QCOMPARE(document.at(2).id, 5U);
        QCOMPARE(document.duplicate(9), -1);
    }

    void aDragIsUndoneInOneStep()
    {
        HookDocument document = filled();
        HookSpec spec = document.at(1);
        for (const double amount : {0.1, 0.2, 0.3}) {
            spec.amount = amount;
            document.replace(1, spec, u"amount2"_s);
        }
        document.seal();
        spec.amount = 0.9;
        document.replace(1, spec, u"amount2"_s);
        document.undo();
        QCOMPARE(document.at(1).amount, 0.3);
        document.undo();
        QCOMPARE(document.at(1).amount, 0.0);
        document.redo();
        QCOMPARE(document.at(1).amount, 0.3);
    }

    void choicesAreNeverJoined()
    {
        HookDocument document = filled();
        for (const int channel : {1, 2}) {
            HookSpec spec = document.at(0);
            spec.channel = channel;
            document.replace(0, spec);
        }
        document.undo();
        QCOMPARE(document.at(0).channel, 1);
    }

    void noChangeIsNoStep()
    {
        HookDocument document;
        document.add(on("a"), false);
        document.replace(0, document.at(0));
        document.replace(4, document.at(0));
        document.move(0, 0);
        document.undo();
        QVERIFY(!document.canUndo());
        QCOMPARE(document.size(), 0);
    }

    void aNewChangeForgetsWhatWasUndone()
    {
        HookDocument document = filled();
        document.undo();
        QVERIFY(document.canRedo());
        document.add(on("x"), false);
        QVERIFY(!document.canRedo());
        QCOMPARE(modules(document), u"a b c x"_s);
    }

    void turnsCountGlobalOnesFirst()
    {
        std::vector<HookSpec> specs =
            test::numbered({on("a"), on(""), on("b"), on("a"), on("a", HookKind::ForwardPre)});
        QCOMPARE(turnOf(specs, 0), (HookTurn{2, 3}));
        QCOMPARE(turnOf(specs, 1), (HookTurn{1, 1}));
        QCOMPARE(turnOf(specs, 3), (HookTurn{3, 3}));
        QCOMPARE(turnOf(specs, 4), (HookTurn{1, 1}));
        specs[1].enabled = false;
        QCOMPARE(turnOf(specs, 3), (HookTurn{2, 2}));
        QCOMPARE(turnOf(specs, 1), (HookTurn{0, 0}));
        QCOMPARE(turnOf(specs, 9), (HookTurn{0, 0}));
    }
};

GLYPHSCOPE_TEST(TstHookDocument, Core)
#include "tst_hook_document.moc"
