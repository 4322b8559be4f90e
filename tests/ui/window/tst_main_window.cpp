// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"

#include <QtCore/QDataStream>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QScreen>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// How often a widget is shown after a window was painted.
class ShownAfterPaint : public QObject {
public:
    ShownAfterPaint(QWidget& window, QWidget& shown)
    {
        window.installEventFilter(this);
        shown.installEventFilter(this);
    }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_painted = m_painted || (event->type() == QEvent::Paint && watched->inherits("QMainWindow"));
        m_count += m_painted && event->type() == QEvent::Show ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_painted = false;
    int m_count = 0;
};

/// As the window saves it, but for the number of its layout.
QByteArray layoutNamed(qint32 layout)
{
    const MainWindow window;
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << window.saveGeometry() << qint32{6} << layout << qint32{1} << layout << window.saveState(6)
           << QHash<QString, QSizeF>();
    return state;
}

}  // namespace

class TstMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }
    void layouts_data();
    void layouts();
    void everyPanelHasItsDock();
    void theViewMenuBringsPanelsToTheFront();
    void layoutComesBack();
    void leftMaximisedComesBack();
    void eachLayoutKeepsItsTabs();
    void sharesFollowTheWindow_data();
    void sharesFollowTheWindow();
    void aDraggedSeparatorGivesTheShares();
    void detachedPanelsComeBackInFront();
    void aPanelClosedWhileDetachedCanBeClosedAgain();
    void aPanelOpenedInDrawGetsRoomAndGivesItBack();
    void theWheelPassesOverFields();
    void foreignLayoutsAreIgnored_data();
    void foreignLayoutsAreIgnored();
    void keysAskForWhatTheUserWants_data();
    void keysAskForWhatTheUserWants();
    void toolsFollowTheirKeys();
    void penKeysStayWithinTheRange();
    void everyMenuActionHasAStatusTip();
    void theLabelMenuHasTheClassesOfTheWeights();
    void manyLabelsAreSpreadOverMenus();
    void everyWidgetThatTakesFocusIsNamed();
    void paintsOnceBeforeItTells();
    void closingIsTold();
    void fitsASmallScreen();

private:
    static bool visible(const MainWindow& window, const char* dock)
    {
        return window.findChild<QDockWidget*>(QLatin1StringView(dock))->isVisible();
    }
};

void TstMainWindow::layouts_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("network");
    QTest::addColumn<bool>("training");
    QTest::newRow("draw") << int(Qt::Key_1) << true << false;
    QTest::newRow("train") << int(Qt::Key_2) << false << true;
    QTest::newRow("inspect") << int(Qt::Key_3) << true << false;
}

void TstMainWindow::layouts()
{
    QFETCH(int, key);
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, static_cast<Qt::Key>(key), Qt::ControlModifier);
    QVERIFY(visible(window, "dock.answer"));
    QTEST(visible(window, "dock.network"), "network");
    QTEST(visible(window, "dock.training"), "training");
    QTest::keyClick(&window, static_cast<Qt::Key>(key), Qt::ControlModifier);  // once more
    const QList<QAction*> checked =
        window.findChild<QAction*>(u"action.layout.draw"_s)->actionGroup()->actions();
    QCOMPARE(std::ranges::count_if(checked, &QAction::isChecked), 1);
}

void TstMainWindow::everyPanelHasItsDock()
{
    const std::vector<PanelEntry> panels = makePanels();
    const MainWindow window;
    const QMenu* view = nullptr;
    for (const QAction* menu : window.menuBar()->actions())
        if (menu->text() == u"&View"_s)
            view = menu->menu();
    QVERIFY(view != nullptr);
    QStringList offered;
    for (const QAction* action : view->actions())
        offered += action->text();
    for (const PanelEntry& entry : panels) {
        const auto* dock = window.findChild<QDockWidget*>(u"dock."_s + entry.name);
        QVERIFY2(dock != nullptr, qPrintable(entry.name));
        QVERIFY2(!dock->windowTitle().isEmpty(), qPrintable(entry.name));
        QVERIFY2(offered.contains(dock->windowTitle()), qPrintable(entry.name));
        QCOMPARE(dock->findChildren<QWidget*>(entry.panel->objectName()).size(), 1);
        delete entry.panel;
    }
    QCOMPARE(window.findChildren<QDockWidget*>().size(), static_cast<qsizetype>(panels.size()));
}

