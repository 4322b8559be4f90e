// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/linear.h"
#include "model/network/detail/pieces.h"
#include "model/network/detail/resources.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <atomic>
#include <latch>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>
#include <utility>

using namespace glyphscope;

class TstPieces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { useThreads(4); }
    void everyPieceIsTakenOnce_data();
    void everyPieceIsTakenOnce();
    void helpersTakePieces();
    void priorityIsLeftAsItIs();
    void piecesOfAPieceRunHere();
    void modesOfTheCallerHold();
    void theFirstPieceThatThrowsIsHeard();
    void whatTheWorkThrowsIsHeard();
    void piecesCoverTheWhole();
    void sharedLinearIsLinear_data();
    void sharedLinearIsLinear();
    void sharedLinearIsTheSameOnAnyThreads();
    void gradientGoesWhereOneIs();
};

namespace {

void takeAll(std::int64_t count)
{
    std::vector<std::atomic<int>> taken(static_cast<std::size_t>(count));
    forPieces(count, [&](std::int64_t i) { ++taken[static_cast<std::size_t>(i)]; });
    for (const std::atomic<int>& times : taken)
        QCOMPARE(times.load(), 1);
}

struct LinearCase {
    torch::Tensor x, weight, bias;

    static LinearCase make(std::int64_t inputs, std::int64_t outputs)
    {
        const torch::Generator generator = at::detail::createCPUGenerator(3);
        return {torch::randn({50, inputs}, generator).requires_grad_(),
                torch::randn({outputs, inputs}, generator).requires_grad_(),
                torch::randn({outputs}, generator).requires_grad_()};
    }
    [[nodiscard]] std::vector<torch::Tensor> gradients(const torch::Tensor& y) const
    {
        const torch::Tensor scale = torch::arange(y.numel(), torch::kFloat).view(y.sizes()).sin();
        return torch::autograd::grad({(y.to(torch::kFloat) * scale).sum()}, {x, weight, bias});
    }
};

double relativeDistance(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).norm().item<double>() / b.norm().item<double>();
}

}  // namespace

void TstPieces::everyPieceIsTakenOnce_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3, 8})
        QTest::addRow("%d threads", threads) << threads;
}

void TstPieces::everyPieceIsTakenOnce()
{
    QFETCH(int, threads);
    useThreads(threads);
    takeAll(7);  // without helpers
    withHelpers(threads, [] {
        for (int round = 0; round < 3000; ++round)  // late threads find other work than they came for
            takeAll(round % 9);
        takeAll(5000);
    });
}

void TstPieces::helpersTakePieces()
{
    std::set<std::thread::id> threads;
    withHelpers(3, [&threads] {
        std::latch meeting(3);  // would wait forever on fewer threads
        std::mutex mutex;
        forPieces(3, [&](std::int64_t) {
            meeting.arrive_and_wait();
            const std::lock_guard lock(mutex);
            threads.insert(std::this_thread::get_id());
        });
    });
    QCOMPARE(threads.size(), std::size_t{3});
    QVERIFY(threads.contains(std::this_thread::get_id()));
}

void TstPieces::priorityIsLeftAsItIs()
{
    const int before = ::getpriority(PRIO_PROCESS, 0);
    withHelpers(3, [before] {
        std::latch meeting(3);
        std::atomic<int> others = 0;
        forPieces(3, [&](std::int64_t) {
            meeting.arrive_and_wait();
            others += ::getpriority(PRIO_PROCESS, 0) != before;
        });
        QCOMPARE(others.load(), 0);
    });
    QCOMPARE(::getpriority(PRIO_PROCESS, 0), before);
}

void TstPieces::piecesOfAPieceRunHere()
{
    withHelpers(3, [] {
        std::atomic<int> elsewhere = 0;
        forPieces(6, [&](std::int64_t) {
            const std::thread::id here = std::this_thread::get_id();
            forPieces(5, [&](std::int64_t) { elsewhere += here != std::this_thread::get_id(); });
        });
        QCOMPARE(elsewhere.load(), 0);
    });
}

