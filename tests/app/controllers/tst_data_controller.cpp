// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/data_controller.h"
#include "app/files/inkml.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QFileDialog>

#include <atomic>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Tells when it was asked for distorted glyphs.
class DistortingEngine final : public test::FakeEngine {
public:
    std::atomic<int> asked = 0;

    [[nodiscard]] std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs, const Augmentation& how,
                                               std::uint64_t seed) override
    {
        ++asked;
        return FakeEngine::augmented(glyphs, how, seed);
    }
};

struct DataFixture {
    std::shared_ptr<DistortingEngine> engine = std::make_shared<DistortingEngine>();
    test::Sessions sessions{engine};
    TrainingPanel panel;
    DataController controller{{.training = panel,
                               .notices = sessions.notices,
                               .dialogs = sessions.dialogs,
                               .engine = sessions.engine,
                               .disk = sessions.disk,
                               .compute = sessions.compute}};
};

}  // namespace

class TstDataController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void tellsWhetherMnistIsThere();
    void addsAFolderThatIsChosen();
    void aFolderWithoutASetIsNotAdded();
    void nothingIsAddedToARunningTraining();
    void anOpenedSetIsTakenWhereNothingElseIs();
    void anOpenedSetIsAskedAbout_data();
    void anOpenedSetIsAskedAbout();
    void otherClassesCannotBeAdded();
    void tellsWhatIsToBeKnownOfASet();
    void tellsWhatIsToBeKnownOfInk_data();
    void tellsWhatIsToBeKnownOfInk();
    void inkOfLettersBringsItsOwnClasses();
    void inkOfOtherClassesIsAskedAbout_data();
    void inkOfOtherClassesIsAskedAbout();
    void openedInkIsOfferedOnly();
    void openedNumbersAreNotOffered();
    void previewsWithoutWaitingForTheDisk();
    void previewsInkWithTheHabitsChosen();
};

namespace {

/// Two drawings each of these labels.
QString writeInk(const QString& path, const QStringList& labels)
{
    std::vector<LabelledDrawing> drawings;
    for (const QString& label : labels)
        for (int i = 0; i < 2; ++i)
            drawings.push_back(
                {{{Stroke{{{10, 10}, {60, 90.0 + i}, {100, 20}}, 1}}, {}}, label.toStdString(), {}});
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(writeInkml(drawings));
    return path;
}

void chooseInk(DataFixture& fixture, const QString& path)
{
    Q_EMIT fixture.panel.addInkRequested();
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    delete dialog;
}

}  // namespace

void TstDataController::tellsWhetherMnistIsThere()
{
    DataFixture fixture;
    QSignalSpy seen(&fixture.controller, &DataController::mnistSeen);
    fixture.controller.showSources();
    QCOMPARE(seen.last()[0].toBool(), false);
    QVERIFY(seen.last()[1].toString().contains(fixture.sessions.file(u"mnist"_s)));
    test::writeSmallMnist(fixture.sessions.file(u"mnist"_s), 10);
    fixture.controller.showSources();
    QCOMPARE(seen.last()[0].toBool(), true);
}

void TstDataController::addsAFolderThatIsChosen()
{
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 20);
    Q_EMIT fixture.panel.addFolderRequested();
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
    Q_EMIT dialog->filesSelected({fixture.sessions.file(u"set"_s)});
    dialog->close();
    const std::vector<std::string> folders{fixture.sessions.file(u"set"_s).toStdString()};
    QTRY_COMPARE(fixture.panel.data().folders, folders);
    QVERIFY(!fixture.panel.data().mnist);  // which is not there
}

void TstDataController::aFolderWithoutASetIsNotAdded()
{
    DataFixture fixture;
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    fixture.controller.openFolder(fixture.sessions.file(u"nothing"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(fixture.panel.data().folders.empty());
}

void TstDataController::nothingIsAddedToARunningTraining()
{
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 20);
    fixture.controller.setRunning(true);
    fixture.controller.openFolder(fixture.sessions.file(u"set"_s));
    QVERIFY(fixture.sessions.notices.text().startsWith(u"A training is running."_s));
    QVERIFY(fixture.panel.data().folders.empty());
}

void TstDataController::anOpenedSetIsTakenWhereNothingElseIs()
{
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 20);
    fixture.controller.openFolder(fixture.sessions.file(u"set"_s));
    const std::vector<std::string> folders{fixture.sessions.file(u"set"_s).toStdString()};
    QTRY_COMPARE(fixture.panel.data().folders, folders);
    QVERIFY(!fixture.panel.data().mnist);  // which is not there
}

