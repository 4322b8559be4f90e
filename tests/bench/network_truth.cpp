// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is said of networks is so. Verdicts on random edits against LibTorch's own; and with --export
// what network_truth.py compares with Python: source, weights as .pt and .onnx, and logits of random
// networks. usage: network_truth [--edits N] [--export DIR] [--networks N] [--json]
#include "model/checkpoint/weights_file.h"
#include "model/network/detail/network.h"
#include "model/network/detail/values.h"
#include "model/spec/presets.h"
#include "model/spec/source_code.h"
#include "tests/bench/figure.h"
#include "tests/support/disturbed_network.h"
#include "tests/support/random_network.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

/// What LibTorch refuses, too; the other problems are rules of this program.
bool isLibTorchs(const NetworkProblem& problem)
{
    return !problem.torch.empty() &&
           (problem.kind == ProblemKind::KernelTooLarge || problem.kind == ProblemKind::NothingLeft ||
            problem.kind == ProblemKind::PoolPadding || problem.kind == ProblemKind::Groups ||
            problem.kind == ProblemKind::WantsMaps || problem.kind == ProblemKind::SoftmaxDim);
}

torch::Tensor zerosOf(const std::vector<int>& shape)
{
    std::vector<std::int64_t> sides{2};
    sides.insert(sides.end(), shape.begin(), shape.end());
    return torch::zeros(sides);
}

/// The module that does not fit, by itself, on an input of the size that comes.
bool libTorchRefuses(const NetworkLayer& layer)
{
    try {
        const torch::InferenceMode inference;
        const auto module = makeModule(layer, 0, std::make_shared<StepDraws>());
        (void)torch_hooks::hookPointOf(*module)->call({zerosOf(layer.inputShape)});
        return false;
    } catch (const std::exception&) {
        return true;
    }
}

bool libTorchTakes(const NetworkSpec& network)
{
    try {
        Network built = networkToLoad(network);
        const torch::InferenceMode inference;
        return built.forward(zerosOf({1, 28, 28})).sizes().vec() ==
               std::vector<std::int64_t>{2, static_cast<std::int64_t>(network.classes.size())};
    } catch (const std::exception&) {
        return false;
    }
}

struct Verdicts {
    int fitting = 0, refused = 0, ownRules = 0, different = 0, withoutRepair = 0, badRepairs = 0;
    double slowest = 0;  // ms
};

