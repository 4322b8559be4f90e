// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/pt_file.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"
#include "tests/model/checkpoint/pt_bytes.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

StateDict smallPt()
{
    StateDict weights;
    weights.tensors = {
        {"conv.weight", {2, 1, 2}, {1, -2, 3.5F, 0}}, {"conv.bias", {2}, {0.25F, -1}}, {"scalar", {}, {7}}};
    weights.metadata = {{"class_names", "yes\nno"}, {"step", "12"}};
    return weights;
}

QString ptRefusal(std::span<const std::byte> bytes)
{
    try {
        (void)parsePt(bytes, "w.pt");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QByteArray pythons(const char* name)
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/model/checkpoint/golden/") +
               QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    return file.readAll();
}

/// A state_dict with one tensor "a" of these parts.
std::vector<std::byte> oneTensor(const pickle::TensorParts& parts, const Entries& entries = {})
{
    return ptOf(pickle::whole(pickle::dict(pickle::text("a") + pickle::tensor(parts))), entries);
}

QByteArray numbers(std::initializer_list<quint32> values)
{
    QByteArray items;
    for (const quint32 value : values)
        items += pickle::number(value);
    return pickle::tuple(items);
}

}  // namespace

class TstPtFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void sameWeightsSameBytes();
    void readsPythonsCheckpoint();
    void readsEveryTypeOfPythons();
    void skipsWhatPythonsKeepBeside_data();
    void skipsWhatPythonsKeepBeside();
    void refusesAModuleOfPythons();
    void readsAHandWrittenOne();
    void takesOffThePrefixOfAllOnly();
    void stridesAreFollowed_data();
    void stridesAreFollowed();
    void refusesTensors_data();
    void refusesTensors();
    void refusesFiles_data();
    void refusesFiles();
    void bytesThatWouldBecomeTwoGigabytesAreRefused();
    void writesNothingThatItWouldRefuse_data();
    void writesNothingThatItWouldRefuse();
    void refusesWhatIsNotFinite_data();
    void refusesWhatIsNotFinite();
    void refusesToEncodeNonsense();
    void survivesEveryPrefix_data();
    void survivesEveryPrefix();
    void detectsEveryFlippedBit_data();
    void detectsEveryFlippedBit();
};

void TstPtFile::roundTrips()
{
    QVERIFY(parsePt(encodePt(smallPt()), "w") == smallPt());
    StateDict bare = smallPt();
    bare.metadata.clear();
    QVERIFY(parsePt(encodePt(bare), "w") == bare);
}

void TstPtFile::sameWeightsSameBytes()
{
    StateDict read = smallPt();
    read.metadata["data_sha256"] = "of another file";
    read.metadata["format"] = "pt";
    QVERIFY(encodePt(read) == encodePt(smallPt()));
}

void TstPtFile::readsPythonsCheckpoint()
{
    const QByteArray bytes = pythons("wrapped.pt");
    const StateDict weights = parsePt(bytesOf(bytes), "wrapped.pt");
    QCOMPARE(weights.tensors.size(), std::size_t{2});
    QVERIFY(weights.tensors[0] == (NamedTensor{"weight", {1, 2}, {1.5F, -2}}));
    QVERIFY(weights.tensors[1] == (NamedTensor{"bias", {1}, {0.25F}}));
}

void TstPtFile::readsEveryTypeOfPythons()
{
    const QByteArray bytes = pythons("types.pt");
    const StateDict weights = parsePt(bytesOf(bytes), "types.pt");
    const std::vector<NamedTensor> expected = {{"transposed", {3, 2}, {0, 3, 1, 4, 2, 5}},
                                               {"column", {2}, {1, 4}},
                                               {"parameter", {1}, {7}},
                                               {"double", {2}, {0.1F, -3}},
                                               {"half", {4}, {1.5F, -65504, 0x1p-24F, 0}},
                                               {"bfloat16", {2}, {1.5F, -0x1.c4p127F}},
                                               {"long", {}, {-5}},
                                               {"int", {1}, {6}},
                                               {"short", {1}, {-7}},
                                               {"char", {1}, {-8}},
                                               {"byte", {1}, {255}},
                                               {"bool", {2}, {1, 0}},
                                               {"empty", {0, 4}, {}}};
    QCOMPARE(weights.tensors.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(weights.tensors[i] == expected[i], expected[i].name.c_str());
}

void TstPtFile::skipsWhatPythonsKeepBeside_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("as Lightning's") << u"beside.ckpt"_s;
    QTest::newRow("protocol 5") << u"protocol5.pt"_s;
}

