// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/parse_code.h"

#include "model/spec/network_check.h"
#include "model/spec/presets.h"
#include "model/spec/source_code.h"
#include "model/spec/spec_json.h"
#include "model/types/error.h"
#include "tests/model/spec/random_networks.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using test::layer;

namespace {

QString jsonOf(const NetworkSpec& network)
{
    return QString::fromStdString(encodeSpec(network));
}

NetworkSpec parsed(const char* text)
{
    return parseNetwork(text, "pasted");
}

/// Paths and PyTorch's texts of the modules.
QString modulesOf(const NetworkSpec& network)
{
    QStringList texts;
    for (const NetworkLayer& one : infer(network).layers)
        texts << QString::fromStdString(one.path + ' ' + layerText(one));
    return texts.join(QStringLiteral("; "));
}

constexpr const char* kLeNet = R"(
from collections import OrderedDict
import torch.nn as nn

hidden = 120  # of the first Linear
model = torch.nn.Sequential(
    OrderedDict(
        [
            ("conv1", nn.Conv2d(1, 6, kernel_size=(5, 5), padding=2)),  # 28x28
            ("tanh1", nn.Tanh()),
            ("pool1", nn.AvgPool2d(2, 2)),
            ('conv2', nn.Conv2d(in_channels=6, out_channels=16, kernel_size=5)),
            ("tanh2", nn.Tanh()),
            ("pool2", nn.AvgPool2d(kernel_size=2, stride=2)),
            ("flatten", nn.Flatten()),
            ("fc1", nn.Linear(16 * 5 * 5, hidden)),
            ("tanh3", nn.Tanh()),
            ("fc2", nn.Linear(hidden, 84, bias=True)),
            ("tanh4", nn.Tanh()),
            ("fc3", nn.Linear(84, 10)),
        ]
    )
)
)";

constexpr const char* kPrintedByPyTorch2 = R"(OptimizedModule(
  (_orig_mod): Net(
    (stem): Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1))
    (stage): Sequential(
      (0-1): 2 x Sequential(
        (0): Conv2d(8, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
        (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
        (2): ReLU(inplace=True)
      )
    )
    (pool): AdaptiveAvgPool2d(output_size=(1, 1))
    (flat): Flatten(start_dim=1, end_dim=-1)
    (fc): Linear(in_features=8, out_features=4, bias=True)
  )
))";

}  // namespace

class TstParseCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void readsAPreset();
    void readsOtherForms_data();
    void readsOtherForms();
    void countsTheClasses_data();
    void countsTheClasses();
    void returnsWhatDoesNotFit();
    void refusals_data();
    void refusals();
    void hostileTexts_data();
    void hostileTexts();
};

void TstParseCode::readsWhatIsWritten_data()
{
    QTest::addColumn<NetworkSpec>("network");
    for (const Preset& preset : presets())
        QTest::newRow(preset.name.data()) << preset.make(10);
    for (std::uint32_t seed = 0; seed < 300; ++seed)
        QTest::addRow("network %u", seed) << test::randomNetwork(seed);
}

void TstParseCode::readsWhatIsWritten()
{
    QFETCH(NetworkSpec, network);
    const NetworkSpec wanted = test::withoutDefaults(network);
    const NetworkSpec back = parseNetwork(sourceCode(network, CodeLanguage::PythonSequential).text, "source");
    QCOMPARE(jsonOf(back), jsonOf(wanted));
    const NetworkSpec printed = parseNetwork(sourceCode(network, CodeLanguage::Print).text, "printed");
    QCOMPARE(jsonOf(test::withoutRepeats(printed)), jsonOf(test::withoutRepeats(wanted)));
}

void TstParseCode::readsAPreset()
{
    QVERIFY(parsed(kLeNet) == presetNamed("lenet-5")->make(10));
}