void TstMainWindow::theViewMenuBringsPanelsToTheFront()
{
    MainWindow window;
    window.show();
    window.useInspectLayout();
    auto* hooks = window.findChild<QDockWidget*>(u"dock.hooks"_s);
    const auto isInFront = [hooks] { return hooks->isVisible() && !hooks->visibleRegion().isEmpty(); };
    QTRY_VERIFY(hooks->isVisible() && !isInFront());  // behind a tab
    hooks->toggleViewAction()->trigger();
    QTRY_VERIFY(isInFront());
    QVERIFY(hooks->toggleViewAction()->isChecked());
    hooks->toggleViewAction()->trigger();
    QVERIFY(!hooks->isVisible() && !hooks->toggleViewAction()->isChecked());
    hooks->toggleViewAction()->trigger();
    QTRY_VERIFY(isInFront());
    QVERIFY(hooks->toggleViewAction()->isChecked());
}

void TstMainWindow::layoutComesBack()
{
    MainWindow first;
    first.show();
    first.useTrainLayout();
    // Newer Qts fit what they restore to the screen, which is offscreen's of 800x800: as narrow as it gets.
    first.resize(first.minimumSizeHint().width(), 654);
    const QByteArray state = first.layoutState();
    MainWindow second;
    QVERIFY(second.restoreLayout(state));
    second.show();
    QVERIFY(visible(second, "dock.training"));
    QVERIFY(!visible(second, "dock.network"));
    QCOMPARE(second.height(), first.height());
    const bool isCut =
        QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && first.width() > second.screen()->availableSize().width();
    if (!isCut)
        QCOMPARE(second.width(), first.width());
}

/// The window manager gives a maximised window its size after it was shown; the panels are then as wide as
/// they were left. (That Qt 6.4 does not crash: tst_left_maximised.)
void TstMainWindow::leftMaximisedComesBack()
{
    constexpr QSize kMaximised{1600, 970};
    MainWindow maximised;  // of the size of offscreen's screen
    maximised.showMaximized();
    MainWindow first;
    first.resize(kMaximised);
    first.show();
    first.useInspectLayout();
    QCoreApplication::sendPostedEvents();
    const int width = first.findChild<QDockWidget*>(u"dock.module"_s)->width();
    QByteArray geometry;
    QByteArray rest = first.layoutState();
    QDataStream read(rest);
    read >> geometry;
    rest.remove(0, static_cast<qsizetype>(sizeof(quint32)) + geometry.size());
    QByteArray state;
    QDataStream write(&state, QIODevice::WriteOnly);
    write << maximised.saveGeometry();
    state += rest;

    MainWindow second;
    QVERIFY(second.restoreLayout(state));
    second.show();
    QVERIFY(second.isMaximized());
    second.resize(kMaximised);
    QCoreApplication::sendPostedEvents();
    QVERIFY(visible(second, "dock.module"));
    QCOMPARE(second.findChild<QDockWidget*>(u"dock.module"_s)->width(), width);
}

