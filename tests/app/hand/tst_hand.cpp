// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hand/hand.h"
#include "tests/support/test_program.h"
#include "ui/canvas/canvas.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryStroke();
    void clicks();
    void typesIntoFields();
    void keysReachTheShortcutsOfTheWindow();
};

void TstHand::writesEveryStroke()
{
    Canvas canvas;
    canvas.resize(300, 300);
    canvas.show();
    hand::write(canvas, tourLetter());
    QCOMPARE(canvas.drawing().strokes.size(), tourLetter().strokes.size());
}

void TstHand::clicks()
{
    QPushButton button;
    button.show();
    const QSignalSpy spy(&button, &QPushButton::clicked);
    hand::click(button);
    QCOMPARE(spy.size(), 1);
}

void TstHand::typesIntoFields()
{
    QLineEdit line(u"before"_s);
    line.show();
    const QSignalSpy done(&line, &QLineEdit::returnPressed);
    hand::type(line, u"BatchNorm2d"_s);
    QCOMPARE(line.text(), u"BatchNorm2d"_s);
    QCOMPARE(done.size(), 1);
    QSpinBox box;
    box.setRange(0, 100);
    box.setValue(32);
    box.show();
    hand::type(box, u"16"_s);
    QCOMPARE(box.value(), 16);
}

void TstHand::keysReachTheShortcutsOfTheWindow()
{
    QWidget window;
    QLineEdit line(&window);
    QAction action;
    action.setShortcut(QKeySequence(u"Ctrl+K"_s));
    window.addAction(&action);
    window.show();
    const QSignalSpy spy(&action, &QAction::triggered);
    hand::press(line, QKeySequence(u"Ctrl+K"_s));
    QCOMPARE(spy.size(), 1);
    hand::press(line, QKeySequence(u"A"_s));
    QCOMPARE(spy.size(), 1);
}

GLYPHSCOPE_TEST(TstHand, Widgets)
#include "tst_hand.moc"
