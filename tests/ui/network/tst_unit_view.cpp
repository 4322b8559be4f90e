// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/network/small_reading.h"
#include "ui/network/explanation_view.h"
#include "ui/network/module_content.h"
#include "ui/network/unit_view.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstUnitView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, false);
        qRegisterMetaType<UnitAddress>();
        m_content.setReading(test::smallReading());
    }

    void init()
    {
        test::failOnQtWarnings();
        m_view = std::make_unique<UnitView>(m_content);
        m_view->resize(360, 400);
        m_view->show();
    }

    void withoutAUnitThereIsNothingToLetGoOf()
    {
        QCOMPARE(title(), u"One value explained"_s);
        QVERIFY(!close()->isVisible());
        m_view->setExplanation(test::explanationOf(m_unit));
        QCOMPARE(title(), u"One value explained"_s);
    }

    void theExplanationIsThatOfTheUnit()
    {
        m_view->setUnit(m_unit);
        QVERIFY(close()->isVisible());
        m_view->setExplanation(test::explanationOf({.module = "relu1", .index = 0}));
        QVERIFY(!explanation()->explanation());
        m_view->setExplanation(test::explanationOf(m_unit));
        QCOMPARE(title(), u"relu1, channel 1, y\u00A02, x\u00A03"_s);
        m_view->setUnit({.module = "conv1", .index = 4});
        QVERIFY(explanation()->explanation());  // until the next one comes
        m_view->clearUnit();
        QVERIFY(!m_view->unit());
        QVERIFY(!explanation()->explanation());
        QCOMPARE(title(), u"One value explained"_s);
        QVERIFY(!close()->isVisible());
    }

    void withoutADrawingTheUnitStays()
    {
        m_view->setUnit(m_unit);
        m_view->setExplanation(test::explanationOf(m_unit));
        m_view->clearDrawing();
        QVERIFY(!explanation()->explanation());
        QCOMPARE(m_view->unit(), std::optional(m_unit));
    }

    void theButtonOnlyAsks()
    {
        m_view->setUnit(m_unit);
        QSignalSpy closed(m_view.get(), &UnitView::closed);
        close()->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(m_view->unit());
    }

    void aNumberThatWentInIsAUnit()
    {
        m_view->setUnit(m_unit);
        m_view->setExplanation(test::explanationOf(m_unit));
        QSignalSpy chosen(m_view.get(), &UnitView::inputChosen);
        Q_EMIT explanation()->termChosen(7);  // there is none
        QCOMPARE(chosen.size(), 0);
        Q_EMIT explanation()->termChosen(0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<UnitAddress>(),
                 (UnitAddress{.module = "conv1", .index = 784 + 2 * 28 + 3}));
    }

    void thePictureIsNoUnit()
    {
        UnitExplanation first = test::explanationOf({.module = "conv1", .index = 5});
        first.inputModule = "input";
        m_view->setUnit(first.unit);
        m_view->setExplanation(first);
        QSignalSpy chosen(m_view.get(), &UnitView::inputChosen);
        Q_EMIT explanation()->termChosen(0);
        QCOMPARE(chosen.size(), 0);
    }

private:
    QString title() const { return m_view->findChild<QLabel*>(u"module.unitTitle"_s)->text(); }
    QToolButton* close() const { return m_view->findChild<QToolButton*>(u"module.unitClose"_s); }
    ExplanationView* explanation() const
    {
        return m_view->findChild<ExplanationView*>(u"module.explanation"_s);
    }

    const UnitAddress m_unit{.module = "relu1", .index = 784 + 2 * 28 + 3};
    ModuleContent m_content;
    std::unique_ptr<UnitView> m_view;
};

GLYPHSCOPE_TEST(TstUnitView, Widgets)
#include "tst_unit_view.moc"
