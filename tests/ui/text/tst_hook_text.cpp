// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/text/hook_text.h"

#include <QtTest/QTest>

#include <set>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

HookSpec hookOn(HookKind kind, HookAction action, int channel)
{
    HookSpec spec;
    spec.kind = kind;
    spec.module = "relu2";
    spec.action = action;
    spec.channel = channel;
    spec.amount = 0.25;
    spec.limit = 0.75;
    return spec;
}

Prediction answerOf(int best, float share, Verdict verdict = Verdict::Digit)
{
    Prediction prediction;
    prediction.verdict = verdict;
    prediction.best = best;
    prediction.probabilities.assign(10, 0.0F);
    prediction.probabilities[static_cast<std::size_t>(best)] = share;
    return prediction;
}

}  // namespace

class TstHookText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsOneSentence();
    void everyChangeReadsDifferently();
    void whatOnlyWatchesChangesNothing();
    void severalAreCounted();
    void theAnswerWithoutThem();
    void init() { test::failOnQtWarnings(); }
};

void TstHookText::aChangeIsOneSentence()
{
    QCOMPARE(hookChangeText(hookOn(HookKind::Forward, HookAction::Zero, 3)),
             u"A hook on relu2 sets channel 3 to zero."_s);
    QCOMPARE(hookChangeText(hookOn(HookKind::ForwardPre, HookAction::Clamp, 3)),
             u"A hook on relu2 keeps channel 3 of its input between 0.25 and 0.75."_s);
    HookSpec global = hookOn(HookKind::Forward, HookAction::Scale, -1);
    global.module.clear();
    QCOMPARE(hookChangeText(global), u"A hook on every module multiplies its output by 0.25."_s);
}

void TstHookText::everyChangeReadsDifferently()
{
    std::set<QString> texts;
    int count = 0;
    for (const HookKind kind : {HookKind::ForwardPre, HookKind::Forward})
        for (const HookAction action : {HookAction::Zero, HookAction::Fill, HookAction::Scale,
                                        HookAction::Clamp, HookAction::AddNoise, HookAction::Patch})
            for (const int channel : {-1, 5}) {
                const QString text = hookChangeText(hookOn(kind, action, channel));
                QVERIFY2(!text.contains(u'%') && text.endsWith(u'.'), qPrintable(text));
                QCOMPARE(text.contains(u"channel 5"), channel >= 0);
                texts.insert(text);
                ++count;
            }
    QCOMPARE(static_cast<int>(texts.size()), count);
}

void TstHookText::whatOnlyWatchesChangesNothing()
{
    QVERIFY(hookChangeText(hookOn(HookKind::Forward, HookAction::Observe, -1)).isEmpty());
    QVERIFY(hookChangeText(hookOn(HookKind::FullBackward, HookAction::Zero, -1)).isEmpty());
    QVERIFY(!hookOn(HookKind::Forward, HookAction::Observe, -1).changesAnswers());
    QVERIFY(!hookOn(HookKind::FullBackward, HookAction::Zero, -1).changesAnswers());
    HookSpec spec = hookOn(HookKind::Forward, HookAction::Zero, -1);
    QVERIFY(spec.changesAnswers());
    spec.predicting = false;
    QVERIFY(!spec.changesAnswers());
    spec.predicting = true;
    spec.enabled = false;
    QVERIFY(!spec.changesAnswers());
}

void TstHookText::severalAreCounted()
{
    const HookSpec spec = hookOn(HookKind::Forward, HookAction::Zero, 3);
    QCOMPARE(hookChangesText({}), QString());
    QCOMPARE(hookChangesText({spec}), hookChangeText(spec));
    QVERIFY(hookChangesText({spec, spec}).startsWith(u'2'));
}

void TstHookText::theAnswerWithoutThem()
{
    QCOMPARE(withoutHooksText(std::nullopt, 1), QString());
    QCOMPARE(withoutHooksText(Prediction(), 1), QString());
    const QString one = withoutHooksText(answerOf(7, 0.982F), 1);
    const QString two = withoutHooksText(answerOf(7, 0.982F), 2);
    QVERIFY2(one.endsWith(u": 7, 98.2 %."), qPrintable(one));
    QVERIFY2(two.endsWith(u": 7, 98.2 %.") && two != one, qPrintable(two));
    QVERIFY(withoutHooksText(answerOf(7, 0.5F, Verdict::NotADigit), 1).contains(u"nearest"));
}

GLYPHSCOPE_TEST(TstHookText, Core)
#include "tst_hook_text.moc"
