// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/curve_export.h"
#include "app/files/tf_record.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace glyphscope;

namespace {

/// What golden/curve_events.py writes down.
RunCurves threeSteps()
{
    RunCurves curves;
    for (const int number : {1, 2, 300}) {
        StepStats step;
        step.step = number;
        step.epoch = number / 2.0;
        step.seconds = number / 4.0;
        step.loss = 2.5 / number;
        step.accuracy = 0.5;
        step.learningRate = 0.001 * number;
        step.gradientNorm = number == 2 ? std::numeric_limits<double>::quiet_NaN() : 3;
        step.imagesPerSecond = 20000;
        curves.steps.add(step);
    }
    EpochStats epoch;
    epoch.epoch = 1;
    epoch.step = 2;
    epoch.seconds = 0.625;
    epoch.testLoss = 0.25;
    epoch.testAccuracy = 0.75;
    epoch.validated = true;
    epoch.validationLoss = 0.375;
    epoch.validationAccuracy = 0.625;
    curves.epochs.push_back(epoch);
    return curves;
}

// A reader of its own, bit by bit and byte by byte.
quint32 slowMaskedCrc(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78U : 0);
    }
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

template <typename T>
T read(QByteArrayView bytes, qsizetype at)
{
    T value;
    std::memcpy(&value, bytes.sliced(at, sizeof value).data(), sizeof value);
    return value;
}

QList<QByteArray> recordsOf(const QByteArray& file)
{
    QList<QByteArray> result;
    for (qsizetype at = 0; at < file.size();) {
        const auto size = static_cast<qsizetype>(read<quint64>(file, at));
        const QByteArrayView body = QByteArrayView(file).sliced(at + 12, size);
        if (read<quint32>(file, at + 8) != slowMaskedCrc(QByteArrayView(file).sliced(at, 8)) ||
            read<quint32>(file, at + 12 + size) != slowMaskedCrc(body))
            return {};
        result.append(body.toByteArray());
        at += 16 + size;
    }
    return result;
}

QList<QByteArray> linesOf(const RunCurves& curves)
{
    QList<QByteArray> lines = csvOf(curves).split('\n');
    return lines.takeLast().isEmpty() ? lines : QList<QByteArray>();
}

void paintCross(QPainter& painter, QSize size)
{
    painter.fillRect(QRect(QPoint(), size), Qt::white);
    painter.setPen(QPen(Qt::red, 3));
    painter.drawLine(0, size.height() / 2, size.width(), size.height() / 2);
}

}  // namespace

class TstCurveExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksumIsThatOfTheStandard_data();
    void checksumIsThatOfTheStandard();
    void eventsAreThoseOfPython();
    void everyStepAndEvaluationIsARecord();
    void anEmptyRunIsStillAFile();
    void aLineAStep();
    void numbersReadBackTheSame();
    void whatIsNotFiniteIsSaid();
    void whatHasNoStepHasItsLine();
    void changesAreQuoted();
    void picturesHaveTheirSize();
};

void TstCurveExport::checksumIsThatOfTheStandard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("crc");
    // RFC 3720, B.4, and the usual check value
    QTest::newRow("check") << QByteArray("123456789") << 0xE3069283U;
    QTest::newRow("nothing") << QByteArray() << 0U;
    QTest::newRow("zeros") << QByteArray(32, '\0') << 0x8A9136AAU;
    QTest::newRow("ones") << QByteArray(32, '\xFF') << 0x62A8AB43U;
}

void TstCurveExport::checksumIsThatOfTheStandard()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint32, crc);
    QCOMPARE(crc32c(bytes), crc);
}

void TstCurveExport::eventsAreThoseOfPython()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/app/files/golden/curve_events.tfevents"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> golden = recordsOf(file.readAll());
    const QList<QByteArray> made = recordsOf(tensorboardEventsOf(threeSteps(), 1700000000.25));
    QCOMPARE(made.size(), golden.size());
    for (qsizetype i = 0; i < made.size(); ++i)
        QCOMPARE(made[i].toHex(' '), golden[i].toHex(' '));
}

void TstCurveExport::everyStepAndEvaluationIsARecord()
{
    RunCurves curves = threeSteps();
    curves.epochs.push_back(curves.epochs.front());
    curves.epochs.back().step = 400;  // after the last step
    curves.epochs.back().validated = false;
    const QList<QByteArray> records = recordsOf(tensorboardEventsOf(curves, 0));
    QCOMPARE(records.size(), qsizetype{6});
    QVERIFY(records[0].endsWith("brain.Event:2"));
    QVERIFY(records[1].contains("loss/train") && records[1].contains("gradient_norm"));
    QVERIFY(records[3].contains("loss/validation"));
    QVERIFY(records[5].contains("accuracy/test") && !records[5].contains("validation"));
}

