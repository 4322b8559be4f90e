// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/weights_choice.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/safetensors.h"
#include "model/checkpoint/weights_file.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "tests/model/checkpoint/pt_bytes.h"

#include <QtTest/QTest>

#include <algorithm>
#include <deque>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Groups of tensors as a file may have them; keeps their names.
class Groups {
public:
    /// All parameters of a network under `prefix`, in the group at `place`.
    Groups& network(const std::string& place, const std::string& prefix = {},
                    const NetworkSpec& network = shippedNetwork())
    {
        for (const ParameterShape& parameter : parametersOf(network))
            tensor(place, prefix + parameter.name, parameter.shape);
        return *this;
    }

    Groups& tensor(const std::string& place, const std::string& name, std::vector<std::int64_t> shape = {1})
    {
        auto group = std::ranges::find(m_groups, place, &TensorGroup::place);
        if (group == m_groups.end())
            group = m_groups.insert(group, {place, {}});
        group->tensors.push_back({m_names->emplace_back(name), std::move(shape)});
        return *this;
    }

    /// "model: conv1.weight ... fc2.bias", or what the refusal says.
    [[nodiscard]] QString chosen(const std::map<std::string, std::string>& metadata = {}) const
    {
        try {
            const WeightsChoice choice = chooseWeights(m_groups, metadata, "w");
            QString text = QString::fromStdString(m_groups[choice.group].place) + u':';
            for (const WeightsChoice::Tensor& tensor : choice.tensors)
                text += u' ' + QString::fromStdString(tensor.name);
            return text;
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
    }

private:
    std::vector<TensorGroup> m_groups;
    std::shared_ptr<std::deque<std::string>> m_names = std::make_shared<std::deque<std::string>>();
};

QString allOf(const NetworkSpec& network)
{
    QString text;
    for (const ParameterShape& parameter : parametersOf(network))
        text += u' ' + QString::fromStdString(parameter.name);
    return text;
}

/// A safetensors file by hand, each tensor of one number.
std::vector<std::byte> safetensorsOf(const QList<QByteArray>& names, const QByteArray& dtype,
                                     const QByteArray& number)
{
    QByteArray header = "{";
    for (qsizetype i = 0; i < names.size(); ++i)
        header += (i == 0 ? "\"" : ",\"") + names[i] + "\":{\"dtype\":\"" + dtype +
                  "\",\"shape\":[1],\"data_offsets\":[" + QByteArray::number(i * number.size()) + ',' +
                  QByteArray::number((i + 1) * number.size()) + "]}";
    header += '}';
    const QByteArray bytes = pickle::word(static_cast<quint32>(header.size())) + QByteArray(4, '\0') +
                             header + number.repeated(names.size());
    const auto span = bytesOf(bytes);
    return {span.begin(), span.end()};
}

/// The same as a file of PyTorch's.
std::vector<std::byte> ptOfNames(const QList<QByteArray>& names, const QByteArray& storage,
                                 const QByteArray& number)
{
    QByteArray pairs;
    Entries entries;
    std::deque<QByteArray> paths;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray key = QByteArray::number(i);
        pairs += pickle::text(names[i]) + pickle::tensor({.storage = pickle::storage(1, key, storage),
                                                          .shape = pickle::tuple(pickle::number(1))});
        entries.emplace_back(paths.emplace_back("a/data/" + key).constData(), number);
    }
    return ptOf(pickle::whole(pickle::dict(pairs)), entries);
}

}  // namespace

class TstWeightsChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNetwork_data();
    void findsTheNetwork();
    void tellsWhereTwoFit_data();
    void tellsWhereTwoFit();
    void asksTheNetworkThatIsNoted();
    void readsBothFormatsAlike_data();
    void readsBothFormatsAlike();
    void readsEveryTypeAlike_data();
    void readsEveryTypeAlike();
    void choosesAgainWhatWasChosen_data();
    void choosesAgainWhatWasChosen();
};

