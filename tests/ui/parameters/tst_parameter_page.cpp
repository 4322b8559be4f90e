// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/parameters/network_story.h"
#include "ui/parameters/histogram_view.h"
#include "ui/parameters/parameter_page.h"
#include "ui/parameters/parameter_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/number_grid.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A shown page of a network, and what it told.
class ShownPage {
public:
    explicit ShownPage(QSize size = {900, 620})
    {
        page.setDescription(test::simpleCnn());
        page.resize(size);
        page.show();
        table = page.findChild<DataTable*>(u"parameters.table"_s);
        QObject::connect(&page, &ParameterPage::frozenChanged, &page,
                         [this](const QStringList& names) { frozen.append(names); });
    }

    [[nodiscard]] QModelIndex cell(int row, int column) const { return table->model()->index(row, column); }
    [[nodiscard]] QString text(int row, int column) const { return cell(row, column).data().toString(); }
    void click(int row, int column, Qt::KeyboardModifiers keys = Qt::NoModifier) const
    {
        table->scrollTo(cell(row, column));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, keys,
                          table->visualRect(cell(row, column)).center());
    }
    void clickTitle(int column) const
    {
        QHeaderView* header = table->horizontalHeader();
        table->scrollTo(cell(0, column));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 12, header->height() / 2));
    }
    void choose(const QString& action)
    {
        const std::unique_ptr<QMenu> menu(page.makeMenu());
        menu->findChild<QAction*>(action)->trigger();
    }
    [[nodiscard]] QString totals() const { return page.findChild<QLabel*>(u"parameters.totals"_s)->text(); }

    ParameterPage page;
    DataTable* table = nullptr;
    QList<QStringList> frozen;
};

}  // namespace

class TstParameterPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void theBoxFreezesOneParameter()
    {
        ShownPage shown;
        const QRectF box =
            CheckDelegate::box(shown.table->visualRect(shown.cell(2, ParameterTable::RequiresGrad)));
        const QPoint beside(box.toRect().right() + 20, box.toRect().center().y());
        QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {}, beside);
        QVERIFY(shown.frozen.isEmpty());
        QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {}, box.center().toPoint());
        QCOMPARE(shown.frozen, (QList<QStringList>{{u"conv2.weight"_s}}));
        QVERIFY(shown.totals().contains(u"1 of 8 frozen: 18,432 parameters"));
    }

    void spaceFreezesTheSelectedRows()
    {
        ShownPage shown;
        shown.click(0, 0);
        shown.click(2, 0, Qt::ControlModifier);
        QTest::keyClick(shown.table, Qt::Key_Space);
        QCOMPARE(shown.frozen.last(), (QStringList{u"conv1.weight"_s, u"conv2.weight"_s}));
        QTest::keyClick(shown.table, Qt::Key_Space);
        QCOMPARE(shown.frozen.last(), QStringList());
        QCOMPARE(shown.frozen.size(), 2);
    }

    void theMenuFreezesModules()
    {
        ShownPage shown;
        shown.click(1, 0);
        shown.choose(u"parameters.freezeModule"_s);
        QCOMPARE(shown.frozen.last(), (QStringList{u"conv1.bias"_s, u"conv1.weight"_s}));
        shown.choose(u"parameters.freezeOthers"_s);
        QCOMPARE(shown.frozen.last().size(), 8);
        shown.choose(u"parameters.freezeModule"_s);  // all of it rests: now it unfreezes
        QCOMPARE(shown.frozen.last().size(), 6);
        shown.choose(u"parameters.unfreezeAll"_s);
        QCOMPARE(shown.frozen.last(), QStringList());
    }

    void whatComesFromOutsideIsNotToldAgain()
    {
        ShownPage shown;
        shown.page.setFrozen({u"fc2.bias"_s});
        QVERIFY(shown.frozen.isEmpty());
        QVERIFY(shown.totals().contains(u"1 of 8 frozen: 10 parameters"));
    }

    void titlesSort()
    {
        ShownPage shown;
        QCOMPARE(shown.text(0, 0), u"conv1.weight"_s);
        shown.clickTitle(ParameterTable::Count);
        QCOMPARE(shown.text(0, 0), u"fc2.bias"_s);
        shown.clickTitle(ParameterTable::Count);
        QCOMPARE(shown.text(0, 0), u"fc1.weight"_s);
        shown.clickTitle(ParameterTable::Count);
        QCOMPARE(shown.text(0, 0), u"conv1.weight"_s);
    }

    void selectionOrderAndScrollOutliveNewNumbers()
    {
        ShownPage shown({420, 330});
        shown.page.setStatistics(test::statisticsOfAll(0, 1));
        shown.table->sortByColumn(ParameterTable::Mean, Qt::DescendingOrder);
        QCOMPARE(shown.text(0, 0), u"fc2.bias"_s);
        shown.click(7, 0);
        QScrollBar* across = shown.table->horizontalScrollBar();
        QScrollBar* down = shown.table->verticalScrollBar();
        across->setValue(90);
        down->setValue(down->maximum());
        QVERIFY(down->maximum() > 0);
        const int before = down->value();
        shown.page.setStatistics(test::statisticsOfAll(5, 2));
        QCOMPARE(shown.text(7, 0), u"conv1.weight"_s);
        QCOMPARE(shown.table->currentIndex().row(), 7);
        QCOMPARE(across->value(), 90);
        QCOMPARE(down->value(), before);
        shown.page.setStatistics(test::statisticsOfAll(5, -2));  // the other way round
        QCOMPARE(shown.text(0, 0), u"conv1.weight"_s);
        QCOMPARE(shown.table->currentIndex().row(), 0);
        QCOMPARE(shown.table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(across->value(), 90);
        QCOMPARE(down->value(), before);
    }

    void theChosenOneIsShownLarge()
    {
        ShownPage shown;
        shown.page.setStatistics(test::statisticsOfAll(0.5, 0.25));
        shown.click(4, 0);
        QCOMPARE(shown.page.findChild<QLabel*>(u"parameters.chosen"_s)->text(), u"fc1.weight"_s);
        auto* numbers = shown.page.findChild<NumberGrid*>(u"parameters.numbers"_s);
        QCOMPARE(numbers->values().first(), u"1.5"_s);
        shown.page.setStatistics(test::statisticsOfAll(0.75, 0.25));
        QCOMPARE(numbers->values(), (QStringList{u"1.75"_s, u"0.05"_s, u"1.55"_s, u"2"_s, u"3.25"_s,
                                                 u"\u2013"_s, u"3"_s, u"0"_s}));
    }

    void theBinUnderThePointerIsReadOut()
    {
        ShownPage shown;
        shown.page.setStatistics(test::statisticsOfAll(0, 0));
        auto* histogram = shown.page.findChild<HistogramView*>(u"parameters.histogram"_s);
        QCOMPARE(histogram->readout(), QString());
        QTest::mouseMove(histogram, histogram->area().center().toPoint());
        QTRY_COMPARE(histogram->bin(), 24);
        QVERIFY2(histogram->readout().startsWith(u"0.025 to 0.0344: 209 values, 5"),
                 qPrintable(histogram->readout()));
        QTest::keyClick(histogram, Qt::Key_Home);
        QCOMPARE(histogram->bin(), 0);
        QTest::keyClick(histogram, Qt::Key_Left);
        QCOMPARE(histogram->bin(), 0);
        QTest::keyClick(histogram, Qt::Key_Right);
        QCOMPARE(histogram->bin(), 1);
        QTest::keyClick(histogram, Qt::Key_End);
        QCOMPARE(histogram->bin(), 47);
        QVERIFY(histogram->accessibleDescription().startsWith(u"0.24"));
    }

    void theSelectionIsCopiedAsTsv()
    {
        ShownPage shown;
        shown.page.setStatistics(test::statisticsOfAll(0.5, 0.25));
        for (int column = ParameterTable::Dtype; column < ParameterTable::kColumnCount; ++column)
            shown.table->setColumnHidden(column, column != ParameterTable::Mean);
        shown.table->horizontalHeader()->moveSection(
            shown.table->horizontalHeader()->visualIndex(ParameterTable::Mean), 1);
        shown.click(3, 0);
        shown.click(1, 0, Qt::ControlModifier);
        QTest::keyClick(shown.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"conv1.bias\t0.75\t[32]\nconv2.bias\t1.25\t[64]\n"_s);
    }

    void everythingIsCopiedAsCsv()
    {
        ShownPage shown;
        shown.choose(u"parameters.table.copyAll"_s);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 10);
        QVERIFY(lines[0].startsWith(u"Name,Trained,Histogram,Shape,Count,MACs,Memory,Mean"));
        QCOMPARE(lines[1], u"conv1.weight,true,,\"[32, 1, 3, 3]\",288,225792,1152,,,,,,,float32,cpu"_s);
        QVERIFY(lines[9].isEmpty());
    }

    void theHeaderHidesColumns()
    {
        ShownPage shown;
        const std::unique_ptr<QMenu> menu(shown.table->makeColumnMenu());
        QCOMPARE(menu->actions().first()->text(), u"Shape"_s);
        menu->actions().first()->trigger();
        QVERIFY(shown.table->isColumnHidden(ParameterTable::Shape));
        menu->actions().last()->trigger();
        QVERIFY(!shown.table->isColumnHidden(ParameterTable::Shape));
    }

    void columnsComeBackAsTheyWereLeft()
    {
        ShownPage first;
        first.table->setColumnHidden(ParameterTable::Dtype, true);
        QHeaderView* header = first.table->horizontalHeader();
        header->moveSection(header->visualIndex(ParameterTable::Mean), 1);
        const QByteArray state = first.page.columnState();
        ShownPage second;
        second.page.restoreColumnState(state);
        QVERIFY(second.table->isColumnHidden(ParameterTable::Dtype));
        QCOMPARE(second.table->horizontalHeader()->logicalIndex(1), static_cast<int>(ParameterTable::Mean));
        second.page.restoreColumnState("nonsense");
        QVERIFY(second.table->isColumnHidden(ParameterTable::Dtype));
    }

    void hiddenItKeepsTheNewestOnly()
    {
        ShownPage shown;
        shown.page.setStatistics(test::statisticsOfAll(1, 0));
        QSignalSpy changes(shown.table->model(), &QAbstractItemModel::dataChanged);
        shown.page.hide();
        shown.page.setStatistics(test::statisticsOfAll(2, 0));
        shown.page.setStatistics(test::statisticsOfAll(3, 0));
        QCOMPARE(changes.count(), 0);
        QCOMPARE(shown.text(0, ParameterTable::Mean), u"1"_s);
        shown.page.show();
        QCOMPARE(shown.text(0, ParameterTable::Mean), u"3"_s);
        QCOMPARE(changes.count(), 1);
    }

    void inALowWideDockTheHistogramStandsBeside()
    {
        ShownPage shown({1200, 300});
        auto* splitter = shown.page.findChild<QSplitter*>(u"parameters.splitter"_s);
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        shown.page.resize(500, 600);
        QCOMPARE(splitter->orientation(), Qt::Vertical);
    }

    void liveNumbersAreCheap()
    {
        ShownPage shown({1300, 700});
        const auto one = test::statisticsOfAll(0, 1);
        const auto other = test::statisticsOfAll(1, -1);
        shown.table->sortByColumn(ParameterTable::Mean, Qt::AscendingOrder);
        bool flip = false;
        QImage target(shown.page.size(), QImage::Format_ARGB32_Premultiplied);
        QBENCHMARK
        {
            flip = !flip;
            shown.page.setStatistics(flip ? one : other);
            shown.page.render(&target);
        }
    }
};

GLYPHSCOPE_TEST(TstParameterPage, Widgets)
#include "tst_parameter_page.moc"
