// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_check.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using test::layer;

namespace {

QString firstStep(const Repair& repair)
{
    return QString::fromStdString(repair.steps.front().text());
}

LayerSpec blockOfLayers(const char* name, const char* kind, std::vector<LayerSpec> children)
{
    return {name, kind, {}, std::move(children)};
}

}  // namespace

class TstNetworkCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsFitWithoutAWarning();
    void aProblemSaysWhatCameAndWhatWasWanted();
    void problemsAndTheirRepairs_data();
    void problemsAndTheirRepairs();
    void everyOptionAndNameIsLookedAt();
    void warnings_data();
    void warnings();
    void whatIsTooLargeIsRefusedAtOnce();
};

void TstNetworkCheck::presetsFitWithoutAWarning()
{
    for (const Preset& preset : presets()) {
        const NetworkCheck result = check(preset.make(10));
        QVERIFY2(result.fits() && result.warnings.empty(), preset.name.data());
    }
}

void TstNetworkCheck::aProblemSaysWhatCameAndWhatWasWanted()
{
    NetworkSpec network = shippedNetwork();
    network.layers.erase(network.layers.begin() + 6);
    const NetworkCheck result = check(network);
    QCOMPARE(result.problems.size(), std::size_t{1});
    const NetworkProblem& problem = result.problems.front();
    QVERIFY(problem.kind == ProblemKind::WantsFlat);
    QCOMPARE(problem.module, std::string("fc1"));
    QVERIFY(problem.place == SpecPlace{6});
    QCOMPARE(problem.got.text(), std::string("64x7x7"));
    QCOMPARE(problem.expected.text(), std::string("a flat input"));
    QVERIFY(problem.torch.starts_with("RuntimeError: mat1 and mat2 shapes cannot be multiplied (448x7"));
    QCOMPARE(firstStep(problem.repairs.front()), QStringLiteral("Insert Flatten before fc1"));
    QVERIFY(problem.repairs.front().network == shippedNetwork());
}

