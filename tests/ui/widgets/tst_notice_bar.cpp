// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/notice_bar.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNoticeBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void hiddenUntilThereIsSomethingToTell();
    void newestReplacesTheOlder();
    void closesByItsButton();
    void remarksGoByThemselvesErrorsStay();
    void textIsNeverTakenForMarkup();
    void offerIsTakenOnce();
    void noticeCoversTheOfferForAWhile();
    void offerWaitsBehindAWarning();
    void offersAreAnsweredOneAfterTheOther();
    void closedOfferIsDeclined();
    void goesWithTheNextSuccessOfItsTopic();
    void escapeClosesItFromAnywhere();
    void escapeLeavesWhatIsLostByRefusal();
    void ofTwoChoicesOneIsMade();
    void aNewerQuestionReplacesTheOlder();
    void aQuestionIsWithdrawn();
    void allWordsAreSeenInANarrowColumn();
    void buttonsGoBelowTheWordsWhereThereIsLittleRoom();
};

void TstNoticeBar::hiddenUntilThereIsSomethingToTell()
{
    QWidget window;
    NoticeBar bar(&window);
    window.show();
    QVERIFY(!bar.isVisible());
    bar.warning(u"careful"_s);
    QVERIFY(bar.isVisible());
    QVERIFY(bar.kind() == NoticeBar::Kind::Warning);
}

void TstNoticeBar::newestReplacesTheOlder()
{
    NoticeBar bar;
    bar.error(u"first"_s);
    bar.info(u"second"_s);
    QCOMPARE(bar.text(), u"second"_s);
    QVERIFY(bar.kind() == NoticeBar::Kind::Info);
    QCOMPARE(bar.findChild<QLabel*>(u"notices.text"_s)->text(), u"second"_s);
}

