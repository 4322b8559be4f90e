// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/colour_legend.h"
#include "ui/network/map_grid.h"
#include "ui/network/sheet_view.h"
#include "ui/network/vector_bars.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstSheetView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_view = std::make_unique<SheetView>();
        m_view->resize(500, 400);
        m_view->show();
    }

    void anEmptyPageSaysWhatToDo()
    {
        m_view->showEmpty(u"Draw."_s);
        QVERIFY(m_view->isEmpty());
        QCOMPARE(part<QWidget>("empty")->accessibleName(), u"Draw."_s);
        QVERIFY(!m_view->valueAt(0));
        QVERIFY(!part<QToolButton>("fit")->isVisible());
        m_view->setReadOut(u"conv1: 0.5"_s, {});
        QVERIFY(readOut().isEmpty());
    }

    void onlyMapsHaveAScaleAndCanBeZoomed()
    {
        showMaps();
        QVERIFY(!m_view->isEmpty());
        QVERIFY(part<QWidget>("legend")->isVisible());
        QVERIFY(part<QToolButton>("fit")->isVisible());
        QCOMPARE(m_view->valueAt(6), std::optional(6.0F));
        QVERIFY(!m_view->valueAt(8));
        m_view->showBars({0.25F, 0.75F}, {u"a"_s, u"b"_s});
        QVERIFY(!part<QWidget>("legend")->isVisible());
        QVERIFY(!part<QToolButton>("fit")->isVisible());
        QCOMPARE(m_view->valueAt(1), std::optional(0.75F));
        QVERIFY(!m_view->valueAt(2));
        QVERIFY(!m_view->valueAt(-1));
    }

    void aClickChoosesAValueAndItsMap()
    {
        showMaps();
        QSignalSpy chosen(m_view.get(), &SheetView::chosen);
        clickMap();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 6);
        QCOMPARE(m_view->selectedMap(), 1);
        m_view->select(std::nullopt);
        QCOMPARE(m_view->selectedMap(), -1);
        QCOMPARE(m_view->pointedIndex(), -1);
        m_view->select(2, 0);
        QCOMPARE(m_view->pointedIndex(), 2);
        m_view->clearSelection();
        QCOMPARE(m_view->pointedIndex(), -1);
        m_view->showBars({0.25F, 0.75F}, {u"a"_s, u"b"_s});
        auto* bars = part<VectorBars>("bars");
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->layoutOfBars().field(1).center().toPoint());
        QCOMPARE(chosen.last().first().toInt(), 1);
        QCOMPARE(m_view->selectedMap(), 0);
    }

    void whatIsUnderThePointerGoesFirst()
    {
        showMaps();
        m_view->select(2, 0);
        QSignalSpy pointed(m_view.get(), &SheetView::pointed);
        Q_EMIT part<MapGrid>("maps")->hovered(5);
        QCOMPARE(m_view->pointedIndex(), 5);
        Q_EMIT part<MapGrid>("maps")->hovered(-1);
        QCOMPARE(m_view->pointedIndex(), 2);
        QCOMPARE(pointed.size(), 2);
    }

    void theReadOutHasSomethingToSayAtAnyTime()
    {
        showMaps();
        m_view->setReadOut({}, u"Click a value"_s);
        QCOMPARE(readOut(), u"Click a value"_s);
        part<MapGrid>("maps")->showAlone(1);
        m_view->setReadOut({}, u"Click a value"_s);
        QVERIFY(readOut().startsWith(u"Map 1 alone."_s));
        m_view->setReadOut(u"conv1: 6"_s, u"Click a value"_s);
        QCOMPARE(readOut(), u"conv1: 6"_s);
    }

    void whatWasChosenIsReadAloud()
    {
        connect(m_view.get(), &SheetView::chosen, m_view.get(),
                [this](int index) { m_view->setReadOut(QString::number(index), {}); });
        showMaps();
        clickMap();
        QCOMPARE(part<MapGrid>("maps")->accessibleDescription(), u"6"_s);
    }

    void theLegendIsThatOfTheChosenMap()
    {
        const auto* legend = part<ColourLegend>("legend");
        showMaps(ScaleScope::Map);
        QCOMPARE(legend->highText(), u"most"_s);  // every map has its own
        m_view->select(6, 1);
        showMaps(ScaleScope::Map);
        QCOMPARE(legend->highText(), u"7"_s);
        m_view->select(2, 0);
        showMaps(ScaleScope::Map);
        QCOMPARE(legend->highText(), u"3"_s);
    }

private:
    template <typename Part>
    Part* part(const char* name) const
    {
        return m_view->findChild<Part*>(u"module."_s + QString::fromLatin1(name));
    }
    QString readOut() const { return part<QLabel>("readOut")->text(); }

    /// Two maps of 2 x 2 values, which count.
    void showMaps(ScaleScope scope = ScaleScope::Layer)
    {
        MapSheet sheet{
            .maps = 2, .width = 2, .height = 2, .vector = false, .values = {0, 1, 2, 3, 4, 5, 6, 7}};
        const std::vector<ValueRange> maps = rangesOf(sheet);
        std::vector<ColourScale> scales =
            scalesOf({.maps = maps, .layer = {.low = 0, .high = 7}, .network = {}}, scope, Colours::Viridis);
        m_view->showMaps(std::move(sheet), std::move(scales), scope, {});
    }

    void clickMap()
    {
        const auto* maps = part<MapGrid>("maps");
        QTest::mouseClick(maps->viewport(), Qt::LeftButton, {},
                          maps->cellRect({.map = 1, .y = 1, .x = 0}).center().toPoint());
    }

    std::unique_ptr<SheetView> m_view;
};

GLYPHSCOPE_TEST(TstSheetView, Widgets)
#include "tst_sheet_view.moc"
