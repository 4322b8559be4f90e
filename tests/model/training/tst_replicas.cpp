// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/replicas.h"
#include "model/training/recipes.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstReplicas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradientsOfPartsAddUp_data();
    void gradientsOfPartsAddUp();
    void parametersAreShared();
    void whatIsFrozenIsFrozenInAll();
};

namespace {

/// A network with its optimizer, and a batch for it.
struct Fixture {
    Network network = seededNetwork(3, shippedNetwork(10));
    Optimizer optimizer{network, recipe("standard")};
    torch::Tensor images = torch::randn({130, 1, 28, 28}, at::detail::createCPUGenerator(5));
    torch::Tensor labels = torch::arange(130) % 10;

    /// The gradients of the mean loss, of the batch in as many parts as there are networks.
    torch::Tensor gradient(Replicas& replicas)
    {
        const int parts = replicas.count();
        for (int i = 0; i < parts; ++i) {
            const std::int64_t begin = 130 * i / parts;
            const std::int64_t count = 130 * (i + 1) / parts - begin;
            replicas.zeroGradients(i);
            const torch::Tensor logits = replicas.network(i).forwardFused(images.narrow(0, begin, count));
            (torch::cross_entropy_loss(logits, labels.narrow(0, begin, count), {}, at::Reduction::Sum) / 130)
                .backward();
        }
        replicas.addUp();
        return optimizer.gradient().clone();
    }
};

}  // namespace

void TstReplicas::gradientsOfPartsAddUp_data()
{
    QTest::addColumn<int>("parts");
    for (const int parts : {2, 3, 4})
        QTest::addRow("%d parts", parts) << parts;
}

void TstReplicas::gradientsOfPartsAddUp()
{
    QFETCH(int, parts);
    Fixture fixture;
    Replicas one(fixture.network, fixture.optimizer, 0);
    QCOMPARE(one.count(), 1);
    const torch::Tensor whole = fixture.gradient(one);
    Replicas several(fixture.network, fixture.optimizer, parts - 1);
    QCOMPARE(several.count(), parts);
    for (int round = 0; round < 2; ++round) {  // nothing of the first is left in the second
        const torch::Tensor added = fixture.gradient(several);
        QVERIFY((added - whole).norm().item<double>() <= 1e-5 * whole.norm().item<double>());
    }
}

void TstReplicas::parametersAreShared()
{
    Fixture fixture;
    Replicas replicas(fixture.network, fixture.optimizer, 1);
    const torch::InferenceMode inference;
    const torch::Tensor before = replicas.network(1).forwardFused(fixture.images);
    QVERIFY(torch::equal(before, fixture.network.forwardFused(fixture.images)));
    fixture.optimizer.parameters().mul_(0.5);
    const torch::Tensor after = replicas.network(1).forwardFused(fixture.images);
    QVERIFY(!torch::equal(after, before));
    QVERIFY(torch::equal(after, fixture.network.forwardFused(fixture.images)));
}

void TstReplicas::whatIsFrozenIsFrozenInAll()
{
    Fixture fixture;
    fixture.optimizer.freeze({"conv1.weight", "fc1.weight"});
    Replicas replicas(fixture.network, fixture.optimizer, 1);
    (void)fixture.gradient(replicas);
    for (int i = 0; i < 2; ++i)
        for (const auto& parameter : replicas.network(i).named_parameters()) {
            const bool frozen = parameter.key() == "conv1.weight" || parameter.key() == "fc1.weight";
            QCOMPARE(parameter.value().requires_grad(), !frozen);
            QCOMPARE(parameter.value().grad().abs().max().item<double>() == 0, frozen);
        }
}

GLYPHSCOPE_TEST(TstReplicas, Core)
#include "tst_replicas.moc"
