// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/training/flow_story.h"
#include "ui/style/theme.h"
#include "ui/training/gradient_flow_strip.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

bool shows(const QImage& picture, const QRectF& area, const QColor& colour)
{
    const QRect pixels = area.toAlignedRect().intersected(picture.rect());
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            if (picture.pixelColor(x, y).rgb() == colour.rgb())
                return true;
    return false;
}

}  // namespace

class TstGradientFlowStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_strip = std::make_unique<GradientFlowStrip>();
        m_strip->resize(400, 160);
    }

    void theEmptyStripSaysWhatToDo()
    {
        m_strip->show();
        QVERIFY(shows(m_strip->grab().toImage(), m_strip->rect(), theme().mutedText));
        QVERIFY(m_strip->tipAt({50, 50}).isEmpty());
        QTest::keyClick(m_strip.get(), Qt::Key_Down);
        QCOMPARE(m_strip->current(), -1);
    }

    void everyModuleHasItsDots()
    {
        m_strip->setFlow(test::flowAt(10));
        m_strip->show();
        const QImage picture = m_strip->grab().toImage();
        const FlowLayout layout = m_strip->flowLayout();
        QCOMPARE(layout.rows, 3);
        for (int row = 0; row < 3; ++row)
            QVERIFY(shows(picture, layout.row(layout.plot, row), theme().accent));
        QVERIFY(shows(picture, layout.row(layout.plot, 0), theme().second));
        QVERIFY(!shows(picture, layout.row(layout.plot, 1), theme().second));
    }

    void blocksAreFolded()
    {
        GradientFlow flow = test::flowAt(10);
        flow.layers[0].module = "res.body.conv";
        flow.layers[1].module = "res.body";
        flow.layers[2].module = "res";
        m_strip->setFlow(flow);
        m_strip->show();
        QCOMPARE(m_strip->flowLayout().rows, 1);
        const GradientFlow::Layer block = m_strip->history().newest().layers[0];
        QCOMPARE(block.module, std::string("res"));
        QCOMPARE(block.weights, std::hypot(4.0, 4.0));
        const FlowLayout layout = m_strip->flowLayout();
        QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, layout.row(layout.names, 0).center().toPoint());
        QCOMPARE(m_strip->flowLayout().rows, 2);
        QCOMPARE(m_strip->current(), 1);
        QCOMPARE(m_strip->history().newest().layers[1].weights, 4.0);
        m_strip->setFlow(flow);
        QCOMPARE(m_strip->flowLayout().rows, 2);
        QTest::keyClick(m_strip.get(), Qt::Key_Space);
        QCOMPARE(m_strip->flowLayout().rows, 1);
    }

    void whatExplodesStandsOut()
    {
        GradientFlow flow = test::flowAt(10);
        flow.layers[2].outputGradient = 1e5;
        m_strip->setFlow(flow);
        m_strip->show();
        const QImage picture = m_strip->grab().toImage();
        const FlowLayout layout = m_strip->flowLayout();
        QVERIFY(shows(picture, layout.row(layout.plot, 2), theme().bad));
        QVERIFY(shows(picture, layout.row(layout.words, 2), theme().bad));
        QVERIFY(!shows(picture, layout.row(layout.words, 0), theme().bad));
    }

    void theTipTellsOfTheProbeUnderThePointer()
    {
        m_strip->setFlow(test::flowAt(10));
        m_strip->setFlow(test::flowAt(20));
        m_strip->show();
        const FlowLayout layout = m_strip->flowLayout();
        const double y = layout.row(layout.plot, 1).center().y();
        QVERIFY(m_strip->tipAt({layout.plot.center().x(), y}).startsWith(u"relu1, step 20"));
        const double column = layout.history.width() / static_cast<double>(FlowHistory::kKept);
        QVERIFY(m_strip->tipAt({layout.history.right() - 1.5 * column, y}).startsWith(u"relu1, step 10"));
        QVERIFY(m_strip->tipAt({layout.history.left() + 1, y}).startsWith(u"relu1, step 20"));
        QVERIFY(m_strip->tipAt({5, 3}).contains(u"Diamonds"));
    }

    void keysChooseAModule()
    {
        m_strip->setFlow(test::flowAt(10));
        m_strip->show();
        QTest::keyClick(m_strip.get(), Qt::Key_End);
        QCOMPARE(m_strip->current(), 2);
        QVERIFY(m_strip->accessibleDescription().startsWith(u"fc2, step 10"));
        QTest::keyClick(m_strip.get(), Qt::Key_Down);
        QCOMPARE(m_strip->current(), 2);
        QTest::keyClick(m_strip.get(), Qt::Key_Up);
        QCOMPARE(m_strip->current(), 1);
        m_strip->setFlow(test::flowAt(20));
        QVERIFY(m_strip->accessibleDescription().startsWith(u"relu1, step 20"));
        m_strip->clear();
        QCOMPARE(m_strip->current(), -1);
        QCOMPARE(m_strip->accessibleDescription(), QString());
    }

    void probesAreKeptWhileHidden()
    {
        for (int step = 0; step < 30; ++step)
            m_strip->setFlow(test::flowAt(step));
        QSignalSpy shown(m_strip.get(), &GradientFlowStrip::shown);
        m_strip->show();
        QCOMPARE(m_strip->history().flows().size(), 30U);
        m_strip->hide();
        QCOMPARE(shown.count(), 2);
        QCOMPARE(shown[0][0].toBool(), true);
        QCOMPARE(shown[1][0].toBool(), false);
    }

    void fitsASmallDock()
    {
        m_strip->setFlow(test::flowAt(10));
        QVERIFY(m_strip->minimumSizeHint().width() <= 280);
        QVERIFY(m_strip->minimumSizeHint().height() <= 200);
    }

    void aPaintIsQuick()
    {
        m_strip->resize(1000, 260);
        for (int step = 0; step < 60; ++step)
            m_strip->setFlow(test::flowAt(step, 0.001 * step));
        m_strip->show();
        QImage target(m_strip->size(), QImage::Format_ARGB32_Premultiplied);
        QBENCHMARK
        {
            m_strip->render(&target);
        }
    }

private:
    std::unique_ptr<GradientFlowStrip> m_strip;
};

GLYPHSCOPE_TEST(TstGradientFlowStrip, Widgets)
#include "tst_gradient_flow_strip.moc"
