// SPDX-License-Identifier: GPL-3.0-or-later
// The real program lists, shows, checks and writes networks.
#include "model/checkpoint/weights_file.h"
#include "model/spec/presets.h"
#include "model/spec/source_code.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;
using glyphscope::CodeLanguage;
using glyphscope::NetworkSpec;
using glyphscope::presetNamed;

class TstCliNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void listsThePresets();
    void showsTheModules();
    void showsWarnings();
    void writesCode_data();
    void writesCode();
    void takesAnyFile_data();
    void takesAnyFile();
    void takesStandardInput();
    void saysWhatDoesNotFit();
    void saysThatItFits();
    void refusals_data();
    void refusals();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Outcome network(const QStringList& arguments) const
    {
        return run(m_folder.path(), QStringList{u"network"_s} + arguments);
    }

    QTemporaryDir m_folder;
};

namespace {

/// Zeros of every shape, with the network in the metadata.
glyphscope::StateDict zerosOf(const NetworkSpec& network)
{
    glyphscope::StateDict weights;
    for (const glyphscope::ParameterShape& tensor : glyphscope::stateOf(network)) {
        std::size_t count = 1;
        for (const std::int64_t side : tensor.shape)
            count *= static_cast<std::size_t>(side);
        weights.tensors.push_back({tensor.name, tensor.shape, std::vector<float>(count)});
    }
    glyphscope::putSpec(network, weights);
    return weights;
}

constexpr const char* kMisfit = "nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Linear(5408, 10))";

}  // namespace

void TstCliNetwork::listsThePresets()
{
    const Outcome json = network({u"list"_s, u"--json"_s});
    QCOMPARE(json.status, 0);
    const QList<QJsonObject> presets = json.json();
    QCOMPARE(presets.size(), std::ssize(glyphscope::presets()));
    QCOMPARE(presets[0][u"name"_s].toString(), u"simple-cnn"_s);
    QCOMPARE(presets[0][u"title"_s].toString(), u"SimpleCNN"_s);
    QCOMPARE(presets[0][u"parameters"_s].toInt(), 824458);
    QCOMPARE(presets[0][u"modules"_s].toInt(), 10);
    QVERIFY(presets[0][u"macs"_s].toInt() > 1'000'000);
    const Outcome text = network({});
    QCOMPARE(text.status, 0);
    for (const QJsonObject& preset : presets)
        QVERIFY(text.out.contains(preset[u"name"_s].toString().toUtf8()));
}

void TstCliNetwork::showsTheModules()
{
    const Outcome text = network({u"show"_s, u"resnet-8"_s});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("res2.shortcut"));
    QVERIFY(text.out.contains("Conv2d(16, 32, 1, stride=2, bias=False)"));
    QVERIFY(text.out.contains("32x14x14"));
    const QJsonObject json = network({u"show"_s, u"resnet-8"_s, u"--json"_s}).json().value(0);
    qint64 parameters = 0;
    for (const QJsonValue& module : json[u"modules"_s].toArray())
        parameters += module[u"parameters"_s].toInteger();
    QCOMPARE(json[u"parameters"_s].toInteger(), parameters);
    QCOMPARE(json[u"classes"_s].toInt(), 10);
    QVERIFY(json[u"warnings"_s].toArray().isEmpty());
}

void TstCliNetwork::showsWarnings()
{
    write(path(u"two.txt"_s), "nn.Sequential(nn.Flatten(), nn.Linear(784, 20), nn.Linear(20, 5))");
    const Outcome text = network({u"show"_s, u"two.txt"_s});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("warning: "));
    const QJsonObject json = network({u"show"_s, u"two.txt"_s, u"--json"_s}).json().value(0);
    QCOMPARE(json[u"classes"_s].toInt(), 5);
    QVERIFY(!json[u"warnings"_s].toArray().isEmpty());
}

void TstCliNetwork::writesCode_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("code");
    QTest::newRow("python") << u"python"_s << static_cast<int>(CodeLanguage::Python);
    QTest::newRow("sequential") << u"sequential"_s << static_cast<int>(CodeLanguage::PythonSequential);
    QTest::newRow("cpp") << u"cpp"_s << static_cast<int>(CodeLanguage::Cpp);
    QTest::newRow("print") << u"print"_s << static_cast<int>(CodeLanguage::Print);
}

void TstCliNetwork::writesCode()
{
    QFETCH(QString, language);
    QFETCH(int, code);
    const std::string wanted =
        glyphscope::sourceCode(presetNamed("resnet-8")->make(10), static_cast<CodeLanguage>(code)).text;
    const Outcome text = network({u"code"_s, u"resnet-8"_s, u"--language"_s, language});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.out, QByteArray::fromStdString(wanted));
    const QJsonObject json =
        network({u"code"_s, u"resnet-8"_s, u"--language"_s, language, u"--json"_s}).json().value(0);
    QCOMPARE(json[u"code"_s].toString(), QString::fromStdString(wanted));
    if (language == u"python"_s)
        QCOMPARE(network({u"code"_s, u"resnet-8"_s}).out, QByteArray::fromStdString(wanted));
}

