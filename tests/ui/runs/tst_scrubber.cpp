// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/checkpoint_slider.h"
#include "ui/runs/scrub_geometry.h"
#include "ui/runs/scrubber.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstScrubber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_scrubber = std::make_unique<Scrubber>();
        m_scrubber->setReady(true);
        m_scrubber->setCheckpoints(test::fiveCheckpoints());
        m_scrubber->resize(400, 160);
        m_scrubber->show();
        m_spy = std::make_unique<QSignalSpy>(m_scrubber.get(), &Scrubber::scrubbed);
    }

    void nothingIsLookedAtBeforeAHandIsPutOnIt()
    {
        QVERIFY(!m_scrubber->step());
        QCOMPARE(m_spy->size(), 0);
        QCOMPARE(slider()->value(), 4);
        QVERIFY(back()->isHidden());
    }

    void aClickGoesThere()
    {
        QTest::mouseClick(slider(), Qt::LeftButton, {}, tick(1));
        QCOMPARE(m_spy->size(), 1);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(938));
        QVERIFY(words()->text().startsWith(u"Step 938, epoch 2.0"_s));
        QVERIFY(back()->isVisible());
    }

    void aClickWhereItStandsLooks()
    {
        QTest::mouseClick(slider(), Qt::LeftButton, {}, tick(4));
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(2345));
    }

    void draggingTellsEveryStepOnce()
    {
        QTest::mousePress(slider(), Qt::LeftButton, {}, tick(0));
        for (const int i : {0, 1, 1, 2, 3, 2})
            QTest::mouseMove(slider(), tick(i));
        QTest::mouseRelease(slider(), Qt::LeftButton, {}, tick(2));
        QList<qlonglong> steps;
        for (const auto& told : *m_spy)
            steps << told[0].toLongLong();
        QCOMPARE(steps, (QList<qlonglong>{469, 938, 1407, 1876, 1407}));
    }

    void keysGoStepByStep()
    {
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Left);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(1876));
        QTest::keyClick(slider(), Qt::Key_Right);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(2345));
        QTest::keyClick(m_scrubber.get(), Qt::Key_Left);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(1876));
    }

    void playingBeginsAnewAndStopsAtTheEnd()
    {
        QTest::mouseClick(play(), Qt::LeftButton);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(469));
        QTRY_COMPARE(m_scrubber->step(), std::optional<std::int64_t>(2345));
        QTRY_VERIFY(!play()->isChecked());
        QCOMPARE(m_spy->size(), 5);
    }

    void aHandOnTheSliderStopsPlaying()
    {
        play()->click();
        QVERIFY(play()->isChecked());
        QTest::mouseClick(slider(), Qt::LeftButton, {}, tick(2));
        QVERIFY(!play()->isChecked());
    }

    void thereIsAWayBack()
    {
        const QSignalSpy ended(m_scrubber.get(), &Scrubber::ended);
        m_scrubber->end();
        QCOMPARE(ended.size(), 0);  // nothing was looked at
        QTest::keyClick(slider(), Qt::Key_Left);
        QTest::mouseClick(back(), Qt::LeftButton);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_scrubber->step());
        QVERIFY(back()->isHidden());
    }

    void moreCheckpointsMoveNothing()
    {
        QTest::mouseClick(slider(), Qt::LeftButton, {}, tick(1));
        auto more = test::fiveCheckpoints();
        more.push_back({2814, 6, false});
        m_scrubber->setCheckpoints(more);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(938));
        QCOMPARE(slider()->value(), 1);
        QCOMPARE(m_spy->size(), 1);
    }

    void aCheckpointThatIsGoneGivesWayToTheNearest()
    {
        QTest::mouseClick(slider(), Qt::LeftButton, {}, tick(1));
        auto fewer = test::fiveCheckpoints();
        fewer.erase(fewer.begin() + 1, fewer.begin() + 3);
        m_scrubber->setCheckpoints(fewer);
        QCOMPARE(m_scrubber->step(), std::optional<std::int64_t>(469));
        const QSignalSpy ended(m_scrubber.get(), &Scrubber::ended);
        m_scrubber->setCheckpoints({});
        QCOMPARE(ended.size(), 1);
    }

    void withoutEngineOrCheckpointsItRests()
    {
        m_scrubber->setReady(false);
        QVERIFY(!slider()->isEnabled() && !play()->isEnabled());
        m_scrubber->setReady(true);
        QVERIFY(slider()->isEnabled() && play()->isEnabled());
        m_scrubber->setCheckpoints({});
        QVERIFY(!slider()->isEnabled() && !play()->isEnabled());
        QTest::mouseClick(slider(), Qt::LeftButton);
        QCOMPARE(m_spy->size(), 0);
    }

private:
    [[nodiscard]] CheckpointSlider* slider() const { return m_scrubber->findChild<CheckpointSlider*>(); }
    [[nodiscard]] QToolButton* play() const { return m_scrubber->findChild<QToolButton*>(u"runs.play"_s); }
    [[nodiscard]] QPushButton* back() const { return m_scrubber->findChild<QPushButton*>(u"runs.back"_s); }
    [[nodiscard]] QLabel* words() const { return m_scrubber->findChild<QLabel*>(u"runs.scrubWords"_s); }
    [[nodiscard]] QPoint tick(int index) const
    {
        return {qRound(tickX(index, 5, slider()->width())), slider()->height() / 2};
    }

    std::unique_ptr<Scrubber> m_scrubber;
    std::unique_ptr<QSignalSpy> m_spy;
};

GLYPHSCOPE_TEST(TstScrubber, Widgets)
#include "tst_scrubber.moc"
