// SPDX-License-Identifier: GPL-3.0-or-later
// What the table of commands is made into: completions and the manual page.
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstCliCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOptionIsCompleted_data();
    void everyOptionIsCompleted();
    void shellsTakeIt_data();
    void shellsTakeIt();
    void bashCompletes_data();
    void bashCompletes();
    void thePageHasEveryOption();
    void thePageIsForMan();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString printed(const QStringList& arguments) const
    {
        const Outcome outcome = run(m_folder.path(), arguments);
        return outcome.status == 0 ? QString::fromUtf8(outcome.out) : QString();
    }

    QTemporaryDir m_folder;
};

namespace {

/// "--long" options in a command's help.
QStringList optionsOf(const QString& help)
{
    static const QRegularExpression line(u"^  (?:-., )?--([a-z-]+)"_s, QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = line.globalMatch(help); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

}  // namespace

void TstCliCompletion::everyOptionIsCompleted_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("written");  // as the shell has an option
    QTest::newRow("bash") << u"bash"_s << u"--%1"_s;
    QTest::newRow("zsh") << u"zsh"_s << u"'*--%1["_s;
    QTest::newRow("fish") << u"fish"_s << u" -l %1 "_s;
}

void TstCliCompletion::everyOptionIsCompleted()
{
    QFETCH(QString, shell);
    QFETCH(QString, written);
    const QString completion = printed({u"completion"_s, shell});
    for (const QString& command : {u"predict"_s, u"train"_s, u"convert"_s, u"runs"_s, u"tour"_s}) {
        QVERIFY2(completion.contains(command), qPrintable(command));
        const QStringList options = optionsOf(printed({command, u"--help"_s}));
        QVERIFY(!options.isEmpty());
        for (const QString& option : options)
            QVERIFY2(completion.contains(written.arg(option)), qPrintable(command + u" --"_s + option));
    }
}

void TstCliCompletion::shellsTakeIt_data()
{
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TstCliCompletion::shellsTakeIt()
{
    QFETCH(QString, shell);
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        QSKIP("this shell is not installed");
    QFile file(m_folder.filePath(shell));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(printed({u"completion"_s, shell}).toUtf8());
    file.close();
    QProcess process;
    process.start(program, {u"-n"_s, file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TstCliCompletion::bashCompletes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("first");
    QTest::newRow("a command") << u"glyphscope conv"_s << u"convert"_s;
    QTest::newRow("an option") << u"glyphscope train --teacher-te"_s << u"--teacher-temperature"_s;
    QTest::newRow("of the tour") << u"glyphscope tour --si"_s << u"--size"_s;
    QTest::newRow("a file") << u"glyphscope predict bas"_s << u"bash"_s;
    QTest::newRow("no option of another command") << u"glyphscope predict --teacher"_s << u""_s;
}

void TstCliCompletion::bashCompletes()
{
    QFETCH(QString, words);
    QFETCH(QString, first);
    QFile file(m_folder.filePath(u"bash"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(printed({u"completion"_s, u"bash"_s}).toUtf8());
    file.close();
    QProcess bash;
    bash.setWorkingDirectory(m_folder.path());
    bash.start(u"bash"_s, {u"-c"_s, u"source ./bash; COMP_WORDS=(%1); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); "
                                    "_glyphscope; echo \"${COMPREPLY[0]-}\""_s.arg(words)});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), first);
}

void TstCliCompletion::thePageHasEveryOption()
{
    const QString page = printed({u"manual"_s});
    for (const QString& command : {u"predict"_s, u"train"_s, u"network"_s, u"tour"_s})
        for (const QString& option : optionsOf(printed({command, u"--help"_s}))) {
            const QString written = QString(u"\\fB--"_s + option + u"\\fR"_s).replace(u'-', u"\\-"_s);
            QVERIFY2(page.contains(written), qPrintable(command + u" --"_s + option));
        }
}

void TstCliCompletion::thePageIsForMan()
{
    const QStringList lines = printed({u"manual"_s}).split(u'\n');
    QVERIFY(lines.first().startsWith(u".TH GLYPHSCOPE 1"_s));
    static const QRegularExpression request(u"^\\.(TH|SH|SS|TP|PP|br|ad l|nh)( |$)"_s);
    for (const QString& line : lines)
        QVERIFY2(!line.startsWith(u'.') || request.match(line).hasMatch(), qPrintable(line));
}

void TstCliCompletion::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no shell") << QStringList{u"completion"_s};
    QTest::newRow("an unknown shell") << QStringList{u"completion"_s, u"csh"_s};
    QTest::newRow("two shells") << QStringList{u"completion"_s, u"bash"_s, u"zsh"_s};
    QTest::newRow("a page of what") << QStringList{u"manual"_s, u"train"_s};
}

void TstCliCompletion::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(m_folder.path(), arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(!outcome.err.isEmpty());
}

GLYPHSCOPE_TEST(TstCliCompletion, Core)
#include "tst_cli_completion.moc"