void TstDataController::anOpenedSetIsAskedAbout_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("folders");
    QTest::addColumn<bool>("mnist");
    QTest::newRow("instead") << u"notices.action"_s << 1 << false;
    QTest::newRow("beside") << u"notices.second"_s << 1 << true;
    QTest::newRow("neither") << u"notices.close"_s << 0 << true;
}

void TstDataController::anOpenedSetIsAskedAbout()
{
    QFETCH(QString, button);
    QFETCH(int, folders);
    QFETCH(bool, mnist);
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"mnist"_s), 20);
    test::writeSmallMnist(fixture.sessions.file(u"set"_s), 20);
    fixture.controller.openFolder(fixture.sessions.file(u"set"_s));
    QTRY_VERIFY(fixture.sessions.notices.isVisible());
    QVERIFY(fixture.panel.data().folders.empty());
    fixture.sessions.notices.findChild<QAbstractButton*>(button)->click();
    QCOMPARE(static_cast<int>(fixture.panel.data().folders.size()), folders);
    QCOMPARE(fixture.panel.data().mnist, mnist);
}

void TstDataController::otherClassesCannotBeAdded()
{
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"mnist"_s), 20);
    test::writeSmallMnist(fixture.sessions.file(u"letters"_s), 60, 20);
    fixture.controller.openFolder(fixture.sessions.file(u"letters"_s));
    QTRY_VERIFY(fixture.sessions.notices.isVisible());
    QVERIFY(!fixture.sessions.notices.findChild<QAbstractButton*>(u"notices.second"_s)->isVisible());
    fixture.sessions.notices.findChild<QAbstractButton*>(u"notices.action"_s)->click();
    QCOMPARE(fixture.panel.data().folders.size(), std::size_t{1});
    QVERIFY(!fixture.panel.data().mnist);
}

void TstDataController::tellsWhatIsToBeKnownOfASet()
{
    DataFixture fixture;
    test::writeSmallSet(fixture.sessions.file(u"scanned"_s), 20, 10,
                        [](int, int label) { return QByteArray(784, label == 3 ? '\x20' : '\xff'); });
    fixture.controller.openFolder(fixture.sessions.file(u"scanned"_s));
    QTRY_VERIFY(fixture.sessions.notices.isVisible());
    const QString text = fixture.sessions.notices.text();
    QVERIFY2(text.contains(u"images will be trained on. The images of "_s), qPrintable(text));
    QVERIFY2(text.contains(u"are dark on light. They are inverted"_s), qPrintable(text));
}

void TstDataController::tellsWhatIsToBeKnownOfInk_data()
{
    QTest::addColumn<bool>("digits");
    QTest::newRow("digits") << true;
    QTest::newRow("what is no digit") << false;
}

void TstDataController::tellsWhatIsToBeKnownOfInk()
{
    QFETCH(bool, digits);
    DataFixture fixture;
    QFile file(fixture.sessions.file(u"ink.dat"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(".include notes.doc\n.segment digit 0 ? \"1\"\n.pen_down\n5 9\n5 0\n.pen_up\n");
    file.close();
    if (digits)
        Q_EMIT fixture.panel.addInkRequested();
    else
        Q_EMIT fixture.panel.addNotDigitsRequested();
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->filesSelected({file.fileName()});
    dialog->close();
    QTRY_VERIFY(fixture.sessions.notices.isVisible());
    QVERIFY(fixture.sessions.notices.text().endsWith(u"the ink is read without it."_s));
    const DataChoice data = fixture.panel.data();
    QCOMPARE((digits ? data.ink : data.notDigits).size(), std::size_t{1});
}

void TstDataController::inkOfLettersBringsItsOwnClasses()
{
    DataFixture fixture;
    const QString path = writeInk(fixture.sessions.file(u"letters.inkml"_s), {u"A"_s, u"a"_s, u"b"_s});
    chooseInk(fixture, path);
    QTRY_COMPARE(fixture.panel.data().ink, std::vector{path.toStdString()});
    QVERIFY(!fixture.panel.data().mnist);  // which is not there
    const QString more = writeInk(fixture.sessions.file(u"more.inkml"_s), {u"b"_s, u"c"_s});
    chooseInk(fixture, more);
    QTRY_COMPARE(fixture.panel.data().ink.size(), std::size_t{2});
    auto* fold = fixture.panel.findChild<QAbstractButton*>(u"training.foldCase"_s);
    QVERIFY(!fold->isHidden());
    fold->click();
    QVERIFY(fixture.panel.data().foldCase);
}

void TstDataController::inkOfOtherClassesIsAskedAbout_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("notDigits");
    QTest::addColumn<bool>("mnist");
    QTest::newRow("instead") << u"notices.action"_s << 1 << 0 << false;
    QTest::newRow("as what is none") << u"notices.second"_s << 0 << 1 << true;
    QTest::newRow("neither") << u"notices.close"_s << 0 << 0 << true;
}

void TstDataController::inkOfOtherClassesIsAskedAbout()
{
    QFETCH(QString, button);
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"mnist"_s), 20);
    fixture.controller.showSources();
    chooseInk(fixture, writeInk(fixture.sessions.file(u"letters.inkml"_s), {u"A"_s, u"B"_s}));
    QTRY_VERIFY(fixture.sessions.notices.text().contains(
        u"of 2 classes from \"A\" to \"B\", others than those of MNIST"_s));
    fixture.sessions.notices.findChild<QAbstractButton*>(button)->click();
    const DataChoice data = fixture.panel.data();
    QTEST(static_cast<int>(data.ink.size()), "ink");
    QTEST(static_cast<int>(data.notDigits.size()), "notDigits");
    QTEST(data.mnist, "mnist");
}

