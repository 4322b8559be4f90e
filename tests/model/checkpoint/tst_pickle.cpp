// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/pickle.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/detail/pt_element.h"
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
    return readPickle(bytesOf(bytes), "w.pt: data.pkl", pt::knownGlobals());
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

/// Every way that a pickle has to name or to call something, doing harm if it were done.
void codeRows()
{
    const QByteArray touch = pickle::text("touch " + QByteArray(kWitness));
    const auto row = [](const char* name, const QByteArray& opcodes, const char* reason) {
        QTest::newRow(name) << pickle::whole(opcodes) << QString::fromLatin1(reason);
    };
    const auto global = [&](const QByteArray& name) {
        QTest::newRow(name.constData())
            << pickle::whole(pickle::call(QByteArray(name).replace(' ', '\n'), touch))
            << u"the global \"%1\" is none"_s.arg(QString::fromLatin1(name));
    };
    for (const char* const name : {"os system",
                                   "posix system",
                                   "nt system",
                                   "subprocess Popen",
                                   "subprocess check_output",
                                   "builtins eval",
                                   "builtins exec",
                                   "builtins getattr",
                                   "__builtin__ eval",
                                   "builtins __import__",
                                   "runpy _run_code",
                                   "importlib import_module",
                                   "pickle loads",
                                   "torch load",
                                   "torch.hub load",
                                   "torch.jit load",
                                   "torch._utils _rebuild_tensor",
                                   "torch._utils _rebuild_sparse_tensor",
                                   "torch.storage _load_from_bytes",
                                   "numpy.core.multiarray scalar",
                                   "codecs encode",
                                   "operator attrgetter",
                                   "collections defaultdict",
                                   "webbrowser open",
                                   "torch ComplexFloatStorage"})
        global(name);
    row("dots in a known name", "ctorch\nFloatStorage.__class__\n",
        "the global \"torch FloatStorage.__class__\"");
    row("a space for the line end", "ccollections OrderedDict\n\n",
        "the global \"collections OrderedDict \"");
    row("INST", "(" + touch + "ios\nsystem\n", "the opcode INST");
    row("OBJ", "(cos\nsystem\n" + touch + "o", "the global \"os system\"");
    row("OBJ of what is known", "(ccollections\nOrderedDict\no", "the opcode OBJ");
    row("NEWOBJ", "ccollections\nOrderedDict\n)\x81", "the opcode NEWOBJ");
    row("NEWOBJ_EX", "ccollections\nOrderedDict\n)}\x92", "the opcode NEWOBJ_EX");
    row("STACK_GLOBAL", pickle::text("os") + pickle::text("system") + "\x93", "the opcode STACK_GLOBAL");
    row("EXT1", "\x82\x01", "the opcode EXT1");
    row("EXT2", "\x83\x01\x01", "the opcode EXT2");
    row("EXT4", "\x84\x01\x01\x01\x01", "the opcode EXT4");
    row("BUILD on a tensor", pickle::tensor() + "}b", "sets the state of what is no dictionary");
    row("BUILD with a tuple", "})b", "sets the state of what is no dictionary");
    row("a type is called", pickle::call("torch\nFloatStorage", pickle::number(9)),
        "calls \"torch FloatStorage\"");
    row("OrderedDict of something", pickle::call("collections\nOrderedDict", touch),
        "calls \"collections OrderedDict\"");
    row("text is called", touch + ")R", "calls what is no function");
    row("a call is called", pickle::tensor() + ")R", "calls what is no function");
    row("called with a list", "ccollections\nOrderedDict\n]R", "calls what is no function");
}

void machineRows()
{
    const auto row = [](const char* name, const QByteArray& opcodes, const char* reason) {
        QTest::newRow(name) << pickle::whole(opcodes) << QString::fromLatin1(reason);
    };
    for (const auto& [opcode, name] : {std::pair('P', "PERSID"),
                                       {'2', "DUP"},
                                       {'0', "POP"},
                                       {'1', "POP_MARK"},
                                       {'S', "STRING"},
                                       {'T', "BINSTRING"},
                                       {'U', "SHORT_BINSTRING"},
                                       {'V', "UNICODE"},
                                       {'L', "LONG"},
                                       {'I', "INT"},
                                       {'F', "FLOAT"},
                                       {'d', "DICT"},
                                       {'l', "LIST"},
                                       {'g', "GET"},
                                       {'p', "PUT"},
                                       {'B', "BINBYTES"},
                                       {'C', "SHORT_BINBYTES"},
                                       {'\x8b', "LONG4"},
                                       {'\x8c', "SHORT_BINUNICODE"},
                                       {'\x8d', "BINUNICODE8"},
                                       {'\x8e', "BINBYTES8"},
                                       {'\x8f', "EMPTY_SET"},
                                       {'\x90', "ADDITEMS"},
                                       {'\x91', "FROZENSET"},
                                       {'\x94', "MEMOIZE"},
                                       {'\x95', "FRAME"},
                                       {'\x96', "BYTEARRAY8"},
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
    row("whole number of 2040 bits", "\x8a\xff" + QByteArray(255, 'x'), "more than 64 bits");
    row("a name without an end", "c" + QByteArray(100'000, 'a'), "longer than 256 bytes");
    row("nested 65 deep", QByteArray(65, '('), "64 deep");
    row("a stack of 20,001", QByteArray(20'001, 'N'), "beyond 20,000");
    row("201,000 values", "]" + ("(" + QByteArray(1000, 'N') + "e").repeated(201), "200,000 values");
    row("5 MiB", QByteArray(5 << 20, 'N'), "4 MiB");
    QTest::newRow("empty") << QByteArray() << u"does not begin"_s;
    QTest::newRow("protocol 0") << QByteArray("N.") << u"does not begin"_s;
    QTest::newRow("protocol 4") << QByteArray("\x80\x04N.") << u"protocol 4"_s;
    QTest::newRow("no end") << QByteArray("\x80\x02N") << u"ends at byte 3"_s;
}

}  // namespace

class TstPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPlainValues();
    void keepsACallWithoutCalling();
    void sharedAndCircularValuesCostNothing();
    void refusesCodeByItsName_data();
    void refusesCodeByItsName();
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

void TstPickle::refusesCodeByItsName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    codeRows();
}

void TstPickle::refusesCodeByItsName()
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
    const QString message = pickleRefusal(pickle::whole("c\x1b[2J" + QByteArray(90, 'm') + "\x07\nevil\n"));
    QVERIFY2(message.contains(u"\"?[2Jmmm"_s) && message.contains(u"...\""_s), qPrintable(message));
    QVERIFY(!message.contains(QChar(0x1b)));
}

GLYPHSCOPE_TEST(TstPickle, Core)
#include "tst_pickle.moc"
