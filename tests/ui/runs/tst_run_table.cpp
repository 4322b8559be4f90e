// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/run_delegate.h"
#include "ui/runs/run_table.h"
#include "ui/runs/run_table_model.h"
#include "ui/style/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

using namespace glyphscope;
using namespace Qt::StringLiterals;
using Column = RunTableModel::Column;

class TstRunTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_model = std::make_unique<RunTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_table = std::make_unique<RunTable>(m_model.get(), nullptr);
        m_table->resize(1400, 300);
        m_table->show();
        m_table->activateWindow();
        QTRY_VERIFY(m_table->isActiveWindow());
    }

    void cleanup()
    {
        m_table.reset();
        m_tester.reset();
        m_model.reset();
    }

    void theNewestComesFirst()
    {
        m_model->setRuns(test::keptRuns(3));
        QCOMPARE(text(0, Column::Name), u"Run r2"_s);
        QCOMPARE(text(2, Column::Name), u"Run r0"_s);
    }

    void numbersAreSortedAsNumbers()
    {
        auto runs = test::keptRuns(3);
        runs[0].seconds = 9;
        runs[1].seconds = 4000;
        runs[2].seconds = 100;
        runs[2].last = runs[2].best = {};
        m_model->setRuns(runs);
        m_table->sortByColumn(Column::Time, Qt::AscendingOrder);
        QCOMPARE(text(0, Column::Time), u"0:09"_s);
        QCOMPARE(text(1, Column::Time), u"1:40"_s);
        QCOMPARE(text(2, Column::Time), u"1:06:40"_s);
        m_table->sortByColumn(Column::LastTest, Qt::DescendingOrder);
        QCOMPARE(text(2, Column::LastTest), QString());  // never judged: last
    }

    void aNewListMovesNothing()
    {
        auto runs = test::keptRuns(40);
        m_model->setRuns(runs);
        m_table->sortByColumn(Column::Name, Qt::AscendingOrder);
        m_table->selectRow(20);
        m_table->verticalScrollBar()->setValue(100);
        const QStringList chosen = m_table->selectedIds();
        runs.erase(runs.begin());
        runs[5].step += 1;
        runs.push_back(test::keptRun("zz"));
        m_model->setRuns(runs);
        QCOMPARE(m_table->selectedIds(), chosen);
        QCOMPARE(m_table->verticalScrollBar()->value(), 100);
        QCOMPARE(m_model->rowCount(), 40);
        QCOMPARE(text(39, Column::Name), u"Run zz"_s);
    }

    void aNameIsEditedInPlace()
    {
        m_model->setRuns(test::keptRuns(3));
        const QSignalSpy renamed(m_model.get(), &RunTableModel::renamed);
        startEditing(1);
        auto* edit = m_table->findChild<QLineEdit*>(u"runs.nameEdit"_s);
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"  with   dropout "_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].toString(), u"r1"_s);
        QCOMPARE(renamed[0][1].toString(), u"with dropout"_s);
        QCOMPARE(text(1, Column::Name), u"with dropout"_s);
    }

    void anEditSurvivesANewList()
    {
        m_model->setRuns(test::keptRuns(3));
        startEditing(1);
        auto* edit = m_table->findChild<QLineEdit*>(u"runs.nameEdit"_s);
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"half a na"_s);
        auto runs = test::keptRuns(4);
        runs[1].name = "from elsewhere";
        m_model->setRuns(runs);
        QCOMPARE(m_table->findChild<QLineEdit*>(u"runs.nameEdit"_s), edit);
        QCOMPARE(edit->text(), u"half a na"_s);
        const QSignalSpy renamed(m_model.get(), &RunTableModel::renamed);
        QTest::keyClicks(edit, u"me"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].toString(), u"r1"_s);
        QCOMPARE(renamed[0][1].toString(), u"half a name"_s);
    }

    void anEmptyNameIsNone()
    {
        m_model->setRuns(test::keptRuns(1));
        const QSignalSpy renamed(m_model.get(), &RunTableModel::renamed);
        QVERIFY(!m_model->setData(m_model->index(0, Column::Name), u"  "_s, Qt::EditRole));
        QVERIFY(!m_model->setData(m_model->index(0, Column::Name), u"Run r0"_s, Qt::EditRole));
        QCOMPARE(renamed.size(), 0);
    }

    void aClickOnTheBoxShowsItsCurves()
    {
        m_model->setRuns(test::keptRuns(3));
        const QSignalSpy overlays(m_model.get(), &RunTableModel::overlaysChanged);
        clickBox(0);
        clickBox(2);
        QCOMPARE(m_model->overlays(), (QStringList{u"r2"_s, u"r0"_s}));
        QCOMPARE(m_model->styleOf(u"r0"_s), std::optional(2));
        clickBox(0);
        QCOMPARE(overlays.size(), 3);
        QCOMPARE(m_model->overlays(), QStringList{u"r0"_s});
        QCOMPARE(m_model->styleOf(u"r0"_s), std::optional(2));  // keeps its colour
        clickBox(1);
        QCOMPARE(m_model->styleOf(u"r1"_s), std::optional(1));  // the first that is free
    }

    void spaceTogglesTheSelected()
    {
        m_model->setRuns(test::keptRuns(3));
        m_table->selectAll();
        clickBoxOf(u"r1"_s);
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QCOMPARE(m_model->overlays().size(), 3);
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QCOMPARE(m_model->overlays().size(), 0);
    }

    void theActiveRunNeedsNoBox()
    {
        m_model->setRuns(test::keptRuns(3));
        m_model->setOverlaid({u"r0"_s, u"r1"_s}, true);
        const QSignalSpy overlays(m_model.get(), &RunTableModel::overlaysChanged);
        m_model->setActive(u"r0"_s);
        QCOMPARE(overlays.size(), 1);
        QCOMPARE(m_model->overlays(), QStringList{u"r1"_s});
        QCOMPARE(m_model->styleOf(u"r0"_s), std::optional(0));
        clickBoxOf(u"r0"_s);
        QCOMPARE(m_model->overlays(), QStringList{u"r1"_s});
    }

    void aPausedRunIsSaidToBe()
    {
        auto runs = test::keptRuns(2);
        for (RunInfo& run : runs)
            run.state = RunState::Running;  // the other one by another program
        m_model->setRuns(runs);
        m_model->setActive(u"r0"_s);
        const auto stateOf = [this](const QString& id) {
            for (int row = 0; row < m_model->rowCount(); ++row)
                if (m_model->index(row, 0).data(RunTableModel::IdRole) == id)
                    return m_model->index(row, RunTableModel::State).data().toString();
            return QString();
        };
        const QString running = stateOf(u"r0"_s);
        m_model->setPaused(true);
        QVERIFY(stateOf(u"r0"_s) != running);
        QCOMPARE(stateOf(u"r1"_s), running);
        m_model->setPaused(false);
        QCOMPARE(stateOf(u"r0"_s), running);
    }

    void aRunThatIsGoneHasNoCurves()
    {
        auto runs = test::keptRuns(3);
        m_model->setRuns(runs);
        m_model->setOverlaid({u"r0"_s, u"r1"_s}, true);
        const QSignalSpy overlays(m_model.get(), &RunTableModel::overlaysChanged);
        runs.erase(runs.begin());
        m_model->setRuns(runs);
        QCOMPARE(overlays.size(), 1);
        QCOMPARE(overlays[0][0].toStringList(), QStringList{u"r1"_s});
    }

    void rowsAreCopied()
    {
        m_model->setRuns(test::keptRuns(2));
        m_table->selectRow(1);
        QTest::keySequence(m_table.get(), QKeySequence::Copy);
        QStringList copied = QApplication::clipboard()->text().split(u'\t');
        copied.removeAt(1);  // when it was started, in the time of the place
        QCOMPARE(copied.first(4), (QStringList{u"Run r0"_s, u"99.00 %"_s, u"done"_s, text(1, Column::Time)}));
    }

    void whatTellsRunsApartIsInSight()
    {
        m_model->setRuns(test::keptRuns(3));
        m_table->resize(640 - 2 * metrics::kPadding, 300);
        for (const int column :
             {Column::Name, Column::Started, Column::BestTest, Column::State, Column::Time}) {
            const QRect place = m_table->visualRect(cell(0, column));
            QVERIFY2(m_table->viewport()->rect().contains(place), qPrintable(QString::number(column)));
            QVERIFY(m_table->fontMetrics().horizontalAdvance(text(0, column)) <= place.width());
        }
    }

    void columnsInSightAreWhole()
    {
        auto runs = test::keptRuns(3);
        runs[1].name = "standard, seed 478814";
        m_model->setRuns(runs);
        const QHeaderView* header = m_table->horizontalHeader();
        int before = 0;
        for (int width = 620; width <= 1500; width += 40) {
            m_table->resize(width, 300);
            const int room = m_table->viewport()->width();
            int shown = 0;
            for (int column = 0; column < header->count(); ++column) {
                const int left = header->sectionViewportPosition(column);
                const bool hidden = m_table->isColumnHidden(column) || left >= room;
                QVERIFY2(hidden || left + header->sectionSize(column) <= room,
                         qPrintable(QString::number(width)));
                shown += hidden ? 0 : 1;
            }
            QVERIFY(shown >= before);
            before = shown;
            QVERIFY(header->sectionSize(Column::Name) >=
                    m_table->fontMetrics().horizontalAdvance(u"standard, seed 478814"_s));
        }
        QCOMPARE(before, header->count() - header->hiddenSectionCount());
    }

    void namesStayWhenTheOthersAreScrolled()
    {
        m_model->setRuns(test::keptRuns(3));
        m_table->resize(616, 300);
        QScrollBar* bar = m_table->horizontalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const QRect before = m_table->visualRect(cell(1, Column::Name));
        const QImage names = m_table->viewport()->grab(before.adjusted(2, 2, -8, -2)).toImage();
        bar->setValue(bar->maximum());
        QCOMPARE(m_table->visualRect(cell(1, Column::Name)), before);
        QCOMPARE(m_table->viewport()->grab(before.adjusted(2, 2, -8, -2)).toImage(), names);
        clickBox(1);  // where it is seen
        QCOMPARE(m_model->overlays(), QStringList{u"r1"_s});
        startEditing(1);
        auto* edit = m_table->findChild<QLineEdit*>(u"runs.nameEdit"_s);
        QVERIFY(edit && before.contains(edit->geometry().center()));
        QTest::keyClick(edit, Qt::Key_Escape);
        // a column that one comes to does not lie behind the names
        bar->setValue(bar->maximum());
        m_table->scrollTo(cell(1, Column::Started));
        QVERIFY(m_table->visualRect(cell(1, Column::Started)).left() >= before.right());
    }

    void theTitleOfTheNamesSortsWhereItIsSeen()
    {
        m_model->setRuns(test::keptRuns(3));
        m_table->resize(616, 300);
        QScrollBar* bar = m_table->horizontalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        const auto* header = m_table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(30, header->height() / 2));
        QCOMPARE(text(0, Column::Name), u"Run r0"_s);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(30, header->height() / 2));
        QCOMPARE(text(0, Column::Name), u"Run r2"_s);
    }

    void validationHasColumnsOnceThereIsOne()
    {
        QVERIFY(m_table->isColumnHidden(Column::BestValidation));
        m_table->showValidation();
        QVERIFY(!m_table->isColumnHidden(Column::BestValidation));
        m_table->setColumnHidden(Column::BestValidation, true);
        m_table->showValidation();
        QVERIFY(m_table->isColumnHidden(Column::BestValidation));  // the user's wish
    }

private:
    [[nodiscard]] QModelIndex cell(int row, int column) const { return m_table->model()->index(row, column); }
    [[nodiscard]] QString text(int row, int column) const { return cell(row, column).data().toString(); }

    void startEditing(int row) const
    {
        m_table->setFocus();
        m_table->setCurrentIndex(cell(row, Column::Name));
        QTest::keyClick(m_table.get(), Qt::Key_F2);
    }

    void clickBox(int row) const
    {
        const QRectF box = CheckDelegate::box(m_table->visualRect(cell(row, Column::Name)));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, box.center().toPoint());
    }

    void clickBoxOf(const QString& id) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (cell(row, 0).data(RunTableModel::IdRole).toString() == id) {
                const QRectF box = CheckDelegate::box(m_table->visualRect(cell(row, Column::Name)));
                QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                                  box.center().toPoint());
            }
    }

    std::unique_ptr<RunTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<RunTable> m_table;
};

GLYPHSCOPE_TEST(TstRunTable, Widgets)
#include "tst_run_table.moc"
