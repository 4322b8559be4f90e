// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/schedule.h"
#include "tests/support/test_program.h"
#include "ui/training/schedule_curve.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstScheduleCurve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheTrainerDoes_data();
    void isWhatTheTrainerDoes();
    void theLineStaysInItsPlace();
    void aConstantRateLiesAtTheTop();
};

void TstScheduleCurve::isWhatTheTrainerDoes_data()
{
    QTest::addColumn<int>("schedule");
    QTest::newRow("one cycle") << static_cast<int>(ScheduleKind::OneCycle);
    QTest::newRow("constant") << static_cast<int>(ScheduleKind::Constant);
    QTest::newRow("cosine") << static_cast<int>(ScheduleKind::Cosine);
    QTest::newRow("steps") << static_cast<int>(ScheduleKind::Step);
    QTest::newRow("linear") << static_cast<int>(ScheduleKind::Linear);
}

void TstScheduleCurve::isWhatTheTrainerDoes()
{
    QFETCH(int, schedule);
    TrainOptions options;
    options.schedule = static_cast<ScheduleKind>(schedule);
    options.epochs = 7;
    constexpr int kStepsAnEpoch = 400;
    const int total = options.epochs * kStepsAnEpoch;
    for (int step = 0; step < total; step += 7) {
        const double expected = scheduledRate(step, kStepsAnEpoch, total, options);
        const double shown = learningRateAt(options, static_cast<double>(step) / total);
        QVERIFY2(std::abs(shown - expected) < 1e-9, qPrintable(QString::number(step)));
    }
}

void TstScheduleCurve::theLineStaysInItsPlace()
{
    const QRectF area(10, 20, 200, 40);
    TrainOptions options;
    for (const ScheduleKind kind :
         {ScheduleKind::OneCycle, ScheduleKind::Cosine, ScheduleKind::Step, ScheduleKind::Linear}) {
        options.schedule = kind;
        const QPolygonF line = scheduleLine(options, area);
        QCOMPARE(line.first().x(), area.left());
        QCOMPARE(line.last().x(), area.right());
        QVERIFY(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(line.boundingRect()));
        QVERIFY(line.boundingRect().top() < area.top() + 1);
    }
}

void TstScheduleCurve::aConstantRateLiesAtTheTop()
{
    TrainOptions options;
    options.schedule = ScheduleKind::Constant;
    for (const QPointF& point : scheduleLine(options, QRectF(0, 5, 50, 30)))
        QCOMPARE(point.y(), 5.0);
}

GLYPHSCOPE_TEST(TstScheduleCurve, Core)
#include "tst_schedule_curve.moc"