void TstWeightsChoice::findsTheNetwork_data()
{
    QTest::addColumn<Groups>("groups");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const Groups& groups, const QString& place) {
        QTest::newRow(name) << groups << place;
    };
    const std::string first = parametersOf(shippedNetwork()).front().name;
    row("by itself", Groups().network({}), {});
    for (const char* const key : {"model", "net", "state_dict", "weights", "anything", "a.b.c"})
        row(key, Groups().network(key), QString::fromLatin1(key));
    for (const char* const prefix :
         {"module.", "_orig_mod.", "model.", "net.", "backbone.", "a._orig_mod.b."})
        row(prefix, Groups().network({}, prefix), {});
    row("Lightning's", Groups().network("state_dict", "model."), u"state_dict"_s);
    row("a metric beside", Groups().network("state_dict", "model.").tensor("state_dict", "accuracy.tp"),
        u"state_dict"_s);
    row("n_averaged beside", Groups().network({}, "module.").tensor({}, "n_averaged", {}), {});
    row("a score beside", Groups().tensor({}, "best", {}).network("model"), u"model"_s);
    row("an optimizer beside", Groups().network("optimizer.state").network("model"), u"model"_s);
    row("gradients beside", Groups().network("model").network("grads"), u"model"_s);
    row("our own optimizer", Groups().network({}).network({}, "optimizer.momentum."), {});
    row("another network beside",
        Groups().tensor("teacher", first).tensor("teacher", "other.bias").network("student"), u"student"_s);
    row("state_dict goes first", Groups().network("ema").network("state_dict"), u"state_dict"_s);
}

void TstWeightsChoice::findsTheNetwork()
{
    QFETCH(Groups, groups);
    QFETCH(QString, place);
    QCOMPARE(groups.chosen(), place + u':' + allOf(shippedNetwork()));
}

void TstWeightsChoice::tellsWhereTwoFit_data()
{
    QTest::addColumn<Groups>("groups");
    QTest::addColumn<QString>("both");
    const auto row = [](const char* name, const Groups& groups, const char* both) {
        QTest::newRow(name) << groups << QString::fromLatin1(both);
    };
    row("two keys", Groups().network("model").network("ema"), "\"model\" and \"ema\"");
    row("two prefixes", Groups().network("state_dict", "student.").network("state_dict", "teacher."),
        "\"state_dict.student.*\" and \"state_dict.teacher.*\"");
    row("one without a prefix", Groups().network({}).network({}, "ema."), "\"*\" and \"ema.*\"");
    row("parts", Groups().tensor("a", "fc2.bias").tensor("b", "fc2.bias"), "\"a\" and \"b\"");
    row("unknown ones", Groups().tensor("a", "x").tensor("b", "y"), "\"a\" and \"b\"");
}

void TstWeightsChoice::tellsWhereTwoFit()
{
    QFETCH(Groups, groups);
    QFETCH(QString, both);
    const QString message = groups.chosen();
    QVERIFY2(message.startsWith(u"w: two sets of weights in it fit, "_s + both), qPrintable(message));
    QVERIFY2(message.contains(u"torch.save("), qPrintable(message));
}

void TstWeightsChoice::asksTheNetworkThatIsNoted()
{
    const NetworkSpec other = presets().back().make(3);
    StateDict noted;
    putSpec(other, noted);
    const Groups groups = Groups().network("a", "x.", other).tensor("b", "y").tensor("b", "z");
    QCOMPARE(groups.chosen(noted.metadata), u"a:"_s + allOf(other));
}

void TstWeightsChoice::readsBothFormatsAlike_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QList<QByteArray>& names, const QString& expected) {
        QTest::newRow(names.join(' ').constData()) << names << expected;
    };
    row({"module.a", "module.b"}, u"a b"_s);
    row({"_orig_mod.module.a"}, u"a"_s);
    row({"model.a.x", "model.b.x"}, u"a.x b.x"_s);
    row({"net.model.a"}, u"a"_s);
    row({"module.a", "n_averaged"}, u"a"_s);
    row({"module.a", "b"}, u"b module.a"_s);
    row({"module."}, u"module."_s);
    row({"a.x", "a.y"}, u"a.x a.y"_s);
    row({"any.fc2.bias"}, u"fc2.bias"_s);
    row({"any.fc2.bias", "any.fc2.weight"}, u"fc2.bias fc2.weight"_s);
    row({"any.fc2.bias", "any.fc3.weight"}, u"any.fc2.bias any.fc3.weight"_s);
    row({"n_averaged"}, u"n_averaged"_s);
}