void TstDataController::openedInkIsOfferedOnly()
{
    DataFixture fixture;
    const QString path = writeInk(fixture.sessions.file(u"letters.inkml"_s), {u"A"_s, u"B"_s});
    fixture.controller.offerInk(path);
    QTRY_VERIFY(fixture.sessions.notices.text().contains(u", from \"A\" to \"B\""_s));
    QVERIFY(fixture.panel.data().ink.empty());
    fixture.sessions.notices.findChild<QAbstractButton*>(u"notices.action"_s)->click();
    QCOMPARE(fixture.panel.data().ink, std::vector{path.toStdString()});
    QVERIFY(fixture.sessions.notices.text().contains(u"an output for each of the 2 classes"_s));
}

void TstDataController::openedNumbersAreNotOffered()
{
    DataFixture fixture;
    const QString path = writeInk(fixture.sessions.file(u"numbers.inkml"_s), {u"42"_s, u"1998"_s, u"7"_s});
    fixture.controller.offerInk(path);
    fixture.controller.openFolder(fixture.sessions.file(u"nothing"_s));  // after it
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!fixture.sessions.notices.isVisible());
}

void TstDataController::previewsInkWithTheHabitsChosen()
{
    DataFixture fixture;
    const QString path = writeInk(fixture.sessions.file(u"letters.inkml"_s), {u"A"_s, u"B"_s});
    chooseInk(fixture, path);
    QTRY_COMPARE(fixture.panel.data().ink.size(), std::size_t{1});
    fixture.panel.show();
    auto* preview = fixture.panel.findChild<AugmentationPreview*>();
    const auto originals = [&] {
        Q_EMIT fixture.panel.augmentationPreviewWanted(Augmentation());
        return preview->originals().size();
    };
    QTRY_COMPARE(originals(), std::size_t{4});
    QVERIFY(preview->originals() != preview->distorted());  // varied as training varies it
    DataChoice data = fixture.panel.data();
    data.inkVariations = 0;
    fixture.panel.setData(data);
    const auto same = [&] {
        Q_EMIT fixture.panel.augmentationPreviewWanted(Augmentation());
        return preview->originals() == preview->distorted();
    };
    QTRY_VERIFY(same());
    const auto alone = [&] {
        Q_EMIT fixture.panel.augmentationPreviewWanted(Augmentation(), u"doubles"_s);
        return preview->originals() != preview->distorted();
    };
    QTRY_VERIFY(alone());
}

void TstDataController::previewsWithoutWaitingForTheDisk()
{
    DataFixture fixture;
    test::writeSmallMnist(fixture.sessions.file(u"mnist"_s), 20);
    const test::Blocked disk(fixture.sessions.disk);
    Augmentation how;
    how.rotation = 10;
    Q_EMIT fixture.panel.augmentationPreviewWanted(how);
    QTRY_COMPARE(fixture.engine->asked.load(), 1);
}

GLYPHSCOPE_TEST(TstDataController, Widgets)
#include "tst_data_controller.moc"
