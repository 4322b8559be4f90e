// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/scrub_geometry.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstScrubGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyTickIsFoundAgain()
    {
        for (const int count : {1, 2, 5, 40})
            for (int i = 0; i < count; ++i)
                QCOMPARE(tickAt(tickX(i, count, 300), count, 300), i);
    }

    void besideTheSliderTheLastOneCounts()
    {
        QCOMPARE(tickAt(-50, 5, 300), 0);
        QCOMPARE(tickAt(900, 5, 300), 4);
        QCOMPARE(tickAt(10, 5, 0), 0);
        QCOMPARE(tickAt(10, 0, 300), 0);
    }

    void theNearestCheckpointIsFound()
    {
        const auto checkpoints = test::fiveCheckpoints();
        QCOMPARE(nearestCheckpoint(checkpoints, 938), 1);
        QCOMPARE(nearestCheckpoint(checkpoints, 1000), 1);
        QCOMPARE(nearestCheckpoint(checkpoints, 1'000'000), 4);
        QCOMPARE(nearestCheckpoint({}, 938), -1);
    }
};

GLYPHSCOPE_TEST(TstScrubGeometry, Core)
#include "tst_scrub_geometry.moc"
