// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_session.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstEngineSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void missingModuleFails();
    void moduleBecomesReady();
    void destructorWaitsForTheLoad();
};

void TstEngineSession::missingModuleFails()
{
    EngineSession session;
    QSignalSpy failures(&session, &EngineSession::failed);
    QSignalSpy ready(&session, &EngineSession::ready);
    session.load("/nowhere/libglyphscope_engine.so");
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY(failures[0][0].toString().contains(u"/nowhere/libglyphscope_engine.so"_s));
    QCOMPARE(ready.size(), 0);
    QVERIFY(!session.engine());
}

void TstEngineSession::moduleBecomesReady()
{
    EngineSession session;
    QSignalSpy failures(&session, &EngineSession::failed);
    bool hadEngine = false;
    connect(&session, &EngineSession::ready, this, [&] { hadEngine = session.engine() != nullptr; });
    session.load(GLYPHSCOPE_ENGINE);
    QVERIFY(!session.engine());  // it comes with the signal, not before
    QTRY_VERIFY_WITH_TIMEOUT(hadEngine, 60000);
    QCOMPARE(failures.size(), 0);
    QVERIFY(session.engine()->info().threads >= 1);
}

void TstEngineSession::destructorWaitsForTheLoad()
{
    {
        EngineSession session;
        session.load(GLYPHSCOPE_ENGINE);
    }
    EngineSession again;
    QSignalSpy ready(&again, &EngineSession::ready);
    again.load(GLYPHSCOPE_ENGINE);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60000);
}

GLYPHSCOPE_TEST(TstEngineSession, Core)
#include "tst_engine_session.moc"
