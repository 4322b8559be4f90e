// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/mailbox.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <latch>
#include <memory>
#include <thread>
#include <vector>

using namespace glyphscope;

class TstMailbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestReplacesTheWaiting();
    void takesWhatWasPutBeforeItWaited();
    void wakesForAMessage();
    void wakesWhenStopped();
    void givesNothingOnceStopped();
    void movesItsMessage();
    void manyProducersEndWithTheNewest();
};

void TstMailbox::newestReplacesTheWaiting()
{
    Mailbox<int> box;
    for (const int message : {1, 2, 3})
        box.put(message);
    QCOMPARE(box.take({}), std::optional(3));
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(box.take(stopped.get_token()), std::nullopt);  // 1 and 2 are gone
}

void TstMailbox::takesWhatWasPutBeforeItWaited()
{
    Mailbox<int> box;
    box.put(1);
    QCOMPARE(box.take({}), std::optional(1));
    box.put(2);
    QCOMPARE(box.take({}), std::optional(2));
}

void TstMailbox::wakesForAMessage()
{
    Mailbox<int> box;
    std::optional<int> taken;
    std::latch about{1};
    std::jthread consumer([&](std::stop_token stop) {
        about.count_down();
        taken = box.take(stop);
    });
    about.wait();
    box.put(7);
    consumer.join();
    QCOMPARE(taken, std::optional(7));
}

void TstMailbox::wakesWhenStopped()
{
    Mailbox<int> box;
    std::optional<int> taken = 1;
    std::latch about{1};
    std::jthread consumer([&](std::stop_token stop) {
        about.count_down();
        taken = box.take(stop);
    });
    about.wait();
    consumer.request_stop();
    consumer.join();
    QCOMPARE(taken, std::nullopt);
}

void TstMailbox::givesNothingOnceStopped()
{
    Mailbox<int> box;
    box.put(1);
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(box.take(stopped.get_token()), std::nullopt);
}

void TstMailbox::movesItsMessage()
{
    Mailbox<std::unique_ptr<int>> box;
    box.put(std::make_unique<int>(5));
    const auto taken = box.take({});
    QVERIFY(taken && *taken);
    QCOMPARE(**taken, 5);
}

void TstMailbox::manyProducersEndWithTheNewest()
{
    constexpr int kProducers = 4;
    constexpr int kMessages = 2000;
    Mailbox<std::pair<int, int>> box;
    std::vector<int> newest(kProducers, -1);
    bool inOrder = true;
    std::jthread consumer([&](std::stop_token stop) {
        while (const auto message = box.take(stop)) {
            int& last = newest[static_cast<std::size_t>(message->first)];
            inOrder = inOrder && message->second > last;
            last = message->second;
            if (message->first == kProducers - 1 && message->second == kMessages)
                return;
        }
    });
    {
        std::vector<std::jthread> producers;
        for (int producer = 0; producer < kProducers; ++producer)
            producers.emplace_back([&box, producer] {
                for (int i = 0; i < kMessages; ++i)
                    box.put({producer, i});
            });
    }
    box.put({kProducers - 1, kMessages});  // put last: never lost
    consumer.join();
    QVERIFY(inOrder);
    QCOMPARE(newest.back(), kMessages);
}

GLYPHSCOPE_TEST(TstMailbox, Core)
#include "tst_mailbox.moc"
