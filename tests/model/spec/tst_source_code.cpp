// SPDX-License-Identifier: GPL-3.0-or-later
// What Python said of the sources stands in golden/source_code.json; golden/make_source_code.py ran them.
#include "model/spec/source_code.h"

#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/types/error.h"
#include "tests/model/spec/random_networks.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kGoldenNetworks = 60;

const std::vector<CodeLanguage> kLanguages{CodeLanguage::Python, CodeLanguage::PythonSequential,
                                           CodeLanguage::Cpp, CodeLanguage::Print};

/// tests_model_spec --write-networks FOLDER COUNT: the presets and random networks, in every language, for
/// golden/make_source_code.py.
int writeNetworks(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    const std::filesystem::path folder = argv[1];
    const auto write = [&folder](const std::string& name, const NetworkSpec& network) {
        const auto put = [&](const char* suffix, const std::string& text) {
            std::ofstream(folder / (name + suffix)) << text;
        };
        put(".json", encodeSpec(network));
        put(".py", sourceCode(network, CodeLanguage::Python).text);
        put(".seq.py", sourceCode(network, CodeLanguage::PythonSequential).text);
        put(".cpp", sourceCode(network, CodeLanguage::Cpp).text);
        put(".txt", sourceCode(network, CodeLanguage::Print).text);
        std::string state;
        for (const ParameterShape& tensor : stateOf(network)) {
            state += tensor.name;
            for (const std::int64_t side : tensor.shape)
                state += ' ' + std::to_string(side);
            state += '\n';
        }
        put(".state", state);
    };
    for (const Preset& preset : presets())
        write(std::string(preset.name), preset.make(10));
    for (std::uint32_t seed = 0; seed < static_cast<std::uint32_t>(std::atoi(argv[2])); ++seed)
        write("random-" + std::to_string(seed), test::randomNetwork(seed));
    return 0;
}

GLYPHSCOPE_CHILD_PROCESS(networks, "--write-networks", writeNetworks)

NetworkSpec networkCalled(const QString& name)
{
    if (const Preset* preset = presetNamed(name.toStdString()))
        return preset->make(10);
    return test::randomNetwork(name.section(u'-', 1).toUInt());
}

QJsonArray goldens()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/model/spec/golden/source_code.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

/// "conv1.weight 32 1 3 3"
QStringList stateTexts(const NetworkSpec& network)
{
    QStringList texts;
    for (const ParameterShape& tensor : stateOf(network)) {
        QString text = QString::fromStdString(tensor.name);
        for (const std::int64_t side : tensor.shape)
            text += u' ' + QString::number(side);
        texts << text;
    }
    return texts;
}

}  // namespace

class TstSourceCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pythonRanThisAndPrintedThat_data();
    void pythonRanThisAndPrintedThat();
    void everyLineKnowsItsModule_data();
    void everyLineKnowsItsModule();
    void pythonImportsNothingButTorch();
    void copiesThatAreAlikeAreWrittenOnce();
    void whatDoesNotFitIsRefused();
};

void TstSourceCode::pythonRanThisAndPrintedThat_data()
{
    QTest::addColumn<QJsonObject>("golden");
    const QJsonArray all = goldens();
    QCOMPARE(all.size(), qsizetype{kGoldenNetworks} + std::ssize(presets()));
    for (const QJsonValue& golden : all)
        QTest::newRow(qPrintable(golden[u"name"_s].toString())) << golden.toObject();
}

void TstSourceCode::pythonRanThisAndPrintedThat()
{
    QFETCH(QJsonObject, golden);
    const NetworkSpec network = networkCalled(golden[u"name"_s].toString());
    QCOMPARE(QString::fromStdString(sourceCode(network, CodeLanguage::Print).text),
             golden[u"printed"_s].toString());
    QStringList state;
    for (const QJsonValue& tensor : golden[u"state"_s].toArray())
        state << tensor.toString();
    QCOMPARE(stateTexts(network), state);
    for (const auto& [language, key] : {std::pair(CodeLanguage::Python, u"python"_s),
                                        std::pair(CodeLanguage::PythonSequential, u"sequential"_s)}) {
        const QByteArray text = QByteArray::fromStdString(sourceCode(network, language).text);
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()),
                 golden[key].toString());
    }
}

void TstSourceCode::everyLineKnowsItsModule_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 40; ++seed)
        QTest::addRow("network %d", seed) << seed;
}

void TstSourceCode::everyLineKnowsItsModule()
{
    QFETCH(int, seed);
    const NetworkSpec network = test::randomNetwork(static_cast<std::uint32_t>(seed));
    const std::vector<NetworkLayer> layers = layersOf(network);
    for (const CodeLanguage language : kLanguages) {
        const SourceCode code = sourceCode(network, language);
        QVERIFY(code.text.ends_with('\n'));
        QCOMPARE(std::ranges::count(code.text, '\n'), std::ssize(code.modules));
        for (const std::string& path : code.modules)
            QVERIFY(path.empty() || std::ranges::find(layers, path, &NetworkLayer::path) != layers.end());
        const bool folds = language == CodeLanguage::Python || language == CodeLanguage::PythonSequential;
        for (const NetworkLayer& layer : layers)
            if (!folds || layer.parent < 0)
                QVERIFY(std::ranges::find(code.modules, layer.path) != code.modules.end());
    }
}

void TstSourceCode::pythonImportsNothingButTorch()
{
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const QString text =
            QString::fromStdString(sourceCode(test::randomNetwork(seed), CodeLanguage::Python).text);
        int classes = 0;
        for (const QString& line : text.split(u'\n')) {
            const QString trimmed = line.trimmed();
            if (trimmed.startsWith(u"import "_s) || trimmed.startsWith(u"from "_s))
                QVERIFY(trimmed == u"import torch"_s || trimmed == u"from torch import nn"_s);
            classes += line.startsWith(u"class "_s) ? 1 : 0;
        }
        QCOMPARE(classes, 1);
    }
}

void TstSourceCode::copiesThatAreAlikeAreWrittenOnce()
{
    NetworkSpec network = shippedNetwork();
    LayerSpec repeat = test::layer("block", "Repeat", {{"n", 4}});
    repeat.children = {test::layer("conv", "Conv2d", {{"out_channels", 8}, {"kernel_size", 1}}),
                       test::layer("relu", "ReLU")};
    network.layers.insert(network.layers.begin(), repeat);
    const SourceCode code = sourceCode(network, CodeLanguage::Python);
    QVERIFY(code.text.find("for _ in range(3)") != std::string::npos);  // the first has one channel in
    QCOMPARE(std::ranges::count(code.modules, std::string("block.0.conv")), 1);
    QCOMPARE(std::ranges::count(code.modules, std::string("block.1.conv")), 1);
    QCOMPARE(std::ranges::count(code.modules, std::string("block.2.conv")), 0);
}

void TstSourceCode::whatDoesNotFitIsRefused()
{
    NetworkSpec network = shippedNetwork();
    network.layers.erase(network.layers.begin() + 6);
    for (const CodeLanguage language : kLanguages)
        QVERIFY_THROWS_EXCEPTION(Error, (void)sourceCode(network, language));
}

GLYPHSCOPE_TEST(TstSourceCode, None)
#include "tst_source_code.moc"
