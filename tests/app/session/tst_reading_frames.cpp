// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/reading_frames.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace glyphscope;

namespace {

/// Three views that note which reading they showed: "a1" is the first view's.
struct Views {
    std::vector<std::string> seen;
    ReadingFrames frames{{[this](const std::shared_ptr<const Reading>& r) { note('a', *r); },
                          [this](const std::shared_ptr<const Reading>& r) { note('b', *r); },
                          [this](const std::shared_ptr<const Reading>& r) { note('c', *r); }}};

    std::function<void()> afterSecond;  // called once the second view has shown something

    void note(char view, const Reading& reading)
    {
        seen.push_back(view + std::to_string(static_cast<int>(reading.microseconds)));
        if (view == 'b' && afterSecond)
            std::exchange(afterSecond, nullptr)();
    }
};

/// Told from others by its time.
std::shared_ptr<const Reading> numberedReading(int number)
{
    auto made = std::make_shared<Reading>();
    made->microseconds = number;
    made->modules.resize(1);
    return made;
}

using Seen = std::vector<std::string>;

}  // namespace

class TstReadingFrames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsOneViewAtATurn();
    void showsTheNewestOfThoseThatCame();
    void finishesAFrameBeforeTheNext();
    void showsAnEmptyCanvasAtOnce();
    void restsWhenAllIsShown();
    void hasFewerFramesBesideATraining();
};

void TstReadingFrames::showsOneViewAtATurn()
{
    Views views;
    views.frames.put(numberedReading(1));
    QCOMPARE(views.seen, Seen{"a1"});
    QTRY_COMPARE(views.seen, (Seen{"a1", "b1", "c1"}));
}

void TstReadingFrames::showsTheNewestOfThoseThatCame()
{
    Views views;
    for (const int number : {1, 2, 3, 4})
        views.frames.put(numberedReading(number));
    QTRY_COMPARE(views.seen, (Seen{"a1", "b1", "c1", "a4", "b4", "c4"}));
}

void TstReadingFrames::finishesAFrameBeforeTheNext()
{
    Views views;
    views.afterSecond = [&views] { views.frames.put(numberedReading(2)); };
    views.frames.put(numberedReading(1));
    QTRY_COMPARE(views.seen, (Seen{"a1", "b1", "c1", "a2", "b2", "c2"}));
}

void TstReadingFrames::showsAnEmptyCanvasAtOnce()
{
    Views views;
    views.frames.put(numberedReading(1));
    views.frames.put(numberedReading(2));
    auto empty = std::make_shared<Reading>();
    empty->microseconds = 9;
    views.frames.put(empty);
    QCOMPARE(views.seen, (Seen{"a1", "a9", "b9", "c9"}));
    views.frames.put(numberedReading(3));  // nothing of the readings before it comes after it
    QTRY_COMPARE(views.seen, (Seen{"a1", "a9", "b9", "c9", "a3", "b3", "c3"}));
}

void TstReadingFrames::restsWhenAllIsShown()
{
    Views views;
    views.frames.put(numberedReading(1));
    const auto* turns = views.frames.findChild<QTimer*>();
    QVERIFY(turns != nullptr && turns->isActive());
    QTRY_VERIFY(!turns->isActive());
    QCOMPARE(views.seen, (Seen{"a1", "b1", "c1"}));
    views.frames.put(numberedReading(2));
    QCOMPARE(views.seen.back(), "a2");
}

void TstReadingFrames::hasFewerFramesBesideATraining()
{
    Views views;
    const auto* turns = views.frames.findChild<QTimer*>();
    const int alone = turns->interval();
    views.frames.throttle(true);
    QVERIFY(turns->interval() >= 2 * alone);
    views.frames.put(numberedReading(1));
    QTRY_COMPARE(views.seen, (Seen{"a1", "b1", "c1"}));
    views.frames.throttle(false);
    QCOMPARE(turns->interval(), alone);
}

GLYPHSCOPE_TEST(TstReadingFrames, Core)
#include "tst_reading_frames.moc"
