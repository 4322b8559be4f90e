// SPDX-License-Identifier: GPL-3.0-or-later
// Output that cannot be written: no command may say that all went well.
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray twoDrawings()
{
    return "<ink><traceGroup><annotation type=\"truth\">7</annotation><trace>0 0, 60 0, 20 100</trace>"
           "</traceGroup><traceGroup><annotation type=\"truth\">1</annotation><trace>50 0, 50 100</trace>"
           "</traceGroup></ink>";
}

/// Every command that needs no training, in text and as JSON.
QList<QStringList> commandsThatPrint()
{
    QList<QStringList> all{{u"--help"_s}, {u"-h"_s}, {u"--version"_s}};
    for (const QString& name : {u"predict"_s, u"evaluate"_s, u"calibrate"_s, u"train"_s, u"finetune"_s,
                                u"runs"_s, u"inspect"_s, u"convert"_s, u"bench"_s, u"tour"_s})
        all << QStringList{name, u"--help"_s} << QStringList{name, u"--version"_s};
    const QList<QStringList> working{{u"predict"_s, u"ink.inkml"_s},
                                     {u"evaluate"_s, u"--ink"_s, u"ink.inkml"_s},
                                     {u"runs"_s},
                                     {u"inspect"_s, u"ink.inkml"_s, u"--out"_s, u"parts"_s},
                                     {u"convert"_s, u"ink.inkml"_s, u"out.inkml"_s}};
    for (const QStringList& command : working)
        all << command << command + QStringList{u"--json"_s};
    return all;
}

}  // namespace

class TstCliOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void aFullDiskIsTold_data() { addCommands(); }
    void aFullDiskIsTold();
    void aClosedOutputIsTold_data() { addCommands(); }
    void aClosedOutputIsTold();
    void aClosedOutputIsNotWrittenInto();
    void othersKeepTheirStatus();

private:
    static void addCommands();
    [[nodiscard]] Outcome inShell(const QString& redirection, const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliOutput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write(m_folder->filePath(u"ink.inkml"_s), twoDrawings());
}

void TstCliOutput::addCommands()
{
    QTest::addColumn<QStringList>("arguments");
    for (const QStringList& command : commandsThatPrint())
        if (command != QStringList{u"runs"_s, u"--json"_s})  // without runs it prints nothing
            QTest::newRow(qPrintable(command.join(u' '))) << command;
}

Outcome TstCliOutput::inShell(const QString& redirection, const QStringList& arguments) const
{
    QProcess process;
    prepare(process, m_folder->path());
    process.setProgram(u"/bin/sh"_s);
    process.setArguments(
        QStringList{u"-c"_s, u"exec \"$0\" \"$@\" "_s + redirection, QStringLiteral(GLYPHSCOPE_PROGRAM)} +
        arguments);
    process.start();
    return outcomeOf(process);
}

void TstCliOutput::aFullDiskIsTold()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = inShell(u">/dev/full"_s, arguments);
    QVERIFY2(outcome.err.contains("glyphscope: What was printed is lost: No space left on device."),
             outcome.err.constData());
    QCOMPARE(outcome.status, 1);
}

void TstCliOutput::aClosedOutputIsTold()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = inShell(u">&-"_s, arguments);
    QVERIFY2(outcome.err.contains("glyphscope: What was printed is lost: Bad file descriptor."),
             outcome.err.constData());
    QCOMPARE(outcome.status, 1);
}

/// The next file that is opened would get the number of standard output, and what is printed would go there.
void TstCliOutput::aClosedOutputIsNotWrittenInto()
{
    QCOMPARE(inShell(u"<&- >&- 2>&-"_s, {u"convert"_s, u"ink.inkml"_s, u"out.inkml"_s}).status, 1);
    QCOMPARE(inShell({}, {u"convert"_s, u"ink.inkml"_s, u"other.inkml"_s}).status, 0);
    QFile out(m_folder->filePath(u"out.inkml"_s));
    QFile other(m_folder->filePath(u"other.inkml"_s));
    QVERIFY(out.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), other.readAll());
}

void TstCliOutput::othersKeepTheirStatus()
{
    QCOMPARE(inShell(u">/dev/full"_s, {u"predict"_s}).status, 2);
    QCOMPARE(inShell(u">/dev/full"_s, {u"predict"_s, u"none.png"_s}).status, 1);
    QCOMPARE(inShell(u">/dev/null"_s, {u"--help"_s}).status, 0);
}

GLYPHSCOPE_TEST(TstCliOutput, Core)
#include "tst_cli_output.moc"