void TstParseCode::readsOtherForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("modules");
    const auto row = [](const char* name, const char* text, const char* modules) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(modules);
    };
    const char* const linear = "0 Flatten(); 1 Linear(784, 10)";
    row("plain", "nn.Sequential(nn.Flatten(), nn.Linear(784, 10))", linear);
    row("no prefix", "Sequential(Flatten(), Linear(784, 10))", linear);
    row("a name in front", "self.net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10),)", linear);
    row("indented, returned", "    return nn.Sequential(\n      nn.Flatten(),\n   nn.Linear(28*28, 10))\n",
        linear);
    row("lazy", "nn.Sequential(nn.Flatten(), nn.LazyLinear(10))", linear);
    row("keywords", "nn.Sequential(nn.Flatten(start_dim=1), nn.Linear(out_features=10, in_features=784))",
        linear);
    row("moved and set",
        "net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).to(torch.device(\"cpu\")).eval()\n", linear);
    row("one module", "nn.LayerNorm((1, 28, 28))", "0 LayerNorm((1, 28, 28))");
    row("OrderedDict of keywords",
        "nn.Sequential(collections.OrderedDict(a=nn.Flatten(), b=nn.Linear(784, 10)))",
        "a Flatten(); b Linear(784, 10)");
    row("OrderedDict of a dict", "nn.Sequential(OrderedDict({'a': nn.Flatten(), 'b': nn.Linear(784, 10)}))",
        "a Flatten(); b Linear(784, 10)");
    row("same", "nn.Sequential(nn.Conv2d(1, 2, 5, padding='same', dilation=2))",
        "0 Conv2d(1, 2, 5, padding=4, dilation=2)");
    row("valid", "nn.Sequential(nn.Conv2d(1, 2, 5, padding=\"valid\"))", "0 Conv2d(1, 2, 5)");
    row("inplace and device", "nn.Sequential(nn.ReLU(inplace=True), nn.Dropout(0.2, True))",
        "0 ReLU(); 1 Dropout(0.2)");
    row("a list behind a star", "nn.Sequential(*[nn.ReLU(), nn.Tanh()], nn.Flatten())",
        "0 ReLU(); 1 Tanh(); 2 Flatten()");
    row("a comprehension among others",
        "nn.Sequential(nn.Flatten(), *[nn.Linear(784, 784) for _ in range(2)])",
        "0 Flatten(); 1 Linear(784, 784); 2 Linear(784, 784)");
    row("a block many times",
        "nn.Sequential(OrderedDict([('b', nn.Sequential(*[nn.Sequential(nn.Tanh()) for _ in range(2)]))]))",
        "b Repeat(2); b.0 Sequential; b.0.0 Tanh(); b.1 Sequential; b.1.0 Tanh()");
    row("copies of other kinds",
        "nn.Sequential(nn.Sequential(nn.Sequential(nn.Tanh()), nn.Sequential(nn.ReLU())))",
        "0 Sequential; 0.0 Sequential; 0.0.0 Tanh(); 0.1 Sequential; 0.1.0 ReLU()");
    row("printed",
        "Net(\n  (flat): Flatten(start_dim=1, end_dim=-1)\n  (fc): Linear(in_features=784, "
        "out_features=10, bias=True)\n)",
        "flat Flatten(); fc Linear(784, 10)");
    row("printed by an older PyTorch", "Sequential(\n  (0): GELU(approximate=none)\n)", "0 GELU()");
    row("printed by PyTorch 2", kPrintedByPyTorch2,
        "stem Conv2d(1, 8, 3); stage Repeat(2); stage.0 Sequential; stage.0.0 Conv2d(8, 8, 3, padding=1, "
        "bias=False); stage.0.1 BatchNorm2d(8); stage.0.2 ReLU(); stage.1 Sequential; stage.1.0 Conv2d(8, 8, "
        "3, padding=1, bias=False); stage.1.1 BatchNorm2d(8); stage.1.2 ReLU(); pool AdaptiveAvgPool2d(1); "
        "flat Flatten(); fc Linear(8, 4)");
}

void TstParseCode::readsOtherForms()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, modules);
    QCOMPARE(modulesOf(parsed(text.constData())), modules);
}