void TstPtFile::skipsWhatPythonsKeepBeside()
{
    QFETCH(QString, file);
    const QByteArray bytes = pythons(file.toLatin1().constData());
    const StateDict weights = parsePt(bytesOf(bytes), file.toStdString());
    QCOMPARE(weights.tensors.size(), std::size_t{2});
    QVERIFY(weights.tensors[0] == (NamedTensor{"weight", {1, 2}, {0.5F, -4}}));
    QVERIFY(weights.tensors[1] == (NamedTensor{"bias", {1}, {3}}));
}

void TstPtFile::refusesAModuleOfPythons()
{
    const QByteArray bytes = pythons("module.pt");
    const QString message = ptRefusal(bytesOf(bytes));
    QVERIFY2(message.contains(u"a whole module, \"torch.nn.modules.linear.Linear\""), qPrintable(message));
    QVERIFY2(message.contains(u"torch.save(model.state_dict()"), qPrintable(message));
}

void TstPtFile::readsAHandWrittenOne()
{
    const StateDict weights = parsePt(oneTensor({}), "w.pt");
    QVERIFY(weights.tensors == (std::vector<NamedTensor>{{"a", {4}, {1, 2, 3, 4}}}));
    const QByteArray parameter = pickle::call("torch._utils\n_rebuild_parameter", pickle::tensor() + "\x88}");
    const auto bytes = ptOf(pickle::whole(
        pickle::dict(pickle::text("state_dict") + pickle::dict(pickle::text("p") + parameter))));
    QCOMPARE(parsePt(bytes, "w.pt").tensors.at(0).name, std::string("p"));
}

void TstPtFile::takesOffThePrefixOfAllOnly()
{
    const auto namesOf = [](std::initializer_list<const char*> names) {
        QByteArray pairs;
        for (const char* const name : names)
            pairs += pickle::text(name) + pickle::tensor({.shape = pickle::tuple(pickle::number(1))});
        QStringList found;
        const auto bytes = ptOf(pickle::whole(pickle::dict(pairs)));
        for (const NamedTensor& tensor : parsePt(bytes, "w.pt").tensors)
            found << QString::fromStdString(tensor.name);
        return found.join(u' ');
    };
    QCOMPARE(namesOf({"module.a", "module.b"}), u"a b"_s);
    QCOMPARE(namesOf({"_orig_mod.a", "_orig_mod.b"}), u"a b"_s);
    QCOMPARE(namesOf({"module._orig_mod.a"}), u"a"_s);
    QCOMPARE(namesOf({"_orig_mod.module.a"}), u"a"_s);
    QCOMPARE(namesOf({"module.a", "b"}), u"module.a b"_s);
    QCOMPARE(namesOf({"module."}), u"module."_s);
}

void TstPtFile::stridesAreFollowed_data()
{
    QTest::addColumn<QByteArray>("offset");
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QByteArray>("strides");
    QTest::addColumn<QList<float>>("values");
    const auto row = [](const char* name, quint32 offset, std::initializer_list<quint32> shape,
                        std::initializer_list<quint32> strides, const QList<float>& values) {
        QTest::newRow(name) << pickle::number(offset) << numbers(shape) << numbers(strides) << values;
    };
    row("rows", 0, {2, 2}, {2, 1}, {1, 2, 3, 4});
    row("transposed", 0, {2, 2}, {1, 2}, {1, 3, 2, 4});
    row("part", 1, {2}, {1}, {2, 3});
    row("every other", 1, {2}, {2}, {2, 4});
    row("expanded", 3, {2, 2}, {0, 0}, {4, 4, 4, 4});
    row("overlapping", 0, {2, 2}, {1, 1}, {1, 2, 2, 3});
    row("one number", 2, {}, {}, {3});
    row("rank 8", 0, {1, 1, 1, 2, 1, 1, 1, 2}, {9, 9, 9, 2, 9, 9, 9, 1}, {1, 2, 3, 4});
    row("none", 4, {0}, {1}, {});
}

