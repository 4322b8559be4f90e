// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/throttle.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace std::chrono_literals;

class TstThrottle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForWaitsUntilTheAskingRests();
    void allThatWasAskedForFollowsAtOnce();
    void repeatingTakesItsShareOfTheTime();
    void askingAnewEndsTheWait();
};

namespace {

constexpr Throttle::Time kStart{1h};

}  // namespace

void TstThrottle::whatIsAskedForWaitsUntilTheAskingRests()
{
    Throttle pace;
    pace.ask(kStart, 1);
    QVERIFY(pace.due() == kStart + Throttle::kRest);
    pace.ask(kStart + 8ms, 1);
    QVERIFY(pace.due() == kStart + 8ms + Throttle::kRest);
}

void TstThrottle::allThatWasAskedForFollowsAtOnce()
{
    Throttle pace;
    pace.ask(kStart, 2);
    const Throttle::Time begin = kStart + Throttle::kRest;
    pace.done(begin, begin + 50ms);
    QVERIFY(pace.due() <= begin + 50ms);
    pace.done(begin + 50ms, begin + 100ms);
    QVERIFY(pace.due() > begin + 100ms);
}

void TstThrottle::repeatingTakesItsShareOfTheTime()
{
    Throttle pace;
    Throttle::Time now = kStart;
    for (int i = 0; i < 10; ++i) {
        pace.done(now, now + 30ms);
        now = pace.due();
    }
    QVERIFY(now - kStart == 10 * Throttle::kShare * 30ms);
}

void TstThrottle::askingAnewEndsTheWait()
{
    Throttle pace;
    pace.done(kStart, kStart + 10s);
    pace.ask(kStart + 11s, 1);
    QVERIFY(pace.due() == kStart + 11s + Throttle::kRest);
}

GLYPHSCOPE_TEST(TstThrottle, Core)
#include "tst_throttle.moc"
