// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/weights_file.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "tests/model/checkpoint/pt_bytes.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

StateDict small()
{
    return {{{"a", {2}, {1, 2}}, {"b", {1, 1}, {3}}}, {{"step", "12"}}};
}

/// All the parameters of a network, each 0.
StateDict shippedLike()
{
    StateDict weights;
    for (const ParameterShape& parameter : parametersOf(shippedNetwork())) {
        std::size_t count = 1;
        for (const std::int64_t side : parameter.shape)
            count *= static_cast<std::size_t>(side);
        weights.tensors.push_back({parameter.name, parameter.shape, std::vector<float>(count)});
    }
    return weights;
}

QByteArray asByteArray(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

class TstWeightsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formatsHaveNames_data();
    void formatsHaveNames();
    void readsByContentWhateverTheName_data();
    void readsByContentWhateverTheName();
    void aLengthIsNoPickle();
    void leavesOutWhatOnlyGoingOnNeeds();
    void whatCannotBeWrittenIsToldWithItsFile_data();
    void whatCannotBeWrittenIsToldWithItsFile();
    void refusalsSayWhatToDo_data();
    void refusalsSayWhatToDo();
    void aFolderIsToldWithItsWeights();
    void numbersWithoutAMarkAreKnownByTheirName();
    void everyPresetComesBack();

private:
    std::filesystem::path write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

void TstWeightsFile::everyPresetComesBack()
{
    for (const Preset& preset : presets()) {
        const NetworkSpec network = preset.make(10);
        StateDict weights;
        float next = 0;
        for (const ParameterShape& entry : stateOf(network)) {
            std::size_t count = 1;
            for (const std::int64_t side : entry.shape)
                count *= static_cast<std::size_t>(side);
            weights.tensors.push_back({entry.name, entry.shape, std::vector<float>(count, ++next)});
        }
        putSpec(network, weights);
        for (const char* ending : {"safetensors", "pt"}) {
            const std::filesystem::path file =
                m_folder.filePath(u"preset."_s + QLatin1StringView(ending)).toStdString();
            writeWeights(weights, file);
            const StateDict read = readWeights(file);
            QVERIFY2(checkedSpecOf(read) == network, ending);
            for (const NamedTensor& tensor : weights.tensors)
                QVERIFY2(*read.find(tensor.name) == tensor, tensor.name.c_str());
        }
    }
}

void TstWeightsFile::formatsHaveNames_data()
{
    QTest::addColumn<QByteArray>("suffix");
    QTest::addColumn<int>("format");
    QTest::newRow("safetensors") << QByteArray("safetensors") << static_cast<int>(WeightsFormat::Safetensors);
    QTest::newRow(".pt") << QByteArray(".pt") << static_cast<int>(WeightsFormat::Pt);
    QTest::newRow(".PTH") << QByteArray(".PTH") << static_cast<int>(WeightsFormat::Pt);
    QTest::newRow("onnx") << QByteArray("onnx") << static_cast<int>(WeightsFormat::Onnx);
    QTest::newRow(".npz") << QByteArray(".npz") << static_cast<int>(WeightsFormat::Npz);
    QTest::newRow("h5") << QByteArray("h5") << -1;
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("dot") << QByteArray(".") << -1;
}

void TstWeightsFile::formatsHaveNames()
{
    QFETCH(QByteArray, suffix);
    QFETCH(int, format);
    const auto found = weightsFormatNamed(suffix.constData());
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
}

void TstWeightsFile::readsByContentWhateverTheName_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("safetensors") << static_cast<int>(WeightsFormat::Safetensors) << u"w.safetensors"_s;
    QTest::newRow("safetensors as .pt") << static_cast<int>(WeightsFormat::Safetensors) << u"w.pt"_s;
    QTest::newRow("pt") << static_cast<int>(WeightsFormat::Pt) << u"w.pt"_s;
    QTest::newRow("pt as .safetensors") << static_cast<int>(WeightsFormat::Pt) << u"w.safetensors"_s;
    QTest::newRow("pt without a suffix") << static_cast<int>(WeightsFormat::Pt) << u"w"_s;
}

void TstWeightsFile::readsByContentWhateverTheName()
{
    QFETCH(int, format);
    QFETCH(QString, name);
    const std::filesystem::path path = m_folder.filePath(name).toStdString();
    writeWeights(small(), path, static_cast<WeightsFormat>(format));
    const StateDict read = readWeights(path);
    QVERIFY(read.tensors == small().tensors);
    QCOMPARE(read.metadata.at("step"), std::string("12"));
}

/// The length of the header, 640, begins with the bytes of a pickle.
void TstWeightsFile::aLengthIsNoPickle()
{
    StateDict weights = small();
    std::vector<std::byte> bytes = encodeSafetensors(weights);
    for (std::string filler; bytes[0] != std::byte{0x80} || bytes[1] != std::byte{2}; filler += 'x') {
        QVERIFY(filler.size() < 1000);
        weights.metadata["filler"] = filler;
        bytes = encodeSafetensors(weights);
    }
    QVERIFY(readWeights(write(u"w"_s, asByteArray(bytes))).tensors == weights.tensors);
}

