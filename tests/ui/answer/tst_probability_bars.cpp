// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/probability_bars.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

int accentPixels(const QImage& image, int row, int count)
{
    const int y = image.height() * (2 * row + 1) / (2 * count);
    int found = 0;
    for (int x = 0; x < image.width(); ++x)
        found += QColor(image.pixel(x, y)) == theme().accent;
    return found;
}

}  // namespace

class TstProbabilityBars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void theBestBarIsAsLongAsItsShare()
    {
        ProbabilityBars bars;
        bars.resize(400, 90);
        bars.setLabels({u"0"_s, u"1"_s, u"2"_s});
        bars.setValues({0.1F, 0.8F, 0.1F}, {}, 1, 0);
        const int long80 = accentPixels(bars.grab().toImage(), 1, 3);
        bars.setValues({0.3F, 0.4F, 0.3F}, {}, 1, 0);
        const int long40 = accentPixels(bars.grab().toImage(), 1, 3);
        QVERIFY(long40 > 60);
        QVERIFY(std::abs(long80 - 2 * long40) <= 3);
        QCOMPARE(accentPixels(bars.grab().toImage(), 0, 3), 0);
    }

    void theShownBarArrivesWhereTheNumberIs()
    {
        ProbabilityBars bars;
        bars.resize(400, 60);
        bars.setLabels({u"0"_s, u"1"_s});
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        bars.setValues({0.9F, 0.1F}, {}, 0, 1);
        const int wide = accentPixels(bars.grab().toImage(), 0, 2);
        bars.setValues({0.1F, 0.9F}, {}, 1, 0);
        QCOMPARE(bars.percentAt(1), u"90.0 %"_s);
        QTRY_COMPARE(accentPixels(bars.grab().toImage(), 1, 2), wide);
    }

    void aClickOrReturnChoosesARow()
    {
        ProbabilityBars bars;
        bars.resize(400, 90);
        bars.setLabels({u"0"_s, u"1"_s, u"2"_s});
        QSignalSpy chosen(&bars, &ProbabilityBars::rowChosen);
        QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.rowAt(2).center());
        QCOMPARE(chosen.count(), 0);  // there is nothing to explain
        bars.setValues({0.1F, 0.8F, 0.1F}, {0, 2, 0}, 1, 0);
        QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.rowAt(2).center());
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 2);
        QTest::keyClick(&bars, Qt::Key_Up);
        QTest::keyClick(&bars, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 1);
        QTest::keyClick(&bars, Qt::Key_End);
        QTest::keyClick(&bars, Qt::Key_Space);
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 2);
        QSignalSpy dismissed(&bars, &ProbabilityBars::dismissed);
        QTest::keyClick(&bars, Qt::Key_Escape);
        QCOMPARE(dismissed.count(), 1);
    }

    void tenRowsShrinkToFit()
    {
        ProbabilityBars bars;
        QStringList names;
        for (int i = 0; i < 10; ++i)
            names << QString::number(i);
        bars.setLabels(names);
        QVERIFY(bars.minimumSizeHint().height() <= 120);
        bars.resize(260, 120);
        QVERIFY(bars.rect().contains(bars.rowAt(9)));
    }

    void onlyWhatMovesVisiblyTakesItsTime()
    {
        ProbabilityBars bars;
        bars.resize(400, 60);
        bars.setLabels({u"0"_s, u"1"_s});
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        bars.setValues({0.6F, 0.4F}, {}, 0, 1);
        const int at60 = accentPixels(bars.grab().toImage(), 0, 2);
        bars.setValues({0.9F, 0.1F}, {}, 0, 1);
        QCOMPARE(accentPixels(bars.grab().toImage(), 0, 2), at60);
        QTRY_VERIFY(accentPixels(bars.grab().toImage(), 0, 2) > at60);

        bars.setValues({}, {}, -1, -1);
        bars.setValues({0.6F, 0.4F}, {}, 0, 1);
        bars.setValues({0.609F, 0.391F}, {}, 0, 1);
        QVERIFY(accentPixels(bars.grab().toImage(), 0, 2) > at60);
    }

    void rowsFillTheHeightWithoutOverlap_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("labelWidth");
        for (const int count : {1, 10, 26, 47}) {
            QTest::addRow("%d digits", count) << count << 10.0;
            QTest::addRow("%d long names", count) << count << 900.0;
        }
    }

    void rowsFillTheHeightWithoutOverlap()
    {
        QFETCH(int, count);
        QFETCH(double, labelWidth);
        const QSizeF size(260, 400);
        double bottom = 0;
        for (int row = 0; row < count; ++row) {
            const auto place = ProbabilityBars::layOutRow(size, row, count, labelWidth, 60);
            QVERIFY(place.label.top() >= bottom - 0.01);
            bottom = place.label.bottom();
            QVERIFY(place.bar.left() >= place.label.right());
            QVERIFY(place.bar.right() <= place.number.left());
            QVERIFY(place.bar.width() > 40);
            QVERIFY(place.label.contains(QPointF(place.label.center().x(), place.bar.center().y())));
        }
        QVERIFY(bottom <= size.height() + 0.01);
    }
};

GLYPHSCOPE_TEST(TstProbabilityBars, Widgets)
#include "tst_probability_bars.moc"