void TstCurveExport::anEmptyRunIsStillAFile()
{
    QCOMPARE(recordsOf(tensorboardEventsOf({}, 5)).size(), qsizetype{1});
    QCOMPARE(linesOf({}).size(), qsizetype{1});
}

void TstCurveExport::aLineAStep()
{
    const QList<QByteArray> lines = linesOf(threeSteps());
    QCOMPARE(lines.size(), qsizetype{4});
    QCOMPARE(lines[0], QByteArray("step,epoch,seconds,train_loss,train_accuracy,learning_rate,gradient_norm,"
                                  "images_per_second,test_loss,test_accuracy,validation_loss,"
                                  "validation_accuracy,change"));
    QCOMPARE(lines[1], QByteArray("1,0.5,0.25,2.5,0.5,0.001,3,20000,,,,,"));
    QCOMPARE(lines[2], QByteArray("2,1,0.5,1.25,0.5,0.002,nan,20000,0.25,0.75,0.375,0.625,"));
}

void TstCurveExport::numbersReadBackTheSame()
{
    RunCurves curves;
    for (int i = 1; i <= 500; ++i) {
        StepStats step;
        step.step = i;
        step.loss = std::exp(-i / 7.0) / 3;
        curves.steps.add(step);
    }
    const QList<QByteArray> lines = linesOf(curves);
    for (int i = 1; i <= 500; ++i)
        QCOMPARE(lines[i].split(',')[3].toFloat(), curves.steps.loss[static_cast<std::size_t>(i - 1)]);
}

void TstCurveExport::whatIsNotFiniteIsSaid()
{
    RunCurves curves = threeSteps();
    curves.steps.loss = {-std::numeric_limits<float>::quiet_NaN(), HUGE_VALF, -HUGE_VALF};
    const QList<QByteArray> lines = linesOf(curves);
    QCOMPARE(lines[1].split(',')[3], QByteArray("nan"));
    QCOMPARE(lines[2].split(',')[3], QByteArray("inf"));
    QCOMPARE(lines[3].split(',')[3], QByteArray("-inf"));
}

void TstCurveExport::whatHasNoStepHasItsLine()
{
    RunCurves curves = threeSteps();
    curves.marks = {{0, "before"}, {2, "with one"}, {150, "between"}, {300, "at the last"}};
    curves.epochs.push_back(curves.epochs.front());
    curves.epochs.back().step = 400;
    const QList<QByteArray> lines = linesOf(curves);
    QCOMPARE(lines.size(), qsizetype{7});
    QCOMPARE(lines[1], QByteArray("0,,,,,,,,,,,,\"before\""));
    QVERIFY(lines[3].startsWith("2,1,") && lines[3].endsWith(",0.625,\"with one\""));
    QCOMPARE(lines[4], QByteArray("150,,,,,,,,,,,,\"between\""));
    QVERIFY(lines[5].startsWith("300,") && lines[5].endsWith(",\"at the last\""));
    QCOMPARE(lines[6], QByteArray("400,,,,,,,,0.25,0.75,0.375,0.625,"));
    for (const QByteArray& line : lines)
        QCOMPARE(line.count(','), qsizetype{12});
}

void TstCurveExport::changesAreQuoted()
{
    RunCurves curves = threeSteps();
    curves.marks = {{1, "a \"b\", c"}, {1, "d"}};
    QVERIFY(linesOf(curves)[1].endsWith(",\"a \"\"b\"\", c; d\""));
}

void TstCurveExport::picturesHaveTheirSize()
{
    const QImage image = QImage::fromData(curvesPng(paintCross, QSize(300, 200), 2));
    QCOMPARE(image.size(), QSize(600, 400));
    QCOMPARE(image.pixelColor(300, 200), QColor(Qt::red));
    QCOMPARE(image.pixelColor(300, 100), QColor(Qt::white));
    const QByteArray svg = curvesSvg(paintCross, QSize(300, 200));
    QVERIFY(svg.contains("viewBox=\"0 0 300 200\""));
    QVERIFY(svg.contains("#ff0000"));
}

GLYPHSCOPE_TEST(TstCurveExport, Widgets)
#include "tst_curve_export.moc"
