// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/donor_shelf.h"

using namespace glyphscope;

class TstDonorShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void anEmptyDrawingIsNoDonor()
    {
        DonorShelf shelf;
        QVERIFY(!shelf.keep({}));
        QVERIFY(shelf.empty());
        QVERIFY(!shelf.valueFor(HookKind::Forward, "conv1"));
    }

    void aForwardHookTakesTheOutputAPreHookTheInput()
    {
        DonorShelf shelf;
        QVERIFY(shelf.keep(test::reading(3, 0.9F)));
        QCOMPARE(shelf.valueFor(HookKind::Forward, "conv2")->name, "conv2");
        QCOMPARE(shelf.valueFor(HookKind::ForwardPre, "conv2")->name, "pool1");
        const auto first = shelf.valueFor(HookKind::ForwardPre, "conv1");
        QCOMPARE(first->shape, (std::vector<int>{1, 28, 28}));
        QCOMPARE(first->values.front(), 3.0F);
        QVERIFY(!shelf.valueFor(HookKind::FullBackward, "conv2"));
        QVERIFY(!shelf.valueFor(HookKind::Forward, "conv9"));
        QVERIFY(!shelf.valueFor(HookKind::Forward, ""));
    }

    void aValueKnowsItsDonorAsLongAsItIsUsed()
    {
        DonorShelf shelf;
        shelf.keep(test::reading(3, 0.9F));
        auto used = shelf.valueFor(HookKind::Forward, "conv1");
        shelf.keep(test::reading(8, 0.9F));
        const auto unused = std::weak_ptr(shelf.valueFor(HookKind::Forward, "conv1"));
        shelf.keep(test::reading(5, 0.9F));
        QVERIFY(unused.expired());
        QCOMPARE(shelf.ownerOf(used)->best, 3);
        QCOMPARE(shelf.newest()->best, 5);
        QCOMPARE(shelf.ownerOf(shelf.valueFor(HookKind::ForwardPre, "conv1"))->best, 5);
        QVERIFY(shelf.ownerOf(std::make_shared<const ModuleOutput>()) == nullptr);
        QVERIFY(shelf.ownerOf(nullptr) == nullptr);
    }
};

GLYPHSCOPE_TEST(TstDonorShelf, Core)
#include "tst_donor_shelf.moc"
