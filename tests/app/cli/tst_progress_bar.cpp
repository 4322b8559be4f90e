// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

StepStats halfway()
{
    StepStats stats;
    stats.step = 50;
    stats.totalSteps = 100;
    stats.loss = 0.3126;
    stats.accuracy = 0.984;
    stats.imagesPerSecond = 7512.4;
    stats.seconds = 65;
    return stats;
}

const QString kNumbers = u"50 %  loss 0.313  accuracy  98.4 %   7,512 images/s   1:05 left"_s;

}  // namespace

class TstProgressBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsBarAndNumbers();
    void fitsAnyWidth();
    void dropsTheBarWhereThereIsNoRoom();
    void beginningAndEnd();
    void unreasonableNumbersDoNoHarm();
};

void TstProgressBar::showsBarAndNumbers()
{
    const QString bar = u'[' + QString(20, u'=') + QString(20, u' ') + u"]  "_s;
    QCOMPARE(progressLine(halfway(), 200), bar + kNumbers);
}

void TstProgressBar::fitsAnyWidth()
{
    for (int width = 0; width <= 200; ++width)
        QVERIFY2(progressLine(halfway(), width).size() <= width, qPrintable(QString::number(width)));
}

void TstProgressBar::dropsTheBarWhereThereIsNoRoom()
{
    const auto length = static_cast<int>(kNumbers.size());
    QCOMPARE(progressLine(halfway(), length), kNumbers);
    QCOMPARE(progressLine(halfway(), 10), kNumbers.left(10));
}

void TstProgressBar::beginningAndEnd()
{
    StepStats stats = halfway();
    stats.step = 0;
    QVERIFY(progressLine(stats, 200).startsWith(u'[' + QString(40, u' ') + u"]   0 %"_s));
    stats.step = 100;
    QVERIFY(progressLine(stats, 200).startsWith(u'[' + QString(40, u'=') + u"] 100 %"_s));
    QVERIFY(progressLine(stats, 200).endsWith(u"0:00 left"_s));
}

void TstProgressBar::unreasonableNumbersDoNoHarm()
{
    StepStats stats;  // no steps at all
    QVERIFY(progressLine(stats, 120).contains(u"0 %"_s));
    stats = halfway();
    stats.imagesPerSecond = 1.28e11;
    QVERIFY(progressLine(stats, 120).contains(u"128,000,000,000 images/s"_s));
}

GLYPHSCOPE_TEST(TstProgressBar, Core)
#include "tst_progress_bar.moc"
