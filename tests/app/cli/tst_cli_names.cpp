// SPDX-License-Identifier: GPL-3.0-or-later
// Names that people give, or that their systems have: no UTF-8, "-", unknown suffixes, line ends.
#include "app/text/file_name.h"
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <filesystem>
#include <fstream>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

const QString kShippedWeights =
    QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors");

/// "sieben-\xe9-<name>", as a system in Latin-1 writes it.
std::string latin(const char* name)
{
    return std::string("sieben-\xe9-") + name;
}

QByteArray inkOfNames()
{
    return "<ink><traceGroup><annotation type=\"truth\">7</annotation><trace>0 0, 60 0, 20 100</trace>"
           "</traceGroup></ink>";
}

QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be opened)");
}

}  // namespace

class TstCliNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesThatAreNoUtf8_data();
    void namesThatAreNoUtf8();
    void aMissingOneIsTold();
    void standardInput_data();
    void standardInput();
    void standardInputThatCannotBeRead();
    void trainingReadsNoStandardInput();
    void unknownSuffixesAreRefused_data();
    void unknownSuffixesAreRefused();
    void missingDocumentationIsNoted();
    void filesWithoutDrawingsAreTold_data();
    void filesWithoutDrawingsAreTold();
    void runsHaveNamesOfOneLine();
    void oldNamesAreShownOnOneLine();
    void aDisplayThatIsNotThereIsTold_data();
    void aDisplayThatIsNotThereIsTold();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] fs::path latinPath(const char* name) const
    {
        return fs::path(m_folder->path().toStdString()) / latin(name);
    }
    void writeLatin(const char* name, const QByteArray& bytes) const;
    /// In a shell, in which $1, $2 ... are `names` with sieben-\xe9- in front.
    [[nodiscard]] Outcome withLatinNames(const QString& arguments) const;
    [[nodiscard]] Outcome withInput(const QByteArray& input, const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliNames::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstCliNames::cleanup()
{
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder->path().toStdString()))
        fs::remove_all(entry.path());  // Qt could not
    m_folder.reset();
}

void TstCliNames::writeLatin(const char* name, const QByteArray& bytes) const
{
    std::ofstream file(latinPath(name), std::ios::binary);
    file.write(bytes.constData(), bytes.size());
    QVERIFY(file.good());
}

Outcome TstCliNames::withLatinNames(const QString& arguments) const
{
    QProcess process;
    prepare(process, m_folder->path());
    process.setProgram(u"/bin/sh"_s);
    process.setArguments({u"-c"_s, u"s=$(printf 'sieben-\\351-'); exec \"$0\" "_s + arguments,
                          QStringLiteral(GLYPHSCOPE_PROGRAM)});
    process.start();
    return outcomeOf(process);
}

Outcome TstCliNames::withInput(const QByteArray& input, const QStringList& arguments) const
{
    QProcess process;
    prepare(process, m_folder->path());
    process.setArguments(arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    return outcomeOf(process);
}

void TstCliNames::namesThatAreNoUtf8_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("made");  // a file of such a name that is there afterwards
    QTest::newRow("predict") << u"predict \"${s}ink.inkml\" --json"_s << QByteArray();
    QTest::newRow("predict a picture") << u"predict \"${s}seven.png\" --json"_s << QByteArray();
    QTest::newRow("in a folder") << u"predict \"${s}folder/ink.inkml\" --json"_s << QByteArray();
    QTest::newRow("weights") << u"predict \"${s}ink.inkml\" --model \"${s}weights.pt\" --json"_s
                             << QByteArray();
    QTest::newRow("evaluate") << u"evaluate --ink \"${s}ink.inkml\" \"${s}ink.inkml\" --json"_s
                              << QByteArray();
    QTest::newRow("evaluate a set") << u"evaluate --data \"${s}set\" --json"_s << QByteArray();
    QTest::newRow("inspect") << u"inspect \"${s}ink.inkml\" --out \"${s}parts\" --json"_s
                             << QByteArray("parts/activations.npz");
    QTest::newRow("convert ink") << u"convert \"${s}ink.inkml\" \"${s}o.png\" --json"_s
                                 << QByteArray("o.png");
    QTest::newRow("convert weights") << u"convert \"${s}weights.pt\" \"${s}o.safetensors\" --json"_s
                                     << QByteArray("o.safetensors");
    QTest::newRow("convert an image")
        << u"convert \"${s}set/t10k-images-idx3-ubyte\" \"${s}o.png\" --item 1 --json"_s
        << QByteArray("o.png");
}