void TstCliNetwork::takesAnyFile_data()
{
    QTest::addColumn<QString>("file");
    const NetworkSpec lenet = presetNamed("lenet-5")->make(4);
    write(path(u"lenet.json"_s), QByteArray::fromStdString(glyphscope::encodeSpec(lenet)));
    write(path(u"lenet.py"_s),
          QByteArray::fromStdString(glyphscope::sourceCode(lenet, CodeLanguage::PythonSequential).text));
    write(path(u"lenet.txt"_s),
          QByteArray::fromStdString(glyphscope::sourceCode(lenet, CodeLanguage::Print).text));
    for (const char* name : {"lenet.safetensors", "lenet.pt"})
        glyphscope::writeWeights(zerosOf(lenet), path(QLatin1StringView(name)).toStdString());
    for (const char* name : {"lenet.json", "lenet.py", "lenet.txt", "lenet.safetensors", "lenet.pt"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstCliNetwork::takesAnyFile()
{
    QFETCH(QString, file);
    const Outcome text = network({u"code"_s, file, u"--language"_s, u"print"_s});
    QCOMPARE(text.err, QByteArray());
    QCOMPARE(text.out,
             QByteArray::fromStdString(
                 glyphscope::sourceCode(presetNamed("lenet-5")->make(4), CodeLanguage::Print).text));
}

void TstCliNetwork::takesStandardInput()
{
    QProcess process;
    prepare(process, m_folder.path());
    process.setArguments({u"network"_s, u"check"_s, u"-"_s});
    process.start();
    process.write("nn.Sequential(nn.Flatten(), nn.Linear(784, 10))");
    process.closeWriteChannel();
    QCOMPARE(outcomeOf(process).status, 0);
}

void TstCliNetwork::saysWhatDoesNotFit()
{
    write(path(u"misfit.txt"_s), kMisfit);
    const Outcome json = network({u"check"_s, u"misfit.txt"_s, u"--json"_s});
    QCOMPARE(json.status, 1);
    const QJsonObject verdict = json.json().value(0);
    QCOMPARE(verdict[u"fits"_s].toBool(true), false);
    const QJsonObject problem = verdict[u"problems"_s].toArray().at(0).toObject();
    QCOMPARE(problem[u"module"_s].toString(), u"2"_s);
    QCOMPARE(problem[u"got"_s].toString(), u"8x26x26"_s);
    QCOMPARE(problem[u"expected"_s].toString(), u"a flat input"_s);
    QVERIFY(problem[u"problem"_s].toString().contains(u"Linear expects a flat input"_s));
    QVERIFY(problem[u"repairs"_s].toArray().at(0).toString().startsWith(u"Insert Flatten before"_s));
    const Outcome text = network({u"check"_s, u"misfit.txt"_s});
    QCOMPARE(text.status, 1);
    QVERIFY(text.out.contains("repair: Insert Flatten before"));
}

void TstCliNetwork::saysThatItFits()
{
    const Outcome text = network({u"check"_s, u"tiny"_s});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.startsWith("It fits: "));
    const QJsonObject verdict = network({u"check"_s, u"tiny"_s, u"--json"_s}).json().value(0);
    QVERIFY(verdict[u"fits"_s].toBool());
    QVERIFY(verdict[u"problems"_s].toArray().isEmpty() && verdict[u"warnings"_s].isArray());
}

void TstCliNetwork::refusals_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QByteArray>("message");
    write(path(u"misfit.txt"_s), kMisfit);
    write(path(u"bad.txt"_s), "nn.Sequential(\n  nn.Upsample(2))");
    write(path(u"bad.json"_s), "{\"format\":\"glyphscope-network\"}");
    write(path(u"empty"_s), "");
    QTest::newRow("no such") << u"resnet-9000"_s
                             << QByteArray("resnet-9000: there is no network and no file of this name. The "
                                           "networks are simple-cnn, lenet-5");
    QTest::newRow("a folder") << u"."_s << QByteArray(".: is no file.");
    QTest::newRow("does not fit") << u"misfit.txt"_s << QByteArray("misfit.txt: 2: Linear expects");
    QTest::newRow("a kind") << u"bad.txt"_s
                            << QByteArray("bad.txt: line 2, column 3: There is no kind \"Upsample\".");
    QTest::newRow("json") << u"bad.json"_s << QByteArray("bad.json: version is missing.");
    QTest::newRow("empty") << u"empty"_s << QByteArray("empty: line 1, column 1: There is no network.");
}

void TstCliNetwork::refusals()
{
    QFETCH(QString, spec);
    QFETCH(QByteArray, message);
    const Outcome outcome = network({u"show"_s, spec});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.startsWith("glyphscope: " + message), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

void TstCliNetwork::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("action") << QStringList{u"draw"_s};
    QTest::newRow("no spec") << QStringList{u"show"_s};
    QTest::newRow("two specs") << QStringList{u"show"_s, u"tiny"_s, u"mlp"_s};
    QTest::newRow("language") << QStringList{u"code"_s, u"tiny"_s, u"--language"_s, u"rust"_s};
    QTest::newRow("language of show") << QStringList{u"show"_s, u"tiny"_s, u"--language"_s, u"cpp"_s};
}

void TstCliNetwork::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(network(arguments).status, 2);
}

GLYPHSCOPE_TEST(TstCliNetwork, Core)
#include "tst_cli_network.moc"