void TstPieces::modesOfTheCallerHold()
{
    const auto gradientsIn = [] {
        std::atomic<int> with = 0;
        forPieces(8, [&](std::int64_t) { with += torch::GradMode::is_enabled(); });
        return with.load();
    };
    const auto check = [&] {
        QCOMPARE(gradientsIn(), 8);
        const torch::NoGradGuard noGrad;
        QCOMPARE(gradientsIn(), 0);
    };
    check();
    withHelpers(4, check);
}

void TstPieces::theFirstPieceThatThrowsIsHeard()
{
    const auto heard = [] {
        std::atomic<int> ran = 0;
        std::string what;
        try {
            forPieces(20, [&](std::int64_t i) {
                ++ran;
                if (i == 3 || i == 17)
                    throw std::runtime_error(std::to_string(i));
            });
        } catch (const std::runtime_error& error) {
            what = error.what();
        }
        return std::pair(ran.load(), what);
    };
    withHelpers(4, [&] {
        QCOMPARE(heard(), std::pair(20, std::string("3")));
        QCOMPARE(heard(), std::pair(20, std::string("3")));  // and is forgotten then
        takeAll(20);
    });
}

void TstPieces::whatTheWorkThrowsIsHeard()
{
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             withHelpers(4, [] { throw std::runtime_error("broken off"); }));
    withHelpers(4, [] { takeAll(20); });
}

void TstPieces::piecesCoverTheWhole()
{
    for (const std::int64_t size : {0, 1, 5, 96, 3136})
        for (const std::int64_t count : {1, 3, 8}) {
            QCOMPARE(pieceBegin(0, count, size), std::int64_t{0});
            QCOMPARE(pieceBegin(count, count, size), size);
            for (std::int64_t i = 0; i < count; ++i) {
                const std::int64_t length = pieceBegin(i + 1, count, size) - pieceBegin(i, count, size);
                QVERIFY(length == size / count || length == size / count + 1);
            }
        }
}

void TstPieces::sharedLinearIsLinear_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<bool>("half");
    QTest::newRow("float") << 300 << 256 << false;
    QTest::newRow("bfloat16") << 300 << 256 << true;
    QTest::newRow("one row of weights") << 300 << 1 << false;
    QTest::newRow("one input") << 1 << 300 << false;
    QTest::newRow("nothing even") << 331 << 257 << true;
}

void TstPieces::sharedLinearIsLinear()
{
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    QFETCH(bool, half);
    const LinearCase linear = LinearCase::make(inputs, outputs);
    const torch::Tensor exact = torch::linear(linear.x, linear.weight, linear.bias);
    const torch::Tensor shared =
        sharedLinear(linear.x, linear.weight, linear.bias, half ? torch::kBFloat16 : torch::kFloat);
    const double tolerance = half ? 3e-2 : 1e-5;
    QVERIFY(relativeDistance(shared, exact) < tolerance);
    const std::vector<torch::Tensor> expected = linear.gradients(exact);
    const std::vector<torch::Tensor> found = linear.gradients(shared);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(relativeDistance(found[i], expected[i]) < tolerance);
}

void TstPieces::sharedLinearIsTheSameOnAnyThreads()
{
    const LinearCase linear = LinearCase::make(1000, 256);
    std::vector<std::vector<torch::Tensor>> all;
    for (const int threads : {1, 2, 3, 4})
        withHelpers(threads, [&] {
            const torch::Tensor y = sharedLinear(linear.x, linear.weight, linear.bias, torch::kFloat);
            all.push_back(linear.gradients(y));
            all.back().push_back(y);
        });
    for (const std::vector<torch::Tensor>& other : all)
        for (std::size_t i = 0; i < other.size(); ++i)
            QVERIFY(torch::equal(other[i], all.front()[i]));
}

void TstPieces::gradientGoesWhereOneIs()
{
    const LinearCase linear = LinearCase::make(300, 256);
    torch::Tensor place = torch::ones({256, 300});
    torch::Tensor weight = linear.weight;
    weight.mutable_grad() = place;
    sharedLinear(linear.x, weight, linear.bias, torch::kFloat).sum().backward();
    QVERIFY(weight.grad().is_same(place));
    const torch::Tensor expected = linear.x.detach().sum(0).expand({256, 300}) + 1;
    QVERIFY(torch::allclose(place, expected, 1e-4, 1e-3));
}

GLYPHSCOPE_TEST(TstPieces, Core)
#include "tst_pieces.moc"
