// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/loss_watch.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

class TstLossWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossThatFallsAndFlickersIsSane();
    void lossThatGrowsIsNot();
    void singleOutlierIsNotAndTheNextStepIs();
    void lossThatIsNotFiniteIsNot();
    void afterForgettingAHigherLossIsSane();
};

void TstLossWatch::lossThatFallsAndFlickersIsSane()
{
    LossWatch watch;
    for (int step = 0; step < 500; ++step) {
        const double mean = 0.03 + 2.3 * std::exp(-step / 50.0);
        QVERIFY(watch.sane(mean * (1 + 0.6 * std::sin(step * 1.7))));
    }
}

void TstLossWatch::lossThatGrowsIsNot()
{
    LossWatch watch;
    for (int step = 0; step < 100; ++step)
        QVERIFY(watch.sane(0.1));
    int sane = 0;
    for (double loss = 0.1; loss < 1e6; loss *= 1.2)
        sane += watch.sane(loss) ? 1 : 0;
    QVERIFY2(sane < 20, qPrintable(QString::number(sane)));
    QVERIFY(!watch.sane(2.3));
}

void TstLossWatch::singleOutlierIsNotAndTheNextStepIs()
{
    LossWatch watch;
    for (int step = 0; step < 100; ++step)
        QVERIFY(watch.sane(0.1));
    QVERIFY(!watch.sane(1.6));
    QVERIFY(watch.sane(0.1));
}

void TstLossWatch::lossThatIsNotFiniteIsNot()
{
    LossWatch watch;
    QVERIFY(watch.sane(2.3));
    QVERIFY(!watch.sane(std::nan("")));
    QVERIFY(!watch.sane(std::numeric_limits<double>::infinity()));
    QVERIFY(watch.sane(2.2));
}

void TstLossWatch::afterForgettingAHigherLossIsSane()
{
    LossWatch watch;
    for (int step = 0; step < 100; ++step)
        QVERIFY(watch.sane(0.02));
    QVERIFY(!watch.sane(1.2));
    watch.forget();
    QVERIFY(watch.sane(1.2));
}

GLYPHSCOPE_TEST(TstLossWatch, Core)
#include "tst_loss_watch.moc"
