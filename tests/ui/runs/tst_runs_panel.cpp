// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/checkpoint_slider.h"
#include "ui/runs/note_edit.h"
#include "ui/runs/run_table.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/runs_panel.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRunsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_panel = std::make_unique<RunsPanel>();
        m_panel->setEngineReady(true);
        m_panel->resize(1200, 800);
        m_panel->show();
        m_panel->activateWindow();
        QTRY_VERIFY(m_panel->isActiveWindow());
    }

    void cleanup() { m_panel.reset(); }

    void anEmptyPanelSaysWhatComesHere()
    {
        QVERIFY(part<QWidget>(u"runs.empty"_s)->isVisible());
        m_panel->setRuns(test::keptRuns(1));
        QVERIFY(!part<QWidget>(u"runs.empty"_s)->isVisible());
        QVERIFY(part<QWidget>(u"runs.hint"_s)->isVisible());
        QCOMPARE(part<QLabel>(u"runs.count"_s)->text(), u"1 run"_s);
    }

    void theListIsAsHighAsItsRows()
    {
        auto* table = part<RunTable>(u"runs.table"_s);
        auto* list = table->parentWidget();
        for (const int width : {660, 1200, 2700}) {
            m_panel->resize(width, 800);
            m_panel->setRuns(test::keptRuns(3));
            QTRY_COMPARE(table->height(), table->sizeHint().height());
            QCOMPARE(table->verticalScrollBar()->maximum(), 0);
            m_panel->setRuns(test::keptRuns(40));
            QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
            QVERIFY(list->height() < m_panel->height() / 2);
        }
    }

    void aClickAsksForDetails()
    {
        m_panel->setRuns(test::keptRuns(3));
        const QSignalSpy chosen(m_panel.get(), &RunsPanel::runChosen);
        clickRow(1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"r1"_s);
        QCOMPARE(part<QLabel>(u"runs.title"_s)->text(), u"Run r1"_s);
        m_panel->setRuns(test::keptRuns(4));  // a newer one, above
        QCOMPARE(m_panel->selectedIds(), QStringList{u"r1"_s});
        QCOMPARE(chosen.size(), 1);
    }

    void aNewEvaluationMayHaveMoreCheckpoints()
    {
        auto runs = test::keptRuns(2);
        m_panel->setRuns(runs);
        clickRow(0);
        const QSignalSpy chosen(m_panel.get(), &RunsPanel::runChosen);
        runs[1].step += 1;
        m_panel->setRuns(runs);
        QCOMPARE(chosen.size(), 0);
        runs[1].last.step += 469;
        m_panel->setRuns(runs);
        QCOMPARE(chosen.size(), 1);
    }

    void scrubbingEndsWithEscape()
    {
        look(1);
        const QSignalSpy ended(m_panel.get(), &RunsPanel::scrubEnded);
        QTest::keyClick(slider(), Qt::Key_Escape);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_panel->isScrubbing());
    }

    void scrubbingEndsWithAnotherRun()
    {
        look(1);
        const QSignalSpy ended(m_panel.get(), &RunsPanel::scrubEnded);
        clickRow(2);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!slider()->isEnabled());  // its checkpoints are not here yet
        m_panel->setCheckpoints(u"r2"_s, test::fiveCheckpoints());
        QVERIFY(!slider()->isEnabled());  // of the one that was left
        m_panel->setCheckpoints(u"r0"_s, test::fiveCheckpoints());
        QVERIFY(slider()->isEnabled());
    }

    void scrubbingEndsWhenThePanelIsHidden()
    {
        look(1);
        const QSignalSpy ended(m_panel.get(), &RunsPanel::scrubEnded);
        const QSignalSpy shown(m_panel.get(), &RunsPanel::shown);
        m_panel->hide();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(shown[0][0].toBool(), false);
    }

    void scrubbingEndsWhenTheRunIsGone()
    {
        look(0);
        const QSignalSpy ended(m_panel.get(), &RunsPanel::scrubEnded);
        auto runs = test::keptRuns(3);
        runs.pop_back();
        m_panel->setRuns(runs);
        QCOMPARE(ended.size(), 1);
        QVERIFY(m_panel->selectedIds() != QStringList{u"r2"_s});
    }

    void aNewListDoesNotDisturbScrubbing()
    {
        look(1);
        const QSignalSpy ended(m_panel.get(), &RunsPanel::scrubEnded);
        m_panel->setRuns(test::keptRuns(5));
        QVERIFY(m_panel->isScrubbing());
        QCOMPARE(ended.size(), 0);
    }

    void theWeightsThatAreLookedAtAreUsed()
    {
        m_panel->setRuns(test::keptRuns(3));
        clickRow(1);
        m_panel->setCheckpoints(u"r1"_s, test::fiveCheckpoints());
        const QSignalSpy used(m_panel.get(), &RunsPanel::useRequested);
        button(u"runs.use"_s)->click();
        QCOMPARE(used[0][0].toString(), u"r1"_s);
        QCOMPARE(used[0][1].toLongLong(), -1);
        QTest::keyClick(slider(), Qt::Key_Left);
        button(u"runs.use"_s)->click();
        QCOMPARE(used[1][1].toLongLong(), 1876);
        QVERIFY(!m_panel->isScrubbing());
    }

    void whatCannotBeDoneSaysWhy()
    {
        auto runs = test::keptRuns(3);
        runs[2].state = RunState::Running;
        runs[1].state = RunState::Interrupted;
        m_panel->setActive(u"r2"_s);
        m_panel->setRuns(runs);
        clickRow(0);
        QVERIFY(!button(u"runs.resume"_s)->isEnabled());
        QVERIFY(!button(u"runs.trash"_s)->isEnabled());
        QVERIFY(button(u"runs.trash"_s)->toolTip().contains(u"Stop the training"_s));
        clickRow(1);
        QVERIFY(!button(u"runs.resume"_s)->isEnabled());
        QVERIFY(button(u"runs.trash"_s)->isEnabled());
        m_panel->setActive({});
        QVERIFY(button(u"runs.resume"_s)->isEnabled());
        const QSignalSpy resumed(m_panel.get(), &RunsPanel::resumeRequested);
        button(u"runs.resume"_s)->click();
        QCOMPARE(resumed[0][0].toString(), u"r1"_s);
        m_panel->setEngineReady(false);
        QVERIFY(!button(u"runs.resume"_s)->isEnabled());
        QVERIFY(!button(u"runs.use"_s)->isEnabled());
    }

    void aFailureShowsItsReason()
    {
        auto runs = test::keptRuns(1);
        runs[0].state = RunState::Failed;
        runs[0].failure = "The loss is not finite.";
        m_panel->setRuns(runs);
        clickRow(0);
        QVERIFY(part<QLabel>(u"runs.fate"_s)->isVisible());
        QCOMPARE(part<QLabel>(u"runs.fate"_s)->text(), u"The loss is not finite."_s);
    }

    void aNoteIsKeptWhenItIsLeft()
    {
        m_panel->setRuns(test::keptRuns(3));
        clickRow(0);
        const QSignalSpy noted(m_panel.get(), &RunsPanel::noteRequested);
        note()->setFocus();
        QTest::keyClicks(note(), u"Higher rate"_s);
        m_panel->setRuns(test::keptRuns(3));
        QCOMPARE(note()->toPlainText(), u"Higher rate"_s);
        QCOMPARE(noted.size(), 0);
        table()->setFocus();
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), u"r2"_s);
        QCOMPARE(noted[0][1].toString(), u"Higher rate"_s);
    }

    void aNoteIsKeptForItsOwnRun()
    {
        m_panel->setRuns(test::keptRuns(3));
        clickRow(0);
        const QSignalSpy noted(m_panel.get(), &RunsPanel::noteRequested);
        QTest::keyClicks(note(), u"Higher rate"_s);
        table()->selectRow(2);
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), u"r2"_s);
        QCOMPARE(note()->toPlainText(), QString());
    }

    void theTrashCanBeUndoneOnce()
    {
        m_panel->setRuns(test::keptRuns(3));
        m_panel->setActive(u"r0"_s);
        const QSignalSpy trashed(m_panel.get(), &RunsPanel::trashRequested);
        const QSignalSpy restored(m_panel.get(), &RunsPanel::restoreRequested);
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(trashed.size(), 1);
        QCOMPARE(trashed[0][0].toStringList(), (QStringList{u"r2"_s, u"r1"_s}));
        QVERIFY(part<QLabel>(u"runs.problem"_s)->text().startsWith(u"Run r0: "_s));
        QCOMPARE(part<QLabel>(u"runs.undoWords"_s)->text(), u"2 runs are in the trash"_s);
        QTest::keySequence(table(), QKeySequence::Undo);
        part<QToolButton>(u"runs.restore"_s)->click();
        QCOMPARE(restored.size(), 1);
    }

    void theActiveRunIsNotThrownAway()
    {
        m_panel->setRuns(test::keptRuns(1));
        m_panel->setActive(u"r0"_s);
        clickRow(0);
        const QSignalSpy trashed(m_panel.get(), &RunsPanel::trashRequested);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(trashed.size(), 0);
        QVERIFY(part<QWidget>(u"runs.problem"_s)->isVisible());
        m_panel->setProblem({});
        QVERIFY(!part<QWidget>(u"runs.problem"_s)->isVisible());
    }

    void theMenuOffersWhatCanBeDone()
    {
        m_panel->setRuns(test::keptRuns(2));
        clickRow(0);
        const std::unique_ptr<QMenu> menu(m_panel->makeMenu());
        const QSignalSpy folder(m_panel.get(), &RunsPanel::openFolderRequested);
        for (QAction* action : menu->actions()) {
            if (action->text() == u"Folder"_s)
                action->trigger();
            if (action->text() == u"Resume"_s)
                QVERIFY(!action->isEnabled());
        }
        QCOMPARE(folder.size(), 1);
    }

    void fiveHundredRunsAreQuick()
    {
        const auto runs = test::keptRuns(500);
        m_panel->setRuns(runs);
        table()->selectRow(250);
        const test::ProcessorTime spent;
        for (int i = 0; i < 10; ++i)
            m_panel->setRuns(runs);
        QVERIFY2(spent.isWithin(3000), spent.text());
        QCOMPARE(m_panel->selectedIds(), QStringList{u"r249"_s});
    }

    void fitsANarrowDock()
    {
        m_panel->setRuns(test::keptRuns(30));
        QVERIFY(m_panel->minimumSizeHint().width() <= 280);
        table()->selectRow(0);
        m_panel->setCheckpoints(u"r29"_s, test::fiveCheckpoints());
        QTest::keyClick(slider(), Qt::Key_Left);
        QVERIFY(m_panel->minimumSizeHint().width() <= 280);
    }

