// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/curves/curve_plot.h"
#include "ui/runs/class_bars.h"
#include "ui/runs/fact_sheet.h"
#include "ui/runs/run_compare.h"
#include "ui/runs/run_curves_view.h"
#include "ui/runs/run_table.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/runs_panel.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRunsCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_panel = std::make_unique<RunsPanel>();
        m_panel->resize(1200, 900);
        m_panel->show();
        auto runs = test::keptRuns(4);
        runs[1].options.seed = 9;
        runs[1].test.confusion = {95, 5, 60, 40};
        m_panel->setRuns(runs);
    }

    void cleanup() { m_panel.reset(); }

    void twoAreComparedTheOlderFirst()
    {
        const QSignalSpy wanted(m_panel.get(), &RunsPanel::curvesWanted);
        choose({2, 3});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList().size(), 2);
        QVERIFY(compare()->isVisible());
        QCOMPARE(compare()->ids(), (QStringList{u"r0"_s, u"r1"_s}));
    }

    void differencesAreFound()
    {
        choose({2, 3});
        const auto& settings = m_panel->findChild<FactSheet*>(u"runs.compareSettings"_s)->pairs();
        const auto seed = std::ranges::find(settings, u"Seed"_s, &FactPair::name);
        QCOMPARE(seed->a, u"1"_s);
        QCOMPARE(seed->b, u"9"_s);
        QCOMPARE(std::ranges::count_if(settings, &FactPair::differs), 1);
        const auto& classes = m_panel->findChild<ClassBars*>()->pairs();
        QCOMPARE(changeText(*classes[1].points()), u"\u221240.00"_s);
    }

    void curvesLieOverEachOtherAsTheyArrive()
    {
        choose({2, 3});
        QVERIFY(curves(0).step.empty());
        m_panel->setCurves(u"r1"_s, test::curvesOf(200, 3));
        m_panel->setCurves(u"r3"_s, test::curvesOf(900, 3));  // not one of the two
        QVERIFY(curves(0).step.empty());
        QCOMPARE(curves(1).size(), std::size_t{200});
        m_panel->setCurves(u"r0"_s, test::curvesOf(300, 2));
        QCOMPARE(curves(0).size(), std::size_t{300});
        QCOMPARE(view()->model().limits.to, 300.0);
        m_panel->setRuns(test::keptRuns(4));
        QCOMPARE(curves(0).size(), std::size_t{300});
        choose({1, 3});  // r0 and r2
        QCOMPARE(curves(0).size(), std::size_t{300});
        QVERIFY(curves(1).step.empty());
    }

    void coloursAreThoseOfTheTraining()
    {
        auto* model = m_panel->findChild<RunTableModel*>();
        model->setOverlaid({u"r3"_s, u"r1"_s}, true);
        choose({2, 3});
        QCOMPARE(view()->model().runs[1].style, 2);
        QVERIFY(view()->model().runs[0].style != 2);
        model->setOverlaid({u"r0"_s}, true);
        QCOMPARE(view()->model().runs[0].style, 3);
    }

    void thePageEndsWithTheSettings_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 300;
        QTest::newRow("stacked") << 700;
        QTest::newRow("beside the list") << 1200;
    }

    void thePageEndsWithTheSettings()
    {
        QFETCH(int, width);
        m_panel->resize(width, 600);
        choose({2, 3});
        const auto* settings = m_panel->findChild<FactSheet*>(u"runs.compareSettings"_s);
        QTRY_COMPARE(settings->height(), settings->heightForWidth(settings->width()));
        QTRY_VERIFY(compare()->height() - settings->mapTo(compare(), settings->rect().bottomLeft()).y() < 40);
    }

    void curvesAreInSightAndGrowWithThePanel_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x768") << QSize(700, 616);
        QTest::newRow("1280x720") << QSize(880, 580);
        QTest::newRow("1920x1080") << QSize(1330, 940);
        QTest::newRow("3840x2160") << QSize(2680, 2010);
    }

    void curvesAreInSightAndGrowWithThePanel()
    {
        QFETCH(QSize, size);
        m_panel->setRuns(test::keptRuns(2));
        m_panel->resize(size);
        choose({0, 1});
        const QWidget* page = compare()->parentWidget();
        for (const CurvePlot* plot : view()->findChildren<CurvePlot*>()) {
            QTRY_VERIFY(plot->scene().scale.area.height() >= std::max(180.0, 0.3 * (size.height() - 340)));
            QTRY_VERIFY2(page->rect().contains(QRect(plot->mapTo(page, QPoint()), plot->size())),
                         qPrintable(plot->objectName()));
        }
    }

    void unevaluatedRunsHaveNoClassesToCompare()
    {
        auto runs = test::keptRuns(4);
        runs[0].test = {};
        m_panel->setRuns(runs);
        choose({2, 3});
        QVERIFY(m_panel->findChild<ClassBars*>()->isHidden());
        QVERIFY(m_panel->findChild<QLabel*>(u"runs.classWords"_s)->text().contains(u"until"_s));
    }

    void moreThanTwoSayWhatToDo()
    {
        choose({0, 1, 2});
        QVERIFY(!compare()->isVisible());
        QVERIFY(m_panel->findChild<QLabel*>(u"runs.many"_s)->text().startsWith(u"3 runs"_s));
    }

private:
    [[nodiscard]] RunCompare* compare() const { return m_panel->findChild<RunCompare*>(); }
    [[nodiscard]] RunCurvesView* view() const { return m_panel->findChild<RunCurvesView*>(); }
    [[nodiscard]] const StepCurves& curves(std::size_t i) const
    {
        return view()->model().runs[i].series->curves().steps;
    }

    void choose(const std::vector<int>& rows) const
    {
        auto* table = m_panel->findChild<RunTable*>();
        Qt::KeyboardModifiers held;
        for (const int row : rows) {
            const QModelIndex cell = table->model()->index(row, RunTableModel::State);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, held, table->visualRect(cell).center());
            held = Qt::ControlModifier;
        }
    }

    std::unique_ptr<RunsPanel> m_panel;
};

GLYPHSCOPE_TEST(TstRunsCompare, Widgets)
#include "tst_runs_compare.moc"
