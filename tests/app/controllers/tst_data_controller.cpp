// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/data_controller.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
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

struct DataDesk {
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
    void previewsWithoutWaitingForTheDisk();
};

void TstDataController::tellsWhetherMnistIsThere()
{
    DataDesk desk;
    QSignalSpy seen(&desk.controller, &DataController::mnistSeen);
    desk.controller.showSources();
    QCOMPARE(seen.last()[0].toBool(), false);
    QVERIFY(seen.last()[1].toString().contains(desk.sessions.file(u"mnist"_s)));
    test::writeSmallMnist(desk.sessions.file(u"mnist"_s), 10);
    desk.controller.showSources();
    QCOMPARE(seen.last()[0].toBool(), true);
}

void TstDataController::addsAFolderThatIsChosen()
{
    DataDesk desk;
    test::writeSmallMnist(desk.sessions.file(u"set"_s), 20);
    Q_EMIT desk.panel.addFolderRequested();
    auto* dialog = desk.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
    Q_EMIT dialog->filesSelected({desk.sessions.file(u"set"_s)});
    dialog->close();
    const std::vector<std::string> folders{desk.sessions.file(u"set"_s).toStdString()};
    QTRY_COMPARE(desk.panel.data().folders, folders);
    QVERIFY(!desk.panel.data().mnist);  // which is not there
}

void TstDataController::aFolderWithoutASetIsNotAdded()
{
    DataDesk desk;
    QSignalSpy failed(&desk.sessions.disk, &TaskSession::failed);
    desk.controller.addFolder(desk.sessions.file(u"nothing"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(desk.panel.data().folders.empty());
}

void TstDataController::nothingIsAddedToARunningTraining()
{
    DataDesk desk;
    test::writeSmallMnist(desk.sessions.file(u"set"_s), 20);
    desk.controller.setRunning(true);
    desk.controller.addFolder(desk.sessions.file(u"set"_s));
    QVERIFY(desk.sessions.notices.text().startsWith(u"A training is running."_s));
    QVERIFY(desk.panel.data().folders.empty());
}

void TstDataController::previewsWithoutWaitingForTheDisk()
{
    DataDesk desk;
    test::writeSmallMnist(desk.sessions.file(u"mnist"_s), 20);
    const test::Blocked disk(desk.sessions.disk);
    Augmentation how;
    how.rotation = 10;
    Q_EMIT desk.panel.augmentationPreviewWanted(how);
    QTRY_COMPARE(desk.engine->asked.load(), 1);
}

GLYPHSCOPE_TEST(TstDataController, Widgets)
#include "tst_data_controller.moc"
