// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/big_digit.h"
#include "ui/answer/probability_bars.h"
#include "ui/answer/softmax_card.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

Prediction seven()
{
    Prediction prediction{
        .verdict = Verdict::Digit, .logits = {}, .probabilities = {}, .best = 7, .second = 1};
    prediction.logits.assign(10, -1.0F);
    prediction.probabilities.assign(10, 0.0025F);
    prediction.probabilities[7] = 0.96F;
    prediction.probabilities[1] = 0.02F;
    return prediction;
}

bool shows(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (QColor(image.pixel(x, y)) == colour)
                return true;
    return false;
}

}  // namespace

class TstAnswerPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void aNewPanelSaysThatNothingIsDrawn()
    {
        AnswerPanel panel;
        QCOMPARE(panel.verdict(), u"Nothing drawn yet"_s);
        QCOMPARE(panel.findChild<BigDigit*>(u"answerDigit"_s)->text(), QString());
        QVERIFY(shows(panel.grab().toImage(), theme().mutedText));
        QCOMPARE(bars(panel)->percentAt(3), QString());
    }

    void aPredictionIsShownInLargeAndInWords()
    {
        AnswerPanel panel;
        panel.setPrediction(seven());
        QCOMPARE(panel.findChild<BigDigit*>(u"answerDigit"_s)->text(), u"7"_s);
        QCOMPARE(panel.verdict(), u"It is a 7"_s);
        QVERIFY(panel.accessibleDescription().startsWith(u"It is a 7. 96.0\u00A0% sure"_s));
        QCOMPARE(bars(panel)->percentAt(7), u"96.0 %"_s);
    }

    void whileWaitingOldNumbersAreGone()
    {
        AnswerPanel panel;
        panel.setPrediction(seven());
        panel.setWaiting(u"Loading the network."_s);
        QCOMPARE(panel.findChild<QLabel*>(u"answerDetail"_s)->text(), u"Loading the network."_s);
        QCOMPARE(bars(panel)->percentAt(7), QString());
        panel.setPrediction(seven());
        QCOMPARE(bars(panel)->percentAt(7), u"96.0 %"_s);
    }

    void aFailureShowsItsReason()
    {
        AnswerPanel panel;
        panel.setFailed(u"weights.safetensors: no such file."_s);
        QCOMPARE(panel.verdict(), u"No answer"_s);
        QCOMPARE(panel.findChild<QLabel*>(u"answerDetail"_s)->text(),
                 u"weights.safetensors: no such file."_s);
    }

    void somethingElseThanADigitHasNoBigDigit()
    {
        AnswerPanel panel;
        Prediction prediction = seven();
        prediction.verdict = Verdict::NotADigit;
        panel.setPrediction(prediction);
        QCOMPARE(panel.findChild<BigDigit*>(u"answerDigit"_s)->text(), u"?"_s);
        QCOMPARE(panel.verdict(), u"Not a digit"_s);
        QVERIFY(!shows(bars(panel)->grab().toImage(), theme().accent));
    }

    void theEvidenceIsThereForTheCurious()
    {
        AnswerPanel panel;
        Prediction prediction = seven();
        prediction.evidence = 3.14F;
        panel.setPrediction(prediction);
        const auto* detail = panel.findChild<QLabel*>(u"answerDetail"_s);
        QCOMPARE(detail->toolTip(),
                 u"Evidence 3.1; these weights have no threshold and answer everything."_s);
        QVERIFY(!detail->text().contains(u"vidence"_s));
        panel.setRule({.temperature = 1, .leastEvidence = 5});
        QVERIFY(detail->toolTip().contains(u"3.1") && detail->toolTip().contains(u"5.0"));
        prediction.verdict = Verdict::NotADigit;
        panel.setPrediction(prediction);
        QVERIFY2(!detail->text().contains(u"3.1"), qPrintable(detail->text()));  // words for newcomers
        QVERIFY(detail->toolTip().contains(u"3.1"));
        panel.setPrediction({});
        QVERIFY(detail->toolTip().isEmpty());
    }

    void aRefusalLeavesTheBarsWhereTheyAre()
    {
        AnswerPanel panel;
        panel.resize(280, 460);
        panel.setRule({.temperature = 1, .leastEvidence = 5});
        panel.setPrediction(seven());
        panel.show();
        const QRect place = panel.findChild<QWidget*>(u"answerScroll"_s)->geometry();
        Prediction refused = seven();
        refused.verdict = Verdict::NotADigit;
        panel.setPrediction(refused);
        QTRY_COMPARE(panel.findChild<QWidget*>(u"answerScroll"_s)->geometry(), place);
    }

    void allIsSeenAtTheLeastHeightOfDraw()
    {
        AnswerPanel panel;
        panel.resize(320, 470);
        panel.setPrediction(seven());
        panel.show();
        for (const char* name : {"answerDigit", "answerWhy", "labelRow", "answerScroll", "softmaxCard"}) {
            const auto* part = panel.findChild<QWidget*>(QLatin1StringView(name));
            QVERIFY2(part->isVisible(), name);
            QVERIFY2(panel.rect().contains(QRect(part->mapTo(&panel, QPoint()), part->size())), name);
        }
        QVERIFY(bars(panel)->visibleRegion().boundingRect().contains(bars(panel)->rowAt(9).center()));
        QVERIFY(bars(panel)->visibleRegion().boundingRect().contains(bars(panel)->rowAt(0).center()));
    }

    void theCardIsInSightOnASmallScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x768") << QSize(238, 438);
        QTest::newRow("1280x720") << QSize(302, 390);
    }

    void theCardIsInSightOnASmallScreen()
    {
        QFETCH(QSize, size);
        AnswerPanel panel;
        panel.resize(size);
        panel.setRule({.temperature = 0.854, .leastEvidence = {}});
        panel.setPrediction(seven());
        panel.show();
        for (const char* name : {"answerDigit", "answerWhy", "labelRow", "answerScroll", "softmaxCard"}) {
            const auto* part = panel.findChild<QWidget*>(QLatin1StringView(name));
            QVERIFY2(part->isVisible(), name);
            QVERIFY2(panel.rect().contains(QRect(part->mapTo(&panel, QPoint()), part->size())), name);
        }
        QVERIFY(bars(panel)->rowAt(0).height() >= 13);
    }

    void aLargePanelIsFilled()
    {
        AnswerPanel panel;
        panel.resize(920, 1480);
        panel.setPrediction(seven());
        panel.show();
        const auto* card = panel.findChild<SoftmaxCard*>();
        QVERIFY(card->mapTo(&panel, QPoint(0, card->height())).y() > 0.8 * panel.height());
        QVERIFY(bars(panel)->rowAt(0).height() > 70);
        const auto* words = panel.findChild<QLabel*>(u"softmax.power"_s);
        QVERIFY(QFontInfo(words->font()).pixelSize() > 1.8 * QFontInfo(panel.font()).pixelSize());
        panel.resize(320, 470);
        QTRY_COMPARE(QFontInfo(words->font()).pixelSize(), QFontInfo(panel.font()).pixelSize());
    }

    void theLabelsStayBesideABadge_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x768") << QSize(266, 350);
        QTest::newRow("1280x720") << QSize(307, 313);
    }

    void theLabelsStayBesideABadge()
    {
        QFETCH(QSize, size);
        AnswerPanel panel;
        panel.resize(size);
        panel.setLabelable(true);
        panel.setPrediction(seven(), seven());
        HookSpec hook;
        hook.module = "conv2";
        hook.action = HookAction::Zero;
        hook.channel = 12;
        panel.setHooks({hook});
        panel.show();
        QVERIFY(panel.findChild<QWidget*>(u"hookBadge"_s)->isVisible());
        QVERIFY(panel.findChild<QToolButton*>(u"label9"_s)->isVisible());
        QVERIFY(panel.findChild<QToolButton*>(u"answerWhy"_s)->isVisible());
        for (const int row : {0, 9})
            QTRY_VERIFY(
                bars(panel)->visibleRegion().boundingRect().contains(bars(panel)->rowAt(row).center()));
        panel.setKept(u"7"_s);
        QTRY_VERIFY(panel.findChild<QToolButton*>(u"labelUndo"_s)->isVisible());
        panel.setKept({});
        QTRY_VERIFY(panel.findChild<QToolButton*>(u"label9"_s)->isVisible());
    }

    void everyBarIsSeenBesideABadge()
    {
        AnswerPanel panel;
        panel.resize(290, 320);
        panel.setPrediction(seven(), seven());
        HookSpec hook;
        hook.module = "a";
        hook.action = HookAction::Zero;
        panel.setHooks({hook});
        panel.show();
        QVERIFY(panel.findChild<QWidget*>(u"hookBadge"_s)->isVisible());
        for (const int row : {0, 9})
            QTRY_VERIFY(
                bars(panel)->visibleRegion().boundingRect().contains(bars(panel)->rowAt(row).center()));
        panel.setHooks({});
        QTRY_VERIFY(panel.findChild<QWidget*>(u"labelRow"_s)->isVisible());
    }

    void aBarExplainsItselfWhereThereIsNoRoom()
    {
        AnswerPanel panel;
        panel.resize(220, 330);
        panel.setPrediction(seven());
        panel.show();
        QCOMPARE(panel.explained(), -1);
        QTest::mouseClick(bars(panel), Qt::LeftButton, {}, bars(panel)->rowAt(3).center());
        QCOMPARE(panel.explained(), 3);
        const auto* card = panel.findChild<SoftmaxCard*>();
        QVERIFY(card->isVisible());
        QVERIFY(panel.rect().contains(QRect(card->mapTo(&panel, QPoint()), card->size())));
        QVERIFY(!panel.findChild<QWidget*>(u"labelRow"_s)->isVisible());
        panel.findChild<QToolButton*>(u"softmax.close"_s)->click();
        QCOMPARE(panel.explained(), -1);
        QVERIFY(panel.findChild<QWidget*>(u"labelRow"_s)->isVisible());
    }

    void whyExplainsTheAnswer()
    {
        AnswerPanel panel;
        panel.resize(320, 700);
        panel.setPrediction(seven());
        panel.show();
        auto* why = panel.findChild<QToolButton*>(u"answerWhy"_s);
        QCOMPARE(panel.explained(), 7);
        why->click();
        QCOMPARE(panel.explained(), -1);
        why->click();
        QCOMPARE(panel.explained(), 7);
        QSignalSpy asked(&panel, &AnswerPanel::attributionsRequested);
        panel.findChild<QToolButton*>(u"softmax.pixels"_s)->click();
        QCOMPARE(asked.takeFirst().at(0).toInt(), 7);
        panel.setPrediction({});
        QCOMPARE(panel.explained(), -1);
        QVERIFY(!why->isEnabled());
    }

    void theCardUsesTheTemperatureOfTheWeights()
    {
        AnswerPanel panel;
        panel.resize(320, 700);
        panel.setRule({.temperature = 2, .leastEvidence = {}});
        panel.setPrediction(seven());
        panel.show();
        QCOMPARE(panel.findChild<SoftmaxCard*>()->share().temperature, 2.0);
        QVERIFY(panel.findChild<QLabel*>(u"softmax.power"_s)->toolTip().contains(u"temperature, 2."));
    }

    void longNamesKeepThePanelNarrow()
    {
        AnswerPanel panel;
        panel.setClasses(ClassSet({"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                                   "Sneaker", "Bag", "Ankle boot"}));
        Prediction prediction = seven();
        prediction.best = 9;
        panel.setPrediction(prediction);
        QCOMPARE(panel.verdict(), u"It is: Ankle boot"_s);
        QVERIFY(panel.findChild<BigDigit*>(u"answerDigit"_s)->isHidden());
        QVERIFY(panel.minimumSizeHint().width() <= 280);
    }

    void manyClassesKeepThePanelSmall_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("EMNIST") << 47;
        QTest::newRow("a hundred") << 100;
    }

    void manyClassesKeepThePanelSmall()
    {
        QFETCH(int, count);
        AnswerPanel panel;
        panel.setClasses(ClassSet::numbered(count));
        Prediction prediction;
        prediction.verdict = Verdict::Digit;
        prediction.probabilities.assign(static_cast<std::size_t>(count), 0.001F);
        prediction.logits.assign(static_cast<std::size_t>(count), 0.0F);
        prediction.best = count - 1;
        prediction.second = 0;
        prediction.probabilities.back() = 0.9F;
        panel.setPrediction(prediction);
        QCOMPARE(panel.verdict(), u"It is: %1"_s.arg(count - 1));
        QCOMPARE(bars(panel)->percentAt(count - 1), u"90.0 %"_s);
        panel.resize(280, 460);
        panel.show();
        QVERIFY(panel.minimumSizeHint().width() <= 280);
        QVERIFY(panel.minimumSizeHint().height() <= 460);
        QVERIFY(bars(panel)->height() >= count * QFontMetrics(panel.font()).height());  // they scroll
        prediction.best = 0;
        panel.setPrediction(prediction);
        prediction.best = count - 1;
        panel.setPrediction(prediction);  // and the answer's own is in sight
        const QRegion seen = bars(panel)->visibleRegion();
        QVERIFY(seen.contains(bars(panel)->rowAt(count - 1).center()));
        QVERIFY(!seen.contains(bars(panel)->rowAt(0).center()));
    }

    void anAnswerOfOtherWeightsIsNotShown()
    {
        AnswerPanel panel;
        panel.setClasses(ClassSet({"Shirt", "Bag"}));
        Prediction late = seven();
        late.classes = ClassSet::digits();
        panel.setPrediction(late);
        QCOMPARE(panel.verdict(), u"Nothing drawn yet"_s);
    }

    void theBigDigitIsBigAndKeepsItsPlace()
    {
        AnswerPanel panel;
        panel.resize(280, 420);
        panel.setPrediction(seven());
        panel.show();
        const auto* digit = panel.findChild<BigDigit*>(u"answerDigit"_s);
        QVERIFY(digit->height() > 3 * QFontMetrics(panel.font()).height());
        const QRect place = digit->geometry();
        Prediction one = seven();
        one.best = 1;
        panel.setPrediction(one);
        QCOMPARE(digit->geometry(), place);
        const QRect barsPlace = panel.findChild<QWidget*>(u"answerScroll"_s)->geometry();
        one.verdict = Verdict::Unsure;
        panel.setPrediction(one);
        QTRY_COMPARE(panel.findChild<QWidget*>(u"answerScroll"_s)->geometry(), barsPlace);
    }

    void theVerdictStaysATitleWhenTheThemeChanges()
    {
        AnswerPanel panel;
        panel.setPrediction(seven());
        panel.show();
        applyTheme(*qApp, true);
        QCOMPARE(panel.findChild<QLabel*>(u"answerVerdict"_s)->font(), glyphscope::font(TextStyle::Title));
        applyTheme(*qApp, false);
        QCOMPARE(panel.findChild<QLabel*>(u"answerVerdict"_s)->font(), glyphscope::font(TextStyle::Title));
    }

    void theColourOfTheAnswerFollowsTheTheme()
    {
        AnswerPanel panel;
        panel.setPrediction(seven());
        panel.show();
        auto* digit = panel.findChild<BigDigit*>(u"answerDigit"_s);
        QVERIFY(shows(digit->grab().toImage(), theme().accent));
        applyTheme(*qApp, true);
        QTRY_VERIFY(shows(digit->grab().toImage(), theme().accent));
        applyTheme(*qApp, false);
    }

private:
    static ProbabilityBars* bars(const QWidget& panel) { return panel.findChild<ProbabilityBars*>(); }
};

GLYPHSCOPE_TEST(TstAnswerPanel, Widgets)
#include "tst_answer_panel.moc"
