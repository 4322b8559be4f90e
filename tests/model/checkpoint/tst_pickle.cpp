// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/pickle.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/detail/pt_names.h"
#include "model/types/error.h"
#include "tests/model/checkpoint/pt_bytes.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;
using Kind = PickleValue::Kind;

namespace {

constexpr const char* kWitness = "glyphscope-ran-a-pickle";

Pickle read(const QByteArray& bytes)
{
    return readPickle(bytesOf(bytes), "w.pt: data.pkl", pt::kGlobals);
}

QString pickleRefusal(const QByteArray& bytes)
{
    try {
        (void)read(bytes);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// Ways that a pickle has to name or to call something, doing harm if it were done: read as an Object of the
/// name, or refused.
void codeRows()
{
    const QByteArray touch = pickle::text("touch " + QByteArray(kWitness));
    const auto row = [](const char* name, const QByteArray& opcodes, const char* object) {
        QTest::newRow(name) << pickle::whole(opcodes) << QByteArray(object);
    };
    for (const char* const name :
         {"os system", "posix system", "subprocess Popen", "builtins eval", "builtins exec",
          "builtins getattr", "__builtin__ eval", "builtins __import__", "runpy _run_code", "pickle loads",
          "torch load", "torch._utils _rebuild_tensor", "torch._utils _rebuild_sparse_tensor",
          "numpy.core.multiarray scalar", "operator attrgetter", "collections defaultdict",
          "torch FloatStorage", "torch FloatStorage.__class__", "collections OrderedDict"})
        row(name, pickle::call(QByteArray(name).replace(' ', '\n'), touch), name);
    row("NEWOBJ", "cargparse\nNamespace\n)\x81", "argparse Namespace");
    row("NEWOBJ_EX", "cargparse\nNamespace\n)}\x92", "argparse Namespace");
    row("STACK_GLOBAL", pickle::text("os") + pickle::text("system") + "\x93(" + touch + "tR", "os system");
    row("a call of what a call made", "cbuiltins\ngetattr\n)R)R", "builtins getattr");
    row("state of an object", "cargparse\nNamespace\n)\x81}(" + touch + "Nub", "argparse Namespace");
    row("state that is a tuple", "cnumpy\nndarray\n)R(K\x01K\x02tb", "numpy ndarray");
    row("a set", "\x8f(K\x01K\x02\x90", "builtins set");
    row("a frozen set", "(K\x01\x91", "builtins frozenset");
    row("a deque",
        "ccollections\ndeque\n)R(K\x01K\x02"
        "e",
        "collections deque");
    row("bytes",
        "C\x03"
        "abc",
        "builtins bytes");
    row("whole number of 2040 bits", "\x8a\xff" + QByteArray(255, 'x'), "builtins int");
}

void refusedCodeRows()
{
    const auto row = [](const char* name, const QByteArray& opcodes, const char* reason) {
        QTest::newRow(name) << pickle::whole(opcodes) << QString::fromLatin1(reason);
    };
    const QByteArray touch = pickle::text("touch " + QByteArray(kWitness));
    row("INST", "(" + touch + "ios\nsystem\n", "the opcode INST");
    row("OBJ", "(cos\nsystem\n" + touch + "o", "the opcode OBJ");
    row("EXT1", "\x82\x01", "the opcode EXT1");
    row("EXT2", "\x83\x01\x01", "the opcode EXT2");
    row("EXT4", "\x84\x01\x01\x01\x01", "the opcode EXT4");
    row("BUILD on a tensor", pickle::tensor() + "}b", "sets the state of what has none");
    row("BUILD with a tuple", "})b", "sets the state of what has none");
    row("text is called", touch + ")R", "calls what is no function");
    row("a tensor is called", pickle::tensor() + ")R", "calls what is no function");
    row("called with a list", "ccollections\nOrderedDict\n]R", "what are no arguments");
    row("named by numbers", "K\x01K\x02\x93", "named by what is no text");
    row("named at length", pickle::text(QByteArray(200, 'm')) + pickle::text(QByteArray(200, 'n')) + "\x93",
        "named by what is no text");
}

void machineRows()
{
    const auto row = [](const char* name, const QByteArray& opcodes, const char* reason) {
        QTest::newRow(name) << pickle::whole(opcodes) << QString::fromLatin1(reason);
    };
    for (const auto& [opcode, name] : {std::pair('P', "PERSID"),
                                       {'S', "STRING"},
                                       {'V', "UNICODE"},
                                       {'L', "LONG"},
                                       {'I', "INT"},
                                       {'F', "FLOAT"},
                                       {'d', "DICT"},
                                       {'l', "LIST"},
                                       {'g', "GET"},
                                       {'p', "PUT"},
                                       {'\x97', "NEXT_BUFFER"},
                                       {'\x98', "READONLY_BUFFER"},
                                       {'\x7f', "0x7f"}})
        row(name, QByteArray("N").append(opcode),
            qPrintable(u"byte 3: the opcode %1 is"_s.arg(QLatin1StringView(name))));
    row("nothing", "", "ends with 0 values");
    row("two values", "NN", "ends with 2 values");
    row("an open mark", "N(", "ends with 1 values");
    row("more behind", "N.N", "more follows its end");
    row("no mark", "Nt", "a mark that is not there");
    row("tuple of nothing", "\x85", "more values off its stack");
    row("below the mark", "N(\x85", "more values off its stack");
    row("half a pair", "}(Nu", "half a pair");
    row("items of a list", "](NNu", "no dictionary");
    row("appended to a dictionary", "}Na", "no list");
    row("recalls nothing", "h\x05", "value number 5");
    row("recalls afar", "j\xff\xff\xff\xff", "value number 4,294,967,295");
    row("remembers afar", "Nr\xff\xff\xff\xff", "number 4,294,967,295");
    row("text of 4 GiB", "X\xff\xff\xff\xff", "4,294,967,294 more are announced");
    row("a name without an end", "c" + QByteArray(100'000, 'a'), "longer than 256 bytes");
    row("nested 65 deep", QByteArray(65, '('), "64 deep");
    row("a stack of 20,001", QByteArray(20'001, 'N'), "beyond 20,000");
    row("201,000 values", "]" + ("(" + QByteArray(1000, 'N') + "e").repeated(201), "200,000 values");
    row("65 MiB", QByteArray(65 << 20, 'N'), "64 MiB");
    QTest::newRow("empty") << QByteArray() << u"does not begin"_s;
    QTest::newRow("protocol 0") << QByteArray("N.") << u"does not begin"_s;
    QTest::newRow("protocol 6") << QByteArray("\x80\x06N.") << u"protocol 6"_s;
    QTest::newRow("protocol 1") << QByteArray("\x80\x01N.") << u"protocol 1"_s;
    QTest::newRow("no end") << QByteArray("\x80\x02N") << u"ends at byte 3"_s;
}

}  // namespace

class TstPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPlainValues();
    void keepsACallWithoutCalling();
    void sharedAndCircularValuesCostNothing();
    void readsProtocol4();
    void keepsCodeAsAnObjectOfItsName_data();
    void keepsCodeAsAnObjectOfItsName();
    void knowsTheStateOfAModule();
    void refusesCode_data();
    void refusesCode();
    void refusesABrokenMachine_data();
    void refusesABrokenMachine();
    void namesAreShownHarmless();
};

void TstPickle::readsPlainValues()
{
    static constexpr char kValues[] = "](K\x07M\x01\x02J\xff\xff\xff\xff\x8a\x02\x00\xff\x8a\x00"
                                      "G\x3f\xe0\0\0\0\0\0\0N\x88\x89";
    QByteArray opcodes(kValues, sizeof kValues - 1);
    opcodes += pickle::text("name") + "e";
    const QByteArray bytes = pickle::whole(opcodes);  // its texts are views into them
    const Pickle found = read(bytes);
    const PickleValue& root = found.at(found.root);
    QCOMPARE(root.kind, Kind::List);
    QCOMPARE(root.items.size(), std::size_t{10});
    const auto item = [&](std::size_t i) -> const PickleValue& { return found.at(root.items[i]); };
    QCOMPARE(item(0).integer, 7);
    QCOMPARE(item(1).integer, 0x201);
    QCOMPARE(item(2).integer, -1);
    QCOMPARE(item(3).integer, -256);
    QCOMPARE(item(4).integer, 0);
    QCOMPARE(item(5).number, 0.5);
    QCOMPARE(item(6).kind, Kind::None);
    QCOMPARE(item(7).integer, 1);
    QCOMPARE(item(8).kind, Kind::Bool);
    QCOMPARE(item(9).text, std::string_view("name"));
}

void TstPickle::keepsACallWithoutCalling()
{
    const QByteArray bytes = pickle::whole(pickle::tensor());
    const Pickle found = read(bytes);
    const PickleValue& root = found.at(found.root);
    QCOMPARE(root.kind, Kind::Call);
    QCOMPARE(found.at(root.items[0]).text, std::string_view("torch._utils _rebuild_tensor_v2"));
    QCOMPARE(found.at(root.items[1]).items.size(), std::size_t{6});
}

void TstPickle::sharedAndCircularValuesCostNothing()
{
    const Pickle circle = read(pickle::whole("]q\x01h\x01"
                                             "a"));
    QCOMPARE(circle.at(circle.root).items, std::vector<std::uint32_t>{circle.root});

    // pairs of pairs of pairs: 2^60 values if they were unfolded
    QByteArray doubling = "]";
    for (char i = 1; i <= 60; ++i)
        doubling += QByteArray("q") + i + "h" + i + "\x86";
    QCOMPARE(read(pickle::whole(doubling)).values.size(), std::size_t{61});
}

void TstPickle::readsProtocol4()
{
    static constexpr char kBytes[] = "\x80\x04\x95\x17\0\0\0\0\0\0\0}\x94\x8c\x01"
                                     "a\x94K\x07s2N0"
                                     "(NN10.";
    const QByteArray bytes(kBytes, sizeof kBytes - 1);
    const Pickle found = readPickle(bytesOf(bytes), "w.pt: data.pkl", pt::kGlobals);
    const PickleValue& root = found.at(found.root);
    QCOMPARE(root.kind, Kind::Dict);
    QCOMPARE(found.at(root.items.at(0)).text, std::string_view("a"));
    QCOMPARE(found.at(root.items.at(1)).integer, 7);
}

void TstPickle::keepsCodeAsAnObjectOfItsName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("object");
    codeRows();
}

void TstPickle::keepsCodeAsAnObjectOfItsName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, object);
    const Pickle found = read(bytes);
    QCOMPARE(found.at(found.root).kind, Kind::Object);
    QCOMPARE(found.at(found.root).text, std::string_view(object.constData()));
    QVERIFY(!found.at(found.root).isModule);
    QVERIFY(!QFile::exists(QLatin1StringView(kWitness)));
}

void TstPickle::knowsTheStateOfAModule()
{
    const QByteArray state = pickle::dict(pickle::text("training") + "\x88" + pickle::text("_modules") + "}");
    const QByteArray bytes = pickle::whole("c__main__\nNet\n)\x81" + state + "b");
    const Pickle found = read(bytes);
    QVERIFY(found.at(found.root).isModule);
}

void TstPickle::refusesCode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    refusedCodeRows();
}

void TstPickle::refusesCode()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString message = pickleRefusal(bytes);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.startsWith(u"w.pt: data.pkl, byte "), qPrintable(message));
    QVERIFY2(message.contains(u"no code is ever run. Save the weights alone"), qPrintable(message));
    QVERIFY(!QFile::exists(QLatin1StringView(kWitness)));
}

void TstPickle::refusesABrokenMachine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    machineRows();
}

void TstPickle::refusesABrokenMachine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString message = pickleRefusal(bytes);
    QVERIFY2(message.startsWith(u"w.pt: data.pkl"), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstPickle::namesAreShownHarmless()
{
    const QString message = pickleRefusal(pickle::whole("c\x1b[2J" + QByteArray(300, 'm') + "\x07\nevil\n"));
    QVERIFY2(message.contains(u"\"?[2Jmmm"_s) && message.contains(u"...\""_s), qPrintable(message));
    QVERIFY(!message.contains(QChar(0x1b)));
}

GLYPHSCOPE_TEST(TstPickle, Core)
#include "tst_pickle.moc"
