// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse: where Tab goes, what comes back after the help, a notice, a menu or a layout,
// and what Alt and a letter mean.
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"

#include <QtGui/QAction>
#include <QtGui/QKeySequence>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <map>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstByKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void everyStopIsSeen_data() { addLayouts(); }
    void everyStopIsSeen();
    void helpGivesTheFocusBack_data() { addLayouts(); }
    void helpGivesTheFocusBack();
    void closedNoticeGivesTheFocusBack();
    void layoutsGiveTheFocusBack();
    void menuGivesTheFocusBack();
    void panelsAreWalkedDetachedAndHidden();
    void mnemonicsHaveOneOwner_data() { addLayouts(); }
    void mnemonicsHaveOneOwner();

private:
    static void addLayouts()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("draw") << int(Qt::Key_1);
        QTest::newRow("train") << int(Qt::Key_2);
        QTest::newRow("inspect") << int(Qt::Key_3);
    }

    /// As a keyboard does it: to whatever has the focus, and to the shortcuts before it.
    static void key(OpenWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }

    static void useLayout(OpenWindow& window, int layout)
    {
        key(window, static_cast<Qt::Key>(layout), Qt::ControlModifier);
        QTRY_VERIFY(QApplication::focusWidget() == &window.canvas());
    }

    static QString nameOf(const QWidget* widget)
    {
        return widget == nullptr ? u"nothing"_s
                                 : QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                       widget->objectName() + u" in "_s + widget->parent()->objectName();
    }

    static bool isSeen(const QWidget* widget)
    {
        constexpr QSize kEnough(48, 24);
        const QSize seen = widget->visibleRegion().boundingRect().size();
        const QSize least = widget->size().boundedTo(kEnough);
        return !widget->size().isEmpty() && seen.width() >= least.width() && seen.height() >= least.height();
    }

    /// The stops from the one that has the focus to the one before it comes again.
    static QList<const QWidget*> walk(OpenWindow& window, Qt::Key tab)
    {
        constexpr qsizetype kMany = 400;
        QList<const QWidget*> stops;
        const QWidget* start = QApplication::focusWidget();
        do {
            const QWidget* stop = QApplication::focusWidget();
            if (stop == nullptr || !isSeen(stop) || stops.contains(stop)) {
                QTest::qFail(qPrintable(nameOf(stop) + u" after "_s + nameOf(stops.value(stops.size() - 1))),
                             __FILE__, __LINE__);
                return {};
            }
            stops += stop;
            key(window, tab);
        } while (QApplication::focusWidget() != start && stops.size() < kMany);
        return stops;
    }

    using Owners = std::map<QString, QStringList>;
    static void ask(Owners& owners, const QString& text, const QString& owner)
    {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (!letter.isEmpty())
            owners[letter] += owner;
    }
    static Owners mnemonicsIn(const MainWindow& window);
    static void checkMnemonics(const MainWindow& window, const QString& where);

    ScratchData m_data;
};

void TstByKeyboard::everyStopIsSeen()
{
    QFETCH(int, key);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    useLayout(window, key);
    const QList<const QWidget*> forth = walk(window, Qt::Key_Tab);
    QVERIFY(forth.size() > 8);
    QList<const QWidget*> back = walk(window, Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, forth);
}

void TstByKeyboard::helpGivesTheFocusBack()
{
    QFETCH(int, key);
    OpenWindow window(m_data);
    useLayout(window, key);
    QTest::keyClick(window->windowHandle(), Qt::Key_F1);
    QVERIFY(QApplication::focusWidget() != &window.canvas());
    QTest::keyClick(window->windowHandle(), Qt::Key_Escape);
    QTRY_VERIFY(QApplication::focusWidget() == &window.canvas());
    QTest::keyClick(window->windowHandle(), Qt::Key_Space);
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
        QVERIFY2(!dock->isFloating(), qPrintable(dock->objectName()));
    QVERIFY(!window.canvas().drawing().empty());  // it has put a dot instead
}

void TstByKeyboard::closedNoticeGivesTheFocusBack()
{
    OpenWindow window(m_data);
    auto* slider = window.find<QWidget>("penSlider");
    slider->setFocus(Qt::TabFocusReason);
    window->notices()->error(u"This is wrong."_s);
    auto* close = window.find<QToolButton>("notices.close");
    for (int i = 0; i < 400 && QApplication::focusWidget() != close; ++i)
        key(window, Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), close);
    const QWidget* before = close->nextInFocusChain();
    while (!(before->focusPolicy() & Qt::TabFocus) || !before->isVisible() || !before->isEnabled())
        before = before->nextInFocusChain();
    key(window, Qt::Key_Space);
    QVERIFY(!window->notices()->isVisible());
    QTRY_VERIFY(QApplication::focusWidget() == before);
}

