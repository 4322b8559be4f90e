// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/donor_store.h"

using namespace glyphscope;

class TstDonorStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void anEmptyDrawingIsNoDonor()
    {
        DonorStore store;
        QVERIFY(!store.keep({}));
        QVERIFY(store.empty());
        QVERIFY(!store.valueFor(HookKind::Forward, "conv1"));
    }

    void aForwardHookTakesTheOutputAPreHookTheInput()
    {
        DonorStore store;
        QVERIFY(store.keep(test::reading(3, 0.9F)));
        QCOMPARE(store.valueFor(HookKind::Forward, "conv2")->name, "conv2");
        QCOMPARE(store.valueFor(HookKind::ForwardPre, "conv2")->name, "pool1");
        const auto first = store.valueFor(HookKind::ForwardPre, "conv1");
        QCOMPARE(first->shape, (std::vector<int>{1, 28, 28}));
        QCOMPARE(first->values.front(), 3.0F);
        QVERIFY(!store.valueFor(HookKind::FullBackward, "conv2"));
        QVERIFY(!store.valueFor(HookKind::Forward, "conv9"));
        QVERIFY(!store.valueFor(HookKind::Forward, ""));
    }

    void aValueKnowsItsDonorAsLongAsItIsUsed()
    {
        DonorStore store;
        store.keep(test::reading(3, 0.9F));
        auto used = store.valueFor(HookKind::Forward, "conv1");
        store.keep(test::reading(8, 0.9F));
        const auto unused = std::weak_ptr(store.valueFor(HookKind::Forward, "conv1"));
        store.keep(test::reading(5, 0.9F));
        QVERIFY(unused.expired());
        QCOMPARE(store.ownerOf(used)->best, 3);
        QCOMPARE(store.newest()->best, 5);
        QCOMPARE(store.ownerOf(store.valueFor(HookKind::ForwardPre, "conv1"))->best, 5);
        QVERIFY(store.ownerOf(std::make_shared<const ModuleOutput>()) == nullptr);
        QVERIFY(store.ownerOf(nullptr) == nullptr);
    }
};

GLYPHSCOPE_TEST(TstDonorStore, Core)
#include "tst_donor_store.moc"
