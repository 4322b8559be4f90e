// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/fake_recognizer.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstFakeRecognizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsItsTemplates_data();
    void readsItsTemplates();
    void faintInkReadsTheSame();
    void isUnsureOfNothing();
    void showsItsModules();
};

void TstFakeRecognizer::readsItsTemplates_data()
{
    QTest::addColumn<int>("digit");
    for (int digit = 0; digit < 10; ++digit)
        QTest::addRow("%d", digit) << digit;
}

void TstFakeRecognizer::readsItsTemplates()
{
    QFETCH(int, digit);
    const Prediction prediction = FakeRecognizer().predict(templateGlyph(digit));
    QCOMPARE(prediction.best, digit);
    QVERIFY(prediction.verdict == Verdict::Digit);
    QCOMPARE(FakeRecognizer().predict(templateGlyph(digit)).logits, prediction.logits);
}

void TstFakeRecognizer::faintInkReadsTheSame()
{
    Glyph faint = templateGlyph(4);
    for (std::uint8_t& pixel : faint)
        pixel /= 5;
    QCOMPARE(FakeRecognizer().predict(faint).best, 4);
}

void TstFakeRecognizer::isUnsureOfNothing()
{
    const Prediction prediction = FakeRecognizer().predict(Glyph{});
    QCOMPARE(prediction.probabilities, std::vector<float>(10, 0.1F));
    QVERIFY(prediction.verdict == Verdict::Unsure);
}

void TstFakeRecognizer::showsItsModules()
{
    const Reading reading = FakeRecognizer().read(templateGlyph(1));
    QCOMPARE(reading.modules.size(), std::size_t(2));
    QCOMPARE(reading.modules[0].shape, (std::vector{1, 7, 7}));
    QCOMPARE(reading.modules[0].values[3 * 7 + 3], 1.0F);  // the bar goes through the middle
    QCOMPARE(reading.modules[0].values[0], 0.0F);
    QCOMPARE(reading.modules[1].values, reading.prediction.logits);
    QCOMPARE(reading.prediction.logits, FakeRecognizer().predict(templateGlyph(1)).logits);
    QVERIFY(reading.microseconds > 0);
}

GLYPHSCOPE_TEST(TstFakeRecognizer, Core)
#include "tst_fake_recognizer.moc"
