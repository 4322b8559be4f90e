// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <numeric>
#include <stdexcept>
#include <thread>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// Runs `before` in its forward, then reads itself.
struct FickleImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& x)
    {
        before();
        return x * factor;
    }
    std::function<void()> before = [] {};
    double factor = 3;
};
using Fickle = Hooked<FickleImpl>;

struct NineImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& c,
                          const torch::Tensor& d, const torch::Tensor& e, const torch::Tensor& f,
                          const torch::Tensor& g, const torch::Tensor& h, const torch::Tensor& i = {})
    {
        return a + b + c + d + e + f + g + h + (i.defined() ? i : torch::zeros(1));
    }
};

struct FanImpl : torch::nn::Module {
    Tensors forward(const torch::Tensor& x) { return x.chunk(x.numel()); }
};

/// Takes any number of tensors.
struct SumImpl : torch::nn::Module {
    template <typename... More>
    torch::Tensor forward(const torch::Tensor& first, const More&... more)
    {
        return (first + ... + more);
    }
};

/// Whether a module of one owner has lived to the end of a call, in which `kind` let go of it.
void dropIn(int kind, HookOptions options = {})
{
    auto owner = std::make_shared<Fickle>();
    const std::weak_ptr<Fickle> watcher = owner;
    bool hasLived = false;
    watch(
        *owner, kind, [&] { owner.reset(); }, options);
    owner->registerForwardHook([&](torch::nn::Module& module, auto&, auto&) {
        hasLived = dynamic_cast<FickleImpl&>(module).factor == 3;
        return kNothing;
    });
    QVERIFY(holds((*owner)(torch::full(1, 2.0F)), {6}));
    QVERIFY(hasLived);
    QVERIFY(watcher.expired());
}

}  // namespace

/// Rows 23 and 24, and what 26 says of calls, of the table in model/hooks/README.md. What reads too late is
/// found by the address sanitizer.
class TstLifetime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void row23MutableCallableGoesOnCounting_data() { everyKind(); }
    void row23MutableCallableGoesOnCounting();
    void row23CallableIsNeverCopied();
    void row23CloneSharesTheCallables();
    void row23ReferencedCallableIsOneForTwoModules();
    void row24ModuleMayBeLetGoOfInAPreHook() { dropIn(ForwardPre); }
    void row24ModuleMayBeLetGoOfInAForwardHook() { dropIn(Forward, {.prepend = true}); }
    void row24ModuleMayBeLetGoOfInItsForward_data();
    void row24ModuleMayBeLetGoOfInItsForward();
    void row24ModuleMayBeLetGoOfBeforeAnAlwaysCalledHook();
    void row24ModuleMayBeLetGoOfInABackwardHook_data();
    void row24ModuleMayBeLetGoOfInABackwardHook();
    void row24ModuleMayBeLetGoOfInAStateHook();
    void row26CallsTakeAnyNumberOfTensors();
    void row26ChainPassesAnyNumberOfTensorsOn();
    void row26LongListForATemplateIsTold();
    void row26NullIsRefused();
};

void TstLifetime::row23MutableCallableGoesOnCounting()
{
    QFETCH(int, kind);
    ReLU relu;
    std::vector<int> counts;
    const auto count = [&counts, n = 0]() mutable { counts.push_back(++n); };
    watch(relu, kind, count);
    pass(relu);
    HookHandle between = watch(relu, kind, [] {});
    pass(relu);
    between.remove();
    pass(relu);
    QCOMPARE(counts, (std::vector{1, 2, 3}));
}

void TstLifetime::row23CallableIsNeverCopied()
{
    struct Counted {
        explicit Counted(int& counter) : copies(&counter) {}
        Counted(const Counted& other) : copies(other.copies) { ++*copies; }
        Counted(Counted&&) noexcept = default;
        Counted& operator=(const Counted&) = delete;
        Counted& operator=(Counted&&) = delete;
        ~Counted() = default;
        std::optional<Tensors> operator()(torch::nn::Module&, const Tensors&) const { return {}; }
        int* copies;
    };
    int copies = 0;
    ReLU relu;
    relu.registerForwardPreHook(Counted(copies));
    const int atFirst = copies;
    for (int i = 0; i < 3; ++i) {
        HookHandle handle = watch(relu, ForwardPre, [] {}, {.prepend = i == 1});
        (void)relu(torch::ones(1));
        handle.remove();
    }
    QCOMPARE(copies, atFirst);
}

void TstLifetime::row23CloneSharesTheCallables()
{
    Linear linear(1, 1);
    std::vector<int> counts;
    watch(linear, Forward, [&counts, n = 0]() mutable { counts.push_back(++n); });
    const auto clone = std::dynamic_pointer_cast<Linear>(linear.clone());
    (void)linear(torch::ones(1));
    (void)(*clone)(torch::ones(1));
    QCOMPARE(counts, (std::vector{1, 2}));
}

void TstLifetime::row23ReferencedCallableIsOneForTwoModules()
{
    int last = 0;
    auto count = [&last, n = 0](auto&, auto&) mutable { return last = ++n, kNothing; };
    ReLU first;
    ReLU second;
    first.registerForwardPreHook(std::ref(count));
    second.registerForwardPreHook(std::ref(count));
    (void)first(second(torch::ones(1)));
    QCOMPARE(last, 2);
}