void TstNetworkCheck::problemsAndTheirRepairs_data()
{
    QTest::addColumn<test::Change>("edit");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("repair");
    const auto row = [](const char* name, ProblemKind kind, const char* repair, test::Change edit) {
        QTest::newRow(name) << edit << static_cast<int>(kind) << QString::fromLatin1(repair);
    };
    row("kernel", ProblemKind::KernelTooLarge, "Set kernel_size of first to 27",
        [](NetworkSpec& n) { n.layers[0].options["kernel_size"] = std::int64_t{31}; });
    row("dilation", ProblemKind::KernelTooLarge, "Set kernel_size of first to 3",
        [](NetworkSpec& n) { n.layers[0].options["dilation"] = std::int64_t{9}; });
    row("nothing left", ProblemKind::NothingLeft, "Set kernel_size of late to 6", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 2, layer("late", "AvgPool2d", {{"kernel_size", 7}}));
    });
    row("pool padding", ProblemKind::PoolPadding, "Set padding of shrink to 1",
        [](NetworkSpec& n) { n.layers[1].options["padding"] = std::int64_t{2}; });
    row("groups", ProblemKind::Groups, "Set groups of first to 1",
        [](NetworkSpec& n) { n.layers[0].options["groups"] = std::int64_t{2}; });
    row("group norm", ProblemKind::Groups, "Set num_groups of gn to 2", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 1, layer("gn", "GroupNorm", {{"num_groups", 3}}));
    });
    row("norm on a vector", ProblemKind::WantsMaps, "Move bn before flat",
        [](NetworkSpec& n) { n.layers.insert(n.layers.begin() + 4, layer("bn", "BatchNorm2d")); });
    row("classes", ProblemKind::Classes, "Set out_features of out to 4",
        [](NetworkSpec& n) { n.classes.push_back("3"); });
    row("no layers", ProblemKind::Classes, "Add Flatten and a Linear with 3 outputs",
        [](NetworkSpec& n) { n.layers.clear(); });
    row("residual", ProblemKind::ResidualEnds, "Set shortcut of res to auto", [](NetworkSpec& n) {
        LayerSpec res = blockOfLayers(
            "res", "Residual",
            {layer("conv", "Conv2d", {{"out_channels", 8}, {"kernel_size", 3}, {"padding", 1}})});
        res.options["shortcut"] = "identity";
        n.layers.insert(n.layers.begin() + 2, res);
    });
    row("residual around a Flatten", ProblemKind::ResidualEnds, "Make res a Sequential",
        [](NetworkSpec& n) { n.layers[3] = blockOfLayers("res", "Residual", {layer("flat", "Flatten")}); });
    row("name twice", ProblemKind::TwiceNamed, "Rename act to relu",
        [](NetworkSpec& n) { n.layers.insert(n.layers.begin() + 3, layer("act", "ReLU")); });
    row("name of nn.Module", ProblemKind::Name, "Rename forward to relu",
        [](NetworkSpec& n) { n.layers[2].name = "forward"; });
    row("missing option", ProblemKind::Option, "Set kernel_size of first to 3",
        [](NetworkSpec& n) { n.layers[0].options.erase("kernel_size"); });
    row("unknown option", ProblemKind::Option, "Remove the option inplace of act",
        [](NetworkSpec& n) { n.layers[2].options["inplace"] = true; });
    row("share", ProblemKind::Option, "Remove the option p of drop", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, {"drop", "Dropout", {{"p", 1.5}}, {}});
    });
    row("softmax over the batch", ProblemKind::SoftmaxDim, "Set dim of soft to 1", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, layer("soft", "Softmax", {{"dim", 0}}));
    });
    row("unknown kind", ProblemKind::UnknownKind, "Remove act",
        [](NetworkSpec& n) { n.layers[2].kind = "Swish"; });
    row("children", ProblemKind::Children, "Remove the children of act",
        [](NetworkSpec& n) { n.layers[2].children.push_back(layer("a", "ReLU")); });
    row("parameters", ProblemKind::TooLarge, "Set out_features of big to 32,768", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, layer("more", "Linear", {{"out_features", 4096}}));
        n.layers.insert(n.layers.begin() + 5, layer("act2", "ReLU"));
        n.layers.insert(n.layers.begin() + 6, layer("big", "Linear", {{"out_features", 65536}}));
    });
}

void TstNetworkCheck::problemsAndTheirRepairs()
{
    QFETCH(test::Change, edit);
    QFETCH(int, kind);
    QFETCH(QString, repair);
    NetworkSpec network = test::stridedNetwork();
    edit(network);
    const NetworkCheck result = check(network);
    QVERIFY(!result.fits());
    const NetworkProblem& problem = result.problems.front();
    QCOMPARE(static_cast<int>(problem.kind), kind);
    QVERIFY(!problem.text.empty());
    QVERIFY(!problem.repairs.empty());
    QStringList offered;
    for (const Repair& one : problem.repairs) {
        offered << firstStep(one);
        QVERIFY(check(one.network, false).fits());
    }
    QVERIFY2(offered.contains(repair), qPrintable(offered.join(u" | ")));
}

void TstNetworkCheck::everyOptionAndNameIsLookedAt()
{
    NetworkSpec network = test::stridedNetwork();
    network.layers[0].options["stride"] = std::int64_t{0};
    network.layers[1].name = "class";
    network.layers[4].options.erase("out_features");
    const NetworkCheck result = check(network);
    QCOMPARE(result.problems.size(), std::size_t{3});
    QCOMPARE(result.problems[0].option, std::string("stride"));
    QCOMPARE(result.problems[1].module, std::string("class"));
    QCOMPARE(result.problems[2].option, std::string("out_features"));
    QVERIFY(check(result.problems[0].repairs.front().network).fits());
    QVERIFY(result.problems[0].repairs.front().steps.size() >= 3);
}

