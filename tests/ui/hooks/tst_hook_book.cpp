// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_book.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

HookSpec on(const std::string& module, HookKind kind = HookKind::Forward)
{
    return test::spec(kind, module, HookAction::Observe);
}

QString modules(const HookBook& book)
{
    QStringList names;
    for (const HookSpec& spec : book.specs())
        names << QString::fromStdString(spec.module);
    return names.join(u' ');
}

HookBook filled()
{
    HookBook book;
    for (const char* module : {"a", "b", "c", "d"})
        book.add(on(module), false);
    return book;
}

}  // namespace

class TstHookBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void idsOnlyRise()
    {
        HookBook book = filled();
        QCOMPARE(book.at(3).id, 4U);
        book.remove({3});
        book.add(on("e"), false);
        QCOMPARE(book.at(3).id, 5U);
        book.undo();
        book.undo();
        QCOMPARE(book.at(3).id, 4U);
        book.add(on("f"), false);
        QCOMPARE(book.at(4).id, 6U);
    }

    void inFrontIsBeforeAllOfItsKind()
    {
        HookBook book;
        book.add(on("pre", HookKind::ForwardPre), false);
        book.add(on("a"), false);
        book.add(on("b"), false);
        QCOMPARE(book.add(on("first"), true), 1);
        QCOMPARE(modules(book), u"pre first a b"_s);
        QCOMPARE(book.add(on("back", HookKind::FullBackward), true), 4);
        QVERIFY(!book.at(1).prepend);
    }

    void hooksFromOutsideLieInTheOrderTheyRun()
    {
        std::vector<HookSpec> specs = test::numbered({on("a"), on("b"), on("c")});
        specs[1].prepend = true;
        specs[2].prepend = true;
        HookBook book;
        book.reset(specs);
        QCOMPARE(modules(book), u"c b a"_s);
        QVERIFY(!book.canUndo());
        QVERIFY(!book.at(0).prepend);
        book.add(on("d"), false);
        QCOMPARE(book.at(3).id, 4U);
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
        HookBook book = filled();
        QTEST(book.move(from, to), "row");
        QTEST(modules(book), "order");
        while (book.size() > 0 && book.undoText().startsWith(u"Move"))
            book.undo();
        QCOMPARE(modules(book), u"a b c d"_s);
    }

    void removedHooksComeBackWhereTheyWere()
    {
        HookBook book = filled();
        const std::vector<HookSpec> before = book.specs();
        QVERIFY(book.remove({2, 0, 2, 17}));
        QCOMPARE(modules(book), u"b d"_s);
        QCOMPARE(book.undoText(), u"Remove 2 hooks"_s);
        QVERIFY(book.undo() != 0);
        QVERIFY(sameHooks(book.specs(), before));
        QCOMPARE(book.redo(), 0U);
        QCOMPARE(modules(book), u"b d"_s);
        QVERIFY(!book.remove({5}));
    }

    void aCopyStandsBelowWithAnIdOfItsOwn()
    {
        HookBook book = filled();
        QCOMPARE(book.duplicate(1), 2);
        QCOMPARE(modules(book), u"a b b c d"_s);
        QCOMPARE(book.at(2).id, 5U);
        QCOMPARE(book.duplicate(9), -1);
    }

    void aDragIsUndoneInOneStep()
    {
        HookBook book = filled();
        HookSpec spec = book.at(1);
        for (const double amount : {0.1, 0.2, 0.3}) {
            spec.amount = amount;
            book.replace(1, spec, u"amount2"_s);
        }
        book.seal();
        spec.amount = 0.9;
        book.replace(1, spec, u"amount2"_s);
        book.undo();
        QCOMPARE(book.at(1).amount, 0.3);
        book.undo();
        QCOMPARE(book.at(1).amount, 0.0);
        book.redo();
        QCOMPARE(book.at(1).amount, 0.3);
    }

    void choicesAreNeverJoined()
    {
        HookBook book = filled();
        for (const int channel : {1, 2}) {
            HookSpec spec = book.at(0);
            spec.channel = channel;
            book.replace(0, spec);
        }
        book.undo();
        QCOMPARE(book.at(0).channel, 1);
    }

    void noChangeIsNoStep()
    {
        HookBook book;
        book.add(on("a"), false);
        book.replace(0, book.at(0));
        book.replace(4, book.at(0));
        book.move(0, 0);
        book.undo();
        QVERIFY(!book.canUndo());
        QCOMPARE(book.size(), 0);
    }

    void aNewChangeForgetsWhatWasUndone()
    {
        HookBook book = filled();
        book.undo();
        QVERIFY(book.canRedo());
        book.add(on("x"), false);
        QVERIFY(!book.canRedo());
        QCOMPARE(modules(book), u"a b c x"_s);
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

GLYPHSCOPE_TEST(TstHookBook, Core)
#include "tst_hook_book.moc"
