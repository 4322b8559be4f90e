// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/muon.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

namespace {

torch::Tensor randomMatrix(std::int64_t rows, std::int64_t columns, std::uint64_t seed)
{
    const torch::Generator generator = at::detail::createCPUGenerator(seed);
    return torch::randn({rows, columns}, generator);
}

/// The direction in which a step goes.
torch::Tensor orthogonalized(const torch::Tensor& direction)
{
    torch::Tensor weights = torch::zeros_like(direction);
    stepOrthogonally(weights, direction, -1, 1);
    return weights;
}

double distance(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).abs().max().item<double>();
}

}  // namespace

class TstMuon : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void singularValuesComeNearOne_data();
    void singularValuesComeNearOne();
    void bfloat16GoesTheSameWay();
    void scaleDoesNotMatter();
    void standingAndLyingMatricesAreTreatedAlike();
    void noGradientNoStep();
    void weightsAreKeptAsToldTo();
};

void TstMuon::singularValuesComeNearOne_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("lying") << 16 << 200;
    QTest::newRow("standing") << 200 << 16;
    QTest::newRow("large enough to be shared out") << 200 << 1500;
}

void TstMuon::singularValuesComeNearOne()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const torch::Tensor matrix = randomMatrix(rows, columns, 3);
    const auto [u, s, v] = torch::svd(matrix);
    const torch::Tensor found = u.t().mm(orthogonalized(matrix)).mm(v);  // in the basis of `matrix`
    const torch::Tensor values = found.diagonal();
    QVERIFY(distance(found, torch::diag(values)) < 1e-4);
    QVERIFY(values.min().item<double>() > 0.5 && values.max().item<double>() < 1.3);
    // What three steps of the iteration make of each singular value
    torch::Tensor expected = (s / s.norm()).to(torch::kDouble);
    for (int step = 0; step < 3; ++step)
        expected = 3.4445 * expected - 4.7750 * expected.pow(3) + 2.0315 * expected.pow(5);
    QVERIFY(distance(values, expected) < 1e-4);
}

void TstMuon::bfloat16GoesTheSameWay()
{
    const torch::Tensor start = randomMatrix(128, 1500, 13);
    const torch::Tensor direction = randomMatrix(128, 1500, 15);
    torch::Tensor exact = start.clone();
    torch::Tensor rounded = start.clone();
    stepOrthogonally(exact, direction, 0.5, 0.9);
    stepOrthogonally(rounded, direction.to(torch::kBFloat16), 0.5, 0.9);
    const torch::Tensor step = exact - start * 0.9;
    QVERIFY(distance(rounded, exact) > 0);
    QVERIFY((rounded - exact).norm().item<double>() < 0.01 * step.norm().item<double>());
}

void TstMuon::scaleDoesNotMatter()
{
    const torch::Tensor matrix = randomMatrix(12, 40, 5);
    for (const double scale : {1e-3, 1e6})
        QVERIFY(distance(orthogonalized(matrix * scale), orthogonalized(matrix)) < 1e-4);
}

void TstMuon::standingAndLyingMatricesAreTreatedAlike()
{
    const torch::Tensor matrix = randomMatrix(12, 40, 7);
    QVERIFY(distance(orthogonalized(matrix.t().contiguous()), orthogonalized(matrix).t()) < 1e-6);
}

void TstMuon::noGradientNoStep()
{
    QCOMPARE(orthogonalized(torch::zeros({4, 9})).abs().max().item<double>(), 0.0);
}

void TstMuon::weightsAreKeptAsToldTo()
{
    const torch::Tensor start = randomMatrix(6, 10, 9);
    const torch::Tensor direction = randomMatrix(6, 10, 11);
    torch::Tensor weights = start.clone();
    stepOrthogonally(weights, direction, 0.25, 0.9);
    QVERIFY(distance(weights, start * 0.9 - orthogonalized(direction) * 0.25) < 1e-6);
}

GLYPHSCOPE_TEST(TstMuon, Core)
#include "tst_muon.moc"
