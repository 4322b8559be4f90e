// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/network/small_reading.h"
#include "tests/ui/network/small_weights.h"
#include "ui/network/explanation_view.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_view.h"
#include "ui/network/number_table.h"
#include "ui/network/sheet_view.h"
#include "ui/network/vector_bars.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstModuleView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, false);
        qRegisterMetaType<UnitAddress>();
    }

    void init()
    {
        test::failOnQtWarnings();
        m_view = std::make_unique<ModuleView>();
        m_view->resize(1100, 700);
    }

    void nothingIsMadeReadyWhileHidden()
    {
        QSignalSpy shown(m_view.get(), &ModuleView::shown);
        m_view->setReading(test::smallReading());
        QVERIFY(maps()->sheet().empty());
        m_view->show();
        QCOMPARE(maps()->sheet().maps, 4);
        m_view->hide();
        Reading other = test::smallReading();
        other.modules[0].values[5] = 42;
        m_view->setReading(other);
        QVERIFY(maps()->sheet().values[5] != 42);
        m_view->show();
        QCOMPARE(maps()->sheet().values[5], 42.0F);
        QCOMPARE(shown.size(), 3);
        QCOMPARE(shown.at(1).first().toBool(), false);
    }

    void anotherNetworkOpensItsFirstModule()
    {
        m_view->show();
        m_view->setReading(test::smallReading());
        m_view->setModule(u"conv1"_s);
        Q_EMIT m_view->findChild<SheetView*>()->chosen(784 + 5);
        QVERIFY(m_view->unit());
        QSignalSpy cleared(m_view.get(), &ModuleView::unitCleared);
        m_view->setReading(test::smallReading());
        QCOMPARE(cleared.size(), 0);
        Reading other = test::smallReading();
        other.modules.erase(other.modules.begin());  // without conv1
        m_view->setReading(other);
        QCOMPARE(m_view->module(), u"relu1"_s);
        QVERIFY(!m_view->unit());
        QCOMPARE(cleared.size(), 1);
    }

    void theEmptyViewSaysWhatToDo()
    {
        m_view->show();
        QCOMPARE(page(), part<QWidget>("empty"));
        QCOMPARE(part<QWidget>("empty")->accessibleName(), u"Choose a module to open it"_s);
        m_view->setModule(u"conv1"_s);
        QCOMPARE(part<QWidget>("empty")->accessibleName(), u"Write a digit to see what conv1 makes of it"_s);
        m_view->setReading(test::smallReading());
        QCOMPARE(page(), maps());
        m_view->clear();
        QCOMPARE(page(), part<QWidget>("empty"));
        QCOMPARE(m_view->module(), u"conv1"_s);
    }

    void theBarListsEveryModuleAndOpensIt()
    {
        open(u"conv1"_s);
        auto* modules = part<QComboBox>("module");
        QCOMPARE(modules->count(), 8);
        QCOMPARE(modules->itemText(0), u"conv1   4 \u00D7 28 \u00D7 28"_s);
        QSignalSpy chosen(m_view.get(), &ModuleView::moduleChosen);
        modules->setFocus();
        QTest::keyClick(modules, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_view->module(), u"relu1"_s);
        QCOMPARE(part<QLabel>("seen")->text(), u"Output of relu1, after ReLU"_s);
        QCOMPARE(part<QLabel>("kind")->text(), u"ReLU() \u2192 4 \u00D7 28 \u00D7 28"_s);
    }

    void openingFromOutsideIsNoChoiceOfTheUsers()
    {
        open(u"conv1"_s);
        QSignalSpy chosen(m_view.get(), &ModuleView::moduleChosen);
        m_view->setModule(u"pool1"_s);
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(part<QComboBox>("module")->currentData().toString(), u"pool1"_s);
    }

    void theInputIsTheOutputBefore()
    {
        open(u"relu1"_s);
        click("input");
        QCOMPARE(maps()->sheet().values, test::smallReading().modules[0].values);
        QCOMPARE(part<QLabel>("seen")->text(), u"Input of relu1: the output of conv1, before ReLU"_s);
        m_view->setModule(u"conv1"_s);
        QCOMPARE(maps()->sheet().values, test::smallReading().input);
    }

    void aClickedValueIsAUnit()
    {
        open(u"relu1"_s);
        QSignalSpy chosen(m_view.get(), &ModuleView::unitChosen);
        choose({.map = 1, .y = 2, .x = 3});
        QCOMPARE(chosen.size(), 1);
        const UnitAddress unit{.module = "relu1", .index = 784 + 2 * 28 + 3};
        QCOMPARE(chosen.first().first().value<UnitAddress>(), unit);
        QCOMPARE(m_view->unit(), std::optional(unit));
        // Seen as an input it is the unit of the module before.
        m_view->setModule(u"pool1"_s);
        click("input");
        choose({.map = 0, .y = 0, .x = 1});
        QCOMPARE(chosen.last().first().value<UnitAddress>(), (UnitAddress{.module = "relu1", .index = 1}));
    }

    void thePictureItselfIsNoUnit()
    {
        open(u"conv1"_s);
        click("input");
        QSignalSpy chosen(m_view.get(), &ModuleView::unitChosen);
        choose({.map = 0, .y = 3, .x = 3});
        QCOMPARE(chosen.size(), 0);
        QVERIFY(part<QLabel>("readOut")->text().startsWith(u"input, channel 0, y\u00A03, x\u00A03: "_s));
    }

    void theClassesAreBars()
    {
        m_view->setClassNames(
            {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s, u"boot"_s});
        open(u"softmax"_s);
        auto* bars = part<VectorBars>("bars");
        QCOMPARE(page(), bars);
        QSignalSpy chosen(m_view.get(), &ModuleView::unitChosen);
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->layoutOfBars().field(9).center().toPoint());
        QCOMPARE(chosen.first().first().value<UnitAddress>(), (UnitAddress{.module = "softmax", .index = 9}));
        QCOMPARE(part<QLabel>("readOut")->text(), u"softmax, class boot: 0.05"_s);
        QTest::keyClick(bars, Qt::Key_Up);
        QCOMPARE(m_view->unit()->index, 8);
        QTest::keyClick(bars, Qt::Key_Escape);
        QVERIFY(!m_view->unit());
    }

    void theExplanationIsTheChosenUnits()
    {
        open(u"relu1"_s);
        choose({.map = 1, .y = 2, .x = 3});
        const UnitAddress unit = *m_view->unit();
        m_view->setExplanation(
            test::explanationOf({.module = "relu1", .index = 0}));  // an older one, too late
        QVERIFY(!explanation()->explanation());
        m_view->setExplanation(test::explanationOf(unit));
        QCOMPARE(part<QLabel>("unitTitle")->text(), u"relu1, channel 1, y\u00A02, x\u00A03"_s);
        QSignalSpy cleared(m_view.get(), &ModuleView::unitCleared);
        click("unitClose");
        QCOMPARE(cleared.size(), 1);
        QVERIFY(!explanation()->explanation());
        m_view->setExplanation(test::explanationOf(unit));
        QVERIFY(!explanation()->explanation());
    }

    void aTermLeadsBackThroughTheNetwork()
    {
        open(u"pool1"_s);
        choose({.map = 1, .y = 1, .x = 1});
        UnitExplanation pool = test::explanationOf(*m_view->unit());
        pool.form = UnitExplanation::Form::MaxPool;
        pool.inputModule = "relu1";
        pool.terms.resize(1);
        m_view->setExplanation(pool);
        QSignalSpy modules(m_view.get(), &ModuleView::moduleChosen);
        QSignalSpy units(m_view.get(), &ModuleView::unitChosen);
        const QRectF grid = explanation()->layoutOfPage().gridRows.front().grids.front();
        QTest::mouseClick(explanation()->viewport(), Qt::LeftButton, {},
                          explanation()->toViewport(grid.topLeft() + QPointF(5, 5)).toPoint());
        QCOMPARE(modules.last().first().toString(), u"relu1"_s);
        QCOMPARE(units.last().first().value<UnitAddress>(),
                 (UnitAddress{.module = "relu1", .index = 784 + 2 * 28 + 3}));
        QCOMPARE(m_view->module(), u"relu1"_s);
    }

    void filtersAreShownWhereThereAreAny()
    {
        m_view->setWeights(test::smallWeights());
        open(u"relu1"_s);
        QVERIFY(!part<QToolButton>("filters")->isEnabled());
        m_view->setModule(u"fc1"_s);
        choose({.map = 0, .y = 1, .x = 2});  // value 6 of 16, four in a row
        click("filters");
        QVERIFY(part<QSpinBox>("bank")->isVisible());
        QCOMPARE(part<QSpinBox>("bank")->value(), 6);  // the chosen unit's own weights
        QCOMPARE(maps()->sheet().maps, 4);
        QCOMPARE(maps()->sheet().width, 14);
        QCOMPARE(part<QLabel>("seen")->text(),
                 u"Weights of fc1, unit 6, laid out as the 4 maps that were flattened"_s);
        part<QSpinBox>("bank")->setValue(7);
        QCOMPARE(maps()->sheet().values.front(), test::smallWeights()->tensors[1].values[7 * 784]);
        m_view->setModule(u"relu3"_s);  // back to what it has
        QCOMPARE(maps()->sheet().values, test::smallReading().modules[5].values);
    }

    void filtersNeedNoDrawing()
    {
        m_view->setWeights(test::smallWeights());
        m_view->setModule(u"conv1"_s);
        m_view->show();
        QCOMPARE(part<QComboBox>("module")->count(), 3);
        click("filters");
        QCOMPARE(maps()->sheet().maps, 4);
        QCOMPARE(part<QLabel>("seen")->text(), u"The 4 filters of conv1, one kernel each"_s);
    }

    void statisticsAreOfTheSelectedMap()
    {
        open(u"conv1"_s);
        const auto values = [this] { return part<NumberTable>("statistics")->entries().front().value; };
        QCOMPARE(values(), u"3,136"_s);
        QCOMPARE(part<QLabel>("numbersTitle")->text(), u"conv1"_s);
        choose({.map = 2, .y = 0, .x = 0});
        QCOMPARE(values(), u"784"_s);
        QCOMPARE(part<QLabel>("numbersTitle")->text(), u"conv1, channel 2"_s);
        QTest::keyClick(maps(), Qt::Key_Escape);
        QCOMPARE(values(), u"3,136"_s);
    }

    void deadMapsAreCounted()
    {
        Reading reading = test::smallReading();
        std::fill_n(reading.modules[1].values.begin(), 784, 0.0F);
        m_view->setReading(reading);
        m_view->setModule(u"relu1"_s);
        m_view->show();
        QCOMPARE(part<QLabel>("marks")->text(), u"1 of 4 maps have nothing above zero for this drawing."_s);
    }

    void manyImagesAreReadOnRequest()
    {
        open(u"relu1"_s);
        auto* check = part<QPushButton>("check");
        QSignalSpy asked(m_view.get(), &ModuleView::activityRequested);
        QTest::mouseClick(check, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!check->isEnabled());
        m_view->setActivityFailed(u"There are no test images."_s);
        QVERIFY(check->isEnabled());
        QCOMPARE(part<QLabel>("marks")->text(), u"There are no test images."_s);
        QTest::mouseClick(check, Qt::LeftButton);
        m_view->setActivity(
            {{.module = "relu1", .images = 1000, .channels = {{}, {0.5F, 0, 1}, {1, 1, 1}, {0.5F, 0, 1}}}});
        QCOMPARE(part<QLabel>("marks")->text(), u"Over 1,000 test images 1 of 4 are dead and 1 saturated."_s);
        QVERIFY(check->isEnabled());
        m_view->setWeights(test::smallWeights());
        QVERIFY(part<QLabel>("marks")->text().endsWith(u"That was with earlier weights."_s));
    }

    void theSelectionFollowsItsUnit()
    {
        open(u"relu1"_s);
        choose({.map = 1, .y = 2, .x = 3});
        const QString read = part<QLabel>("readOut")->text();
        QVERIFY(read.startsWith(u"relu1, channel 1, y\u00A02, x\u00A03: "_s));
        m_view->setModule(u"conv1"_s);
        QVERIFY(!part<QLabel>("readOut")->text().startsWith(u"relu1"_s));
        m_view->setModule(u"relu1"_s);
        QCOMPARE(part<QLabel>("readOut")->text(), read);
    }

    void everythingFitsWhereItIsNarrow()
    {
        m_view = std::make_unique<ModuleView>();
        m_view->resize(280, 800);
        open(u"conv1"_s);
        choose({.map = 1, .y = 2, .x = 3});
        QCOMPARE(m_view->width(), 280);
        for (QWidget* child : m_view->findChildren<QWidget*>()) {
            if (!child->isVisible() || !child->objectName().startsWith(u"module."_s))
                continue;
            const QRect place(child->mapTo(m_view.get(), QPoint()), child->size());
            QVERIFY2(m_view->rect().contains(place), qPrintable(child->objectName()));
        }
    }

    void aReadingIsTakenAtDisplayRate()
    {
        Reading reading = test::smallReading();
        reading.modules[0] = test::wave("conv1", "Conv2d(1, 32, 3, padding=1)", {32, 28, 28}, true);
        m_view->setModule(u"conv1"_s);
        m_view->show();
        QBENCHMARK
        {
            m_view->setReading(reading);
        }
    }

private:
    template <typename Part>
    Part* part(const char* name) const
    {
        return m_view->findChild<Part*>(u"module."_s + QString::fromLatin1(name));
    }
    MapGrid* maps() const { return part<MapGrid>("maps"); }
    ExplanationView* explanation() const { return part<ExplanationView>("explanation"); }
    QWidget* page() const { return part<QStackedWidget>("pages")->currentWidget(); }

    void open(const QString& module)
    {
        m_view->setModule(module);
        m_view->setReading(test::smallReading());
        m_view->show();
    }

    void click(const char* name) { QTest::mouseClick(part<QToolButton>(name), Qt::LeftButton); }

    void choose(const MapCell& cell)
    {
        QTest::mouseClick(maps()->viewport(), Qt::LeftButton, {}, maps()->cellRect(cell).center().toPoint());
    }

    std::unique_ptr<ModuleView> m_view;
};

GLYPHSCOPE_TEST(TstModuleView, Widgets)
#include "tst_module_view.moc"