void TstCliNames::namesThatAreNoUtf8()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, made);
    writeLatin("ink.inkml", inkOfNames());
    writeBars(m_folder->path(), 20, 10);
    for (const char* folder : {"folder", "set"})
        fs::create_directory(latinPath(folder));
    fs::copy(latinPath("ink.inkml"), latinPath("folder") / "ink.inkml");
    for (const char* part : {"train", "t10k"})
        for (const char* kind : {"-images-idx3-ubyte", "-labels-idx1-ubyte"})
            fs::copy(fs::path(m_folder->path().toStdString()) / (std::string(part) + kind),
                     latinPath("set") / (std::string(part) + kind));
    QCOMPARE(run(m_folder->path(), {u"convert"_s, kShippedWeights, u"w.pt"_s}).status, 0);
    fs::rename(path(u"w.pt"_s).toStdString(), latinPath("weights.pt"));
    write(path(u"ink.inkml"_s), inkOfNames());
    QCOMPARE(run(m_folder->path(), {u"convert"_s, u"ink.inkml"_s, u"seven.png"_s}).status, 0);
    fs::rename(path(u"seven.png"_s).toStdString(), latinPath("seven.png"));

    const Outcome outcome = withLatinNames(arguments);
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().size(), 1);
    QVERIFY(made.isEmpty() || fs::exists(latinPath(made.constData())));
}

void TstCliNames::aMissingOneIsTold()
{
    const Outcome outcome = withLatinNames(u"predict \"${s}none.png\""_s);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("none.png: no such file."), outcome.err.constData());
}

void TstCliNames::standardInput_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("ink") << u"ink.inkml"_s << QStringList{u"predict"_s, u"-"_s};
    QTest::newRow("a picture") << u"seven.png"_s << QStringList{u"predict"_s, u"-"_s};
    QTest::newRow("weights") << kShippedWeights
                             << QStringList{u"predict"_s, u"ink.inkml"_s, u"--model"_s, u"-"_s};
    QTest::newRow("evaluate") << u"ink.inkml"_s << QStringList{u"evaluate"_s, u"--ink"_s, u"-"_s};
    QTest::newRow("inspect") << u"ink.inkml"_s << QStringList{u"inspect"_s, u"-"_s, u"--out"_s, u"parts"_s};
    QTest::newRow("convert ink") << u"ink.inkml"_s << QStringList{u"convert"_s, u"-"_s, u"o.svg"_s};
    QTest::newRow("convert weights") << kShippedWeights << QStringList{u"convert"_s, u"-"_s, u"o.npz"_s};
}

void TstCliNames::standardInput()
{
    QFETCH(QString, file);
    QFETCH(QStringList, arguments);
    write(path(u"ink.inkml"_s), inkOfNames());
    QCOMPARE(run(m_folder->path(), {u"convert"_s, u"ink.inkml"_s, u"seven.png"_s}).status, 0);
    const QByteArray input = contentOfFile(QDir(m_folder->path()).filePath(file));
    const Outcome outcome = withInput(input, arguments + QStringList{u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QList<QJsonObject> lines = outcome.json();
    QCOMPARE(lines.size(), 1);
    if (arguments[0] == u"predict")
        QCOMPARE(lines[0][u"prediction"_s].toInt(-1), 7);
    if (arguments == QStringList{u"predict"_s, u"-"_s})
        QCOMPARE(lines[0][u"file"_s].toString(), u"-"_s);
}

void TstCliNames::standardInputThatCannotBeRead()
{
    const Outcome empty = withInput({}, {u"predict"_s, u"-"_s});
    QCOMPARE(empty.status, 1);
    QVERIFY2(empty.err.contains("standard-input: empty."), empty.err.constData());
    const Outcome closed = withLatinNames(u"predict - <&-"_s);
    QCOMPARE(closed.status, 1);
    QVERIFY2(closed.err.contains("Standard input cannot be read"), closed.err.constData());
}

void TstCliNames::trainingReadsNoStandardInput()
{
    const Outcome outcome = withInput(inkOfNames(), {u"train"_s, u"--ink"_s, u"-"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("train reads its files more than once"), outcome.err.constData());
}

void TstCliNames::unknownSuffixesAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("train") << QStringList{u"train"_s, u"--epochs"_s, u"1"_s, u"--no-run"_s};
    QTest::newRow("finetune") << QStringList{u"finetune"_s, u"--ink"_s, u"ink.inkml"_s};
    QTest::newRow("calibrate") << QStringList{u"calibrate"_s, u"--ink"_s, u"ink.inkml"_s};
}

void TstCliNames::unknownSuffixesAreRefused()
{
    QFETCH(QStringList, arguments);
    write(path(u"ink.inkml"_s), inkOfNames());
    for (const QString& name : {u"w.h5"_s, u"w.pkl"_s, u"w.safetensors.gz"_s, u"w.v2"_s}) {
        const Outcome outcome = run(m_folder->path(), arguments + QStringList{u"--out"_s, name});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("Give the name one of .safetensors, .pt, .onnx and .npz."),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(path(name)));
    }
}

void TstCliNames::missingDocumentationIsNoted()
{
    write(path(u"ink.dat"_s),
          ".include notes.doc\n.segment digit 0 ? \" 1 \"\n.pen_down\n5 9\n5 0\n.pen_up\n");
    const QList<QStringList> commands{{u"predict"_s, u"ink.dat"_s},
                                      {u"evaluate"_s, u"--ink"_s, u"ink.dat"_s},
                                      {u"inspect"_s, u"ink.dat"_s, u"--out"_s, u"parts"_s},
                                      {u"convert"_s, u"ink.dat"_s, u"o.png"_s}};
    for (const QStringList& command : commands) {
        const Outcome outcome = run(m_folder->path(), command + QStringList{u"--json"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json().size(), 1);
        QVERIFY2(outcome.err.contains("the ink is read without it.") && outcome.err.count('\n') == 1,
                 outcome.err.constData());
    }
    QStringList many{u"evaluate"_s, u"--ink"_s};
    for (int i = 0; i < 8; ++i)
        many << u"ink.dat"_s;
    const Outcome outcome = run(m_folder->path(), many);
    QVERIFY2(outcome.err.contains("3 more note") && outcome.err.count('\n') == 6, outcome.err.constData());
}

void TstCliNames::filesWithoutDrawingsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("InkML") << QByteArray("<ink/>");
    QTest::newRow("InkML with definitions")
        << QByteArray("<ink><definitions><trace>1 2</trace></definitions></ink>");
    QTest::newRow("UNIPEN") << QByteArray(".VERSION 1.0\n.COMMENT nothing\n");
}

void TstCliNames::filesWithoutDrawingsAreTold()
{
    QFETCH(QByteArray, bytes);
    write(path(u"none.ink"_s), bytes);
    write(path(u"ink.inkml"_s), inkOfNames());
    const QList<QStringList> commands{{u"predict"_s, u"none.ink"_s},
                                      {u"predict"_s, u"none.ink"_s, u"ink.inkml"_s, u"--json"_s},
                                      {u"evaluate"_s, u"--ink"_s, u"none.ink"_s},
                                      {u"inspect"_s, u"none.ink"_s, u"--out"_s, u"parts"_s},
                                      {u"convert"_s, u"none.ink"_s, u"o.png"_s}};
    for (const QStringList& command : commands) {
        const Outcome outcome = run(m_folder->path(), command);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("none.ink: holds no drawing."), outcome.err.constData());
        QCOMPARE(outcome.json().size(), command.contains(u"ink.inkml"_s) ? 1 : 0);  // others are read
    }
}

