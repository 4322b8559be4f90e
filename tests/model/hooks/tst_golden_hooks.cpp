// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>

using namespace torch_hooks;
using namespace torch_hooks::test;
using nlohmann::json;

namespace {

torch::Tensor waves(double shift, std::vector<std::int64_t> shape)
{
    std::vector<double> values;
    const std::int64_t count = c10::multiply_integers(shape);
    for (std::int64_t i = 0; i < count; ++i)
        values.push_back(std::sin(0.7 * static_cast<double>(i) + shift));
    return torch::tensor(values, torch::kDouble).reshape(shape);
}

struct SumAndDifferenceImpl : torch::nn::Module {
    std::tuple<torch::Tensor, torch::Tensor> forward(const torch::Tensor& a, const torch::Tensor& b,
                                                     const torch::Tensor& c)
    {
        return {a * b + c, a - c};
    }
};
using SumAndDifference = Hooked<SumAndDifferenceImpl>;

/// The network of record_hooks.py.
class Net : public torch::nn::Module, public HookedModule<Net> {
public:
    Net()
        : body(registerModule("body",
                              std::make_shared<Sequential>(std::make_shared<Linear>(4, 6),
                                                           std::make_shared<Hooked<torch::nn::TanhImpl>>(),
                                                           std::make_shared<Linear>(6, 4))))
        , mix(registerModule("mix", std::make_shared<SumAndDifference>()))
        , head(registerModule("head", std::make_shared<Linear>(4, 3)))
    {
        to(torch::kDouble);
        const torch::NoGradGuard noGrad;
        int shift = 0;
        for (torch::Tensor& parameter : parameters())
            parameter.copy_(waves(shift++, parameter.sizes().vec()) * 0.5);
    }

    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& mask, bool useSecond)
    {
        const auto [first, second] = (*mix)((*body)(x), mask, x);
        return (*head)(useSecond ? first * second : first);
    }

    /// The module of a path, the network itself for "".
    HookPoint& at(const std::string& path)
    {
        if (path.empty())
            return *this;
        return *hookPointOf(*named_modules("", false)[path]);
    }

    std::shared_ptr<Sequential> body;
    std::shared_ptr<SumAndDifference> mix;
    std::shared_ptr<Linear> head;
};

struct Event {
    std::string what;
    std::string module;
    std::vector<Tensors> lists;
};

struct Run {
    bool useSecond = true;
    bool requiresGrad = true;
    int backwards = 1;
};

/// The same scenarios as in record_hooks.py, by name.
class Scenarios {
public:
    Scenarios()
    {
        paths[&net] = "";
        for (const auto& item : net.named_modules("", false))
            paths[item.value().get()] = item.key();
    }

    void observe();
    void unusedOutput();
    void replaceForward();
    void replaceGradients();
    void inputWithoutGradient();
    void withoutGradients();
    void backwardTwice();
    void changesDuringTheCall();

    Net net;
    std::map<const torch::nn::Module*, std::string> paths;
    std::vector<Event> events;
    std::map<std::string, torch::Tensor> result;

private:
    void note(const std::string& what, const torch::nn::Module& module, std::vector<Tensors> lists)
    {
        for (Tensors& list : lists)
            for (torch::Tensor& tensor : list)
                tensor = tensor.defined() ? tensor.detach().clone() : tensor;
        events.push_back({what, paths.at(&module), std::move(lists)});
    }
    ForwardPreHook forwardPre(const std::string& name)
    {
        return [this, name](auto& module, auto& x) {
            return note("forward pre " + name, module, {x}), kNothing;
        };
    }
    ForwardHook forward(const std::string& name)
    {
        return [this, name](auto& module, auto& x, auto& y) {
            return note("forward " + name, module, {x, y}), kNothing;
        };
    }
    FullBackwardHook backward(const std::string& name)
    {
        return [this, name](auto& module, auto& in, auto& out) {
            return note("full backward " + name, module, {in, out}), kNothing;
        };
    }
    void watch(const std::string& name,
               const std::vector<std::string>& at = {"", "body", "body.0", "body.1", "body.2", "mix", "head"})
    {
        for (const std::string& path : at) {
            net.at(path).registerForwardPreHook(forwardPre(name));
            net.at(path).registerForwardHook(forward(name));
            net.at(path).registerFullBackwardHook(backward(name));
        }
    }

    void run() { run(Run()); }
    void run(const Run& options);
};

void Scenarios::run(const Run& options)
{
    const torch::Tensor x = waves(0.3, {2, 4}).requires_grad_(options.requiresGrad);
    const torch::Tensor output = net(x, waves(1.1, {2, 4}), options.useSecond);
    for (int i = 0; i < options.backwards; ++i)
        (output * waves(2.5, {2, 3})).sum().backward({}, i + 1 < options.backwards);
    result["output"] = output;
    if (x.grad().defined())
        result["gradient of x"] = x.grad();
    for (const auto& parameter : net.named_parameters())
        if (parameter.value().grad().defined())
            result["gradient of " + parameter.key()] = parameter.value().grad();
}

void Scenarios::observe()
{
    const ScopedHook pre(registerGlobalForwardPreHook(forwardPre("global")));
    const ScopedHook after(registerGlobalForwardHook(forward("global")));
    const ScopedHook back(registerGlobalFullBackwardHook(backward("global")));
    watch("a");
    watch("b");
    run();
}

void Scenarios::unusedOutput()
{
    watch("a");
    run(Run{.useSecond = false});
}

