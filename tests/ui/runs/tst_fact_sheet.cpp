// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/runs/class_bars.h"
#include "ui/runs/fact_sheet.h"
#include "ui/style/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstFactSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void placesNeverOverlap_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("pairs");
        for (const double width : {160.0, 260.0, 379.0, 380.0, 1200.0})
            for (const bool pairs : {false, true})
                QTest::addRow("%g %s", width, pairs ? "pairs" : "facts") << width << pairs;
    }

    void placesNeverOverlap()
    {
        QFETCH(double, width);
        QFETCH(bool, pairs);
        const FactPlaces first = factPlaces(0, width, 20, 150, pairs);
        const FactPlaces second = factPlaces(1, width, 20, 150, pairs);
        QVERIFY(first.a.width() > 40);
        QVERIFY(first.a.right() <= width + 0.01 && first.b.right() <= width + 0.01);
        QVERIFY(!pairs || first.a.right() <= first.b.left());
        QVERIFY(first.name.right() <= first.a.left() || first.name.center().y() < first.a.top());
        QCOMPARE(second.name.top(), factHeight(width, 20, pairs));
        QVERIFY(first.a.bottom() <= second.name.top() + 0.01);
    }

    void factsWithoutAValueAreLeftOut()
    {
        FactSheet sheet;
        sheet.setFacts({{u"Seed"_s, u"7"_s}, {u"Momentum"_s, {}}, {u"Held out"_s, u"10\u00a0%"_s}});
        QCOMPARE(sheet.asTsv(), u"Seed\t7\nHeld out\t10 %\n"_s);
    }

    void pairsAreCopiedWithBothValues()
    {
        FactSheet sheet;
        sheet.setPairs({{u"Seed"_s, u"7"_s, u"8"_s}, {u"Momentum"_s, {}, u"0.9"_s}});
        QCOMPARE(sheet.asTsv(), u"Seed\t7\t8\nMomentum\t\t0.9\n"_s);
        QVERIFY(sheet.heightForWidth(200) > sheet.heightForWidth(800));
    }

    void differencesStandOut()
    {
        FactSheet sheet;
        sheet.resize(600, 60);
        sheet.setPairs({{u"Seed"_s, u"888"_s, u"888"_s}});
        const int faint = darkest(sheet.grab(QRect(200, 0, 400, 24)).toImage());
        sheet.setPairs({{u"Seed"_s, u"888"_s, u"889"_s}});
        QVERIFY(darkest(sheet.grab(QRect(200, 0, 400, 24)).toImage()) < faint);
    }

    void barsGrowFromTheMiddle()
    {
        const QRectF track(100, 0, 200, 10);
        QCOMPARE(changeBar(track, 0.5, 1), QRectF(200, 0, 50, 10));
        QCOMPARE(changeBar(track, -1, 1), QRectF(100, 0, 100, 10));
        QCOMPARE(changeBar(track, 7, 1), QRectF(200, 0, 100, 10));
        QCOMPARE(changeBar(track, 1, 0).width(), 0.0);
    }

private:
    static int darkest(const QImage& image)
    {
        int least = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        return least;
    }
};

GLYPHSCOPE_TEST(TstFactSheet, Widgets)
#include "tst_fact_sheet.moc"