void TstCliNames::runsHaveNamesOfOneLine()
{
    RunStore runs(path(u"runs"_s).toStdString());
    const std::string id = runs.begin({})->info().id;
    for (const QString& name :
         {u"two\nlines"_s, u"a\ttab"_s, u"\x1b[31mred"_s, u"next\u0085line"_s, u"line\u2028separator"_s}) {
        const Outcome outcome =
            run(m_folder->path(), {u"runs"_s, u"rename"_s, QString::fromStdString(id), name});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("is no name for a run"), outcome.err.constData());
    }
    const QString good = u"\u00e9t\u00e9 \u4e03 \U0001F600"_s;
    QCOMPARE(run(m_folder->path(), {u"runs"_s, u"rename"_s, QString::fromStdString(id), good}).status, 0);
    QCOMPARE(QString::fromStdString(runs.info(id).name), good);
}

void TstCliNames::oldNamesAreShownOnOneLine()
{
    RunStore runs(path(u"runs"_s).toStdString());
    const std::string id = runs.begin({})->info().id;
    const QString file = path(u"runs/"_s + QString::fromStdString(id) + u"/run.json"_s);
    QJsonObject info = QJsonDocument::fromJson(contentOfFile(file)).object();
    info[u"name"_s] = u"two\nlines\x1b[31m"_s;
    write(file, QJsonDocument(info).toJson());
    const Outcome table = run(m_folder->path(), {u"runs"_s});
    QCOMPARE(table.status, 0);
    QCOMPARE(table.out.count('\n'), 2);
    QVERIFY2(table.out.contains("two?lines?[31m"), table.out.constData());
    const Outcome shown = run(m_folder->path(), {u"runs"_s, u"show"_s, QString::fromStdString(id)});
    QVERIFY2(shown.out.contains("two?lines?[31m"), shown.out.constData());
}

void TstCliNames::aDisplayThatIsNotThereIsTold_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("X") << u"DISPLAY"_s << u":987"_s;
    QTest::newRow("X elsewhere") << u"DISPLAY"_s << u"nowhere.invalid:0"_s;
    QTest::newRow("X, empty") << u"DISPLAY"_s << QString(u""_s);
    QTest::newRow("Wayland") << u"WAYLAND_DISPLAY"_s << u"wayland-987"_s;
    QTest::newRow("no such platform") << u"QT_QPA_PLATFORM"_s << u"nosuch"_s;
}

void TstCliNames::aDisplayThatIsNotThereIsTold()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    for (const QStringList& arguments : {QStringList(), QStringList{u"tour"_s, u"pictures"_s}}) {
        QProcess process;
        prepare(process, m_folder->path());
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert(variable, value);
        process.setProcessEnvironment(environment);
        process.setArguments(arguments);
        process.start();
        const Outcome outcome = outcomeOf(process);
        QVERIFY2(outcome.status == 1, outcome.err.constData());
        QVERIFY2(outcome.err.startsWith("glyphscope: ") && outcome.err.count('\n') == 1,
                 outcome.err.constData());
    }
}

GLYPHSCOPE_TEST(TstCliNames, Core)
#include "tst_cli_names.moc"