void TstWeightsFile::leavesOutWhatOnlyGoingOnNeeds()
{
    StateDict checkpoint = small();
    checkpoint.tensors.push_back({"optimizer.momentum.a", {2}, {0, 0}});
    checkpoint.tensors.push_back({"average", {1}, {1}});
    const std::filesystem::path path = m_folder.filePath(u"last.safetensors"_s).toStdString();
    writeSafetensors(checkpoint, path);
    QVERIFY(readWeights(path).tensors == small().tensors);
}

void TstWeightsFile::whatCannotBeWrittenIsToldWithItsFile_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("safetensors") << static_cast<int>(WeightsFormat::Safetensors);
    QTest::newRow("pt") << static_cast<int>(WeightsFormat::Pt);
    QTest::newRow("onnx") << static_cast<int>(WeightsFormat::Onnx);
    QTest::newRow("npz") << static_cast<int>(WeightsFormat::Npz);
}

void TstWeightsFile::whatCannotBeWrittenIsToldWithItsFile()
{
    QFETCH(int, format);
    StateDict twins = small();
    twins.tensors[1].name = "a";
    const QString path = m_folder.filePath(u"twins"_s);
    try {
        writeWeights(twins, path.toStdString(), static_cast<WeightsFormat>(format));
        QFAIL("was written");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(path + u": "_s), error.what());
    }
    QVERIFY(!QFile::exists(path));
}

void TstWeightsFile::refusalsSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("before PyTorch 1.6")
        << QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.") << u"before PyTorch 1.6"_s;
    QTest::newRow("a pickle") << QByteArray("\x80\x04N.") << u"a bare pickle"_s;
    QTest::newRow("an empty zip") << QByteArray("PK\x05\x06") + QByteArray(18, '\0') << u"an empty zip"_s;
    QTest::newRow("a zip cut off") << asByteArray(encodePt(small())).left(100) << u"cut off"_s;
    QTest::newRow("something else") << QByteArray("hello, this is text") << u"text, and no weights"_s;
    QTest::newRow("a Git LFS pointer")
        << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:0\n") << u"git lfs pull"_s;
    QTest::newRow("a web page") << QByteArray("<!doctype html><html></html>") << u"a web page"_s;
    QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n....") << u"HDF5"_s;
    QTest::newRow("ONNX") << asByteArray(encodeWeights(shippedLike(), WeightsFormat::Onnx))
                          << u"an ONNX model"_s;
    QTest::newRow(".npz") << asByteArray(encodeWeights(small(), WeightsFormat::Npz)) << u"arrays of NumPy"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08....") << u"gunzip"_s;
    QTest::newRow("shards") << QByteArray("{\"weight_map\": {}}") << u"several files"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n....") << u"a picture, and no weights"_s;
    QTest::newRow("images") << QByteArray("\0\0\x08\x03\0\0\0\1", 8) << u"a data set in IDX"_s;
    QTest::newRow("ink") << QByteArray("<ink/>") << u"a file of ink"_s;
    QTest::newRow("noise") << QByteArray("\x03\x01\x04\x01\x05\x09\x02\x06\x05\x03") << u"by its content"_s;
    QTest::newRow("nothing") << QByteArray() << u"empty. Fetch"_s;
}

void TstWeightsFile::refusalsSayWhatToDo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const std::filesystem::path path = write(u"bad.pt"_s, bytes);
    try {
        (void)readWeights(path);
        QFAIL("was read");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.startsWith(QStringLiteral("bad.pt: ")), qPrintable(message));
        QVERIFY2(message.contains(reason), qPrintable(message));
    }
}

void TstWeightsFile::aFolderIsToldWithItsWeights()
{
    const QTemporaryDir folder;
    const auto message = [&folder] {
        try {
            (void)readWeights(folder.path().toStdString());
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return u"was read"_s;
    };
    QVERIFY2(message().contains(u"no file of weights is in it"), qPrintable(message()));
    for (const auto& name : {u"b.pt"_s, u"a.safetensors"_s, u"notes.txt"_s})
        writeWeights(small(), folder.filePath(name).toStdString(), WeightsFormat::Pt);
    QVERIFY2(message().endsWith(u"Choose the file of weights in it: a.safetensors, b.pt."),
             qPrintable(message()));
}

void TstWeightsFile::numbersWithoutAMarkAreKnownByTheirName()
{
    const std::filesystem::path path = write(u"model.data-00000-of-00001"_s, QByteArray(64, '\3'));
    try {
        (void)readWeights(path);
        QFAIL("was read");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(u"TensorFlow"), error.what());
    }
}

GLYPHSCOPE_TEST(TstWeightsFile, Core)
#include "tst_weights_file.moc"
