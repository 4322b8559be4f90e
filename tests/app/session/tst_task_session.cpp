// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/task_session.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTaskSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void worksAsideAndAnswersHere();
    void keepsTheOrder();
    void taskNeedNotAnswer();
    void exceptionIsToldAndTheNextRuns();
    void destructorFinishesWhatWasAskedFor();
    void taskMayAskForAnother();
    void tellsWhatWentWell();
};

void TstTaskSession::worksAsideAndAnswersHere()
{
    TaskSession session;
    std::thread::id worked;
    std::thread::id answered;
    session.run([&]() -> std::function<void()> {
        worked = std::this_thread::get_id();
        return [&] { answered = std::this_thread::get_id(); };
    });
    QTRY_COMPARE(answered, std::this_thread::get_id());
    QVERIFY(worked != answered);
}

void TstTaskSession::keepsTheOrder()
{
    TaskSession session;
    std::vector<int> done;
    std::vector<int> answers;
    for (int i = 0; i < 50; ++i)
        session.run([&, i]() -> std::function<void()> {
            done.push_back(i);
            return [&answers, i] { answers.push_back(i); };
        });
    QTRY_COMPARE(answers.size(), std::size_t(50));
    QCOMPARE(answers, done);
    QVERIFY(std::is_sorted(done.begin(), done.end()));
}

void TstTaskSession::taskNeedNotAnswer()
{
    TaskSession session;
    bool after = false;
    session.run([] { return std::function<void()>(); });
    session.run([&]() -> std::function<void()> { return [&after] { after = true; }; });
    QTRY_VERIFY(after);
}

void TstTaskSession::exceptionIsToldAndTheNextRuns()
{
    TaskSession session;
    QSignalSpy failures(&session, &TaskSession::failed);
    bool after = false;
    session.run([]() -> std::function<void()> { throw Error("disk full"); });
    session.run([&]() -> std::function<void()> { return [&after] { after = true; }; });
    QTRY_VERIFY(after);
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures[0][0].toString(), u"disk full"_s);
}

void TstTaskSession::destructorFinishesWhatWasAskedFor()
{
    std::binary_semaphore go{0};
    int saved = 0;
    int answered = 0;
    auto session = std::make_unique<TaskSession>();
    session->run([&] {
        go.acquire();
        return std::function<void()>();
    });
    for (int i = 0; i < 5; ++i)
        session->run([&]() -> std::function<void()> {
            ++saved;
            return [&answered] { ++answered; };
        });
    go.release();
    session.reset();
    QCOMPARE(saved, 5);
    QCOMPARE(answered, 0);  // who asked is gone
}

void TstTaskSession::taskMayAskForAnother()
{
    TaskSession session;
    bool second = false;
    session.run([&]() -> std::function<void()> {
        return [&] { session.run([&]() -> std::function<void()> { return [&second] { second = true; }; }); };
    });
    QTRY_VERIFY(second);
}

void TstTaskSession::tellsWhatWentWell()
{
    TaskSession session;
    QList<Topic> told;
    connect(&session, &TaskSession::succeeded, this, [&told](Topic topic) { told << topic; });
    connect(&session, &TaskSession::failed, this, [&told](const QString&, Topic topic) { told << topic; });
    qsizetype before = 0;
    session.run(Topic::Open, [&]() -> std::function<void()> { return [&] { before = told.size(); }; });
    QTRY_COMPARE(told, QList<Topic>{Topic::Open});
    QCOMPARE(before, qsizetype{1});  // a message of what it returned is not taken for the older one
    session.run(Topic::Save, []() -> std::function<void()> { throw Error(GLYPHSCOPE_TEXT("Files", "No.")); });
    QTRY_COMPARE(told, QList<Topic>({Topic::Open, Topic::Save}));
}

GLYPHSCOPE_TEST(TstTaskSession, Core)
#include "tst_task_session.moc"
