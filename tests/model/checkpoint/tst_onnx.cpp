// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/onnx.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtTest/QTest>

#include <cstring>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A field of a protobuf message: a number, or bytes.
struct Field {
    int number = 0;
    qint64 value = 0;
    QByteArray bytes;
};

quint64 varint(const QByteArray& bytes, qsizetype& at)
{
    quint64 value = 0;
    for (int shift = 0;; shift += 7) {
        if (at >= bytes.size() || shift > 63)
            qFatal("a broken number in a protobuf message");
        const auto byte = static_cast<quint8>(bytes[at++]);
        value |= static_cast<quint64>(byte & 0x7FU) << shift;
        if (byte < 0x80)
            return value;
    }
}

/// Stops the test program at anything but numbers and bytes.
QList<Field> fieldsOf(const QByteArray& bytes)
{
    QList<Field> fields;
    for (qsizetype at = 0; at < bytes.size();) {
        const quint64 tag = varint(bytes, at);
        Field field{static_cast<int>(tag >> 3U), 0, {}};
        if ((tag & 7U) == 5) {
            field.bytes = bytes.mid(at, 4);
            at += 4;
            fields << field;
            continue;
        }
        const quint64 value = varint(bytes, at);
        if ((tag & 7U) == 0) {
            field.value = static_cast<qint64>(value);
        } else if ((tag & 7U) == 2 && value <= static_cast<quint64>(bytes.size() - at)) {
            field.bytes = bytes.mid(at, static_cast<qsizetype>(value));
            at += field.bytes.size();
        } else {
            qFatal("a broken protobuf message");
        }
        fields << field;
    }
    return fields;
}

/// Every field of that number; of a message in a message, by the way there.
QList<Field> at(const QByteArray& message, std::initializer_list<int> way)
{
    QList<Field> found{{0, 0, message}};
    for (const int number : way) {
        QList<Field> next;
        for (const Field& outer : found)
            for (const Field& field : fieldsOf(outer.bytes))
                if (field.number == number)
                    next << field;
        found = next;
    }
    return found;
}

QStringList textsAt(const QByteArray& message, std::initializer_list<int> way)
{
    QStringList texts;
    for (const Field& field : at(message, way))
        texts << QString::fromUtf8(field.bytes);
    return texts;
}

QList<qint64> numbersAt(const QByteArray& message, std::initializer_list<int> way)
{
    QList<qint64> numbers;
    for (const Field& field : at(message, way))
        numbers << field.value;
    return numbers;
}

StateDict weights(int classes)
{
    StateDict result;
    float next = 0;
    for (const ParameterShape& parameter : parametersOf(shippedNetwork(classes))) {
        std::int64_t count = 1;
        for (const std::int64_t side : parameter.shape)
            count *= side;
        NamedTensor tensor{parameter.name, parameter.shape, {}};
        for (std::int64_t i = 0; i < count; ++i)
            tensor.values.push_back(next += 0.25F);
        result.tensors.push_back(std::move(tensor));
    }
    return result;
}

QByteArray encodedModel(const StateDict& of)
{
    const std::vector<std::byte> bytes = encodeOnnx(of);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

constexpr int kGraph = 7;

}  // namespace

class TstOnnx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIs();
    void chainsTheModules();
    void carriesEveryParameter();
    void takesAnyBatch();
    void tellsClassesAndPreprocessing();
    void namesAreKept();
    void refusesWhatIsNoSimpleCnn();
    void chainsAnotherNetwork();
    void everyKindHasItsNodes();
};

void TstOnnx::saysWhatItIs()
{
    const QByteArray model = encodedModel(weights(3));
    QCOMPARE(numbersAt(model, {1}), QList<qint64>{7});      // IR version
    QCOMPARE(numbersAt(model, {8, 2}), QList<qint64>{13});  // operators
    QCOMPARE(textsAt(model, {2}), QStringList{u"glyphscope"_s});
    QCOMPARE(textsAt(model, {kGraph, 2}), QStringList{u"SimpleCNN"_s});
    QVERIFY(encodedModel(weights(3)) == model);
}

