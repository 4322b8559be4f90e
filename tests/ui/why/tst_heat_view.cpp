// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/theme.h"
#include "ui/why/heat_view.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <memory>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHeatView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_view = std::make_unique<HeatView>();
        m_view->resize(300, m_view->heightForWidth(300));
        m_view->setGlyph(test::seven());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void withoutValuesItIsComputing()
    {
        QVERIFY(m_view->readout().startsWith(u"Computing"));
        pointAt({10, 7});
        QVERIFY(m_view->readout().startsWith(u"Computing"));
    }

    void thePixelUnderThePointerIsReadOut()
    {
        Attribution attribution = test::attribution(AttributionMethod::Occlusion);
        attribution.values[7 * 28 + 10] = -0.0625F;
        m_view->setAttribution(attribution);
        QVERIFY(m_view->readout().startsWith(u"Point at"));
        pointAt({10, 7});
        QCOMPARE(m_view->readout(), u"row 7, column 10: \u22120.0625 (ink 255)"_s);
        QCOMPARE(m_view->accessibleDescription(), m_view->readout());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_view.get(), &leave);
        QVERIFY(m_view->readout().startsWith(u"Point at"));
    }

    void theReadoutFollowsNewValues()
    {
        m_view->setAttribution(test::attribution(AttributionMethod::Occlusion));
        pointAt({0, 0});
        Attribution next = test::attribution(AttributionMethod::Occlusion);
        next.values[0] = 2;
        m_view->setAttribution(next);
        QCOMPARE(m_view->readout(), u"row 0, column 0: 2 (ink 0)"_s);
    }

    void arrowsWalkThePixels()
    {
        m_view->setAttribution(test::attribution(AttributionMethod::Saliency));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(m_view->readout().startsWith(u"row 14, column 14:"));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(m_view->readout().startsWith(u"row 13, column 15:"));
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Left);
        QVERIFY(m_view->readout().startsWith(u"row 13, column 0:"));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->readout().startsWith(u"Point at"));
    }

    void theLegendShowsTheScale()
    {
        const auto middle = [this] {
            const QRectF bar = m_view->heatLayout().legend;
            return m_view->grab().toImage().pixelColor(bar.center().toPoint());
        };
        m_view->setLook({.opacity = 1, .smooth = true});
        m_view->setAttribution(test::attribution(AttributionMethod::Occlusion));
        QVERIFY2(middle().saturation() < 30, "zero is grey, in the middle");
        m_view->setAttribution(test::attribution(AttributionMethod::Saliency));
        QVERIFY2(middle().saturation() > 100, "the middle of viridis is green");
    }

    void anotherDrawingsMapLiesOverItsOwnAndIsFaint()
    {
        m_view->setAttribution(test::attribution(AttributionMethod::Saliency));
        pointAt({10, 7});
        const QImage own = m_view->grab().toImage();
        m_view->setGlyph(test::stem());
        QVERIFY(m_view->readout().startsWith(u"Of the drawing before"));
        const QImage past = m_view->grab().toImage();
        const QPoint bar = m_view->heatLayout().pixelRect({12, 7}).center().toPoint();
        const QColor paper = m_view->palette().color(QPalette::Window);
        const auto distance = [bar, paper](const QImage& image) {
            return std::abs(image.pixelColor(bar).lightness() - paper.lightness());
        };
        QVERIFY2(distance(past) > 0, "the stem alone has no bar");
        QVERIFY(distance(past) < distance(own));
        Attribution next = test::attribution(AttributionMethod::Saliency);
        next.glyph = test::stem();
        m_view->setAttribution(next);
        QVERIFY(m_view->readout().startsWith(u"row 7, column 10"));
    }

    void malformedValuesShowTheDrawingAlone()
    {
        const QImage before = m_view->grab().toImage();
        Attribution attribution = test::attribution(AttributionMethod::Saliency);
        attribution.values.resize(100);
        m_view->setAttribution(attribution);
        QCOMPARE(m_view->grab().toImage(), before);
    }

private:
    void pointAt(QPoint pixel)
    {
        const QPointF at = m_view->heatLayout().pixelRect(pixel).center();
        QMouseEvent event(QEvent::MouseMove, at, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    std::unique_ptr<HeatView> m_view;
};

GLYPHSCOPE_TEST(TstHeatView, Widgets)
#include "tst_heat_view.moc"
