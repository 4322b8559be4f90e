// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOptionsAndFilesInAnyOrder();
    void filesGoToTheOptionBeforeThem_data();
    void filesGoToTheOptionBeforeThem();
    void presets();
    void helpAndVersionEndIt_data();
    void helpAndVersionEndIt();
    void wrongUsage_data();
    void wrongUsage();
    void integer_data();
    void integer();
    void number_data();
    void number();
    void asksForCommandOrWindow_data();
    void asksForCommandOrWindow();
};

namespace {

/// A command with a number and files.
struct ReadCommand : Command {
    ReadCommand() : Command(u"read"_s, u"FILE... [options]"_s, u"Reads."_s)
    {
        addOption(u"top"_s, u"how many"_s, u"N"_s, u"1"_s);
        addOption(u"ink"_s, u"ink"_s, u"FILE"_s);
    }
};

}  // namespace

void TstCommand::takesOptionsAndFilesInAnyOrder()
{
    ReadCommand command;
    QVERIFY(command.parse(
        {u"read"_s, u"a"_s, u"--json"_s, u"--ink"_s, u"b"_s, u"c"_s, u"--ink=d"_s, u"--"_s, u"--e"_s}));
    QCOMPARE(command.files(), (QStringList{u"a"_s, u"c"_s, u"--e"_s}));
    QCOMPARE(command.values(u"ink"_s), (QStringList{u"b"_s, u"d"_s}));
    QVERIFY(command.json());
    QVERIFY(!command.isSet(u"model"_s));
}

void TstCommand::filesGoToTheOptionBeforeThem_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QStringList>("ink");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QStringList>("files");
    const QStringList none;
    QTest::newRow("two lists") << u"--ink a b --others c d"_s << QStringList{u"a"_s, u"b"_s}
                               << QStringList{u"c"_s, u"d"_s} << none;
    QTest::newRow("the other way round")
        << u"--others c --ink a b"_s << QStringList{u"a"_s, u"b"_s} << QStringList{u"c"_s} << none;
    QTest::newRow("with an equals sign")
        << u"--ink=a b --others=c d"_s << QStringList{u"a"_s, u"b"_s} << QStringList{u"c"_s, u"d"_s} << none;
    QTest::newRow("again") << u"--ink a --others c --ink b e"_s << QStringList{u"a"_s, u"b"_s, u"e"_s}
                           << QStringList{u"c"_s} << none;
    QTest::newRow("another option ends it")
        << u"x --ink a b --top 3 c"_s << QStringList{u"a"_s, u"b"_s} << none << QStringList{u"x"_s, u"c"_s};
    QTest::newRow("a flag ends it") << u"--ink a --json c"_s << QStringList{u"a"_s} << none
                                    << QStringList{u"c"_s};
    QTest::newRow("two dashes end it") << u"--ink a b -- c --ink"_s << QStringList{u"a"_s, u"b"_s} << none
                                       << QStringList{u"c"_s, u"--ink"_s};
}

void TstCommand::filesGoToTheOptionBeforeThem()
{
    QFETCH(QString, arguments);
    Command command(u"read"_s, {}, {});
    command.addOption(u"top"_s, u"how many"_s, u"N"_s, u"1"_s);
    command.addFilesOption(u"ink"_s, u"ink"_s);
    command.addFilesOption(u"others"_s, u"others"_s);
    QVERIFY(command.parse(QStringList{u"read"_s} + arguments.split(u' ')));
    QTEST(command.values(u"ink"_s), "ink");
    QTEST(command.values(u"others"_s), "others");
    QTEST(command.files(), "files");
}

void TstCommand::presets()
{
    ReadCommand command;
    QVERIFY(command.parse({u"read"_s}));
    QCOMPARE(command.integer(u"top"_s, 1, 10), 1);
    QCOMPARE(command.text(u"device"_s), std::string("cpu"));
    QVERIFY(!command.json());
    QVERIFY(!command.isSet(u"top"_s));
}

void TstCommand::helpAndVersionEndIt_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("help") << u"--help"_s;
    QTest::newRow("h") << u"-h"_s;
    QTest::newRow("version") << u"--version"_s;
}

void TstCommand::helpAndVersionEndIt()
{
    QFETCH(QString, option);
    ReadCommand command;
    QVERIFY(!command.parse({u"read"_s, u"a"_s, option}));
}

void TstCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--tpo"_s, u"3"_s};
    QTest::newRow("unknown letter") << QStringList{u"-x"_s};
    QTest::newRow("no value") << QStringList{u"--top"_s};
    QTest::newRow("value to a flag") << QStringList{u"--json=yes"_s};
}

void TstCommand::wrongUsage()
{
    QFETCH(QStringList, arguments);
    ReadCommand command;
    try {
        (void)command.parse(QStringList{u"read"_s} + arguments);
        QFAIL("took it");
    } catch (const UsageError& error) {
        QVERIFY2(QByteArray(error.what()).endsWith("Try glyphscope read --help."), error.what());
    }
}

void TstCommand::integer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected");  // -1: refused
    QTest::newRow("inside") << u"7"_s << qint64(7);
    QTest::newRow("lowest") << u"1"_s << qint64(1);
    QTest::newRow("highest") << u"256"_s << qint64(256);
    for (const char* const refused :
         {"0", "257", "-3", "", "x", "3x", "1.5", "1e2", "0x10", "99999999999999999999"})
        QTest::newRow(*refused == '\0' ? "empty" : refused) << QString::fromLatin1(refused) << qint64(-1);
}

void TstCommand::integer()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    ReadCommand command;
    QVERIFY(command.parse({u"read"_s, u"--top"_s, text}));
    try {
        QCOMPARE(command.integer(u"top"_s, 1, 256), expected);
    } catch (const UsageError& error) {
        QCOMPARE(qint64(-1), expected);
        QCOMPARE(QString::fromUtf8(error.what()),
                 u"--top %1: expected a whole number from 1 to 256."_s.arg(text));
    }
}

void TstCommand::number_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("taken");
    for (const char* const taken : {"0", "1", "0.99", "1e-3"})
        QTest::newRow(taken) << QString::fromLatin1(taken) << true;
    for (const char* const refused : {"-0.1", "1.01", "nan", "inf", "99%", "0,5"})
        QTest::newRow(refused) << QString::fromLatin1(refused) << false;
}

void TstCommand::number()
{
    QFETCH(QString, text);
    QFETCH(bool, taken);
    Command command(u"train"_s, {}, {});
    command.addOption(u"until"_s, {}, u"ACCURACY"_s);
    QVERIFY(command.parse({u"train"_s, u"--until"_s, text}));
    if (taken)
        QCOMPARE(command.number(u"until"_s, 0, 1), text.toDouble());
    else
        QVERIFY_THROWS_EXCEPTION(UsageError, (void)command.number(u"until"_s, 0, 1));
}

void TstCommand::asksForCommandOrWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("command");
    QTest::newRow("nothing") << QStringList{} << false;
    QTest::newRow("Qt's own option") << QStringList{u"-platform"_s, u"offscreen"_s} << false;
    QTest::newRow("command") << QStringList{u"predict"_s, u"a.png"_s} << true;
    QTest::newRow("our option without a command") << QStringList{u"--json"_s, u"a.png"_s} << true;
    QTest::newRow("misspelt option") << QStringList{u"--verison"_s} << true;
    QTest::newRow("a file to open") << QStringList{QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/README.md")}
                                    << false;
    QTest::newRow("unknown command") << QStringList{u"perdict"_s} << true;
    QTest::newRow("our option without a command") << QStringList{u"--json"_s, u"a.png"_s} << true;
    QTest::newRow("misspelt option") << QStringList{u"--verison"_s} << true;
    QTest::newRow("a file to open") << QStringList{QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/README.md")}
                                    << false;
    QTest::newRow("a lesson") << QStringList{u"--lesson"_s, u"mine.json"_s} << false;
    QTest::newRow("a lesson after =") << QStringList{u"--lesson=mine.json"_s} << false;
    QTest::newRow("no lesson") << QStringList{u"--lesson"_s} << true;
    QTest::newRow("help") << QStringList{u"--help"_s} << true;
    QTest::newRow("version") << QStringList{u"--version"_s} << true;
}

void TstCommand::asksForCommandOrWindow()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, command);
    QCOMPARE(asksForCommand(QStringList{u"glyphscope"_s} + arguments), command);
}

GLYPHSCOPE_TEST(TstCommand, Core)
#include "tst_command.moc"
