// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/training/live_values_sender.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

LiveValues withDropout(double dropout)
{
    LiveValues values;
    values.dropout = dropout;
    return values;
}

/// A sender, and the dropouts that were due.
class Listened {
public:
    Listened()
    {
        QObject::connect(&sender, &LiveValuesSender::due, &sender,
                         [this](const LiveValues& values) { due += values.dropout; });
    }
    bool isWaiting() const { return sender.findChild<QTimer*>(u"training.valuesClock"_s)->isActive(); }
    LiveValuesSender sender;
    QList<double> due;
};

}  // namespace

class TstLiveValuesSender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void changesAreDueOnceTheyRest()
    {
        Listened listened;
        listened.sender.begin(withDropout(0));
        for (const double dropout : {0.1, 0.2, 0.3})
            listened.sender.change(withDropout(dropout));
        QVERIFY(listened.due.isEmpty());
        QTRY_COMPARE(listened.due, QList<double>{0.3});
        QVERIFY(!listened.isWaiting());
    }

    void flushingSendsAtOnceAndOnce()
    {
        Listened listened;
        listened.sender.begin(withDropout(0));
        listened.sender.flush();
        QVERIFY(listened.due.isEmpty());  // nothing was changed
        listened.sender.change(withDropout(0.1));
        listened.sender.flush();
        listened.sender.flush();
        QCOMPARE(listened.due, QList<double>{0.1});
        QVERIFY(!listened.isWaiting());
    }

    void aChangeThatIsTakenBackIsNone()
    {
        Listened listened;
        listened.sender.begin(withDropout(0));
        listened.sender.change(withDropout(0.1));
        listened.sender.change(withDropout(0));
        listened.sender.flush();
        QVERIFY(listened.due.isEmpty());
    }

    void whatIsInForceIsNotDue()
    {
        Listened listened;
        listened.sender.begin(withDropout(0));
        listened.sender.change(withDropout(0.1));
        listened.sender.setInForce(withDropout(0.2));
        listened.sender.flush();
        QVERIFY(listened.due.isEmpty());
        listened.sender.change(withDropout(0));
        listened.sender.flush();
        QCOMPARE(listened.due, QList<double>{0});
    }

    void nothingIsDueOutsideARun()
    {
        Listened listened;
        listened.sender.change(withDropout(0.1));
        QVERIFY(!listened.isWaiting());
        listened.sender.flush();
        listened.sender.begin(withDropout(0.1));
        listened.sender.change(withDropout(0.2));
        QVERIFY(listened.isWaiting());
        listened.sender.end();
        QVERIFY(!listened.isWaiting());
        listened.sender.flush();
        listened.sender.begin(withDropout(0.2));
        listened.sender.flush();
        QVERIFY(listened.due.isEmpty());
    }
};

GLYPHSCOPE_TEST(TstLiveValuesSender, Core)
#include "tst_live_values_sender.moc"
