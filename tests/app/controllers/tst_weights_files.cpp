// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_files.h"
#include "model/checkpoint/weights_file.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

const QString kShipped = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors");

struct WeightsFilesFixture {
    test::Sessions sessions;
    WeightsFiles files{{.notices = sessions.notices,
                        .dialogs = sessions.dialogs,
                        .disk = sessions.disk,
                        .weights = sessions.weights}};
};

}  // namespace

class TstWeightsFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void appliesThoseOfAFile();
    void leavesThoseInUseWhenAFileIsBad_data();
    void leavesThoseInUseWhenAFileIsBad();
    void savesInTheFormatOfTheSuffix_data();
    void savesInTheFormatOfTheSuffix();
    void refusesASuffixOfNoFormat();
    void asksForFilesOfWeights();
    void waitsForWeightsToGoBackTo();
};

void TstWeightsFiles::appliesThoseOfAFile()
{
    WeightsFilesFixture fixture;
    QSignalSpy applied(&fixture.sessions.weights, &WeightsController::applied);
    fixture.files.open(kShipped);
    QTRY_COMPARE(applied.size(), 1);
    QVERIFY(fixture.sessions.weights.inUse()->tensors.size() > 1);
}

void TstWeightsFiles::leavesThoseInUseWhenAFileIsBad_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("exists");
    QTest::newRow("not there") << u"none.safetensors"_s << false;
    QTest::newRow("no weights at all") << u"words.safetensors"_s << true;
    QTest::newRow("of no network") << u"single.safetensors"_s << true;
}

void TstWeightsFiles::leavesThoseInUseWhenAFileIsBad()
{
    QFETCH(QString, name);
    QFETCH(bool, exists);
    WeightsFilesFixture fixture;
    const QString path = fixture.sessions.file(name);
    if (name.startsWith(u"single"_s)) {
        writeWeights(test::weightsOf(1), path.toStdString(), WeightsFormat::Safetensors);
    } else if (exists) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") > 0);
    }
    const WeightsController::Weights before = fixture.sessions.weights.inUse();
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    fixture.files.open(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains(name), qPrintable(failed[0][0].toString()));
    QCOMPARE(fixture.sessions.weights.inUse(), before);
}

void TstWeightsFiles::savesInTheFormatOfTheSuffix_data()
{
    QTest::addColumn<QString>("name");
    for (const char* suffix : {"safetensors", "pt"})
        QTest::newRow(suffix) << u"mine."_s + QString::fromLatin1(suffix);
}

void TstWeightsFiles::savesInTheFormatOfTheSuffix()
{
    QFETCH(QString, name);
    WeightsFilesFixture fixture;
    const QString path = fixture.sessions.file(name);
    fixture.files.save(path);
    QTRY_VERIFY(fixture.sessions.notices.text().contains(path));
    QCOMPARE(readWeights(path.toStdString()).tensors, fixture.sessions.weights.shown()->tensors);
}

void TstWeightsFiles::refusesASuffixOfNoFormat()
{
    WeightsFilesFixture fixture;
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    const QString path = fixture.sessions.file(u"mine.zip"_s);
    fixture.files.save(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u".safetensors"_s));
    QVERIFY(!QFile::exists(path));
}

void TstWeightsFiles::asksForFilesOfWeights()
{
    WeightsFilesFixture fixture;
    QSignalSpy applied(&fixture.sessions.weights, &WeightsController::applied);
    fixture.files.askToOpen();
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->nameFilters().first().contains(u"*.safetensors"_s));
    Q_EMIT dialog->fileSelected(kShipped);
    dialog->close();
    QTRY_COMPARE(applied.size(), 1);
}

/// The first ones are still being read when the program is started with a file of weights.
void TstWeightsFiles::waitsForWeightsToGoBackTo()
{
    test::Sessions sessions;
    WeightsController weights(sessions.disk, sessions.path("others"));
    WeightsFiles files({.notices = sessions.notices,
                        .dialogs = sessions.dialogs,
                        .disk = sessions.disk,
                        .weights = weights});
    QSignalSpy applied(&weights, &WeightsController::applied);
    files.open(kShipped);
    QSignalSpy idle(&sessions.weights, &WeightsController::historyChanged);
    sessions.weights.apply(test::tenClasses(2), u"Others"_s);  // the disk is asked in turn
    QTRY_COMPARE(idle.size(), 2);                              // with that of the fixture
    QCOMPARE(applied.size(), 0);
    weights.apply(test::tenClasses(1), u"First"_s);
    QTRY_COMPARE(applied.size(), 2);
}

GLYPHSCOPE_TEST(TstWeightsFiles, Widgets)
#include "tst_weights_files.moc"
