// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sparing_pace.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace std::chrono_literals;

class TstSparingPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForWaitsUntilTheAskingRests();
    void allThatWasAskedForFollowsAtOnce();
    void repeatingTakesItsShareOfTheTime();
    void askingAnewEndsTheWait();
};

namespace {

constexpr SparingPace::Time kStart{1h};

}  // namespace

void TstSparingPace::whatIsAskedForWaitsUntilTheAskingRests()
{
    SparingPace pace;
    pace.ask(kStart, 1);
    QVERIFY(pace.due() == kStart + SparingPace::kRest);
    pace.ask(kStart + 8ms, 1);
    QVERIFY(pace.due() == kStart + 8ms + SparingPace::kRest);
}

void TstSparingPace::allThatWasAskedForFollowsAtOnce()
{
    SparingPace pace;
    pace.ask(kStart, 2);
    pace.done(kStart + 100ms, kStart + 150ms);
    QVERIFY(pace.due() <= kStart + 150ms);
    pace.done(kStart + 150ms, kStart + 200ms);
    QVERIFY(pace.due() > kStart + 200ms);
}

void TstSparingPace::repeatingTakesItsShareOfTheTime()
{
    SparingPace pace;
    SparingPace::Time now = kStart;
    for (int i = 0; i < 10; ++i) {
        pace.done(now, now + 30ms);
        now = pace.due();
    }
    QVERIFY(now - kStart == 10 * SparingPace::kShare * 30ms);
}

void TstSparingPace::askingAnewEndsTheWait()
{
    SparingPace pace;
    pace.done(kStart, kStart + 10s);
    pace.ask(kStart + 11s, 1);
    QVERIFY(pace.due() == kStart + 11s + SparingPace::kRest);
}

GLYPHSCOPE_TEST(TstSparingPace, Core)
#include "tst_sparing_pace.moc"
