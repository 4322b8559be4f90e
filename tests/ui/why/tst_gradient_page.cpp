// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/theme.h"
#include "ui/why/gradient_maps.h"
#include "ui/why/gradient_page.h"
#include "ui/why/norm_bars.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <memory>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstGradientPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_page = std::make_unique<GradientPage>();
        m_page->resize(300, 700);
        m_page->setGlyph(test::seven());
    }
    void cleanup() { m_page.reset(); }

    void theInputAndEveryModuleHaveABar()
    {
        m_page->setGradients(test::gradients());
        m_page->show();
        QCOMPARE(bars()->rows().size(), 11U);
        QCOMPARE(bars()->rows().front().name, u"input"_s);
        QCOMPARE(bars()->rows().back().name, u"fc2"_s);
        QCOMPARE(bars()->rows().back().norm, 1.0);
        QVERIFY(text(u"why.gradientTime"_s).contains(u"1.7 ms"));
    }

    void theChosenModuleIsShown()
    {
        m_page->setGradients(test::gradients());
        m_page->show();
        QCOMPARE(text(u"why.module"_s), u"Gradient at input"_s);
        QTest::mouseClick(bars(), Qt::LeftButton, {}, bars()->placeOf(10).row.center().toPoint());
        QCOMPARE(text(u"why.module"_s), u"Gradient at fc2"_s);
        QCOMPARE(text(u"why.moduleKind"_s), u"Linear(256, 10) \u00B7 10"_s);
        QCOMPARE(text(u"why.moduleNumbers"_s), u"min 0, max 1, norm 1, 9 of 10 are zero"_s);
        QTest::keyClick(bars(), Qt::Key_Home);
        QTest::keyClick(bars(), Qt::Key_Down);
        QCOMPARE(text(u"why.moduleKind"_s), u"Conv2d(1, 32, 3, padding=1) \u00B7 32 \u00D7 28 \u00D7 28"_s);
    }

    void theChoiceOutlivesTheNextDrawing()
    {
        m_page->setGradients(test::gradients());
        m_page->show();
        bars()->choose(4);
        m_page->setGradients(test::gradients({3, -1}));
        QCOMPARE(bars()->current(), 4);
        QCOMPARE(text(u"why.module"_s), u"Gradient at conv2"_s);
    }

    void forgottenGradientsAreBeingComputed()
    {
        m_page->setGradients(test::gradients());
        m_page->show();
        m_page->forget();
        QVERIFY(m_page->findChild<GradientMaps*>()->readout().startsWith(u"Computing"));
        QVERIFY(text(u"why.gradientTime"_s).startsWith(u"Computing"));
        m_page->setGradients(test::gradients());
        QVERIFY(text(u"why.gradientTime"_s).contains(u"ms"));
    }

    void gradientsOfAnotherDrawingAreFaint()
    {
        m_page->setGradients(test::gradients());
        m_page->show();
        QTRY_VERIFY(bars()->height() > 100);
        const QImage present = bars()->grab().toImage();
        m_page->setGlyph(test::stem());
        QVERIFY(text(u"why.gradientTime"_s).startsWith(u"Of the drawing before"));
        QVERIFY(bars()->grab().toImage() != present);
        GradientReading next = test::gradients();
        next.glyph = test::stem();
        m_page->setGradients(next);
        QVERIFY(text(u"why.gradientTime"_s).contains(u"ms"));
        QCOMPARE(bars()->grab().toImage(), present);
    }

    void nothingIsMadeWhileHidden()
    {
        m_page->setGradients(test::gradients());
        QVERIFY(bars()->rows().empty());
        m_page->show();
        QCOMPARE(bars()->rows().size(), 11U);
    }

    void rowsKeepTheirPartsApart_data()
    {
        QTest::addColumn<double>("width");
        for (const int width : {180, 256, 480, 1400})
            QTest::addRow("%d wide", width) << static_cast<double>(width);
    }

    void rowsKeepTheirPartsApart()
    {
        QFETCH(double, width);
        const NormBars::Place place = NormBars::layOut(width, 3, 24, 50, 50);
        QVERIFY(place.name.right() <= place.bar.left());
        QVERIFY(place.bar.right() <= place.number.left());
        QVERIFY(place.number.right() <= width);
        QVERIFY(place.bar.width() > 0);
        QCOMPARE(place.row, QRectF(0, 72, width, 24));
    }

    void aRefreshIsQuick()
    {
        m_page->show();
        const GradientReading gradients = test::gradients();
        QBENCHMARK
        {
            m_page->setGradients(gradients);
            m_page->grab();
        }
    }

private:
    [[nodiscard]] NormBars* bars() const { return m_page->findChild<NormBars*>(); }
    [[nodiscard]] QString text(const QString& name) const { return m_page->findChild<QLabel*>(name)->text(); }
    std::unique_ptr<GradientPage> m_page;
};

GLYPHSCOPE_TEST(TstGradientPage, Widgets)
#include "tst_gradient_page.moc"
