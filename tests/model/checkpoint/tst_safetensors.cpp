// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstring>
#include <limits>

using namespace glyphscope;

namespace {

StateDict smallSafetensors()
{
    StateDict weights;
    weights.tensors = {
        {"conv.weight", {2, 1, 2}, {1, -2, 3.5F, 0}}, {"conv.bias", {2}, {0.25F, -1}}, {"empty", {0, 4}, {}}};
    weights.metadata = {{"architecture", "SimpleCNN"}, {"seed", "7"}};
    return weights;
}

std::vector<std::byte> file(const QByteArray& header, const QByteArray& data)
{
    const auto size = static_cast<quint64>(header.size());
    QByteArray bytes(reinterpret_cast<const char*>(&size), 8);
    bytes += header + data;
    std::vector<std::byte> result(static_cast<std::size_t>(bytes.size()));
    std::memcpy(result.data(), bytes.constData(), result.size());
    return result;
}

QString safetensorsRefusal(std::span<const std::byte> bytes)
{
    try {
        (void)parseSafetensors(bytes, "w.safetensors");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

class TstSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void writesAndReadsAFile();
    void readsWhatOthersWrite();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesWhatIsNotFinite_data();
    void refusesWhatIsNotFinite();
    void detectsEveryPrefix();
    void detectsEveryFlippedBit();
    void refusesToEncodeNonsense();
};

void TstSafetensors::roundTrips()
{
    StateDict back = parseSafetensors(encodeSafetensors(smallSafetensors()), "w");
    QCOMPARE(back.metadata["seed"], std::string("7"));
    QCOMPARE(back.metadata["format"], std::string("pt"));
    QVERIFY(back.tensors == smallSafetensors().tensors);
}

void TstSafetensors::writesAndReadsAFile()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("deep/er/w.safetensors")).toStdString();
    writeSafetensors(smallSafetensors(), path);
    QVERIFY(readSafetensors(path).tensors == smallSafetensors().tensors);
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSafetensors(path.parent_path()));
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSafetensors("/nowhere/at/all"));
}

void TstSafetensors::readsWhatOthersWrite()
{
    // No metadata, no padding, keys in another order than the data.
    const float values[] = {1, 2, 3};
    const QByteArray data(reinterpret_cast<const char*>(values), 12);
    const auto bytes = file("{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},"
                            "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}",
                            data);
    const StateDict weights = parseSafetensors(bytes, "w");
    QCOMPARE(weights.find("a")->values, std::vector<float>{1});
    QCOMPARE(weights.find("b")->values, (std::vector<float>{2, 3}));
}