void TstOnnx::chainsTheModules()
{
    const QByteArray model = encodedModel(weights(3));
    QCOMPARE(textsAt(model, {kGraph, 1, 4}).join(u' '),
             u"Conv Relu MaxPool Conv Relu MaxPool Flatten Gemm Relu Gemm"_s);
    QCOMPARE(textsAt(model, {kGraph, 1, 3}).join(u' '),
             u"conv1 relu1 pool1 conv2 relu2 pool2 flatten fc1 relu3 fc2"_s);
    QString given = u"input"_s;
    for (const Field& node : at(model, {kGraph, 1})) {
        QCOMPARE(textsAt(node.bytes, {1}).constFirst(), given);
        given = textsAt(node.bytes, {2}).constFirst();
    }
    QCOMPARE(given, u"logits"_s);
    const QByteArray conv = at(model, {kGraph, 1}).constFirst().bytes;
    QCOMPARE(textsAt(conv, {1}).join(u' '), u"input conv1.weight conv1.bias"_s);
    QCOMPARE(textsAt(conv, {5, 1}).join(u' '), u"kernel_shape pads strides"_s);
    QCOMPARE(numbersAt(conv, {5, 8}), (QList<qint64>{3, 3, 1, 1, 1, 1, 1, 1}));
}

void TstOnnx::carriesEveryParameter()
{
    const StateDict given = weights(3);
    const QList<Field> initializers = at(encodedModel(given), {kGraph, 5});
    QCOMPARE(initializers.size(), qsizetype{8});
    for (const Field& initializer : initializers) {
        const QString name = textsAt(initializer.bytes, {8}).constFirst();
        const NamedTensor* tensor = given.find(name.toStdString());
        QVERIFY2(tensor != nullptr, qPrintable(name));
        const QList<qint64> sides = numbersAt(initializer.bytes, {1});
        QCOMPARE(sides, QList<qint64>(tensor->shape.begin(), tensor->shape.end()));
        QCOMPARE(numbersAt(initializer.bytes, {2}), QList<qint64>{1});  // float
        const QByteArray raw = at(initializer.bytes, {9}).constFirst().bytes;
        QCOMPARE(static_cast<std::size_t>(raw.size()), tensor->values.size() * sizeof(float));
        QVERIFY(std::memcmp(raw.constData(), tensor->values.data(), static_cast<std::size_t>(raw.size())) ==
                0);
    }
}

void TstOnnx::takesAnyBatch()
{
    const QByteArray model = encodedModel(weights(3));
    constexpr int kInput = 11;
    constexpr int kOutput = 12;
    QCOMPARE(textsAt(model, {kGraph, kInput, 1}), QStringList{u"input"_s});
    QCOMPARE(textsAt(model, {kGraph, kOutput, 1}), QStringList{u"logits"_s});
    for (const int end : {kInput, kOutput})
        QCOMPARE(textsAt(model, {kGraph, end, 2, 1, 2, 1, 2}), QStringList{u"batch"_s});
    QCOMPARE(numbersAt(model, {kGraph, kInput, 2, 1, 2, 1, 1}), (QList<qint64>{1, 28, 28}));
    QCOMPARE(numbersAt(model, {kGraph, kOutput, 2, 1, 2, 1, 1}), QList<qint64>{3});
}

void TstOnnx::tellsClassesAndPreprocessing()
{
    StateDict given = weights(3);
    given.metadata = {{"answer.temperature", "1.5"}, {"data_sha256", "of the safetensors"}, {"format", "pt"}};
    const QByteArray model = encodedModel(given);
    const QStringList keys = textsAt(model, {14, 1});
    const QStringList values = textsAt(model, {14, 2});
    QCOMPARE(keys.join(u' '), u"answer.temperature class_names input input.mean input.std network"_s);
    QCOMPARE(values[0], u"1.5"_s);
    QCOMPARE(values[1], u"0\n1\n2"_s);
    QCOMPARE(values[3], u"0.1307"_s);
    QCOMPARE(values[4], u"0.3081"_s);
}

