// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/canvas/stage_strip.h"
#include "ui/network/network_strip.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace glyphscope;
using namespace glyphscope::test;

class TstReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void everyDigitIsReadAsItIsWritten_data();
    void everyDigitIsReadAsItIsWritten();
    void lettersAndScribblesAreNoDigits_data();
    void lettersAndScribblesAreNoDigits();
    void severalDigitsAreToldOf();
    void answersBeforeThePenIsLifted();
    void undoClearAndRedoChangeTheAnswer();
    void erasingChangesTheAnswer();
    void writtenWhileTheEngineLoadsIsReadOn();
    void readsWithoutTheEngine();
    void keyboardAloneWrites();
    void copiedDrawingPastesAsAPicture();
    void pastingNothingSaysSo();

private:
    ScratchData m_data;
};

void TstReading::everyDigitIsReadAsItIsWritten_data()
{
    QTest::addColumn<int>("digit");
    for (int digit = 0; digit < 10; ++digit)
        QTest::addRow("%d", digit) << digit;
}

void TstReading::everyDigitIsReadAsItIsWritten()
{
    QFETCH(int, digit);
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(digit));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), digit, 30000);
}

void TstReading::lettersAndScribblesAreNoDigits_data()
{
    QTest::addColumn<Drawing>("drawing");
    QTest::newRow("K") << tourLetter();
    Drawing e;
    e.strokes = {{{{180, 60}, {84, 60}, {84, 140}, {84, 222}, {184, 222}}}, {{{84, 138}, {160, 138}}}};
    QTest::newRow("E") << e;
    Drawing w;
    w.strokes = {{{{50, 80}, {90, 210}, {130, 100}, {170, 210}, {214, 78}}}};
    QTest::newRow("W") << w;
    Drawing hatching;
    hatching.strokes.emplace_back();
    for (int i = 0; i < 10; ++i)
        hatching.strokes.back().points.push_back({i % 2 == 0 ? 60.0 : 220.0, 60.0 + 16 * i});
    QTest::newRow("hatching") << hatching;
}

void TstReading::lettersAndScribblesAreNoDigits()
{
    QFETCH(Drawing, drawing);
    OpenWindow window(m_data);
    hand::write(window.canvas(), drawing);
    // a letter may look like several digits that hang together; nobody is sure of those
    QTRY_VERIFY(window.answers(Verdict::NotADigit) || window.verdict().startsWith(u"Not sure"_s));
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.digit(), 5);
}

void TstReading::severalDigitsAreToldOf()
{
    OpenWindow window(m_data);
    Drawing number;
    for (const auto& [digit, left] : {std::pair(4, 0.0), std::pair(2, 140.0)})
        for (Stroke stroke : tourDigit(digit).strokes) {
            for (Point& p : stroke.points)
                p = {left + p.x / 2, 70 + p.y / 2};
            number.strokes.push_back(stroke);
        }
    window.find<QAction>("action.oneOnly")->trigger();  // else it is read as 42
    hand::write(window.canvas(), number);
    QTRY_VERIFY_WITH_TIMEOUT(window.answers(Verdict::Unsure) || window.answers(Verdict::NotADigit), 30000);
    const auto several = [&] { return window->panel<AnswerPanel>()->prediction()->several; };
    QTRY_VERIFY(several());
    const QString told = window.label("answerDetail");
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourLetter());
    QTRY_VERIFY(window.answers(Verdict::NotADigit) && !several());
    QTRY_VERIFY(window.label("answerDetail") != told);
}

void TstReading::answersBeforeThePenIsLifted()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::writePart(window.canvas(), tourDigit(7), 0.97);
    QTRY_COMPARE(window.digit(), 7);
}

void TstReading::undoClearAndRedoChangeTheAnswer()
{
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    const QString nothing = QStringLiteral("Nothing drawn yet");

    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window.verdict(), nothing);
    window.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(window.digit(), 3);
    window.press(Qt::Key_Delete);
    QTRY_COMPARE(window.verdict(), nothing);
    hand::trigger(*window, QStringLiteral("action.undo"));
    QTRY_COMPARE(window.digit(), 3);
}

void TstReading::erasingChangesTheAnswer()
{
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(8));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 8, 30000);
    window.press(Qt::Key_E);
    const std::size_t before = window.canvas().drawing().strokes.size();
    hand::write(window.canvas(), {{{{{88, 60}, {88, 210}}}}, {}});
    QVERIFY(window.canvas().drawing().strokes.size() != before);
    QTRY_VERIFY(window.digit() != 8);
}

void TstReading::writtenWhileTheEngineLoadsIsReadOn()
{
    OpenWindow window(m_data);
    QVERIFY(!window.ready());
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 5, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    QTRY_COMPARE(window.digit(), 5);
}

void TstReading::readsWithoutTheEngine()
{
    OpenWindow window(m_data, "/nowhere/engine.so");
    hand::write(window.canvas(), tourDigit(6));
    QTRY_COMPARE(window.digit(), 6);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY2(window->notices()->text().contains(QStringLiteral("/nowhere/engine.so")),
             qPrintable(window->notices()->text()));
    QVERIFY(!window.hasEngine());
    QVERIFY(!window.find<QPushButton>("training.button")->isEnabled());
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(2));
    QTRY_COMPARE(window.digit(), 2);
}

void TstReading::keyboardAloneWrites()
{
    OpenWindow window(m_data);
    window.canvas().setFocus();
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(&window.canvas(), Qt::Key_Up, Qt::ControlModifier);
    QTest::keyClick(&window.canvas(), Qt::Key_Return);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(&window.canvas(), Qt::Key_Down);
    QTest::keyClick(&window.canvas(), Qt::Key_Return);
    QVERIFY(!window.canvas().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 1, 30000);
}

void TstReading::copiedDrawingPastesAsAPicture()
{
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(4));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 4, 30000);
    window.press(Qt::Key_C, Qt::ControlModifier);
    window.press(Qt::Key_Delete);
    QTRY_VERIFY(window.answers(Verdict::Empty));
    window.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(window.canvas().drawing().picture.has_value());  // it is reduced off the GUI thread
    QTRY_COMPARE(window.digit(), 4);
}

void TstReading::pastingNothingSaysSo()
{
    OpenWindow window(m_data);
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    window.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->text().contains(QStringLiteral("no picture on the clipboard")));
}

GLYPHSCOPE_TEST(TstReading, Widgets)
#include "tst_reading.moc"
