// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/canvas/canvas_driver.h"

#include <QtGui/QKeyEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;

/// Drawing with the keyboard.
class TstCanvasKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_canvas = std::make_unique<Canvas>();
        m_canvas->resize(kSide, kSide);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }
    void cleanup() { m_canvas.reset(); }

    void spaceDrawsFromTheCrosshair();
    void returnTogglesThePen();
    void twoArrowsGoDiagonally();
    void thePointerTakesOverFromTheKeyboard();
    void tabEndsKeyboardDrawing();
    void shortcutsDoNotTakeTheDrawingKeys();

private:
    std::unique_ptr<Canvas> m_canvas;
};

void TstCanvasKeyboard::spaceDrawsFromTheCrosshair()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyPress(m_canvas.get(), Qt::Key_Space);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{133, 139}, {133, 146}, {133, 174}}));
    m_canvas->setTool(Canvas::Eraser);
    QTest::keyPress(m_canvas.get(), Qt::Key_Space);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::ControlModifier);
    QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
    QVERIFY(m_canvas->isEmpty());
    QVERIFY(m_canvas->canUndo());
}

void TstCanvasKeyboard::returnTogglesThePen()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(!m_canvas->canUndo());
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QVERIFY(m_canvas->canUndo());
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{140, 140}, {147, 140}, {154, 140}}));
}

void TstCanvasKeyboard::twoArrowsGoDiagonally()
{
    QTest::keyPress(m_canvas.get(), Qt::Key_Right);
    QTest::keyPress(m_canvas.get(), Qt::Key_Space);
    QTest::keyPress(m_canvas.get(), Qt::Key_Down);
    QTest::keyRelease(m_canvas.get(), Qt::Key_Right);
    QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{147, 140}, {154, 147}}));
}

void TstCanvasKeyboard::thePointerTakesOverFromTheKeyboard()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    drag(*m_canvas, {20, 20}, {60, 60});
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
    QCOMPARE(lastStroke(*m_canvas).front(), (Point{20, 20}));
    m_canvas->undo();
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{140, 140}, {147, 140}}));
}

void TstCanvasKeyboard::tabEndsKeyboardDrawing()
{
    QWidget window;
    QHBoxLayout layout(&window);
    Canvas canvas;
    QLineEdit next;
    layout.addWidget(&canvas);
    layout.addWidget(&next);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Return);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QTest::keyClick(&canvas, Qt::Key_Tab);
    QVERIFY(next.hasFocus());
    QVERIFY(canvas.canUndo());
}

void TstCanvasKeyboard::shortcutsDoNotTakeTheDrawingKeys()
{
    const auto wanted = [this](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(m_canvas.get(), &event);
        return event.isAccepted();
    };
    QVERIFY(wanted(Qt::Key_Space) && wanted(Qt::Key_Left) && wanted(Qt::Key_Return));
    QVERIFY(!wanted(Qt::Key_Escape) && !wanted(Qt::Key_Z, Qt::ControlModifier) && !wanted(Qt::Key_E));
    QVERIFY(!wanted(Qt::Key_Left, Qt::AltModifier));
    press(*m_canvas, {10, 10});
    QVERIFY2(wanted(Qt::Key_Escape), "while a stroke runs");
}

GLYPHSCOPE_TEST(TstCanvasKeyboard, Widgets)
#include "tst_canvas_keyboard.moc"
