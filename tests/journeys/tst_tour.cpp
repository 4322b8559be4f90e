// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

using namespace glyphscope;
using namespace glyphscope::test;

class TstTour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void walksToItsEndInBothSchemes();
    void needsAFolder();
};

namespace {

int run(const QStringList& arguments, const QString& data, QByteArray* output)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GLYPHSCOPE_DATA"), data);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(GLYPHSCOPE_PROGRAM), arguments);
    program.waitForFinished(-1);
    *output = program.readAllStandardOutput() + program.readAllStandardError();
    return program.exitCode();
}

}  // namespace

void TstTour::walksToItsEndInBothSchemes()
{
    const QTemporaryDir folder;
    writeSmallMnist(folder.filePath(QStringLiteral("data/mnist")), 20000);
    const QString pictures = folder.filePath(QStringLiteral("pictures"));
    QByteArray output;
    const int status =
        run({QStringLiteral("tour"), pictures}, folder.filePath(QStringLiteral("data")), &output);
    QVERIFY2(status == 0, output.constData());
    QVERIFY2(!output.contains("plugin") && !output.contains("XDG_RUNTIME_DIR"), output.constData());
    const QStringList files = QDir(pictures).entryList({QStringLiteral("*.png")});
    QVERIFY(files.filter(QStringLiteral("-light")).size() >= 8);
    QCOMPARE(files.filter(QStringLiteral("-dark")).size(), files.filter(QStringLiteral("-light")).size());
    for (const QString& file : files)
        QCOMPARE(QImage(QDir(pictures).filePath(file)).size(), QSize(1360, 860));
    // what the user keeps was not touched
    QCOMPARE(QDir(folder.filePath(QStringLiteral("data"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("mnist")});
}

void TstTour::needsAFolder()
{
    const QTemporaryDir folder;
    QByteArray output;
    QCOMPARE(run({QStringLiteral("tour")}, folder.path(), &output), 2);
    QVERIFY(output.contains("one folder"));
}

GLYPHSCOPE_TEST(TstTour, Core)
#include "tst_tour.moc"