void TstPtFile::stridesAreFollowed()
{
    QFETCH(QByteArray, offset);
    QFETCH(QByteArray, shape);
    QFETCH(QByteArray, strides);
    QFETCH(QList<float>, values);
    const StateDict weights =
        parsePt(oneTensor({.offset = offset, .shape = shape, .strides = strides}), "w.pt");
    QCOMPARE(QList<float>(weights.tensors[0].values.begin(), weights.tensors[0].values.end()), values);
}

void TstPtFile::refusesTensors_data()
{
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const pickle::TensorParts& parts, const char* reason) {
        QTest::newRow(name) << pickle::tensor(parts) << QString::fromLatin1(reason);
    };
    constexpr quint32 kHuge = 0x7fffffff;
    row("beyond its storage", {.offset = pickle::number(1)}, "reaches to number 4 of a storage of 4");
    row("strides beyond", {.strides = numbers({2})}, "reaches to number 6");
    row("more than its storage", {.shape = numbers({5}), .strides = numbers({0})},
        "more numbers than its storage");
    row("sides overflow", {.shape = numbers({1 << 29, 1 << 29, 1 << 29}), .strides = numbers({0, 0, 0})},
        "more numbers than its storage");
    row("strides overflow", {.shape = numbers({2, 2}), .strides = numbers({1 << 29, 1 << 29})},
        "reaches to number 1,073,741,824");
    row("a huge side", {.shape = numbers({kHuge})}, "no whole number from 0");
    row("a negative side", {.shape = numbers({0xffffffff})}, "no whole number from 0");
    row("a negative offset", {.offset = pickle::number(0xffffffff)}, "its offset is no whole number");
    row("a negative stride", {.strides = numbers({0xffffffff})}, "its strides is no whole number");
    row("a side of text", {.shape = pickle::tuple(pickle::text("4"))}, "its shape is no whole number");
    row("shape is a list", {.shape = "]"}, "no list of at most 8");
    row("rank 9", {.shape = numbers({1, 1, 1, 1, 1, 1, 1, 1, 1})}, "no list of at most 8");
    row("one stride too few", {.shape = numbers({2, 2})}, "2 sides and 1 strides");
    row("hooks", {.behind = "\x89" + pickle::dict(pickle::text("x") + "N")}, "has hooks");
    row("hooks are none", {.behind = "\x89N"}, "has hooks");
    row("five arguments", {.behind = "\x89"}, "not put together");
    row("eight arguments", {.behind = "\x89}NN"}, "not put together");
    row("a view's marks", {.behind = "\x89}" + pickle::dict(pickle::text("conj") + "\x88")},
        "not put together");
    row("no storage", {.storage = "N"}, "otherwise than PyTorch does");
    row("an id of text", {.storage = pickle::text("storage") + "Q"}, "otherwise than PyTorch does");
    row("a short id", {.storage = pickle::tuple(pickle::text("storage")) + "Q"},
        "otherwise than PyTorch does");
    row("storage missing", {.storage = pickle::storage(4, "7")}, "\"data/7\", which is not in the file");
    row("a path for a storage", {.storage = pickle::storage(4, "../../../etc/passwd")},
        "which is not in the file");
    row("storage of another size", {.storage = pickle::storage(5)}, "needs 5 numbers of 4 bytes");
    row("storage of another type", {.storage = pickle::storage(4, "0", "DoubleStorage")}, "has 16 bytes");
    row("a function for a type",
        {.storage = pickle::tuple(pickle::text("storage") + "ccollections\nOrderedDict\n" +
                                  pickle::text("0") + pickle::text("cpu") + pickle::number(4)) +
                    "Q"},
        "is of the type \"collections OrderedDict\"");
    QTest::newRow("parameter of a parameter")
        << pickle::call("torch._utils\n_rebuild_parameter",
                        pickle::call("torch._utils\n_rebuild_parameter", pickle::tensor() + "\x89}") +
                            "\x89}")
        << u"a parameter of what is no tensor"_s;
    QTest::newRow("parameter with hooks")
        << pickle::call("torch._utils\n_rebuild_parameter", pickle::tensor() + "\x89N") << u"with hooks"_s;
}

void TstPtFile::refusesTensors()
{
    QFETCH(QByteArray, tensor);
    QFETCH(QString, reason);
    const QString message = ptRefusal(ptOf(pickle::whole(pickle::dict(pickle::text("a") + tensor))));
    QVERIFY2(message.startsWith(u"w.pt: "), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.contains(u"\"a\""), qPrintable(message));
}