void TstParseCode::countsTheClasses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("classes");
    QTest::newRow("a vector") << QByteArray("nn.Sequential(nn.Flatten(), nn.Linear(784, 47))") << 47;
    QTest::newRow("no vector") << QByteArray("nn.Sequential(nn.ReLU())") << 10;
    QTest::newRow("too many") << QByteArray("nn.Sequential(nn.Flatten(), nn.Linear(784, 1000))") << 10;
    QTest::newRow("one") << QByteArray("nn.Sequential(nn.Flatten(), nn.Linear(784, 1))") << 10;
    QTest::newRow("shapes unknown") << QByteArray("nn.Sequential(nn.ReLU(), nn.Linear(784, 26))") << 26;
}

void TstParseCode::countsTheClasses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, classes);
    QVERIFY(parsed(text.constData()).classes == numberedClasses(classes));
}

void TstParseCode::returnsWhatDoesNotFit()
{
    const NetworkSpec network = parsed("nn.Sequential(nn.Conv2d(1, 8, 3), nn.Linear(5408, 10))");
    const NetworkCheck verdict = check(network);
    QCOMPARE(verdict.problems.size(), std::size_t{1});
    QVERIFY(verdict.problems.front().kind == ProblemKind::WantsFlat);
    QVERIFY(!verdict.problems.front().repairs.empty());
    const NetworkCheck missing = check(parsed("nn.Sequential(nn.Conv2d(1, 8), nn.Flatten())"));
    QVERIFY(missing.problems.front().option == "kernel_size");
    const NetworkCheck ends =
        check(parsed("nn.Sequential(Residual(nn.Sequential(nn.Conv2d(1, 8, 3)), nn.Identity()))"));
    QVERIFY(ends.problems.front().kind == ProblemKind::ResidualEnds);
}

void TstParseCode::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* text, const char* message) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(message);
    };
    row("nothing", "", "line 1, column 1: There is no network.");
    row("blanks", " \n\t\n# comment", "line 3, column 10: There is no network.");
    row("only a class", "import torch\nclass Net(nn.Module):\n    pass\n",
        "line 4, column 1: Only classes are defined here");
    row("no end", "nn.Sequential(\n  nn.ReLU(),\n", "line 3, column 1: The text ends here, but");
    row("a bracket too many", "nn.Sequential(nn.ReLU()))",
        "line 1, column 25: The network ends before this.");
    row("a method", "nn.Sequential(nn.ReLU()).append(nn.Tanh())",
        "line 1, column 25: The network ends before this.");
    row("a move that does not end", "nn.Sequential(nn.ReLU()).to((1)",
        "line 1, column 32: The text ends here");
    row("no comma", "nn.Sequential(\n  nn.ReLU()\n  nn.Tanh())", "line 3, column 3: \")\" is expected here");
    row("no such kind", "nn.Sequential(\n  nn.ReLU(),\n  nn.Upsample(2))",
        "line 3, column 3: There is no kind \"Upsample\". Choose one of Conv2d, Linear");
    row("no such argument", "nn.Sequential(nn.Linear(784, 10, flavour=3))",
        "line 1, column 42: Linear has no argument \"flavour\". It takes in_features, out_features, bias");
    row("too many arguments", "nn.Sequential(nn.Softmax(1, 2))",
        "line 1, column 29: There are too many arguments: Softmax takes dim.");
    row("an argument of none", "nn.Sequential(nn.Tanh(1))", "line 1, column 23: Tanh takes no arguments.");
    row("twice", "nn.Sequential(nn.Linear(784, 10, out_features=3))",
        "line 1, column 47: out_features is given twice.");
    row("not square", "nn.Sequential(\n  nn.Conv2d(1, 8, (3, 5)))",
        "line 2, column 19: kernel_size is not square: 3 by 5.");
    row("no number", "nn.Sequential(nn.Linear(784, \"ten\"))",
        "line 1, column 30: out_features must be a whole number");
    row("a name that is not known", "nn.Sequential(nn.Linear(784, classes))",
        "line 1, column 30: \"classes\" is not known here.");
    row("an option that cannot be", "nn.Sequential(nn.MaxPool2d(2, ceil_mode=True))",
        "line 1, column 41: ceil_mode of MaxPool2d can only be False in this program.");
    row("even and the same", "nn.Sequential(nn.Conv2d(1, 2, 4, padding='same'))",
        "line 1, column 42: padding=\"same\" of an even kernel_size");
    row("other channels", "nn.Sequential(\n  nn.Conv2d(1, 8, 3),\n  nn.BatchNorm2d(16))",
        "line 3, column 18: 1: num_features is 16, but it must be 8 for what comes in, 8x26x26.");
    row("other features", "nn.Sequential(nn.Flatten(),\n              nn.Linear(28 * 27, 10))",
        "line 2, column 25: 1: in_features is 756, but it must be 784 for what comes in, 784.");
    row("a later copy",
        "nn.Sequential(nn.Sequential(*[nn.Sequential(nn.Conv2d(1, 2, 1)) for _ in range(2)]))",
        "line 1, column 55: 0.1.0: in_channels is 1, but it must be 2");
    row("a class of its own", "Net(\n  (block): Block(\n    (a): ReLU()\n  )\n)",
        "line 2, column 12: Block is a class of its own");
    row("a class elsewhere", "model = LeNet()", "line 1, column 9: LeNet is defined elsewhere.");
    row("a list without a star", "nn.Sequential([nn.ReLU()])", "line 1, column 15: Sequential takes modules");
    row("no module", "nn.Sequential(3)", "line 1, column 15: A module is expected here");
    row("a name of nothing", "nn.Sequential(OrderedDict([('a.b', nn.ReLU())]))",
        "line 1, column 36: \"a.b\" is no name of a module");
    row("a text that does not end", "nn.Sequential(OrderedDict([('a, nn.ReLU())]))",
        "line 1, column 29: The text in quotes that begins here does not end.");
    row("another shortcut", "nn.Sequential(Residual(nn.Sequential(), nn.ReLU()))",
        "line 1, column 41: The shortcut of a Residual is nn.Identity()");
    row("a letter of elsewhere", "nn.Sequential(nn.ReLU()\xc3\xa9)",
        "line 1, column 24: \"\xc3\xa9\" has no meaning");
    row("columns are characters", "nn.Sequential(\"\xc3\xa9\xc3\xa9\", 1)",
        "line 1, column 15: A module is expected here");
}