void TstOnnx::namesAreKept()
{
    StateDict given = weights(2);
    given.metadata = {{"class_names", "yes\nno"}};
    QVERIFY(textsAt(encodedModel(given), {14, 2}).contains(u"yes\nno"_s));
}

void TstOnnx::refusesWhatIsNoSimpleCnn()
{
    StateDict other = weights(3);
    other.tensors[2].shape = {64, 32, 9};
    other.tensors.push_back({"extra", {1}, {0}});
    try {
        (void)encodeOnnx(other);
        QFAIL("was written");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(u"size mismatch for conv2.weight: [64, 32, 9]"), qPrintable(message));
        QVERIFY2(message.contains(u"unexpected: extra"), qPrintable(message));
    }
}

void TstOnnx::chainsAnotherNetwork()
{
    StateDict other;
    for (const ParameterShape& parameter : parametersOf(test::stridedNetwork())) {
        std::int64_t count = 1;
        for (const std::int64_t side : parameter.shape)
            count *= side;
        other.tensors.push_back(
            {parameter.name, parameter.shape, std::vector<float>(static_cast<std::size_t>(count), 0.5F)});
    }
    putSpec(test::stridedNetwork(), other);
    const QByteArray model = encodedModel(other);
    QCOMPARE(textsAt(model, {kGraph, 1, 4}).join(u' '), u"Conv MaxPool Relu Flatten Gemm"_s);
    QCOMPARE(textsAt(model, {kGraph, 2}), QStringList{u"Network"_s});
    const QList<Field> nodes = at(model, {kGraph, 1});
    QCOMPARE(numbersAt(nodes[0].bytes, {5, 8}), (QList<qint64>{5, 5, 0, 0, 0, 0, 2, 2}));
    QCOMPARE(numbersAt(nodes[1].bytes, {5, 8}), (QList<qint64>{3, 3, 1, 1, 1, 1, 2, 2}));
    QCOMPARE(textsAt(nodes[4].bytes, {1}).join(u' '), u"flat out.weight out.bias"_s);
}

/// Every input of a node is the network's, a weight, a constant or an output before it.
void TstOnnx::everyKindHasItsNodes()
{
    test::RandomNetworks random(21);
    QSet<QString> operators;
    for (int i = 0; i < 80; ++i) {
        const NetworkSpec network = random.network();
        StateDict given;
        for (const ParameterShape& entry : stateOf(network)) {
            std::size_t count = 1;
            for (const std::int64_t side : entry.shape)
                count *= static_cast<std::size_t>(side);
            given.tensors.push_back({entry.name, entry.shape, std::vector<float>(count, 0.5F)});
        }
        putSpec(network, given);
        const QByteArray model = encodedModel(given);
        QStringList known = textsAt(model, {kGraph, 5, 8}) << u"input"_s;
        QCOMPARE(QSet<QString>(known.begin(), known.end()).size(), known.size());
        for (const Field& node : at(model, {kGraph, 1})) {
            for (const QString& input : textsAt(node.bytes, {1}))
                QVERIFY2(known.contains(input), qPrintable(input));
            const QString output = textsAt(node.bytes, {2}).constFirst();
            QVERIFY2(!known.contains(output), qPrintable(output));
            known << output;
            operators << textsAt(node.bytes, {4}).constFirst();
        }
        QCOMPARE(known.constLast(), u"logits"_s);
    }
    for (const char* op :
         {"Conv", "BatchNormalization", "InstanceNormalization", "ReduceMean", "Erf", "LeakyRelu", "Sigmoid",
          "Tanh", "AveragePool", "GlobalAveragePool", "MatMul", "Softmax", "Add", "Identity"})
        QVERIFY2(operators.contains(QLatin1StringView(op)), op);
}

GLYPHSCOPE_TEST(TstOnnx, Core)
#include "tst_onnx.moc"