void TstNetworkCheck::warnings_data()
{
    QTest::addColumn<test::Change>("edit");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("module");
    const auto row = [](const char* name, ProblemKind kind, const char* module, test::Change edit) {
        QTest::newRow(name) << edit << static_cast<int>(kind) << QString::fromLatin1(module);
    };
    row("two Linears", ProblemKind::NoActivationBetween, "out", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, layer("fc", "Linear", {{"out_features", 8}}));
    });
    row("no activation", ProblemKind::NoActivationAtAll, "first",
        [](NetworkSpec& n) { n.layers.erase(n.layers.begin() + 2); });
    row("dropout before a norm", ProblemKind::DropoutBeforeNorm, "drop", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 1, layer("drop", "Dropout"));
        n.layers.insert(n.layers.begin() + 2, layer("bn", "BatchNorm2d"));
    });
    row("bias before a norm", ProblemKind::BiasBeforeNorm, "first",
        [](NetworkSpec& n) { n.layers.insert(n.layers.begin() + 1, layer("bn", "BatchNorm2d")); });
    row("softmax at the end", ProblemKind::SoftmaxBeforeLoss, "soft",
        [](NetworkSpec& n) { n.layers.push_back(layer("soft", "Softmax")); });
    row("many parameters", ProblemKind::ManyParameters, "fc", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, layer("fc", "Linear", {{"out_features", 40000}}));
        n.layers.insert(n.layers.begin() + 5, layer("relu", "ReLU"));
    });
    row("maps dropped from a vector", ProblemKind::DropsOnFlat, "drop",
        [](NetworkSpec& n) { n.layers.insert(n.layers.begin() + 4, layer("drop", "Dropout2d")); });
}

void TstNetworkCheck::warnings()
{
    QFETCH(test::Change, edit);
    QFETCH(int, kind);
    QFETCH(QString, module);
    NetworkSpec network = test::stridedNetwork();
    edit(network);
    const NetworkCheck result = check(network);
    QVERIFY(result.fits());
    QCOMPARE(result.warnings.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(result.warnings.front().kind), kind);
    QCOMPARE(QString::fromStdString(result.warnings.front().module), module);
    QVERIFY(!result.warnings.front().repairs.empty());
    for (const Repair& repair : result.warnings.front().repairs) {
        const NetworkCheck after = check(repair.network, false);
        QVERIFY(after.fits());
        QVERIFY(std::ranges::none_of(after.warnings, [kind](const NetworkProblem& problem) {
            return static_cast<int>(problem.kind) == kind;
        }));
    }
}

/// Repeats inside repeats would be more modules than there are atoms; a large picture more memory.
void TstNetworkCheck::whatIsTooLargeIsRefusedAtOnce()
{
    LayerSpec nested = layer("conv", "Conv2d", {{"out_channels", 4}, {"kernel_size", 3}, {"padding", 1}});
    for (int depth = 0; depth < 7; ++depth) {
        LayerSpec repeat = layer("block", "Repeat", {{"n", 64}});
        repeat.children = {nested};
        nested = repeat;
    }
    NetworkSpec network = test::stridedNetwork();
    network.layers.insert(network.layers.begin() + 1, nested);
    const NetworkCheck result = check(network);
    QVERIFY(result.problems.front().kind == ProblemKind::TooLarge);
    QVERIFY(result.layers.size() <= NetworkLimits::kModules);
    QVERIFY(!result.problems.front().repairs.empty());

    NetworkSpec wide = test::stridedNetwork();
    wide.layers[0].options["padding"] = std::int64_t{1024};
    wide.layers[0].options["out_channels"] = std::int64_t{30};
    QVERIFY(check(wide).problems.front().text.text().find("16 million values") != std::string::npos);
}

GLYPHSCOPE_TEST(TstNetworkCheck, None)
#include "tst_network_check.moc"