void TstParseCode::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    try {
        (void)parsed(text.constData());
        QFAIL("was read");
    } catch (const Error& error) {
        const QString words = QString::fromUtf8(error.what());
        QVERIFY2(words.startsWith(QStringLiteral("pasted: ") + message), qPrintable(words));
    }
}

void TstParseCode::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray open("nn.Sequential(");
    QTest::newRow("deep") << open.repeated(10'000);
    QTest::newRow("deep lists") << QByteArray("nn.Sequential(") + QByteArray(100'000, '[');
    QTest::newRow("long") << QByteArray(300'000, ' ');
    QTest::newRow("many") << open + QByteArray("nn.ReLU(),").repeated(20'000) + ')';
    QTest::newRow("many at once") << QByteArray(
        "nn.Sequential(*[nn.Sequential(*[nn.Sequential(*[nn.ReLU() for _ in range(1000)]) for "
        "_ in range(1000)]) for _ in range(1000)])");
    QTest::newRow("printed many") << QByteArray("Net(\n  (0-1000000000): 1000000001 x ReLU()\n)");
    QTest::newRow("a number") << QByteArray("nn.Sequential(nn.Linear(1, 999999999999 * 999999999999))");
    QTest::newRow("divided by zero") << QByteArray("nn.Sequential(nn.Linear(1, 1 // 0))");
    QTest::newRow("zero bytes") << QByteArray("nn.Sequential(\0\0)", 17);
}

void TstParseCode::hostileTexts()
{
    QFETCH(QByteArray, text);
    QVERIFY_THROWS_EXCEPTION(Error, (void)parseNetwork(text.toStdString(), "pasted"));
}

Q_DECLARE_METATYPE(glyphscope::NetworkSpec)

GLYPHSCOPE_TEST(TstParseCode, None)
#include "tst_parse_code.moc"