void TstMainWindow::eachLayoutKeepsItsTabs()
{
    MainWindow first;
    first.show();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    QTest::keyClick(&first, Qt::Key_3, Qt::ControlModifier);
    first.findChild<QDockWidget*>(u"dock.hooks"_s)->raise();
    QTest::keyClick(&first, Qt::Key_2, Qt::ControlModifier);
    first.findChild<QDockWidget*>(u"dock.answer"_s)->close();
    QTest::keyClick(&first, Qt::Key_3, Qt::ControlModifier);
    const auto inFront = [](const MainWindow& window, const char* dock) {
        return !window.findChild<QDockWidget*>(QLatin1StringView(dock))->visibleRegion().isEmpty();
    };
    QTRY_VERIFY(inFront(first, "dock.hooks"));
    QTest::keyClick(&first, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!visible(first, "dock.answer"));

    MainWindow second;  // and at the next start
    QVERIFY(second.restoreLayout(first.layoutState()));
    second.show();
    QVERIFY(QTest::qWaitForWindowActive(&second));
    QVERIFY(visible(second, "dock.training") && !visible(second, "dock.answer"));
    QTest::keyClick(&second, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(inFront(second, "dock.hooks"));
    second.findChild<QAction*>(u"action.layout.reset"_s)->trigger();
    QTRY_VERIFY(inFront(second, "dock.module"));
}

void TstMainWindow::sharesFollowTheWindow_data()
{
    QTest::addColumn<QString>("front");
    QTest::newRow("first tab") << u"dock.training"_s;
    QTest::newRow("another tab") << u"dock.runs"_s;
}

void TstMainWindow::sharesFollowTheWindow()
{
    QFETCH(QString, front);
    MainWindow window;
    window.resize(1280, 720);
    window.show();
    window.useTrainLayout();
    auto* dock = window.findChild<QDockWidget*>(front);
    dock->raise();
    for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160), QSize(1280, 720)}) {
        window.resize(size);
        QTRY_VERIFY2(dock->width() > 0.65 * size.width() && dock->width() < 0.75 * size.width(),
                     qPrintable(u"%1 of %2"_s.arg(dock->width()).arg(window.width())));
    }
}

/// By its separator; a click on the window changes nothing.
void TstMainWindow::aDraggedSeparatorGivesTheShares()
{
    MainWindow window;
    window.resize(1280, 720);
    window.show();
    window.useTrainLayout();
    const auto* training = window.findChild<QDockWidget*>(u"dock.training"_s);
    QTRY_VERIFY(training->width() > 800);
    QPoint between = training->mapTo(&window, QPoint(0, training->height() / 2));
    while (between.x() > 0 && !window.isSeparator(between))
        between.rx() -= 1;
    QTest::mousePress(&window, Qt::LeftButton, {}, between);
    for (const int moved : {100, 200}) {
        QTest::mouseMove(&window, between + QPoint(moved, 0));
        QTRY_VERIFY(training->width() < 900 - moved);
    }
    QTest::mouseRelease(&window, Qt::LeftButton, {}, between + QPoint(200, 0));
    const double share = 1.0 * training->width() / window.width();
    window.resize(2000, 720);
    QTRY_VERIFY(std::abs(training->width() - share * 2000) < 20);
}

/// They come to the screen before the window: a window manager lays it over them, unless they come again.
void TstMainWindow::detachedPanelsComeBackInFront()
{
    MainWindow first;
    first.show();
    first.findChild<QDockWidget*>(u"dock.answer"_s)->setFloating(true);
    MainWindow second;
    QVERIFY(second.restoreLayout(first.layoutState()));
    auto* dock = second.findChild<QDockWidget*>(u"dock.answer"_s);
    const ShownAfterPaint shown(second, *dock);
    second.show();
    QTRY_COMPARE(shown.count(), 1);
    QVERIFY(dock->isFloating() && dock->isVisible());
}

void TstMainWindow::aPanelClosedWhileDetachedCanBeClosedAgain()
{
    MainWindow window;
    window.resize(1280, 720);
    window.show();
    auto* dock = window.findChild<QDockWidget*>(u"dock.network"_s);
    auto* close = window.findChild<QToolButton*>(u"dock.network.close"_s);
    QTest::mouseClick(window.findChild<QToolButton*>(u"dock.network.float"_s), Qt::LeftButton);
    QTRY_VERIFY(dock->isFloating() && dock->isVisible());
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_VERIFY(!dock->isVisible());
    window.findChild<QAction*>(u"action.layout.reset"_s)->trigger();
    QTRY_VERIFY(dock->isVisible() && !dock->isFloating());
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_VERIFY(!dock->isVisible());
}