private:
    template <typename Part>
    [[nodiscard]] Part* part(const QString& name) const
    {
        return m_panel->findChild<Part*>(name);
    }
    [[nodiscard]] QPushButton* button(const QString& name) const { return part<QPushButton>(name); }
    [[nodiscard]] RunTable* table() const { return m_panel->findChild<RunTable*>(); }
    [[nodiscard]] CheckpointSlider* slider() const { return m_panel->findChild<CheckpointSlider*>(); }
    [[nodiscard]] NoteEdit* note() const { return m_panel->findChild<NoteEdit*>(); }

    void clickRow(int row) const
    {
        const QModelIndex cell = table()->model()->index(row, RunTableModel::State);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    }

    /// Three runs of which the one in `row` is looked at in its past.
    void look(int row) const
    {
        m_panel->setRuns(test::keptRuns(3));
        clickRow(row);
        m_panel->setCheckpoints(m_panel->selectedIds().constFirst(), test::fiveCheckpoints());
        const QSignalSpy scrubbed(m_panel.get(), &RunsPanel::scrubbed);
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Left);
        QCOMPARE(scrubbed.size(), 1);
        QCOMPARE(scrubbed[0][0].toString(), m_panel->selectedIds().constFirst());
        QCOMPARE(scrubbed[0][1].toLongLong(), 1876);
    }

    std::unique_ptr<RunsPanel> m_panel;
};

GLYPHSCOPE_TEST(TstRunsPanel, Widgets)
#include "tst_runs_panel.moc"