void TstByKeyboard::layoutsGiveTheFocusBack()
{
    OpenWindow window(m_data);
    useLayout(window, Qt::Key_2);
    auto* epochs = window.find<QWidget>("training.epochs");
    epochs->setFocus(Qt::TabFocusReason);
    key(window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::focusWidget() == &window.canvas());  // there are no epochs to be seen

    window.find<QWidget>("penSlider")->setFocus(Qt::TabFocusReason);
    key(window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), window.find<QWidget>("penSlider"));
}

void TstByKeyboard::menuGivesTheFocusBack()
{
    OpenWindow window(m_data);
    useLayout(window, Qt::Key_2);
    auto* epochs = window.find<QWidget>("training.epochs");
    epochs->setFocus(Qt::TabFocusReason);
    key(window, Qt::Key_V, Qt::AltModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::keyClick(menu, Qt::Key_Escape);
    QTest::keyClick(window->windowHandle(), Qt::Key_Escape);  // the menu bar has the keys yet
    QTRY_COMPARE(QApplication::focusWidget(), epochs);

    key(window, Qt::Key_V, Qt::AltModifier);
    menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::keyClick(menu, Qt::Key_D);  // the layout to draw in
    QTRY_VERIFY(!epochs->isVisible());
    QTRY_VERIFY(QApplication::focusWidget() == &window.canvas());
}

void TstByKeyboard::panelsAreWalkedDetachedAndHidden()
{
    OpenWindow window(m_data);
    useLayout(window, Qt::Key_2);
    auto* detach = window.find<QAction>("action.detachPanel");
    auto* hide = window.find<QAction>("action.hidePanel");
    auto* dock = window.find<QDockWidget>("dock.training");
    QVERIFY(!detach->isEnabled() && !hide->isEnabled());  // the canvas is no panel
    for (int i = 0; i < 8 && !dock->isAncestorOf(QApplication::focusWidget()); ++i)
        key(window, Qt::Key_F6);
    QVERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(detach->isEnabled() && hide->isEnabled());
    key(window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dock->isFloating());
    QTRY_VERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    QTRY_VERIFY(dock->windowHandle() != nullptr && dock->isActiveWindow());
    QTest::keyClick(dock->windowHandle(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock->isFloating());
    QTRY_VERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    key(window, Qt::Key_V, Qt::AltModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr && detach->isEnabled());
    QTest::keyClick(menu, Qt::Key_C);  // detach
    QVERIFY(dock->isFloating());
    QTRY_VERIFY(dock->isActiveWindow() && dock->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(dock->windowHandle(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!dock->isFloating() && dock->isAncestorOf(QApplication::focusWidget()));
    key(window, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!dock->isVisible());
    auto* answer = window.find<QDockWidget>("dock.answer");
    QTRY_VERIFY(answer->isAncestorOf(QApplication::focusWidget()));  // where it was before
    key(window, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() == &window.canvas());
    QVERIFY(!detach->isEnabled() && !hide->isEnabled());
}

TstByKeyboard::Owners TstByKeyboard::mnemonicsIn(const MainWindow& window)
{
    Owners owners;
    for (const QAction* menu : window.menuBar()->actions())
        ask(owners, menu->text(), u"menu "_s + menu->text());
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            ask(owners, button->text(), nameOf(button));
        else if (const auto* box = qobject_cast<const QGroupBox*>(widget))
            ask(owners, box->title(), nameOf(box));
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy())
            ask(owners, label->text(), nameOf(label) + u' ' + label->text());
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                ask(owners, tabs->tabText(i), nameOf(tabs));
    }
    return owners;
}

void TstByKeyboard::checkMnemonics(const MainWindow& window, const QString& where)
{
    for (const auto& [letter, owners] : mnemonicsIn(window))
        if (owners.size() > 1)
            QTest::qFail(qPrintable(u"%1 of %2, %3"_s.arg(letter, owners.join(u" and "_s), where)), __FILE__,
                         __LINE__);
}

void TstByKeyboard::mnemonicsHaveOneOwner()
{
    QFETCH(int, key);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    useLayout(window, key);
    checkMnemonics(*window, u"as it opens"_s);
    for (QTabBar* bar : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab) {
            bar->setCurrentIndex(tab);
            checkMnemonics(*window, bar->tabText(tab));
            for (auto* page : window->findChildren<QToolButton*>()) {
                if (!page->isVisible() || !page->isEnabled() || !page->property("segment").toBool() ||
                    page->defaultAction() != nullptr)
                    continue;
                page->click();
                checkMnemonics(*window, bar->tabText(tab) + u", "_s + page->text());
            }
        }
    }
}

GLYPHSCOPE_TEST(TstByKeyboard, Widgets)
#include "tst_by_keyboard.moc"
