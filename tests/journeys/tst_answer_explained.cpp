// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"
#include "model/types/answer_rule.h"
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/answer/probability_bars.h"
#include "ui/answer/softmax_card.h"
#include "ui/why/why_panel.h"
#include "ui/widgets/hint_line.h"

#include <QtWidgets/QToolButton>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// From the answer a newcomer is led on: to where a percentage comes from, and to the pixels behind it.
class TstAnswerExplained : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void aBarOpensItsSoftmax();
    void theKeyboardDoesToo();
    void theCardLeadsOnToThePixels();
    void hintsComeOneAtATimeAndStayAway();
};

namespace {

AnswerPanel* drawn(OpenWindow& window, int digit)
{
    hand::write(window.canvas(), tourDigit(digit));
    [&window, digit] { QTRY_COMPARE_WITH_TIMEOUT(window.digit(), digit, 30000); }();
    return window->panel<AnswerPanel>();
}

double shareOf(const Prediction& prediction, int label)
{
    const double temperature = answerRuleOf(shippedWeights()).temperature;
    double sum = 0;
    for (const float logit : prediction.logits)
        sum += std::exp(static_cast<double>(logit) / temperature);
    return std::exp(static_cast<double>(prediction.logits[static_cast<std::size_t>(label)]) / temperature) /
           sum;
}

}  // namespace

void TstAnswerExplained::aBarOpensItsSoftmax()
{
    const ScratchData data;
    OpenWindow window(data);
    AnswerPanel* answer = drawn(window, 7);
    auto* bars = answer->findChild<ProbabilityBars*>();
    const auto* card = answer->findChild<SoftmaxCard*>();
    const Prediction prediction = *answer->prediction();
    for (const int label : {prediction.second, 0, prediction.best}) {
        QTRY_VERIFY(bars->isVisible());
        hand::click(*bars, bars->rowAt(label).center());
        QCOMPARE(answer->explained(), label);
        QVERIFY(card->isVisible());
        QVERIFY(std::abs(card->share().share - shareOf(prediction, label)) < 1e-6);
        QVERIFY(std::abs(card->share().share -
                         static_cast<double>(prediction.probabilities[static_cast<std::size_t>(label)])) <
                1e-4);
    }
}

void TstAnswerExplained::theKeyboardDoesToo()
{
    const ScratchData data;
    OpenWindow window(data);
    AnswerPanel* answer = drawn(window, 7);
    auto* bars = answer->findChild<ProbabilityBars*>();
    bars->setFocus(Qt::TabFocusReason);
    QTest::keyClick(bars, Qt::Key_Home);
    QTest::keyClick(bars, Qt::Key_Return);
    QCOMPARE(answer->explained(), 0);
    QTest::keyClick(bars, Qt::Key_Escape);
    QCOMPARE(answer->explained(), -1);
    auto* why = answer->findChild<QToolButton*>(u"answerWhy"_s);
    hand::click(*why);
    QCOMPARE(answer->explained(), 7);
}

void TstAnswerExplained::theCardLeadsOnToThePixels()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    AnswerPanel* answer = drawn(window, 7);
    auto* bars = answer->findChild<ProbabilityBars*>();
    QTRY_VERIFY(bars->isVisible());
    hand::click(*bars, bars->rowAt(2).center());
    QTRY_VERIFY(answer->findChild<QToolButton*>(u"softmax.pixels"_s)->isVisible());
    hand::click(*answer->findChild<QToolButton*>(u"softmax.pixels"_s));
    QTRY_VERIFY(window->panel<WhyPanel>()->isVisible());
    QTRY_VERIFY(window.label("why.score").contains(u'2'));
}

void TstAnswerExplained::hintsComeOneAtATimeAndStayAway()
{
    const ScratchData data;
    {
        OpenWindow window(data);
        auto* line = window.find<HintLine>("hintLine");
        QVERIFY(!line->isVisible());  // the canvas says what to do first
        AnswerPanel* answer = drawn(window, 7);
        QTRY_VERIFY(line->isVisible());
        const QString first = line->hint();
        auto* bars = answer->findChild<ProbabilityBars*>();
        hand::click(*bars, bars->rowAt(7).center());  // what it tells of was done
        QVERIFY(line->isVisible());
        const QString second = line->hint();
        QVERIFY(second != first);
        hand::click(*line->findChild<QToolButton*>(u"hint.close"_s));
        QVERIFY(line->hint() != second);
        window.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!line->isVisible());  // they lead on in Draw
        window.leave();
    }
    OpenWindow window(data);
    auto* line = window.find<HintLine>("hintLine");
    window.press(Qt::Key_1, Qt::ControlModifier);
    (void)drawn(window, 7);
    QTRY_VERIFY(line->isVisible());
    const QString last = line->hint();
    hand::click(*line->findChild<QToolButton*>(u"hint.close"_s));
    QVERIFY(!line->isVisible());  // all of them are known now
    window.find<QAction>("action.showHints")->trigger();
    QVERIFY(line->isVisible());
    QVERIFY(line->hint() != last);
}

GLYPHSCOPE_TEST(TstAnswerExplained, Widgets)
#include "tst_answer_explained.moc"
