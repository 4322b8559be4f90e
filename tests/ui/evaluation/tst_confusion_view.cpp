// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/evaluation/confusion_view.h"
#include "ui/style/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

using namespace glyphscope;
using namespace Qt::StringLiterals;

using Cell = ConfusionView::Cell;

class TstConfusionView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void totalsStandAtTheEnds()
    {
        ConfusionModel model;
        model.setEvaluation(m_three.evaluation);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(textAt(model, 0, 1), u"2"_s);
        QCOMPARE(textAt(model, 1, 0), QString());
        QCOMPARE(textAt(model, 0, 3), u"3"_s);
        QCOMPARE(textAt(model, 3, 0), u"2"_s);
        QCOMPARE(textAt(model, 3, 3), u"6"_s);
        QCOMPARE(tipAt(model, 0, 1), u"0 read as 1: 2 of 3 images, 66.67\u00a0%"_s);
        QCOMPARE(tipAt(model, 3, 1), u"4 images read as 1, rightly or not"_s);
    }

    void sharesAreOfTheRow()
    {
        ConfusionModel model;
        model.setEvaluation(m_three.evaluation);
        model.setShares(true);
        QCOMPARE(textAt(model, 0, 1), u"66.7"_s);
        QCOMPARE(model.index(0, 1).data(ConfusionModel::ShortRole).toString(), u"67"_s);
        QCOMPARE(textAt(model, 0, 3), u"3"_s);
    }

    void thousandsHaveAShortForm()
    {
        const test::Story story = test::storyOf(2, std::vector<test::Read>(1180));
        ConfusionModel model;
        model.setEvaluation(story.evaluation);
        QCOMPARE(textAt(model, 0, 0), u"1180"_s);
        QCOMPARE(model.index(0, 0).data(ConfusionModel::ShortRole).toString(), u"1k"_s);
    }

    void aClickChoosesACell()
    {
        Shown shown(m_three);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.centre(0, 1));
        QCOMPARE(shown.chosen, std::optional(Cell{0, 1}));
        QCOMPARE(shown.view.cell(), std::optional(Cell{0, 1}));
    }

    void arrowsMoveBetweenCellsAndPassTotals()
    {
        Shown shown(m_three);
        shown.view.setCell(Cell{1, 2});
        QCOMPARE(shown.told, 0);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.chosen, std::optional(Cell{2, 2}));
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.cell(), std::optional(Cell{2, 2}));
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.chosen, std::optional(Cell{2, 1}));
    }

    void escapeLetsGo()
    {
        Shown shown(m_three);
        shown.view.setCell(Cell{1, 2});
        QKeyEvent wanted(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        wanted.ignore();
        QCoreApplication::sendEvent(&shown.view, &wanted);
        QVERIFY(wanted.isAccepted());
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.told, 1);
        QVERIFY(!shown.chosen);
        wanted.ignore();
        QCoreApplication::sendEvent(&shown.view, &wanted);
        QVERIFY(!wanted.isAccepted());  // now it is the window's
    }

    void newNumbersLeaveTheCell()
    {
        Shown shown(m_three);
        shown.view.setCell(Cell{0, 1});
        const test::Story next = test::storyOf(3, {{0, 0}, {1, 1}, {2, 2}});
        shown.model.setEvaluation(next.evaluation);
        QCOMPARE(shown.view.cell(), std::optional(Cell{0, 1}));
        QCOMPARE(shown.told, 0);
    }

    void namesChooseRowsAndColumns()
    {
        Shown shown(m_three);
        const QSignalSpy truth(&shown.view, &ConfusionView::truthChosen);
        const QSignalSpy answer(&shown.view, &ConfusionView::answerChosen);
        const QHeaderView* rows = shown.view.verticalHeader();
        const QHeaderView* columns = shown.view.horizontalHeader();
        for (const int section : {1, 3}) {  // the last is the total
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                              {5, rows->sectionViewportPosition(section) + 3});
            QTest::mouseClick(columns->viewport(), Qt::LeftButton, {},
                              {columns->sectionViewportPosition(section) + 3, 5});
        }
        QCOMPARE(truth.size(), 1);
        QCOMPARE(truth[0][0].toInt(), 1);
        QCOMPARE(answer.size(), 1);
        QCOMPARE(answer[0][0].toInt(), 1);
    }

    void allOfItIsCopied()
    {
        Shown shown(m_three);
        shown.model.setClassNames({u"a"_s, u"b"_s, u"c"_s});
        QTest::keySequence(&shown.view, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), u"\ta\tb\tc\tAll\n"
                                                    u"a\t1\t2\t0\t3\n"
                                                    u"b\t0\t2\t0\t2\n"
                                                    u"c\t1\t0\t0\t1\n"
                                                    u"All\t2\t4\t0\t6\n"_s);
    }

    void cellsCanBeHeard()
    {
        Shown shown(m_three);
        QAccessibleInterface* matrix = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(matrix->tableInterface() != nullptr);
        QCOMPARE(matrix->tableInterface()->cellAt(0, 1)->text(QAccessible::Name),
                 u"0 read as 1: 2 of 3 images, 66.67\u00a0%"_s);
    }

    void aMatrixThatFitsHasNoBar_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x768") << QSize(406, 480);
        QTest::newRow("narrow") << QSize(332, 480);
        QTest::newRow("just") << QSize(332, 226);
    }

    void aMatrixThatFitsHasNoBar()
    {
        QFETCH(QSize, size);
        Shown shown(test::storyOf(10, test::tenClasses(10'000)));
        shown.view.resize(size);
        QTRY_VERIFY(!shown.view.verticalScrollBar()->isVisible());
        const QModelIndex corner = shown.model.index(10, 10);
        const QRect place = shown.view.visualRect(corner);
        QVERIFY(shown.view.viewport()->rect().contains(place));
        QVERIFY(place.width() > QFontMetrics(font(TextStyle::Caption)).horizontalAdvance(u"10,000"_s));
        QVERIFY(shown.view.height() - shown.view.horizontalHeader()->height() -
                    shown.view.verticalHeader()->length() <
                shown.view.verticalHeader()->count());
    }

    void longNamesFit_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {256, 496, 640})
            QTest::addRow("%d wide", width) << width;
    }

    void longNamesFit()
    {
        QFETCH(int, width);
        Shown shown(test::storyOf(10, test::tenClasses(100)));
        shown.model.setClassNames({u"T-shirt/top"_s, u"Trouser"_s, u"Pullover"_s, u"Dress"_s, u"Coat"_s,
                                   u"Sandal"_s, u"Shirt"_s, u"Sneaker"_s, u"Bag"_s, u"Ankle boot"_s});
        shown.view.resize(width, 500);
        const QHeaderView* columns = shown.view.horizontalHeader();
        QTRY_VERIFY(shown.view.verticalHeader()->width() + columns->length() <= width);
        QVERIFY(shown.view.verticalHeader()->width() + columns->length() > width - 60);
        QVERIFY(shown.view.sizeHint().height() <= 500);
    }

private:
    struct Shown {
        explicit Shown(const test::Story& story)
        {
            model.setEvaluation(story.evaluation);
            view.resize(400, 300);
            view.show();
            connect(&view, &ConfusionView::cellChosen, &view, [this](std::optional<Cell> cell) {
                chosen = cell;
                ++told;
            });
        }
        [[nodiscard]] QPoint centre(int truth, int answer) const
        {
            return view.visualRect(model.index(truth, answer)).center();
        }

        ConfusionModel model;
        ConfusionView view{&model};
        std::optional<Cell> chosen;
        int told = 0;
    };

    static QString textAt(const ConfusionModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static QString tipAt(const ConfusionModel& model, int row, int column)
    {
        return model.index(row, column).data(Qt::ToolTipRole).toString();
    }

    const test::Story m_three = test::storyOf(3, test::threeClasses());
};

GLYPHSCOPE_TEST(TstConfusionView, Widgets)
#include "tst_confusion_view.moc"