void TstLifetime::row24ModuleMayBeLetGoOfInItsForward_data()
{
    QTest::addColumn<bool>("hooked");
    QTest::newRow("without hooks") << false;
    QTest::newRow("with a hook") << true;
}

void TstLifetime::row24ModuleMayBeLetGoOfInItsForward()
{
    QFETCH(bool, hooked);
    auto owner = std::make_shared<Fickle>();
    const std::weak_ptr<Fickle> watcher = owner;
    if (hooked)
        watch(*owner, Forward, [] {});
    owner->before = [&owner] { owner.reset(); };
    QVERIFY(holds((*owner)(torch::full(1, 2.0F)), {6}));
    QVERIFY(watcher.expired());
    owner = std::make_shared<Fickle>();
    owner->before = [&owner] { owner.reset(); };
    QVERIFY(holds(hookPointOf(*owner)->call({torch::full(1, 2.0F)})[0], {6}));
}

void TstLifetime::row24ModuleMayBeLetGoOfBeforeAnAlwaysCalledHook()
{
    auto owner = std::make_shared<Fickle>();
    double factor = 0;
    owner->registerForwardHook(
        [&](torch::nn::Module& module, auto&, auto&) {
            factor = dynamic_cast<FickleImpl&>(module).factor;
            return kNothing;
        },
        {.alwaysCall = true});
    owner->before = [&] {
        owner.reset();
        throw std::runtime_error("gone");
    };
    QCOMPARE(whatOf([&] { (*owner)(torch::ones(1)); }), std::string("gone"));
    QCOMPARE(factor, 3.0);
}

void TstLifetime::row24ModuleMayBeLetGoOfInABackwardHook_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("full backward pre") << int(BackwardPre);
    QTest::newRow("full backward") << int(Backward);
}

void TstLifetime::row24ModuleMayBeLetGoOfInABackwardHook()
{
    QFETCH(int, kind);
    auto owner = std::make_shared<Fickle>();
    const std::weak_ptr<Fickle> watcher = owner;
    int later = 0;
    watch(*owner, kind, [&] { owner.reset(); });
    owner->registerFullBackwardHook([&](torch::nn::Module& module, auto&, auto&) {
        later += dynamic_cast<FickleImpl&>(module).factor == 3 ? 1 : 0;
        return kNothing;
    });
    const torch::Tensor x = leaf({1});
    (*owner)(x).backward();
    QVERIFY(holds(x.grad(), {3}));
    QCOMPARE(later, 1);
    QVERIFY(watcher.expired());
}

void TstLifetime::row24ModuleMayBeLetGoOfInAStateHook()
{
    auto owner = std::make_shared<Linear>(1, 1);
    owner->registerStateDictPreHook([&](auto&, auto&) { owner.reset(); });
    QCOMPARE(stateDict(*owner).size(), 2U);
    owner = std::make_shared<Linear>(1, 1);
    owner->registerLoadStateDictPreHook([&](auto&, auto&, auto&) { owner.reset(); });
    QVERIFY(loadStateDict(*owner, stateDict(*owner)).missing.empty());
}

void TstLifetime::row26CallsTakeAnyNumberOfTensors()
{
    Hooked<NineImpl> nine;
    std::size_t seen = 0;
    nine.registerForwardHook([&](auto&, const Tensors& x, auto&) { return seen = x.size(), kNothing; });
    const torch::Tensor one = torch::ones(1);
    QVERIFY(holds(nine(one, one, one, one, one, one, one, one, one), {9}));
    QCOMPARE(seen, 9U);
    QVERIFY(holds(nine.call(Tensors(9, one))[0], {9}));
    QVERIFY(holds(nine.call(Tensors(8, one))[0], {8}));
    QCOMPARE(seen, 8U);
    const std::string message = whatOf([&] { (void)nine.call(Tensors(10, one)); });
    QVERIFY2(message.find("does not take 10 tensors") != std::string::npos, message.c_str());
}

void TstLifetime::row26ChainPassesAnyNumberOfTensorsOn()
{
    Sequential nine(std::make_shared<Hooked<FanImpl>>(), std::make_shared<Hooked<NineImpl>>());
    QVERIFY(holds(nine(torch::arange(9.0F)), {36}));
    Sequential any(std::make_shared<Hooked<FanImpl>>(), std::make_shared<Hooked<SumImpl>>());
    QVERIFY(holds(any(torch::arange(32.0F)), {496}));
}

void TstLifetime::row26LongListForATemplateIsTold()
{
    Hooked<SumImpl> sum;
    const std::string message = whatOf([&] { (void)sum.call(Tensors(33, torch::ones(1))); });
    QVERIFY2(message.find("passes at most 32 tensors on to it, not 33") != std::string::npos,
             message.c_str());
}

void TstLifetime::row26NullIsRefused()
{
    Sequential chain;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, chain.push_back(nullptr));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, chain.push_back("head", nullptr));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Sequential(std::shared_ptr<Linear>()));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, chain.registerModule("head", std::shared_ptr<Linear>()));
    QCOMPARE(chain.size(), 0U);
    const std::string message = whatOf([&] { chain.push_back("head", nullptr); });
    QVERIFY2(message.find("head") != std::string::npos, message.c_str());
}

GLYPHSCOPE_TEST(TstLifetime, Core)
#include "tst_lifetime.moc"
