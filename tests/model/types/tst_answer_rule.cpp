// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/answer_rule.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstAnswerRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutANoteEverythingIsAnswered();
    void whatIsPutReadsBackToTheLastDigit_data();
    void whatIsPutReadsBackToTheLastDigit();
    void anOlderRuleGoes();
    void nothingElseIsTouched();
    void notesThatMakeNoSenseAreRefused_data();
    void notesThatMakeNoSenseAreRefused();
};

void TstAnswerRule::withoutANoteEverythingIsAnswered()
{
    const AnswerRule rule = answerRuleOf(StateDict{});
    QCOMPARE(rule.temperature, 1.0);
    QVERIFY(!rule.leastEvidence);
}

void TstAnswerRule::whatIsPutReadsBackToTheLastDigit_data()
{
    QTest::addColumn<double>("temperature");
    QTest::addColumn<double>("evidence");
    QTest::newRow("plain") << 1.5 << 4.0;
    QTest::newRow("no short fraction") << 1.0 / 3 << -0.1;
    QTest::newRow("one more than one") << std::nextafter(1.0, 2.0) << 1e-17;
    QTest::newRow("the ends") << kLowestTemperature << std::numeric_limits<double>::max();
    QTest::newRow("the other end") << kHighestTemperature << 0.0;
}

void TstAnswerRule::whatIsPutReadsBackToTheLastDigit()
{
    QFETCH(double, temperature);
    QFETCH(double, evidence);
    StateDict weights;
    putAnswerRule({temperature, evidence}, weights);
    QCOMPARE(answerRuleOf(weights), (AnswerRule{temperature, evidence}));
    QVERIFY(weights.metadata.at(kTemperatureKey).size() <= 18);
}

void TstAnswerRule::anOlderRuleGoes()
{
    StateDict weights;
    putAnswerRule({1.5, 4.0}, weights);
    QCOMPARE(weights.metadata.at("answer.temperature"), std::string("1.5"));
    QCOMPARE(weights.metadata.at("answer.least_evidence"), std::string("4"));
    putAnswerRule({2, {}}, weights);
    QCOMPARE(answerRuleOf(weights), (AnswerRule{2, {}}));
    putAnswerRule({}, weights);
    QVERIFY(weights.metadata.empty());
}

void TstAnswerRule::nothingElseIsTouched()
{
    StateDict weights;
    weights.metadata["seed"] = "3";
    putAnswerRule({1.5, 4.0}, weights);
    QCOMPARE(weights.metadata.size(), std::size_t{3});
    QCOMPARE(weights.metadata.at("seed"), std::string("3"));
}

void TstAnswerRule::notesThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("words") << u"answer.temperature"_s << u"warm"_s;
    QTest::newRow("nothing") << u"answer.temperature"_s << QString();
    QTest::newRow("a rest") << u"answer.temperature"_s << u"1.5 K"_s;
    QTest::newRow("a comma") << u"answer.temperature"_s << u"1,5"_s;
    QTest::newRow("zero") << u"answer.temperature"_s << u"0"_s;
    QTest::newRow("negative") << u"answer.temperature"_s << u"-1"_s;
    QTest::newRow("too low") << u"answer.temperature"_s << u"0.049"_s;
    QTest::newRow("too high") << u"answer.temperature"_s << u"20.1"_s;
    QTest::newRow("infinite") << u"answer.temperature"_s << u"inf"_s;
    QTest::newRow("no number") << u"answer.temperature"_s << u"nan"_s;
    QTest::newRow("evidence without end") << u"answer.least_evidence"_s << u"-inf"_s;
    QTest::newRow("evidence out of range") << u"answer.least_evidence"_s << u"1e999"_s;
    QTest::newRow("evidence in words") << u"answer.least_evidence"_s << u"much"_s;
}

void TstAnswerRule::notesThatMakeNoSenseAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    StateDict weights;
    weights.metadata[key.toStdString()] = value.toStdString();
    try {
        (void)answerRuleOf(weights);
        QFAIL("was taken");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(key + u" = \""_s + value + u'"'), error.what());
    }
}

GLYPHSCOPE_TEST(TstAnswerRule, Core)
#include "tst_answer_rule.moc"