void TstMainWindow::aPanelOpenedInDrawGetsRoomAndGivesItBack()
{
    MainWindow window;
    window.resize(1280, 720);
    window.show();
    auto* answer = window.findChild<QDockWidget*>(u"dock.answer"_s);
    auto* why = window.findChild<QDockWidget*>(u"dock.why"_s);
    QTRY_VERIFY(answer->width() < 400);
    const int alone = answer->width();
    why->show();
    QTRY_VERIFY(why->width() > 0.35 * window.width());
    why->hide();
    QTRY_COMPARE(answer->width(), alone);
}

void TstMainWindow::theWheelPassesOverFields()
{
    MainWindow window;
    window.show();
    QTRY_VERIFY(window.isVisible());
    int sliders = 0;
    for (auto* slider : window.findChildren<QAbstractSlider*>()) {
        if (qobject_cast<QScrollBar*>(slider) != nullptr || slider->hasFocus())
            continue;
        const int before = slider->value();
        const QPointF at(2, 2);
        QWheelEvent event(at, slider->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(slider, &event);
        QCOMPARE(slider->value(), before);
        ++sliders;
    }
    QVERIFY(sliders > 3);
}

void TstMainWindow::foreignLayoutsAreIgnored_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray("\x01\x02\x03 something else entirely");
    QTest::newRow("huge length") << QByteArray("\x7f\xff\xff\xff");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("a layout that there is not") << layoutNamed(77);
}

void TstMainWindow::foreignLayoutsAreIgnored()
{
    QFETCH(QByteArray, state);
    MainWindow window;
    QVERIFY(!window.restoreLayout(state));
    window.show();
    QVERIFY(visible(window, "dock.answer"));
}

void TstMainWindow::keysAskForWhatTheUserWants_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("open") << QKeySequence(u"Ctrl+O"_s) << QByteArray(SIGNAL(openRequested()));
    QTest::newRow("save") << QKeySequence(u"Ctrl+S"_s) << QByteArray(SIGNAL(saveRequested()));
    QTest::newRow("copy") << QKeySequence(u"Ctrl+C"_s) << QByteArray(SIGNAL(copyRequested()));
    QTest::newRow("paste") << QKeySequence(u"Ctrl+V"_s) << QByteArray(SIGNAL(pasteRequested()));
    QTest::newRow("dark") << QKeySequence(u"Ctrl+D"_s) << QByteArray(SIGNAL(darkToggled(bool)));
    QTest::newRow("quit") << QKeySequence(u"Ctrl+Q"_s) << QByteArray(SIGNAL(closing()));
}

void TstMainWindow::keysAskForWhatTheUserWants()
{
    QFETCH(QKeySequence, keys);
    QFETCH(QByteArray, signal);
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Drawing dot;
    dot.strokes.push_back({{{100, 100}}});
    window.canvas()->setDrawing(dot);  // there is something to save and to copy
    QSignalSpy asked(&window, signal.constData());
    QTest::keySequence(&window, keys);
    QCOMPARE(asked.size(), 1);
}

void TstMainWindow::toolsFollowTheirKeys()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_E);
    QCOMPARE(window.canvas()->tool(), Canvas::Eraser);
    QVERIFY(window.findChild<QAction*>(u"action.eraser"_s)->isChecked());
    QTest::keyClick(&window, Qt::Key_P);
    QCOMPARE(window.canvas()->tool(), Canvas::Pen);
    QVERIFY(window.findChild<QAction*>(u"action.pen"_s)->isChecked());
}

void TstMainWindow::penKeysStayWithinTheRange()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&window, Qt::Key_BracketRight);
    QCOMPARE(window.penWidth(), 2.5);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&window, Qt::Key_BracketLeft);
    QCOMPARE(window.penWidth(), 0.5);
    window.setPenWidth(1.3);
    QCOMPARE(window.canvas()->pen(), 1.3);
}