void TstSafetensors::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataBytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& header, int bytes, const char* reason) {
        QTest::newRow(name) << header << bytes << QString::fromLatin1(reason);
    };
    const auto tensor = [](const char* shape, const char* offsets, const char* type = "F32") {
        return QByteArray("{\"a\":{\"dtype\":\"") + type + "\",\"shape\":" + shape +
               ",\"data_offsets\":" + offsets + "}}";
    };
    row("not json", "hello", 0, "not a JSON object");
    row("a list", "[1,2]", 0, "not a JSON object");
    row("trailing data", "{}", 4, "belong to no tensor");
    row("other type", tensor("[1]", "[0,1]", "F8_E4M3"), 1, "of the type \"F8_E4M3\", which is not read");
    row("half of another size", tensor("[1]", "[0,4]", "F16"), 4, "has 4 bytes; its shape needs 2");
    row("too short", tensor("[2]", "[0,4]"), 4, "its shape needs 8");
    row("beyond the end", tensor("[2]", "[0,8]"), 4, "outside the file's data");
    row("gap", tensor("[1]", "[4,8]"), 8, "expected 0");
    row("backwards", tensor("[1]", "[4,0]"), 4, "outside the file's data");
    row("negative side", tensor("[-1]", "[0,4]"), 4, "not a whole number");
    row("fraction", tensor("[1.5]", "[0,4]"), 4, "not a whole number");
    row("overflow", tensor("[4294967296,4294967296,4294967296]", "[0,0]"), 0, "larger than the file may be");
    row("zero hides an overflow", tensor("[0,18446744073709551615]", "[0,0]"), 0,
        "larger than the file may be");
    row("rank 9", tensor("[1,1,1,1,1,1,1,1,1]", "[0,4]"), 4, "at most 8");
    row("three offsets", tensor("[1]", "[0,4,8]"), 4, "no pair");
    row("no shape", "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 4, "exactly dtype");
    row("entry is a number", "{\"a\":7}", 0, "exactly dtype");
    row("metadata is a list", "{\"__metadata__\":[]}", 0, "not an object");
    row("metadata number", "{\"__metadata__\":{\"seed\":7}}", 0, "not text");
    row("wrong hash", "{\"__metadata__\":{\"data_sha256\":\"00\"}}", 0, "damaged");
    row("duplicate key",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},"
        "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
        0, "occurs twice");
    row("duplicate inside",
        "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}", 0,
        "occurs twice");
    row("overlap",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
        "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        8, "expected 8");
    row("deep nesting", QByteArray(100'000, '['), 0, "header");
    row("deep objects", QByteArray("{\"a\":").repeated(100'000), 0, "header");
    QByteArray many = "{";
    for (int i = 0; i < 1026; ++i)
        many +=
            "\"t" + QByteArray::number(i) + "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},";
    many.back() = '}';
    row("too many tensors", many, 0, "more than 1024");
}

void TstSafetensors::refusesBadFiles()
{
    QFETCH(QByteArray, header);
    QFETCH(int, dataBytes);
    QFETCH(QString, reason);
    const QString message = safetensorsRefusal(file(header, QByteArray(dataBytes, '\0')));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(message.startsWith(QStringLiteral("w.safetensors: ")));
}

void TstSafetensors::refusesWhatIsNotFinite_data()
{
    QTest::addColumn<float>("value");
    QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    QTest::newRow("minus infinity") << -std::numeric_limits<float>::infinity();
}

void TstSafetensors::refusesWhatIsNotFinite()
{
    QFETCH(float, value);
    StateDict weights = smallSafetensors();
    weights.tensors[1].values[1] = value;
    const QString message = safetensorsRefusal(encodeSafetensors(weights));
    QVERIFY2(message.startsWith(QStringLiteral(
                 "w.safetensors: tensor \"conv.bias\" holds a value that is no finite number.")),
             qPrintable(message));
    weights.tensors[1].values[1] = std::numeric_limits<float>::max();
    QCOMPARE(safetensorsRefusal(encodeSafetensors(weights)), QString());
}

void TstSafetensors::detectsEveryPrefix()
{
    const std::vector<std::byte> whole = encodeSafetensors(smallSafetensors());
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!safetensorsRefusal(std::span(whole).first(length)).isEmpty());
}

void TstSafetensors::detectsEveryFlippedBit()
{
    const std::vector<std::byte> whole = encodeSafetensors(smallSafetensors());
    const StateDict original = parseSafetensors(whole, "w");
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::vector<std::byte> flipped = whole;
        flipped[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
        // A flip in a name or in the metadata's words may still parse; it must never go for the same weights.
        if (safetensorsRefusal(flipped).isEmpty())
            QVERIFY(!(parseSafetensors(flipped, "w") == original));
    }
}

void TstSafetensors::refusesToEncodeNonsense()
{
    StateDict twins = smallSafetensors();
    twins.tensors[1].name = "conv.weight";
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodeSafetensors(twins));
    StateDict wrong = smallSafetensors();
    wrong.tensors[0].values.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodeSafetensors(wrong));
}

GLYPHSCOPE_TEST(TstSafetensors, Core)
#include "tst_safetensors.moc"