void Scenarios::replaceForward()
{
    watch("a");
    net.at("body.1").registerForwardHook([](auto&, auto&, auto& y) { return Tensors{y[0] * 2}; });
    net.mix->registerForwardPreHook([](auto&, auto& x) { return Tensors{x[0] + 1, x[1] * 3, x[2]}; });
    net.mix->registerForwardHook([](auto&, auto& x, auto& y) { return Tensors{y[0] - 1, y[1] * x[1]}; });
    net.head->registerForwardPreHook([](auto&, auto& x) { return Tensors{x[0] * 0.5}; });
    watch("b");
    run();
}

void Scenarios::replaceGradients()
{
    watch("a");
    net.mix->registerFullBackwardHook([](auto&, auto& in, auto&) {
        return Tensors{in[0] * 2, torch::Tensor(), in[2] * 0};
    });
    net.at("body.0").registerFullBackwardHook([](auto&, auto& in, auto&) { return Tensors{in[0] + 1}; });
    watch("b");
    run();
}

void Scenarios::inputWithoutGradient()
{
    watch("a");
    run(Run{.requiresGrad = false});
}

void Scenarios::withoutGradients()
{
    watch("a");
    const torch::NoGradGuard noGrad;
    run(Run{.backwards = 0});
}

void Scenarios::backwardTwice()
{
    watch("a");
    run(Run{.backwards = 2});
}

void Scenarios::changesDuringTheCall()
{
    watch("a", {"head"});
    HookHandle itself;
    itself = net.head->registerForwardPreHook([&](auto& module, auto& x) {
        note("changes", module, {x});
        itself.remove();
        net.head->registerForwardPreHook(forwardPre("added"));
        net.head->registerForwardHook(forward("added"));
        net.head->registerFullBackwardHook(backward("added"));
        return kNothing;
    });
    watch("b", {"head"});
    run();
    run();
}

const std::map<std::string, void (Scenarios::*)()> kScenarios{
    {"observe", &Scenarios::observe},
    {"unusedOutput", &Scenarios::unusedOutput},
    {"replaceForward", &Scenarios::replaceForward},
    {"replaceGradients", &Scenarios::replaceGradients},
    {"inputWithoutGradient", &Scenarios::inputWithoutGradient},
    {"withoutGradients", &Scenarios::withoutGradients},
    {"backwardTwice", &Scenarios::backwardTwice},
    {"changesDuringTheCall", &Scenarios::changesDuringTheCall},
};

bool isNear(const torch::Tensor& ours, const json& golden)
{
    if (!ours.defined() || golden.is_null())
        return ours.defined() != golden.is_null();
    const torch::Tensor values = torch::tensor(golden.get<std::vector<double>>(), torch::kDouble);
    return values.numel() == ours.numel() && torch::allclose(ours.flatten(), values, 0, 1e-6);
}

/// Where an argument does not require a gradient, PyTorch hands out zeros if another one does; we, none.
bool isNoGradient(const torch::Tensor& ours, const json& golden)
{
    return !ours.defined() &&
           (golden.is_null() || std::ranges::all_of(golden, [](double v) { return v == 0; }));
}

}  // namespace

/// Values, order and counts against Python's PyTorch.
class TstGoldenHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyScenarioIsCompared();
    void equalsPython_data();
    void equalsPython();

private:
    json m_goldens;
};

void TstGoldenHooks::initTestCase()
{
    std::ifstream(GLYPHSCOPE_SOURCE_DIR "/tests/model/hooks/golden/hooks.json") >> m_goldens;
}

void TstGoldenHooks::everyScenarioIsCompared()
{
    QCOMPARE(m_goldens["scenarios"].size(), kScenarios.size());
}

void TstGoldenHooks::equalsPython_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_goldens["scenarios"].size(); ++i)
        QTest::newRow(m_goldens["scenarios"][i]["scenario"].get<std::string>().c_str())
            << static_cast<int>(i);
}

void TstGoldenHooks::equalsPython()
{
    QFETCH(int, index);
    const json& golden = m_goldens["scenarios"][static_cast<std::size_t>(index)];
    Scenarios scenarios;
    (scenarios.*kScenarios.at(golden["scenario"].get<std::string>()))();

    const auto& events = scenarios.events;
    for (std::size_t i = 0; i < std::min(events.size(), golden["events"].size()); ++i) {
        const json& expected = golden["events"][i];
        const std::string where = expected["what"].get<std::string>() + " of " +
                                  expected["module"].get<std::string>() + ", event " + std::to_string(i);
        QCOMPARE(events[i].what, expected["what"].get<std::string>());
        QCOMPARE(events[i].module, expected["module"].get<std::string>());
        QCOMPARE(events[i].lists.size(), expected["lists"].size());
        for (std::size_t list = 0; list < events[i].lists.size(); ++list) {
            const Tensors& ours = events[i].lists[list];
            QVERIFY2(ours.size() == expected["lists"][list].size(), where.c_str());
            for (std::size_t t = 0; t < ours.size(); ++t) {
                const bool mayBeNone = list == 0 && expected.contains("requires_grad") &&
                                       !expected["requires_grad"][t].get<bool>();
                const json& value = expected["lists"][list][t];
                QVERIFY2(mayBeNone ? isNoGradient(ours[t], value) : isNear(ours[t], value), where.c_str());
            }
        }
    }
    QCOMPARE(events.size(), golden["events"].size());
    QCOMPARE(scenarios.result.size(), golden["result"].size());
    for (const auto& [name, value] : scenarios.result)
        QVERIFY2(isNear(value, golden["result"][name]), name.c_str());
}

GLYPHSCOPE_TEST(TstGoldenHooks, Core)
#include "tst_golden_hooks.moc"
