// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/undo_bar.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstUndoBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void isHiddenUntilThereIsSomething();
    void takesBackOnce();
    void theNewestIsOffered();
};

void TstUndoBar::isHiddenUntilThereIsSomething()
{
    UndoBar bar(u"Ctrl+Z"_s);
    QSignalSpy undone(&bar, &UndoBar::undone);
    QVERIFY(bar.isHidden());
    bar.undo();
    QVERIFY(undone.isEmpty());
    bar.offer(u"1 removed"_s);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.words()->text(), u"1 removed"_s);
}

void TstUndoBar::takesBackOnce()
{
    UndoBar bar(u"Ctrl+Z"_s);
    QSignalSpy undone(&bar, &UndoBar::undone);
    bar.offer(u"1 removed"_s);
    QTest::mouseClick(bar.button(), Qt::LeftButton);
    QCOMPARE(undone.size(), 1);
    QVERIFY(bar.isHidden());
    bar.button()->click();
    QCOMPARE(undone.size(), 1);
}

void TstUndoBar::theNewestIsOffered()
{
    UndoBar bar(u"Ctrl+Z"_s);
    bar.offer(u"1 removed"_s);
    bar.offer(u"2 removed"_s);
    QCOMPARE(bar.words()->text(), u"2 removed"_s);
}

GLYPHSCOPE_TEST(TstUndoBar, Widgets)
#include "tst_undo_bar.moc"
