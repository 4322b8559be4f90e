// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/transport_row.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A shown row that may train, and what it asked for.
class ShownRow {
public:
    ShownRow()
    {
        const auto note = [this](const QString& what) { asked += what; };
        const auto until = [](TrainUntil u) {
            return u == TrainUntil::End ? u"end"_s : u == TrainUntil::OneStep ? u"step"_s : u"epoch"_s;
        };
        QObject::connect(&row, &TransportRow::startRequested, &row,
                         [=](TrainUntil u) { note(u"start "_s + until(u)); });
        QObject::connect(&row, &TransportRow::resumeRequested, &row,
                         [=](TrainUntil u) { note(u"resume "_s + until(u)); });
        QObject::connect(&row, &TransportRow::pauseRequested, &row, [=] { note(u"pause"_s); });
        QObject::connect(&row, &TransportRow::stopRequested, &row, [=] { note(u"stop"_s); });
        QObject::connect(&row, &TransportRow::resetRequested, &row,
                         [=](bool fresh) { note(fresh ? u"reset new"_s : u"reset same"_s); });
        row.setEngineReady(true);
        row.show();
        row.activateWindow();
        if (!QTest::qWaitForWindowActive(&row))
            qFatal("the row did not become active");
    }
    QPushButton* primary() const { return row.findChild<QPushButton*>(u"training.button"_s); }
    QToolButton* tool(const QString& name) const
    {
        return row.findChild<QToolButton*>(u"training."_s + name);
    }
    QStringList enabled() const
    {
        QStringList names;
        if (primary()->isEnabled())
            names += u"button"_s;
        for (const QString& name : {u"step"_s, u"epoch"_s, u"stop"_s, u"reset"_s})
            if (tool(name)->isEnabled())
                names += name;
        return names;
    }
    TransportRow row;
    QStringList asked;
};

}  // namespace

Q_DECLARE_METATYPE(TrainState)

class TstTransportRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void eachStateHasItsButtons_data();
    void eachStateHasItsButtons();
    void idleButtonsStart();
    void pausedButtonsResume();
    void spaceTrainsPausesAndResumes();
    void spaceNeverHitsAnotherButton();
    void aStoppedRunCanBeResumed();
    void anObstacleIsTold();
    void resetOffersBothSeeds();
};

void TstTransportRow::eachStateHasItsButtons_data()
{
    QTest::addColumn<TrainState>("state");
    QTest::addColumn<QStringList>("enabled");
    QTest::addColumn<QString>("text");
    QTest::newRow("idle") << TrainState::Idle << QStringList{u"button"_s, u"step"_s, u"epoch"_s, u"reset"_s}
                          << u"&Train"_s;
    QTest::newRow("running") << TrainState::Running << QStringList{u"button"_s, u"stop"_s} << u"&Pause"_s;
    QTest::newRow("paused") << TrainState::Paused
                            << QStringList{u"button"_s, u"step"_s, u"epoch"_s, u"stop"_s, u"reset"_s}
                            << u"&Resume"_s;
    QTest::newRow("stopping") << TrainState::Stopping << QStringList{} << u"Stopping\u2026"_s;
}

void TstTransportRow::eachStateHasItsButtons()
{
    QFETCH(TrainState, state);
    ShownRow shown;
    shown.row.setState(state);
    QTEST(shown.enabled(), "enabled");
    QTEST(shown.primary()->text(), "text");
    for (const QAbstractButton* button : shown.row.findChildren<QAbstractButton*>())
        QVERIFY(!button->toolTip().isEmpty());
}

void TstTransportRow::idleButtonsStart()
{
    ShownRow shown;
    shown.primary()->click();
    shown.tool(u"step"_s)->click();
    shown.tool(u"epoch"_s)->click();
    QCOMPARE(shown.asked, (QStringList{u"start end"_s, u"start step"_s, u"start epoch"_s}));
}

void TstTransportRow::pausedButtonsResume()
{
    ShownRow shown;
    shown.row.setState(TrainState::Paused);
    shown.tool(u"step"_s)->click();
    shown.tool(u"epoch"_s)->click();
    shown.primary()->click();
    shown.tool(u"stop"_s)->click();
    QCOMPARE(shown.asked, (QStringList{u"resume step"_s, u"resume epoch"_s, u"resume end"_s, u"stop"_s}));
}

void TstTransportRow::spaceTrainsPausesAndResumes()
{
    ShownRow shown;
    shown.primary()->setFocus();
    QTest::keyClick(&shown.row, Qt::Key_Space);  // the row does not take it from the button
    QVERIFY(shown.asked.isEmpty());
    for (const TrainState next : {TrainState::Running, TrainState::Paused, TrainState::Running}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        shown.row.setState(next);
    }
    QCOMPARE(shown.asked, (QStringList{u"start end"_s, u"pause"_s, u"resume end"_s}));
}

void TstTransportRow::spaceNeverHitsAnotherButton()
{
    ShownRow shown;
    shown.row.setState(TrainState::Running);
    shown.primary()->setFocus();
    shown.row.setState(TrainState::Stopping);
    QVERIFY(QApplication::focusWidget() != nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(shown.asked.isEmpty());
    shown.row.setState(TrainState::Idle);
    QCOMPARE(QApplication::focusWidget(), shown.primary());
}

void TstTransportRow::aStoppedRunCanBeResumed()
{
    ShownRow shown;
    auto* resume = shown.row.findChild<QPushButton*>(u"training.resume"_s);
    QVERIFY(!resume->isVisible());
    shown.row.setResumable(u"standard-7 was stopped."_s);
    QVERIFY(resume->isVisible() && !shown.tool(u"stop"_s)->isVisible());
    QVERIFY(resume->toolTip().contains(u"standard-7"_s));
    QTest::mouseClick(resume, Qt::LeftButton);
    QCOMPARE(shown.asked, QStringList{u"resume end"_s});
    for (const TrainState state : {TrainState::Running, TrainState::Paused, TrainState::Stopping}) {
        shown.row.setState(state);
        QVERIFY(!resume->isVisible() && shown.tool(u"stop"_s)->isVisible());
    }
    shown.row.setState(TrainState::Idle);
    shown.row.setEngineReady(false);
    QVERIFY(resume->isVisible() && !resume->isEnabled());
}

void TstTransportRow::anObstacleIsTold()
{
    ShownRow shown;
    shown.row.setObstacle(u"There is no data."_s);
    QCOMPARE(shown.enabled(), QStringList{u"reset"_s});
    for (const QString& name : {u"step"_s, u"epoch"_s})
        QVERIFY(shown.tool(name)->toolTip().endsWith(u"There is no data."));
    QVERIFY(shown.primary()->toolTip().endsWith(u"There is no data."));
    shown.row.setState(TrainState::Paused);  // a run that is there can be resumed
    QVERIFY(shown.enabled().contains(u"button"_s));
    QVERIFY(!shown.primary()->toolTip().contains(u"There is no data."));
}

void TstTransportRow::resetOffersBothSeeds()
{
    ShownRow shown;
    shown.row.findChild<QAction*>(u"training.resetSameSeed"_s)->trigger();
    shown.row.findChild<QAction*>(u"training.resetNewSeed"_s)->trigger();
    QCOMPARE(shown.asked, (QStringList{u"reset same"_s, u"reset new"_s}));
    shown.row.setEngineReady(false);
    QVERIFY(!shown.tool(u"reset"_s)->isEnabled());
}

GLYPHSCOPE_TEST(TstTransportRow, Widgets)
#include "tst_transport_row.moc"