void judge(const NetworkSpec& network, Verdicts& verdicts)
{
    const auto begin = std::chrono::steady_clock::now();
    const NetworkCheck result = check(network);
    verdicts.slowest =
        std::max(verdicts.slowest,
                 std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    if (result.fits()) {
        ++verdicts.fitting;
        verdicts.different += libTorchTakes(network) ? 0 : 1;
        return;
    }
    const NetworkProblem& problem = result.problems.front();
    verdicts.withoutRepair += problem.repairs.empty() ? 1 : 0;
    for (const Repair& repair : problem.repairs)
        verdicts.badRepairs += check(repair.network, false).fits() && libTorchTakes(repair.network) ? 0 : 1;
    if (!isLibTorchs(problem)) {
        ++verdicts.ownRules;
        return;
    }
    ++verdicts.refused;
    const auto layer = std::ranges::find(result.layers, problem.module, &NetworkLayer::path);
    if (layer == result.layers.end() || !libTorchRefuses(*layer)) {
        ++verdicts.different;
        std::fprintf(stderr, "  LibTorch takes what was refused: %s\n", problem.text.text().c_str());
    }
}

std::vector<Figure> judgeEdits(int count)
{
    test::RandomNetworks random(2026);
    Verdicts verdicts;
    for (int i = 0; i < count; ++i) {
        NetworkSpec network = random.network();
        for (int k = 0; k <= i % 3; ++k)
            random.edit(network);
        judge(network, verdicts);
    }
    const auto goal = [](Figure figure, double value) {
        figure.goal = value;
        return figure;
    };
    return {{"edited networks that fit", static_cast<double>(verdicts.fitting), ""},
            {"refused as LibTorch does", static_cast<double>(verdicts.refused), ""},
            {"refused by rules of this program", static_cast<double>(verdicts.ownRules), ""},
            goal({"other verdicts than LibTorch's", static_cast<double>(verdicts.different), ""}, 0),
            goal({"problems without a repair", static_cast<double>(verdicts.withoutRepair), ""}, 0),
            goal({"repairs that give no valid network", static_cast<double>(verdicts.badRepairs), ""}, 0),
            {"the slowest verdict, repairs included", verdicts.slowest, "ms"}};
}

/// 100 layers, the time of a verdict: median and slowest.
std::vector<Figure> timeVerdicts()
{
    NetworkSpec network = presetNamed("resnet-8")->make(10);
    while (layersOf(network).size() < 100)
        insertLayer(network, {4}, newLayer(network.layers.size() % 2 == 0 ? "BatchNorm2d" : "ReLU"));
    NetworkSpec broken = network;
    removeLayer(broken, {broken.layers.size() - 2});
    std::vector<Figure> figures;
    for (const auto& [what, spec] : {std::pair("a verdict on 100 modules", &network),
                                     std::pair("the same with a problem and its repairs", &broken)}) {
        std::vector<double> times;
        for (int i = 0; i < 50; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            (void)check(*spec);
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        }
        Figure figure{what, median(times), "ms"};
        figure.goal = 16;
        figures.push_back(figure);
    }
    return figures;
}

void exportOne(const NetworkSpec& spec, const std::filesystem::path& stem, std::uint64_t seed)
{
    Network network = networkToLoad(spec);
    test::disturb(network, seed);
    const StateDict weights = stateDict(network);
    for (const char* ending : {".pt", ".onnx"})
        writeWeights(weights, std::filesystem::path(stem).concat(ending));
    std::ofstream(std::filesystem::path(stem).concat(".py")) << sourceCode(spec, CodeLanguage::Python).text;
    const torch::InferenceMode inference;
    const torch::Tensor images = torch::randn({4, 1, 28, 28}, at::detail::createCPUGenerator(seed + 1));
    const auto write = [&stem](const torch::Tensor& values, const char* ending) {
        const std::vector<float> floats = valuesOf(values);
        std::ofstream(std::filesystem::path(stem).concat(ending), std::ios::binary)
            .write(reinterpret_cast<const char*>(floats.data()),
                   static_cast<std::streamsize>(floats.size() * sizeof(float)));
    };
    write(images, ".images");
    write(network.forward(images), ".logits");
}

void exportAll(const std::filesystem::path& folder, int count)
{
    std::filesystem::create_directories(folder);
    for (const Preset& preset : presets())
        exportOne(preset.make(10), folder / preset.name, 1);
    test::RandomNetworks random(500);
    for (int i = 0; i < count; ++i)
        exportOne(random.network(), folder / ("random" + std::to_string(i)), static_cast<std::uint64_t>(i));
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"edits"_s, u"networks that are edited and judged"_s, u"N"_s, u"10000"_s},
                        {u"export"_s, u"write networks for network_truth.py here instead"_s, u"DIR"_s},
                        {u"networks"_s, u"how many random ones"_s, u"N"_s, u"500"_s},
                        {u"json"_s, u"an object a line"_s}});
    options.process(application);
    torch::set_num_threads(1);
    if (options.isSet(u"export"_s)) {
        exportAll(options.value(u"export"_s).toStdString(), options.value(u"networks"_s).toInt());
        return 0;
    }
    std::vector<Figure> figures = judgeEdits(options.value(u"edits"_s).toInt());
    for (Figure& figure : timeVerdicts())
        figures.push_back(std::move(figure));
    print(figures, "network_truth", options.isSet(u"json"_s));
    return 0;
}