void TstNoticeBar::closesByItsButton()
{
    NoticeBar bar;
    bar.error(u"broken"_s);
    QTest::mouseClick(bar.findChild<QToolButton*>(u"notices.close"_s), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::remarksGoByThemselvesErrorsStay()
{
    NoticeBar bar;
    bar.info(u"saved"_s);
    auto* fade = bar.findChild<QTimer*>();
    QVERIFY(fade != nullptr && fade->isActive());
    bar.error(u"not saved"_s);
    QVERIFY(!fade->isActive());
}

void TstNoticeBar::textIsNeverTakenForMarkup()
{
    NoticeBar bar;
    bar.error(u"<img src=x>"_s);
    QCOMPARE(bar.findChild<QLabel*>(u"notices.text"_s)->textFormat(), Qt::PlainText);
}

void TstNoticeBar::offerIsTakenOnce()
{
    NoticeBar bar;
    int taken = 0;
    bar.offer(u"The training was interrupted."_s, u"Resume"_s, [&taken] { ++taken; });
    auto* button = bar.findChild<QPushButton*>(u"notices.action"_s);
    QVERIFY(bar.isVisible());
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Resume"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(taken, 1);
    QVERIFY(!bar.isVisible());
    button->click();
    QCOMPARE(taken, 1);
}

void TstNoticeBar::noticeCoversTheOfferForAWhile()
{
    NoticeBar bar;
    bool taken = false;
    bar.offer(u"The training was interrupted."_s, u"Resume"_s, [&taken] { taken = true; });
    bar.error(u"The disk is full."_s);
    auto* button = bar.findChild<QPushButton*>(u"notices.action"_s);
    QVERIFY(!button->isVisible());
    button->click();
    QVERIFY(!taken);
    QTest::mouseClick(bar.findChild<QToolButton*>(u"notices.close"_s), Qt::LeftButton);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.text(), u"The training was interrupted."_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(taken);
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::offerWaitsBehindAWarning()
{
    NoticeBar bar;
    bar.warning(u"The settings are damaged."_s);
    bar.offer(u"The training was interrupted."_s, u"Resume"_s, [] {});
    QCOMPARE(bar.text(), u"The settings are damaged."_s);
    bar.dismiss();
    QCOMPARE(bar.text(), u"The training was interrupted."_s);
    bar.dismiss();
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::offersAreAnsweredOneAfterTheOther()
{
    NoticeBar bar;
    QStringList taken;
    bar.offer(u"first"_s, u"Yes"_s, [&taken] { taken << u"first"_s; });
    bar.offer(u"second"_s, u"Yes"_s, [&taken] { taken << u"second"_s; });
    auto* button = bar.findChild<QPushButton*>(u"notices.action"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bar.text(), u"first"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(taken, QStringList({u"second"_s, u"first"_s}));
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::closedOfferIsDeclined()
{
    NoticeBar bar;
    int taken = 0;
    int declined = 0;
    bar.offer(
        u"There is a drawing."_s, u"Bring it back"_s, [&taken] { ++taken; }, [&declined] { ++declined; });
    QTest::mouseClick(bar.findChild<QToolButton*>(u"notices.close"_s), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
    QCOMPARE(declined, 1);
    QCOMPARE(taken, 0);
}

void TstNoticeBar::goesWithTheNextSuccessOfItsTopic()
{
    NoticeBar bar;
    bar.error(u"not opened"_s, Topic::Open);
    bar.settle(Topic::Save);
    QVERIFY(bar.isVisible());
    bar.settle(Topic::Open);
    QVERIFY(!bar.isVisible());
    bar.error(u"the disk is full"_s);
    bar.settle(Topic::Other);
    bar.settle(Topic::Open);
    QVERIFY(bar.isVisible());
    bar.offer(u"The training was interrupted."_s, u"Resume"_s, [] {});
    bar.warning(u"not saved"_s, Topic::Save);
    bar.settle(Topic::Save);
    QCOMPARE(bar.text(), u"The training was interrupted."_s);
    bar.settle(Topic::Save);
    bar.settle(Topic::Other);
    QVERIFY(bar.isVisible());
}

void TstNoticeBar::escapeClosesItFromAnywhere()
{
    QWidget window;
    NoticeBar bar(&window);
    QPushButton elsewhere(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    elsewhere.setFocus();
    bar.error(u"broken"_s);
    QTest::keyClick(&elsewhere, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::escapeLeavesWhatIsLostByRefusal()
{
    QWidget window;
    NoticeBar bar(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    int declined = 0;
    bar.offer(
        u"There is a drawing."_s, u"Bring it back"_s, [] {}, [&declined] { ++declined; });
    bar.offer(u"A newer one is there."_s, u"Show"_s, [] {});
    QTest::keyClick(&window, Qt::Key_Escape);
    QCOMPARE(bar.text(), u"There is a drawing."_s);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(bar.isVisible());
    QCOMPARE(declined, 0);
}

void TstNoticeBar::ofTwoChoicesOneIsMade()
{
    NoticeBar bar;
    QStringList made;
    const auto ask = [&] {
        bar.ask(Topic::Open, u"Which?"_s, {u"First"_s, [&made] { made << u"first"_s; }},
                {u"Second"_s, [&made] { made << u"second"_s; }});
    };
    for (const QString& button : {u"notices.action"_s, u"notices.second"_s, u"notices.close"_s}) {
        ask();
        QVERIFY(bar.isVisible());
        QTest::mouseClick(bar.findChild<QWidget*>(button), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }
    QCOMPARE(made, QStringList({u"first"_s, u"second"_s}));
    bar.offer(u"One only."_s, u"Yes"_s, [] {});
    QVERIFY(!bar.findChild<QWidget*>(u"notices.second"_s)->isVisible());
}

void TstNoticeBar::aNewerQuestionReplacesTheOlder()
{
    NoticeBar bar;
    int taken = 0;
    for (int i = 1; i <= 2; ++i)
        bar.ask(Topic::Open, u"Take %1?"_s.arg(i), {u"Yes"_s, [&taken, i] { taken += i; }}, {});
    QCOMPARE(bar.text(), u"Take 2?"_s);
    QTest::mouseClick(bar.findChild<QWidget*>(u"notices.action"_s), Qt::LeftButton);
    QCOMPARE(taken, 2);
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::aQuestionIsWithdrawn()
{
    NoticeBar bar;
    int taken = 0;
    const auto yes = [&taken](int number) {
        return NoticeBar::Action{u"Yes"_s, [&taken, number] { taken = number; }};
    };
    bar.offer(u"There is a drawing."_s, u"Bring it back"_s, [&taken] { taken = 3; });
    bar.ask(Topic::Training, u"Resume?"_s, yes(1), {});
    bar.withdraw(Topic::Open);
    QCOMPARE(bar.text(), u"Resume?"_s);
    bar.withdraw(Topic::Training);
    QCOMPARE(bar.text(), u"There is a drawing."_s);
    bar.ask(Topic::Training, u"Resume?"_s, yes(1), {});
    bar.error(u"The disk is full."_s);
    bar.withdraw(Topic::Training);
    QCOMPARE(bar.text(), u"The disk is full."_s);
    bar.dismiss();
    QTest::mouseClick(bar.findChild<QWidget*>(u"notices.action"_s), Qt::LeftButton);
    QCOMPARE(taken, 3);
    QVERIFY(!bar.isVisible());
}

void TstNoticeBar::allWordsAreSeenInANarrowColumn()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* bar = new NoticeBar;
    column->addWidget(bar);
    column->addWidget(new QWidget, 1);
    bar->offer(
        u"The last training, custom (from standard), seed 0, was stopped at epoch 1 of 1 when the program "
        "ended."_s,
        u"Resume"_s, [] {});
    window.resize(300, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto* text = bar->findChild<QLabel*>(u"notices.text"_s);
    QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    QVERIFY(bar->height() < 300);
}

void TstNoticeBar::buttonsGoBelowTheWordsWhereThereIsLittleRoom()
{
    QWidget column;
    auto* layout = new QVBoxLayout(&column);
    auto* bar = new NoticeBar(&column);
    layout->addWidget(bar);
    layout->addStretch(1);
    column.resize(900, 400);
    column.show();
    bar->ask(Topic::Open, u"letters.inkml has other classes than those that are chosen so far."_s,
             {u"Train on it instead"_s, [] {}}, {u"Add it to the chosen ones"_s, [] {}});
    const auto* text = bar->findChild<QLabel*>(u"notices.text"_s);
    const auto* action = bar->findChild<QPushButton*>(u"notices.action"_s);
    QTRY_VERIFY(action->isVisible() && action->geometry().left() > text->geometry().right());
    column.resize(420, 400);
    QTRY_VERIFY(action->geometry().top() >= text->geometry().bottom());
    QVERIFY(text->height() >= text->heightForWidth(text->width()));
}

GLYPHSCOPE_TEST(TstNoticeBar, Widgets)
#include "tst_notice_bar.moc"
