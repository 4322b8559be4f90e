// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/temperature.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"
#include "tests/model/calibration/goldens.h"

#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

using Floats = std::vector<float>;
using Labels = std::vector<std::uint8_t>;

class TstTemperature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRatioOfOddsByHand();
    void pythonFindsTheSame();
    void scaledLogitsScaleTheTemperature();
    void theEnds_data();
    void theEnds();
    void hugeLogitsDoNotOverflow();
    void wrongArgumentsAreRefused_data();
    void wrongArgumentsAreRefused();
};

void TstTemperature::aRatioOfOddsByHand()
{
    // Three of four right at a lead of 6: the odds 3 to 1 are exp(6 / T).
    const Floats logits{6, 0, 6, 0, 6, 0, 6, 0};
    const Labels labels{0, 0, 0, 1};
    QVERIFY(near(fitTemperature(logits, labels), 6 / std::log(3.0), 1e-9));
    const double perfect = -(3 * std::log(0.75) + std::log(0.25)) / 4;
    QVERIFY(near(negativeLogLikelihood(logits, labels, 6 / std::log(3.0)), perfect, 1e-12));
    QVERIFY(negativeLogLikelihood(logits, labels) > perfect);
}

void TstTemperature::pythonFindsTheSame()
{
    const Floats logits = goldenFloats("logits");
    const Labels labels = goldenBytes("labels");
    QCOMPARE(labels.size(), std::size_t{300});
    const double temperature = golden("temperature").at(0);
    QVERIFY(temperature > 1.5);  // the logits are overconfident
    QVERIFY(near(fitTemperature(logits, labels), temperature, 1e-6));
    QVERIFY(near(negativeLogLikelihood(logits, labels), golden("likelihood").at(0), 1e-6));
    QVERIFY(near(negativeLogLikelihood(logits, labels, temperature), golden("likelihood").at(1), 1e-6));
}

void TstTemperature::scaledLogitsScaleTheTemperature()
{
    Floats logits = goldenFloats("logits");
    const Labels labels = goldenBytes("labels");
    const double before = fitTemperature(logits, labels);
    for (float& z : logits)
        z = z * 2 + 7;  // and a constant for all classes changes nothing
    QVERIFY(near(fitTemperature(logits, labels), 2 * before, 1e-5));
}

void TstTemperature::theEnds_data()
{
    QTest::addColumn<int>("label");
    QTest::addColumn<float>("lead");
    QTest::addColumn<double>("temperature");
    QTest::newRow("all right") << 0 << 3.0F << kLowestTemperature;
    QTest::newRow("all wrong") << 1 << 3.0F << kHighestTemperature;
    QTest::newRow("no lead, any will do") << 0 << 0.0F << kLowestTemperature;
}

void TstTemperature::theEnds()
{
    QFETCH(int, label);
    QFETCH(float, lead);
    const Labels labels(5, static_cast<std::uint8_t>(label));
    QTEST(fitTemperature(Floats{lead, 0, lead, 0, lead, 0, lead, 0, lead, 0}, labels), "temperature");
}

void TstTemperature::hugeLogitsDoNotOverflow()
{
    const Floats logits{3e38F, -3e38F, 3e38F, -3e38F};
    QVERIFY(std::isfinite(negativeLogLikelihood(logits, Labels{0, 1}, kLowestTemperature)));
    QCOMPARE(fitTemperature(logits, Labels{0, 1}), kHighestTemperature);
}

void TstTemperature::wrongArgumentsAreRefused_data()
{
    QTest::addColumn<Floats>("logits");
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<QString>("says");
    QTest::newRow("no labels") << Floats{1, 2} << Labels{} << u"no labels"_s;
    QTest::newRow("no logits") << Floats{} << Labels{0} << u"0 logits"_s;
    QTest::newRow("uneven") << Floats{1, 2, 3} << Labels{0, 1} << u"3 logits do not belong to 2 labels"_s;
    QTest::newRow("no class") << Floats{1, 2, 3, 4} << Labels{0, 2} << u"label 2 of glyph 2"_s;
    QTest::newRow("not finite") << Floats{1, 2, std::numeric_limits<float>::infinity(), 4} << Labels{0, 1}
                                << u"glyph 2 is not finite"_s;
}

void TstTemperature::wrongArgumentsAreRefused()
{
    QFETCH(Floats, logits);
    QFETCH(Labels, labels);
    QFETCH(QString, says);
    for (const bool fit : {true, false}) {
        try {
            (void)(fit ? fitTemperature(logits, labels) : negativeLogLikelihood(logits, labels));
            QFAIL("was taken");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
        }
    }
    QVERIFY_EXCEPTION_THROWN((void)negativeLogLikelihood(Floats{1, 2}, Labels{0}, 0), Error);
}

GLYPHSCOPE_TEST(TstTemperature, Core)
#include "tst_temperature.moc"
