// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/evaluation/reliability_diagram.h"
#include "ui/evaluation/reliability_page.h"
#include "ui/evaluation/reliability_text.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Ten bins: nothing below 0.5, the surest is the fullest and a little too sure.
Reliability reliability()
{
    Reliability result;
    result.bins.resize(10);
    result.bins[5] = {4, 0.55, 0.75};
    result.bins[7] = {40, 0.75, 0.45};
    result.bins[9] = {900, 0.99, 0.97};
    result.calibrationError = 0.0326;
    return result;
}

}  // namespace

class TstReliabilityDiagram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_page = std::make_unique<ReliabilityPage>();
        m_page->resize(380, 420);
    }
    void cleanup() { m_page.reset(); }

    void nothingIsShownBeforeItIsKnown()
    {
        m_page->show();
        QVERIFY(!m_page->known());
        QVERIFY(label(u"evaluation.calibration"_s)->text().isEmpty());
        (void)m_page->grab();
        QTest::keyClick(diagram(), Qt::Key_Right);
        QCOMPARE(diagram()->current(), -1);
    }

    void barsReachTheirAccuracyInBothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void barsReachTheirAccuracyInBothThemes()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark);
        showIt();
        const QImage image = diagram()->grab().toImage();
        const ReliabilityLayout layout = diagram()->diagramLayout();
        const auto colourAt = [&](double confidence, double accuracy) {
            const QPointF beside = layout.at(confidence, accuracy) + QPointF(3, 0);  // not on the whisker
            return image.pixel((beside * image.devicePixelRatio()).toPoint());
        };
        const QRgb bar = blend(theme().surface, theme().accent, 0.75).rgb();
        QCOMPARE(colourAt(0.95, 0.3), bar);
        QCOMPARE(colourAt(0.55, 0.2), bar);
        QVERIFY(colourAt(0.35, 0.1) != bar);  // nothing there
        QVERIFY(colourAt(0.75, 0.6) != bar);  // between right and sure
        QVERIFY(colourAt(0.75, 0.6) != colourAt(0.75, 0.95));
        QVERIFY(contrastRatio(QColor(bar), theme().surface) >= 3);
    }

    void thePointerTellsABinsNumbers()
    {
        showIt();
        const QSignalSpy changed(diagram(), &ReliabilityDiagram::currentChanged);
        const QPoint inSeven = diagram()->diagramLayout().at(0.75, 0.9).toPoint();
        QTest::mouseMove(diagram(), inSeven);
        QTRY_COMPARE(diagram()->current(), 7);
        QCOMPARE(label(u"evaluation.bin"_s)->text(), binText(reliability(), 7));
        QCOMPARE(diagram()->accessibleDescription(), binText(reliability(), 7));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(diagram(), &leave);
        QCOMPARE(diagram()->current(), -1);
        QVERIFY(label(u"evaluation.bin"_s)->text().isEmpty());
        QVERIFY(changed.size() >= 2);
    }

    void theKeysGoThroughTheBins()
    {
        showIt();
        QVERIFY(diagram()->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(diagram(), Qt::Key_Left);
        QCOMPARE(diagram()->current(), 9);
        QTest::keyClick(diagram(), Qt::Key_Left);
        QTest::keyClick(diagram(), Qt::Key_Left);
        QCOMPARE(diagram()->current(), 7);
        QCOMPARE(label(u"evaluation.bin"_s)->text(), binText(reliability(), 7));
        QTest::keyClick(diagram(), Qt::Key_Home);
        QTest::keyClick(diagram(), Qt::Key_Left);
        QCOMPARE(diagram()->current(), 0);
        QTest::keyClick(diagram(), Qt::Key_End);
        QTest::keyClick(diagram(), Qt::Key_Right);
        QCOMPARE(diagram()->current(), 9);
    }

    void fewerBinsLeaveNoneOutside()
    {
        showIt();
        QTest::keyClick(diagram(), Qt::Key_End);
        Reliability two;
        two.bins = {{1, 0.3, 0}, {9, 0.9, 1}};
        m_page->setReliability(two);
        QCOMPARE(diagram()->current(), 1);
        QCOMPARE(label(u"evaluation.bin"_s)->text(), binText(two, 1));
        m_page->setReliability({});
        QCOMPARE(diagram()->current(), -1);
        QVERIFY(label(u"evaluation.bin"_s)->text().isEmpty());
    }

    void theChosenBinIsToldAnew()
    {
        showIt();
        QTest::keyClick(diagram(), Qt::Key_End);
        Reliability other = reliability();
        other.bins[9] = {500, 0.98, 0.5};
        m_page->setReliability(other);
        QCOMPARE(diagram()->current(), 9);
        QCOMPARE(label(u"evaluation.bin"_s)->text(), binText(other, 9));
        QCOMPARE(diagram()->accessibleDescription(), binText(other, 9));
    }

    void itHasANameAndWords()
    {
        showIt();
        QVERIFY(diagram()->accessibleName().startsWith(u"Reliability diagram"_s));
        QCOMPARE(label(u"evaluation.calibration"_s)->text(), calibrationText(reliability()));
        QCOMPARE(label(u"evaluation.refused"_s)->text(), refusedText(reliability()));
    }

private:
    void showIt() const
    {
        m_page->setReliability(reliability());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    [[nodiscard]] ReliabilityDiagram* diagram() const { return m_page->findChild<ReliabilityDiagram*>(); }
    [[nodiscard]] QLabel* label(const QString& name) const { return m_page->findChild<QLabel*>(name); }

    std::unique_ptr<ReliabilityPage> m_page;
};

GLYPHSCOPE_TEST(TstReliabilityDiagram, Widgets)
#include "tst_reliability_diagram.moc"