void TstMainWindow::everyMenuActionHasAStatusTip()
{
    const MainWindow window;
    for (const QAction* action : window.findChildren<QAction*>())
        if (action->objectName().startsWith(u"action."_s))
            QVERIFY2(!action->statusTip().isEmpty() && !action->toolTip().isEmpty(),
                     qPrintable(action->objectName()));
    QCOMPARE(window.menuBar()->actions().size(), 5);
}

void TstMainWindow::theLabelMenuHasTheClassesOfTheWeights()
{
    MainWindow window;
    const auto* menu = window.findChild<QMenu*>(u"menu.labels"_s);
    QCOMPARE(menu->actions().size(), 10);
    QCOMPARE(menu->actions().at(7)->shortcut(), QKeySequence(u"Alt+7"_s));
    window.setClasses(ClassSet({"Shirt", "Bag & purse", "4"}));
    QCOMPARE(menu->actions().size(), 3);
    QCOMPARE(menu->actions().at(1)->text(), u"Bag && purse"_s);
    QVERIFY(menu->actions().at(1)->shortcut().isEmpty());
    QCOMPARE(menu->actions().at(1)->statusTip(), u"Keep the drawing among my handwriting as: Bag & purse"_s);
    QCOMPARE(menu->actions().at(2)->shortcut(), QKeySequence(u"Alt+4"_s));  // also among others
}

void TstMainWindow::manyLabelsAreSpreadOverMenus()
{
    MainWindow window;
    const auto* menu = window.findChild<QMenu*>(u"menu.labels"_s);
    window.setClasses(ClassSet::numbered(100));
    QCOMPARE(menu->actions().size(), 5);
    QCOMPARE(menu->actions().at(1)->text(), u"20 to 39"_s);
    QCOMPARE(menu->actions().at(1)->menu()->actions().at(3)->text(), u"23"_s);
    window.panel<AnswerPanel>()->setClasses(ClassSet::numbered(100));
    window.panel<AnswerPanel>()->setLabelable(true);
    const QSignalSpy given(window.panel<AnswerPanel>(), &AnswerPanel::labelGiven);
    menu->actions().at(1)->menu()->actions().at(3)->trigger();
    QCOMPARE(given[0][0].toString(), u"23"_s);
    window.setClasses(ClassSet::digits());
    QCOMPARE(menu->actions().size(), 10);
    QVERIFY(menu->findChildren<QMenu*>().isEmpty());
}

void TstMainWindow::everyWidgetThatTakesFocusIsNamed()
{
    MainWindow window;
    window.show();
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isEnabled())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || !widget->toolTip().isEmpty() ||
                           (button != nullptr && !button->text().isEmpty()) ||
                           !widget->objectName().isEmpty();
        QVERIFY2(named, widget->metaObject()->className());
    }
}

void TstMainWindow::paintsOnceBeforeItTells()
{
    MainWindow window;
    QSignalSpy painted(&window, &MainWindow::firstPainted);
    QCOMPARE(painted.size(), 0);
    window.show();
    QTRY_COMPARE(painted.size(), 1);
    window.repaint();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(painted.size(), 1);
}

void TstMainWindow::closingIsTold()
{
    MainWindow window;
    window.show();
    QSignalSpy closing(&window, &MainWindow::closing);
    window.close();
    QCOMPARE(closing.size(), 1);
}

void TstMainWindow::fitsASmallScreen()
{
    MainWindow window;
    window.resize(900, 600);
    window.show();
    for (const auto layout : {&MainWindow::useDrawLayout, &MainWindow::useTrainLayout,
                              &MainWindow::useInspectLayout, &MainWindow::useBuildLayout}) {
        window.resize(900, 600);
        (window.*layout)();
        QTRY_VERIFY2(window.width() <= 900 && window.height() <= 600,
                     qPrintable(u"%1x%2"_s.arg(window.width()).arg(window.height())));
        QTRY_VERIFY2(std::min(window.canvas()->width(), window.canvas()->height()) >= 180,
                     qPrintable(u"%1x%2"_s.arg(window.canvas()->width()).arg(window.canvas()->height())));
    }
}

GLYPHSCOPE_TEST(TstMainWindow, Widgets)
#include "tst_main_window.moc"
