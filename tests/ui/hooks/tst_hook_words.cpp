// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_words.h"
#include "ui/text/number_text.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHookWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void specsAreSaidInWords_data()
    {
        QTest::addColumn<HookSpec>("spec");
        QTest::addColumn<QString>("does");
        QTest::addColumn<QString>("sentence");
        using enum HookKind;
        using enum HookAction;
        HookSpec clamp = test::spec(Forward, "relu3", Clamp);
        clamp.limit = 1;
        QTest::newRow("observe") << test::spec(Forward, "conv1", Observe) << u"observe"_s
                                 << u"observe conv1's output"_s;
        QTest::newRow("zero a channel") << test::spec(Forward, "conv1", Zero, 5) << u"zero channel 5"_s
                                        << u"zero channel 5 of conv1's output"_s;
        QTest::newRow("zero all") << test::spec(ForwardPre, "fc1", Zero) << u"zero all of it"_s
                                  << u"zero fc1's input"_s;
        QTest::newRow("fill") << test::spec(Forward, "", Fill, -1, 2) << u"fill with 2"_s
                              << u"fill every module's output with 2"_s;
        QTest::newRow("scale a gradient")
            << test::spec(FullBackwardPre, "conv2", Scale, 3, -0.5) << u"scale channel 3 by \u22120.5"_s
            << u"scale channel 3 of the gradient of conv2's output by \u22120.5"_s;
        QTest::newRow("clamp") << clamp << u"clamp into [0, 1]"_s << u"clamp relu3's output into [0, 1]"_s;
        QTest::newRow("noise") << test::spec(FullBackward, "pool1", AddNoise, -1, 0.25)
                               << u"add noise of 0.25"_s
                               << u"add noise of deviation 0.25 to the gradient of pool1's input"_s;
        QTest::newRow("patch") << test::spec(Forward, "fc1", Patch, 7)
                               << u"patch channel 7 from another drawing"_s
                               << u"replace channel 7 of fc1's output by another drawing's"_s;
    }
    void specsAreSaidInWords()
    {
        QFETCH(HookSpec, spec);
        QTEST(hookwords::does(spec), "does");
        QTEST(hookwords::sentence(spec), "sentence");
    }

    void whenSaysOffForWhatNeverRuns()
    {
        HookSpec spec;
        QCOMPARE(hookwords::when(spec), u"predicting"_s);
        spec.training = true;
        QCOMPARE(hookwords::when(spec), u"predicting and training"_s);
        spec.predicting = false;
        QCOMPARE(hookwords::when(spec), u"training"_s);
        spec.enabled = false;
        QCOMPARE(hookwords::when(spec), u"off"_s);
    }

    void sharesAreNeverRoundedToCertainty()
    {
        QCOMPARE(hookwords::share(0.714F), u"71\u00A0%"_s);
        QCOMPARE(hookwords::share(0.9999F), u"> 99 %"_s);
        QCOMPARE(hookwords::share(0.001F), u"< 1 %"_s);
        QCOMPARE(hookwords::share(0.0F), u"0\u00A0%"_s);
        QCOMPARE(hookwords::share(1.0F), u"100\u00A0%"_s);
    }

    void answersNameTheirClass()
    {
        QCOMPARE(hookwords::answer({0.25F, 0.75F}, 1, {}), u"1 (75\u00A0%)"_s);
        QCOMPARE(hookwords::answer({0.25F, 0.75F}, 1, {u"shirt"_s, u"boot"_s}), u"boot (75\u00A0%)"_s);
        QCOMPARE(hookwords::answer({}, -1, {}), u"\u2013"_s);
        QCOMPARE(hookwords::answer({0.5F}, 4, {}), u"\u2013"_s);
    }

    void numbersStayShort()
    {
        QCOMPARE(hookwords::number(-0.12345), u"\u22120.123"_s);
        QCOMPARE(hookwords::number(-0.0), u"0"_s);
        QCOMPARE(hookwords::time(3.14159), u"3.1 \u00B5s"_s);
        QCOMPARE(hookwords::time(99.97), u"100 \u00B5s"_s);
        QCOMPARE(hookwords::time(1234), u"1.23 ms"_s);
        QCOMPARE(countText(1234567), u"1,234,567"_s);
        QCOMPARE(shapeText({32, 28, 28}), u"32 \u00D7 28 \u00D7 28"_s);
    }

    void valuesThatAreNotFiniteAreSaid()
    {
        Statistics value{.count = 10, .mean = 0.5, .deviation = 0.25};
        QCOMPARE(hookwords::spread(value), u"0.5 \u00B1 0.25"_s);
        value.notFinite = 3;
        QCOMPARE(hookwords::spread(value), u"0.5 \u00B1 0.25, 3 not finite"_s);
        value.notFinite = 10;
        QCOMPARE(hookwords::spread(value), u"not finite"_s);
    }

    void sentencesBeginLarge() { QCOMPARE(hookwords::asSentence(u"zero it"_s), u"Zero it."_s); }
};

GLYPHSCOPE_TEST(TstHookWords, Core)
#include "tst_hook_words.moc"
