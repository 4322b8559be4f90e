// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

torch::Tensor sumOf(at::TensorList tensors)
{
    torch::Tensor sum = torch::zeros(1);
    for (const torch::Tensor& tensor : tensors)
        sum = sum + tensor;
    return sum;
}

struct ByReferenceImpl : torch::nn::Module {
    torch::Tensor forward(const Tensors& tensors) { return sumOf(tensors); }
};
struct ByValueImpl : torch::nn::Module {
    torch::Tensor forward(Tensors tensors) { return sumOf(tensors); }
};
struct ByMoveImpl : torch::nn::Module {
    torch::Tensor forward(Tensors&& tensors) { return sumOf(tensors); }
};
struct ByPlainReferenceImpl : torch::nn::Module {
    torch::Tensor forward(Tensors& tensors) { return sumOf(tensors); }
};
struct ByViewImpl : torch::nn::Module {
    torch::Tensor forward(at::TensorList tensors) { return sumOf(tensors); }
};

/// Lists between other arguments.
struct BetweenImpl : torch::nn::Module {
    Tensors forward(const torch::Tensor& first, const Tensors& few, int factor, at::TensorList more)
    {
        return {first * factor, sumOf(few) * factor, sumOf(more) * factor};
    }
};

/// A template that says how many tensors it is to be given.
struct WideImpl : torch::nn::Module {
    static constexpr std::size_t kMostTensors = 40;
    template <typename... More>
    torch::Tensor forward(const torch::Tensor& first, const More&... more)
    {
        return (first + ... + more);
    }
};

struct ChunksImpl : torch::nn::Module {
    Tensors forward(const torch::Tensor& x) { return x.chunk(x.numel()); }
};

template <typename Impl>
void takesAnyNumber()
{
    Hooked<Impl> module;
    std::size_t seen = 0;
    module.registerForwardPreHook([&seen](auto&, const Tensors& inputs) {
        seen = inputs.size();
        Tensors doubled;
        for (const torch::Tensor& input : inputs)
            doubled.push_back(input * 2);
        return doubled;
    });
    for (const std::size_t count : {0U, 1U, 9U, 500U}) {
        const Tensors ones(count, torch::ones(1));
        QVERIFY(holds(module.call(ones)[0], {2.0F * static_cast<float>(count)}));
        QCOMPARE(seen, count);
        QVERIFY(count == 0 || holds(ones[0], {1}));
    }
}

}  // namespace

/// Modules that take lists of tensors, and as many tensors as one likes.
class TstTensorLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listHasAnyNumberHoweverItIsTaken();
    void listIsCalledAsItIs();
    void listsLieBetweenOtherArguments();
    void gradientsComeByPosition();
    void chainEndsInAList();
    void templateSaysHowManyItTakes();
};

void TstTensorLists::listHasAnyNumberHoweverItIsTaken()
{
    takesAnyNumber<ByReferenceImpl>();
    takesAnyNumber<ByValueImpl>();
    takesAnyNumber<ByMoveImpl>();
    takesAnyNumber<ByPlainReferenceImpl>();
    takesAnyNumber<ByViewImpl>();
}

void TstTensorLists::listIsCalledAsItIs()
{
    Hooked<ByReferenceImpl> module;
    std::size_t seen = 0;
    module.registerForwardHook([&](auto&, const Tensors& inputs, auto&) { seen = inputs.size(); });
    const Tensors ones(40, torch::ones(1));
    QVERIFY(holds(module(ones), {40}));
    QCOMPARE(seen, 40U);
    QVERIFY(holds(module(Tensors{torch::ones(1), torch::ones(1)}), {2}));
    QCOMPARE(seen, 2U);
}

void TstTensorLists::listsLieBetweenOtherArguments()
{
    Hooked<BetweenImpl> module;
    const Tensors few(2, torch::ones(1));
    const Tensors more(3, torch::ones(1));
    Tensors seen;
    module.registerForwardPreHook([&](auto&, const Tensors& inputs) {
        seen = inputs;
        Tensors changed = inputs;
        changed[2] = torch::full(1, 10.0F);
        changed[6] = torch::full(1, 100.0F);
        return changed;
    });
    const Tensors results = module(torch::full(1, 5.0F), few, 2, at::TensorList(more));
    QCOMPARE(seen.size(), 7U);  // one, two, an argument that is no tensor, three
    QVERIFY(!seen[3].defined() && seen[4].defined());
    QVERIFY(holds(results[0], {10}) && holds(results[1], {22}) && holds(results[2], {204}));
    QVERIFY(holds(few[1], {1}));
}

void TstTensorLists::gradientsComeByPosition()
{
    Hooked<ByReferenceImpl> module;
    Tensors seen;
    module.registerFullBackwardHook([&](auto&, const Tensors& gradInputs, auto&) {
        seen = gradInputs;
        return Tensors{gradInputs[0] * 3, gradInputs[1], gradInputs[2] * 5};
    });
    const Tensors inputs{leaf({1}), torch::ones(1), leaf({1})};
    module(inputs).sum().backward();
    QCOMPARE(seen.size(), 3U);
    QVERIFY(!seen[1].defined());
    QVERIFY(holds(inputs[0].grad(), {3}) && holds(inputs[2].grad(), {5}));
}

void TstTensorLists::chainEndsInAList()
{
    Sequential chain(std::make_shared<Hooked<ChunksImpl>>(), std::make_shared<Hooked<ByViewImpl>>());
    QVERIFY(holds(chain(torch::ones(200)), {200}));
}

void TstTensorLists::templateSaysHowManyItTakes()
{
    Hooked<WideImpl> wide;
    QVERIFY(holds(wide.call(Tensors(40, torch::ones(1)))[0], {40}));
    const std::string message = whatOf([&] { (void)wide.call(Tensors(41, torch::ones(1))); });
    QVERIFY2(message.find("at most 40 tensors") != std::string::npos, message.c_str());
    QVERIFY2(message.find("kMostTensors") != std::string::npos, message.c_str());
}

GLYPHSCOPE_TEST(TstTensorLists, Core)
#include "tst_tensor_lists.moc"
