// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope::test;

/// OpenMP's library says on standard error, when it is loaded, what it has read from the environment.
class TstStartAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threadsOfTheCommandLineDoNotSpin();
    void threadsOfTheWindowDoNotSpin();
    void whatTheUserHasSetStays_data();
    void whatTheUserHasSetStays();
    void argumentsAndStreamsAreThoseOfTheFirst();
};

namespace {

void prepareTalking(QProcess& process, const QString& folder, const QHash<QString, QString>& more = {})
{
    prepare(process, folder);
    QProcessEnvironment environment = process.processEnvironment();
    for (const char* const variable : {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "LD_PRELOAD"})
        environment.remove(QLatin1StringView(variable));
    environment.insert(QStringLiteral("OMP_DISPLAY_ENV"), QStringLiteral("VERBOSE"));
    for (const auto& [name, value] : more.asKeyValueRange())
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
}

/// What every load of the library said.
QStringList spinCounts(const QByteArray& text)
{
    QStringList counts;
    for (const QByteArray& line : text.split('\n'))
        if (line.contains("GOMP_SPINCOUNT"))
            counts << QString::fromLatin1(line.mid(line.indexOf('\'') + 1).chopped(1));
    return counts;
}

}  // namespace

void TstStartAgain::threadsOfTheCommandLineDoNotSpin()
{
    const QTemporaryDir folder;
    QProcess process;
    prepareTalking(process, folder.path());
    process.setArguments({QStringLiteral("--version")});
    process.start();
    const Outcome outcome = outcomeOf(process);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith("glyphscope "), outcome.out.constData());
    const QStringList counts = spinCounts(outcome.err);
    if (counts.isEmpty())
        QSKIP("Qt brings no OpenMP here: it is loaded after main() has begun");
    QCOMPARE(counts.last(), QStringLiteral("300"));
    QVERIFY(counts.size() <= 2);
}

void TstStartAgain::threadsOfTheWindowDoNotSpin()
{
    const QTemporaryDir folder;
    QProcess process;
    prepareTalking(process, folder.path(),
                   {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")},
                    {QStringLiteral("XDG_CONFIG_HOME"), folder.path()}});
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    process.start();
    // the last count is of the program that goes on
    while (spinCounts(said).value(spinCounts(said).size() - 1) != QStringLiteral("300") &&
           process.waitForReadyRead(60'000))
        said += process.readAllStandardError();
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    if (spinCounts(said).isEmpty())
        QSKIP("Qt brings no OpenMP here: it is loaded after main() has begun");
    QCOMPARE(spinCounts(said).last(), QStringLiteral("300"));
}

void TstStartAgain::whatTheUserHasSetStays_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("spin count") << QStringLiteral("GOMP_SPINCOUNT") << QStringLiteral("17");
    QTest::newRow("wait policy") << QStringLiteral("OMP_WAIT_POLICY") << QStringLiteral("PASSIVE");
    QTest::newRow("started again already")
        << QStringLiteral("GLYPHSCOPE_STARTED_AGAIN") << QStringLiteral("1");
}

void TstStartAgain::whatTheUserHasSetStays()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    const QTemporaryDir folder;
    QProcess process;
    prepareTalking(process, folder.path(), {{variable, value}});
    process.setArguments({QStringLiteral("--version")});
    process.start();
    const Outcome outcome = outcomeOf(process);
    QCOMPARE(outcome.status, 0);
    QVERIFY(spinCounts(outcome.err).size() <= 1);  // it was started once
    QVERIFY(!spinCounts(outcome.err).contains(QStringLiteral("300")));
}

void TstStartAgain::argumentsAndStreamsAreThoseOfTheFirst()
{
    const QTemporaryDir folder;
    QProcess process;
    prepareTalking(process, folder.path());
    // bytes that are no UTF-8, read from standard input by a shell that names the program otherwise
    process.setProgram(QStringLiteral("/bin/sh"));
    process.setArguments({QStringLiteral("-c"),
                          QStringLiteral("exec \"$1\" predict \"$(printf 'no\\377such  file')\" ''"),
                          QStringLiteral("sh"), QStringLiteral(GLYPHSCOPE_PROGRAM)});
    process.start();
    const Outcome outcome = outcomeOf(process);
    QVERIFY(outcome.status > 0);
    QVERIFY2(outcome.err.contains("such  file"), outcome.err.constData());
}

GLYPHSCOPE_TEST(TstStartAgain, Core)
#include "tst_start_again.moc"
