// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/samples/fine_tune_card.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstFineTuneCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void offersTheUsualOptions()
    {
        const FineTuneCard card;
        const FineTuneOptions usual;
        const FineTuneOptions offered = card.options();
        QCOMPARE(offered.steps, usual.steps);
        QCOMPARE(offered.learningRate, usual.learningRate);
        QCOMPARE(offered.sampleShare, usual.sampleShare);
        QCOMPARE(offered.heldOut, usual.heldOut);
        QCOMPARE(offered.freezing, usual.freezing);
    }

    void teachesWithWhatWasSet()
    {
        FineTuneCard card;
        card.setEngineReady(true);
        card.setSampleCount(30);
        find<QDoubleSpinBox>(card, u"fineTuneSteps"_s)->setValue(40);
        find<QDoubleSpinBox>(card, u"fineTuneRate"_s)->setValue(0.002);
        find<QDoubleSpinBox>(card, u"fineTuneReplay"_s)->setValue(0);
        find<QComboBox>(card, u"fineTuneFreeze"_s)->setCurrentIndex(0);
        FineTuneOptions asked;
        connect(&card, &FineTuneCard::teachRequested, &card, [&](const FineTuneOptions& o) { asked = o; });
        find<QPushButton>(card, u"fineTuneTeach"_s)->click();
        QCOMPARE(asked.steps, 40);
        QCOMPARE(asked.learningRate, 0.002);
        QCOMPARE(asked.sampleShare, 1.0);
        QCOMPARE(asked.freezing, Freezing::Nothing);
    }

    void freezing_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("freezing");
        QTest::newRow("all learn") << 0 << static_cast<int>(Freezing::Nothing);
        QTest::newRow("all but the convolutions") << 1 << static_cast<int>(Freezing::Convolutions);
        QTest::newRow("the last layer") << 2 << static_cast<int>(Freezing::AllButLast);
    }

    void freezing()
    {
        QFETCH(int, choice);
        const FineTuneCard card;
        find<QComboBox>(card, u"fineTuneFreeze"_s)->setCurrentIndex(choice);
        QTEST(static_cast<int>(card.options().freezing), "freezing");
    }

    void waitsForSamplesAndForTheNetwork()
    {
        FineTuneCard card;
        auto* teach = find<QPushButton>(card, u"fineTuneTeach"_s);
        card.setSampleCount(30);
        QVERIFY(!teach->isEnabled());
        card.setEngineReady(true);
        QVERIFY(teach->isEnabled());
        card.setSampleCount(0);
        QVERIFY(!teach->isEnabled());
    }

    void saysBeforehandWhatWillHappen()
    {
        FineTuneCard card;
        card.setSampleCount(1);
        const auto* sentence = find<QLabel>(card, u"fineTuneSentence"_s);
        QVERIFY2(sentence->text().startsWith(u"Trains 150 steps on your 1 sample, with 80 % of each batch"_s),
                 qPrintable(sentence->text()));
        find<QDoubleSpinBox>(card, u"fineTuneReplay"_s)->setValue(0);
        QVERIFY(!sentence->text().contains(u"replayed"_s));
    }

    void showsHowFarItIsAndStops()
    {
        FineTuneCard card;
        card.setEngineReady(true);
        card.setSampleCount(30);
        card.setHistory(u"Fine-tuned on 20 samples"_s, {});
        card.setProgress(0.45);
        QVERIFY(find<QPushButton>(card, u"fineTuneTeach"_s)->isHidden());
        QVERIFY(!find<QToolButton>(card, u"fineTuneUndo"_s)->isEnabled());
        QVERIFY(!find<QDoubleSpinBox>(card, u"fineTuneSteps"_s)->isEnabled());
        QCOMPARE(find<QProgressBar>(card, u"fineTuneProgress"_s)->value(), 450);
        const QSignalSpy stopped(&card, &FineTuneCard::stopRequested);
        find<QPushButton>(card, u"fineTuneStop"_s)->click();
        QCOMPARE(stopped.size(), 1);
        card.setProgress(std::nullopt);
        QVERIFY(!find<QPushButton>(card, u"fineTuneTeach"_s)->isHidden());
        QVERIFY(find<QPushButton>(card, u"fineTuneStop"_s)->isHidden());
        QVERIFY(find<QToolButton>(card, u"fineTuneUndo"_s)->isEnabled());
    }

    void theWayBackSaysWhereItLeads()
    {
        FineTuneCard card;
        auto* undo = find<QToolButton>(card, u"fineTuneUndo"_s);
        auto* redo = find<QToolButton>(card, u"fineTuneRedo"_s);
        QVERIFY(!undo->isEnabled() && !redo->isEnabled());
        card.setHistory(u"Fine-tuned on 20 samples"_s, u"Shipped weights"_s);
        QCOMPARE(undo->toolTip(), u"Undo: Fine-tuned on 20 samples"_s);
        QCOMPARE(redo->toolTip(), u"Redo: Shipped weights"_s);
        const QSignalSpy undone(&card, &FineTuneCard::undoRequested);
        const QSignalSpy redone(&card, &FineTuneCard::redoRequested);
        undo->click();
        redo->click();
        QCOMPARE(undone.size() + redone.size(), 2);
    }

    void aProblemIsShownInPlace()
    {
        FineTuneCard card;
        const auto* problem = find<QLabel>(card, u"fineTuneProblem"_s);
        QVERIFY(problem->isHidden());
        card.setProblem(u"A training is running."_s);
        QVERIFY(!problem->isHidden());
        QCOMPARE(problem->text(), u"A training is running."_s);
        card.setProblem({});
        QVERIFY(problem->isHidden());
    }

private:
    template <class Widget>
    static Widget* find(const FineTuneCard& card, const QString& name)
    {
        return card.findChild<Widget*>(name);
    }
};

GLYPHSCOPE_TEST(TstFineTuneCard, Widgets)
#include "tst_fine_tune_card.moc"
