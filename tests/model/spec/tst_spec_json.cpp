// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/spec_json.h"
#include "model/types/error.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace glyphscope;
using nlohmann::json;

namespace {

using Edit = std::function<void(json&)>;

QString refusalOf(const std::string& text)
{
    try {
        (void)decodeSpec(text, "here");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

Q_DECLARE_METATYPE(Edit)

class TstSpecJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedNetworkInJson();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void leftOutOptionsAndChildrenAreRead();
    void refusals_data();
    void refusals();
    void textsThatAreNoJson_data();
    void textsThatAreNoJson();
};

void TstSpecJson::theShippedNetworkInJson()
{
    const std::string golden =
        R"({"format":"glyphscope-network","version":1,)"
        R"("input":{"channels":1,"height":28,"width":28,"mean":0.1307,"std":0.3081},)"
        R"("classes":["0","1"],"layers":[)"
        R"({"name":"conv1","kind":"Conv2d","options":{"out_channels":32,"kernel_size":3,"padding":1},"children":[]},)"
        R"({"name":"relu1","kind":"ReLU","options":{},"children":[]},)"
        R"({"name":"pool1","kind":"MaxPool2d","options":{"kernel_size":2},"children":[]},)"
        R"({"name":"conv2","kind":"Conv2d","options":{"out_channels":64,"kernel_size":3,"padding":1},"children":[]},)"
        R"({"name":"relu2","kind":"ReLU","options":{},"children":[]},)"
        R"({"name":"pool2","kind":"MaxPool2d","options":{"kernel_size":2},"children":[]},)"
        R"({"name":"flatten","kind":"Flatten","options":{},"children":[]},)"
        R"({"name":"fc1","kind":"Linear","options":{"out_features":256},"children":[]},)"
        R"({"name":"relu3","kind":"ReLU","options":{},"children":[]},)"
        R"({"name":"fc2","kind":"Linear","options":{"out_features":2},"children":[]}]})";
    QCOMPARE(QString::fromStdString(encodeSpec(shippedNetwork(2))), QString::fromStdString(golden));
    QVERIFY(decodeSpec(golden, "here") == shippedNetwork(2));
}

void TstSpecJson::whatIsWrittenIsRead_data()
{
    QTest::addColumn<NetworkSpec>("network");
    NetworkSpec named = test::stridedNetwork();
    named.classes = {"\u00e4", "b \"c\"", ""};
    named.input.mean = 0.1 + 0.2;
    QTest::newRow("shipped") << shippedNetwork(256);
    QTest::newRow("strides") << test::stridedNetwork();
    QTest::newRow("names") << named;
}

void TstSpecJson::whatIsWrittenIsRead()
{
    QFETCH(NetworkSpec, network);
    QVERIFY(decodeSpec(encodeSpec(network), "here") == network);
}

void TstSpecJson::leftOutOptionsAndChildrenAreRead()
{
    json text = json::parse(encodeSpec(test::stridedNetwork()));
    text["layers"][2].erase("options");
    text["layers"][2].erase("children");
    QVERIFY(decodeSpec(text.dump(), "here") == test::stridedNetwork());
}

void TstSpecJson::refusals_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* message, Edit edit) {
        QTest::newRow(name) << edit << QString::fromUtf8(message);
    };
    row("another format", "here: format is not", [](json& j) { j["format"] = "onnx"; });
    row("no version", "here: version is missing", [](json& j) { j.erase("version"); });
    row("newer", "here: version is 2", [](json& j) { j["version"] = 2; });
    row("unknown key", "here: network has the unknown key \"author\"", [](json& j) { j["author"] = "me"; });
    row("a list", "here: network is not an object", [](json& j) { j = json::array(); });
    row("colour", "here: input.channels is not 1", [](json& j) { j["input"]["channels"] = 3; });
    row("larger", "here: input.width is not 28", [](json& j) { j["input"]["width"] = 32; });
    row("no mean", "here: input.mean is missing", [](json& j) { j["input"].erase("mean"); });
    row("std 0", "here: input.std is not above 0", [](json& j) { j["input"]["std"] = 0; });
    row("std text", "here: input.std is not a finite number", [](json& j) { j["input"]["std"] = "1"; });
    row("one class", "here: classes is not a list", [](json& j) { j["classes"] = {"a"}; });
    row("many classes", "here: classes is not a list",
        [](json& j) { j["classes"] = std::vector<std::string>(257, "a"); });
    row("numbered class", "here: classes[1] is not text", [](json& j) { j["classes"][1] = 1; });
    row("long class", "here: classes[1] is longer", [](json& j) { j["classes"][1] = std::string(65, 'a'); });
    row("layers no list", "here: layers is not a list", [](json& j) { j["layers"] = json::object(); });
    row("layer no object", "here: layers[1] is not an object", [](json& j) { j["layers"][1] = 7; });
    row("layer unknown key", "here: layers[1] has the unknown key", [](json& j) { j["layers"][1]["n"] = 7; });
    row("no name", "here: layers[1].name is missing", [](json& j) { j["layers"][1].erase("name"); });
    row("dotted name", "here: layers[1].name is not an identifier",
        [](json& j) { j["layers"][1]["name"] = "a.b"; });
    row("long name", "here: layers[1].name is not an identifier",
        [](json& j) { j["layers"][1]["name"] = std::string(65, 'a'); });
    row("a name twice", "here: layers[2].name \"first\" is that of a module before it",
        [](json& j) { j["layers"][2]["name"] = "first"; });
    row("unknown kind", "here: layers[2].kind is \"Swish\"",
        [](json& j) { j["layers"][2]["kind"] = "Swish"; });
    row("unknown option", "here: layers[2].options.inplace is no option of ReLU",
        [](json& j) { j["layers"][2]["options"]["inplace"] = true; });
    row("option as text", "here: layers[0].options.stride is not a whole number",
        [](json& j) { j["layers"][0]["options"]["stride"] = "2"; });
    row("option with a point", "here: layers[0].options.stride is not a whole number",
        [](json& j) { j["layers"][0]["options"]["stride"] = 2.5; });
    row("option beyond int64", "here: layers[0].options.stride is not a whole number",
        [](json& j) { j["layers"][0]["options"]["stride"] = 18446744073709551615ULL; });
    row("option out of range", "here: layers[0].options: first: stride must be",
        [](json& j) { j["layers"][0]["options"]["stride"] = 0; });
    row("option missing", "here: layers[0].options: first: Conv2d needs",
        [](json& j) { j["layers"][0]["options"].erase("kernel_size"); });
    row("children", "here: layers[2].children are not for a ReLU", [](json& j) {
        j["layers"][2]["children"] = json::array({json{{"name", "a"}, {"kind", "ReLU"}}});
    });
    row("nested deeply", "here: layers[2].children[0].children", [](json& j) {
        json inner = json::array();
        for (int depth = 0; depth < 9; ++depth)
            inner = json::array({json{{"name", "a"}, {"kind", "ReLU"}, {"children", inner}}});
        j["layers"][2]["children"] = inner;
    });
    row("many modules", "here: layers[512] is one too many", [](json& j) {
        for (int i = 0; i < 512; ++i)
            j["layers"].insert(j["layers"].begin(),
                               json{{"name", "r" + std::to_string(i)}, {"kind", "ReLU"}});
    });
    row("does not fit", "here: out: Linear expects a flat input",
        [](json& j) { j["layers"].erase(j["layers"].begin() + 3); });
}

void TstSpecJson::refusals()
{
    QFETCH(Edit, edit);
    QFETCH(QString, message);
    json text = json::parse(encodeSpec(test::stridedNetwork()));
    edit(text);
    const QString refusal = refusalOf(text.dump());
    QVERIFY2(refusal.startsWith(message), qPrintable(refusal));
}

void TstSpecJson::textsThatAreNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("here: is not JSON");
    QTest::newRow("cut off") << QByteArray("{\"format\":\"gly") << QStringLiteral("here: is not JSON");
    QTest::newRow("not UTF-8") << QByteArray("{\"format\":\"\xff\"}") << QStringLiteral("here: is not JSON");
    QTest::newRow("brackets") << QByteArray(1000, '[') << QStringLiteral("here: is nested too deeply");
    QTest::newRow("large") << QByteArray(256 * 1024 + 1, ' ') << QStringLiteral("here: the description");
}

void TstSpecJson::textsThatAreNoJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QString refusal = refusalOf(text.toStdString());
    QVERIFY2(refusal.startsWith(message), qPrintable(refusal));
}

GLYPHSCOPE_TEST(TstSpecJson, None)
#include "tst_spec_json.moc"