void TstPtFile::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QList<QByteArray>>("entries");  // name, content, ...
    QTest::addColumn<QString>("reason");
    const QByteArray good = pickle::whole(pickle::dict(pickle::text("a") + pickle::tensor()));
    const QByteArray floats(16, '\0');
    const auto row = [](const char* name, const QByteArray& bytes, const QList<QByteArray>& entries,
                        const char* reason) {
        QTest::newRow(name) << bytes << entries << QString::fromLatin1(reason);
    };
    const auto dictOf = [](const QByteArray& pairs) { return pickle::whole(pickle::dict(pairs)); };
    row("not one folder", good, {"b/data/0", floats}, "not in one folder");
    row("TorchScript", good, {"a/constants.pkl", "x", "a/data/0", floats}, "TorchScript");
    row("big-endian", good, {"a/byteorder", "big", "a/data/0", floats}, "not little-endian");
    row("no dictionary", pickle::whole("]"), {}, "no dictionary of tensors");
    row("an empty dictionary", pickle::whole("}"), {}, "is empty");
    row("a number for a name", dictOf(pickle::number(1) + pickle::tensor()), {}, "no dictionary of tensors");
    row("a number for a tensor", dictOf(pickle::text("a") + pickle::number(3)), {},
        "no dictionary of tensors");
    row("a dictionary for a tensor", dictOf(pickle::text("a") + "}"), {}, "no dictionary of tensors");
    row("the same name twice", dictOf((pickle::text("a") + pickle::tensor()).repeated(2)), {},
        "two tensors are named \"a\"");
    row("a name with a line end", dictOf(pickle::text("a\nb") + pickle::tensor()), {}, "no plain text");
    row("a name beyond ASCII", dictOf(pickle::text("\xc3\xa9\xff") + pickle::tensor()), {}, "no plain text");
    row("a long name", dictOf(pickle::text(QByteArray(300, 'a')) + pickle::tensor()), {}, "256 characters");
    row("circular", pickle::whole("}q\x01" + pickle::text("a") + "h\x01s"), {}, "no dictionary of tensors");
    QByteArray many = pickle::text("t") + pickle::tensor() + "q\x01";
    for (int i = 0; i <= 1024; ++i)
        many += pickle::text(QByteArray::number(i)) + "h\x01";
    row("1025 tensors", dictOf(many), {}, "more than 1024 tensors");
    QByteArray shared = pickle::text("first") + pickle::tensor() + "q\x01";
    for (int i = 0; i < 1000; ++i)
        shared += pickle::text(QByteArray::number(i)) + "h\x01";
    row("a thousand times the same numbers", dictOf(shared), {}, "shares its numbers with others");
    row("metadata of numbers", good, {"a/data/0", floats, "a/extra/glyphscope.json", "{\"a\":1}"},
        "not text");
    row("metadata of lists", good, {"a/data/0", floats, "a/extra/glyphscope.json", QByteArray(60'000, '[')},
        "no JSON object");
    row("large metadata", good, {"a/data/0", floats, "a/extra/glyphscope.json", QByteArray(70'000, ' ')},
        "larger than 64 KiB");
}

void TstPtFile::refusesFiles()
{
    QFETCH(QByteArray, pickle);
    QFETCH(QList<QByteArray>, entries);
    QFETCH(QString, reason);
    Entries more;
    for (qsizetype i = 0; i + 1 < entries.size(); i += 2)
        more.emplace_back(entries[i].constData(), entries[i + 1]);
    const QString message = ptRefusal(ptOf(pickle, more));
    QVERIFY2(message.startsWith(u"w.pt: "), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

/// One byte each in the file, four in memory.
void TstPtFile::bytesThatWouldBecomeTwoGigabytesAreRefused()
{
    constexpr quint32 kCount = 130U << 20;
    const pickle::TensorParts parts{.storage = pickle::storage(kCount, "0", "ByteStorage"),
                                    .shape = numbers({kCount})};
    const QString message = ptRefusal(oneTensor(parts, {{"a/data/0", QByteArray(qsizetype{kCount}, '\1')}}));
    QVERIFY2(message.contains(u"more than 512 MiB as float32"), qPrintable(message));
}

void TstPtFile::writesNothingThatItWouldRefuse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rank");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<int>("metadata");
    QTest::addColumn<QString>("reason");  // none: it is written, and read again
    QTest::newRow("all at the limit") << QString(250, u'a') << 8 << 1024 << 65'000 << QString();
    QTest::newRow("a blank in a name") << u"a b"_s << 1 << 1 << 0 << u"tensor \"a b0\" has a name"_s;
    QTest::newRow("a long name") << QString(256, u'a') << 1 << 1 << 0 << u"at most 256 characters"_s;
    QTest::newRow("another letter") << u"é"_s << 1 << 1 << 0 << u"tensor \"é0\" has a name"_s;
    QTest::newRow("nine sides") << u"a"_s << 9 << 1 << 0 << u"tensor \"a0\" has more than 8 sides"_s;
    QTest::newRow("many tensors") << u"a"_s << 1 << 1025 << 0 << u"these are 1,025"_s;
    QTest::newRow("none") << u"a"_s << 1 << 0 << 0 << u"these are 0"_s;
    QTest::newRow("metadata") << u"a"_s << 1 << 1 << 70'000 << u"the metadata take 70"_s;
}

void TstPtFile::writesNothingThatItWouldRefuse()
{
    QFETCH(QString, name);
    QFETCH(int, rank);
    QFETCH(int, tensors);
    QFETCH(int, metadata);
    QFETCH(QString, reason);
    StateDict weights;
    const std::vector<std::int64_t> shape(static_cast<std::size_t>(rank), 1);
    for (int i = 0; i < tensors; ++i)
        weights.tensors.push_back({(name + QString::number(i)).toStdString(), shape, {1}});
    if (metadata > 0)
        weights.metadata["note"] = std::string(static_cast<std::size_t>(metadata), 'x');
    try {
        const std::vector<std::byte> bytes = encodePt(weights);
        QVERIFY2(reason.isEmpty(), "was written");
        QVERIFY(parsePt(bytes, "w.pt") == weights);
    } catch (const Error& error) {
        QVERIFY2(!reason.isEmpty() && QString::fromUtf8(error.what()).contains(reason), error.what());
    }
}

void TstPtFile::refusesWhatIsNotFinite_data()
{
    QTest::addColumn<float>("value");
    QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    QTest::newRow("minus infinity") << -std::numeric_limits<float>::infinity();
}

void TstPtFile::refusesWhatIsNotFinite()
{
    QFETCH(float, value);
    StateDict weights = smallPt();
    weights.tensors[1].values[1] = value;
    const QString message = ptRefusal(encodePt(weights));
    QVERIFY2(message.startsWith(u"w.pt: tensor \"conv.bias\" holds a value that is no finite number."),
             qPrintable(message));
}

void TstPtFile::refusesToEncodeNonsense()
{
    StateDict twins = smallPt();
    twins.tensors[1].name = "conv.weight";
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodePt(twins));
    StateDict wrong = smallPt();
    wrong.tensors[0].values.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodePt(wrong));
    StateDict negative = smallPt();
    negative.tensors[1].shape = {-1, -2};
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodePt(negative));
}

namespace {

void smallFiles()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::vector<std::byte> ours = encodePt(smallPt());
    QTest::newRow("ours") << QByteArray(reinterpret_cast<const char*>(ours.data()),
                                        static_cast<qsizetype>(ours.size()));
    QTest::newRow("PyTorch's") << pythons("wrapped.pt");
}

}  // namespace

void TstPtFile::survivesEveryPrefix_data()
{
    smallFiles();
}

void TstPtFile::survivesEveryPrefix()
{
    QFETCH(QByteArray, bytes);
    const auto whole = bytesOf(bytes);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!ptRefusal(whole.first(length)).isEmpty());
}

void TstPtFile::detectsEveryFlippedBit_data()
{
    smallFiles();
}

void TstPtFile::detectsEveryFlippedBit()
{
    QFETCH(QByteArray, bytes);
    const StateDict original = parsePt(bytesOf(bytes), "w.pt");
    int refused = 0;
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        // times, attributes and padding of the zip may change, what the file holds never
        if (!ptRefusal(bytesOf(flipped)).isEmpty())
            ++refused;
        else
            QVERIFY2(parsePt(bytesOf(flipped), "w.pt") == original, qPrintable(QString::number(bit)));
    }
    QVERIFY(refused > bytes.size() * 3);
}

GLYPHSCOPE_TEST(TstPtFile, Core)
#include "tst_pt_file.moc"