void TstWeightsChoice::readsBothFormatsAlike()
{
    QFETCH(QList<QByteArray>, names);
    QFETCH(QString, expected);
    const QByteArray one = QByteArray("\0\0\x80\x3f", 4);
    for (const auto& bytes : {safetensorsOf(names, "F32", one), ptOfNames(names, "FloatStorage", one)}) {
        QStringList found;
        for (const NamedTensor& tensor : parseWeights(bytes, "w").tensors)
            found << QString::fromStdString(tensor.name);
        found.sort();
        QCOMPARE(found.join(u' '), expected);
    }
}

void TstWeightsChoice::readsEveryTypeAlike_data()
{
    QTest::addColumn<QByteArray>("dtype");
    QTest::addColumn<QByteArray>("storage");  // empty: PyTorch has none
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<float>("value");
    const auto row = [](const char* dtype, const char* storage, const QByteArray& number, float value) {
        QTest::addRow("%s %g", dtype, static_cast<double>(value))
            << QByteArray(dtype) << QByteArray(storage) << number << value;
    };
    row("F16", "HalfStorage", QByteArray("\x00\x3e", 2), 1.5F);
    row("F16", "HalfStorage", QByteArray("\x01\x80", 2), -0x1p-24F);
    row("F16", "HalfStorage", QByteArray("\xff\x7b", 2), 65504);
    row("BF16", "BFloat16Storage", QByteArray("\xc0\xbf", 2), -1.5F);
    row("F32", "FloatStorage", QByteArray("\x00\x00\xc0\x3f", 4), 1.5F);
    row("F64", "DoubleStorage", QByteArray("\x9a\x99\x99\x99\x99\x99\xb9\x3f", 8), 0.1F);
    row("I64", "LongStorage", QByteArray("\xfb\xff\xff\xff\xff\xff\xff\xff", 8), -5);
    row("I32", "IntStorage", QByteArray("\x06\0\0\0", 4), 6);
    row("I16", "ShortStorage", QByteArray("\xf9\xff", 2), -7);
    row("I8", "CharStorage", QByteArray("\xf8", 1), -8);
    row("U8", "ByteStorage", QByteArray("\xff", 1), 255);
    row("BOOL", "BoolStorage", QByteArray("\1", 1), 1);
    row("U16", "", QByteArray("\xff\xff", 2), 65535);
    row("U32", "", QByteArray("\1\0\1\0", 4), 65537);
    row("U64", "", QByteArray("\2\0\0\0\0\0\0\0", 8), 2);
}

void TstWeightsChoice::readsEveryTypeAlike()
{
    QFETCH(QByteArray, dtype);
    QFETCH(QByteArray, storage);
    QFETCH(QByteArray, number);
    QFETCH(float, value);
    const std::vector<NamedTensor> expected{{"a", {1}, {value}}};
    QVERIFY(parseWeights(safetensorsOf({"a"}, dtype, number), "w").tensors == expected);
    if (!storage.isEmpty())
        QVERIFY(parseWeights(ptOfNames({"a"}, storage, number), "w").tensors == expected);
}

void TstWeightsChoice::choosesAgainWhatWasChosen_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("wrapped") << QByteArrayList{"module.n_averaged", "module.model.a", "module.model.average"};
    QTest::newRow("part") << QByteArrayList{"fc2.fc2.bias"};
    QTest::newRow("prefixes by themselves") << QByteArrayList{"module.module.", "module.net."};
}

void TstWeightsChoice::choosesAgainWhatWasChosen()
{
    QFETCH(QByteArrayList, names);
    StateDict weights;
    for (const QByteArray& name : names)
        weights.tensors.push_back({name.toStdString(), {1}, {1}});
    const StateDict once = chosenWeights(weights, "w");
    QVERIFY(chosenWeights(once, "w") == once);
}

Q_DECLARE_METATYPE(Groups)

GLYPHSCOPE_TEST(TstWeightsChoice, Core)
#include "tst_weights_choice.moc"
