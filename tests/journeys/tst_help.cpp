// SPDX-License-Identifier: GPL-3.0-or-later
// The help: it opens where one is, knows every key, finds words, and gives back what was there.
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/text/mnemonic.h"
#include "ui/window/help_page.h"

#include <QtGui/QAction>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTextBrowser>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void opensAtThePanelWithTheFocus();
    void namesEveryKey();
    void findsAWordAndKeepsTheDrawing();
    void keysBelongToTheHelp();

private:
    static void key(OpenWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }

    ScratchData m_data;
};

void TstHelp::opensAtThePanelWithTheFocus()
{
    OpenWindow window(m_data);
    auto* help = window.find<HelpPage>("help");
    key(window, Qt::Key_F1);
    QCOMPARE(help->section(), u"first"_s);  // nobody has chosen a panel yet
    key(window, Qt::Key_F1);
    QVERIFY(!help->isVisible());
    for (const Qt::Key layout : {Qt::Key_2, Qt::Key_3}) {
        key(window, layout, Qt::ControlModifier);
        for (QTabBar* tabs : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                tabs->setFocus(Qt::TabFocusReason);
                key(window, Qt::Key_F1);
                const auto* dock = window.find<QDockWidget>(qPrintable(u"dock."_s + help->section()));
                QVERIFY2(dock != nullptr, qPrintable(help->section()));
                QCOMPARE(dock->windowTitle(), tabs->tabText(tab));
                key(window, Qt::Key_Escape);
                QTRY_VERIFY(tabs->hasFocus());
            }
        }
    }
}

void TstHelp::namesEveryKey()
{
    OpenWindow window(m_data);
    window.find<QAction>("action.shortcuts")->trigger();
    const QString text = window.find<QTextBrowser>("help.text")->toPlainText();
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->shortcut().isEmpty() || !action->objectName().startsWith(u"action."_s) ||
            action->objectName().startsWith(u"action.label"_s))
            continue;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(text.contains(key), qPrintable(action->objectName()));
        QVERIFY2(text.contains(withoutMnemonic(action->text()).remove(u"…"_s)), qPrintable(action->text()));
    }
}

void TstHelp::findsAWordAndKeepsTheDrawing()
{
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(4));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 4, 30000);
    const Drawing before = window.canvas().drawing();
    key(window, Qt::Key_F1);
    for (const Qt::Key letter : {Qt::Key_L, Qt::Key_O, Qt::Key_G, Qt::Key_I, Qt::Key_T})
        QTest::keyClick(QApplication::focusWidget(), letter);
    const auto* sections = window.find<QListWidget>("help.sections");
    QVERIFY(sections->count() > 0 && sections->count() < 12);
    QVERIFY(window.find<QTextBrowser>("help.text")->toPlainText().contains(u"logit"_s, Qt::CaseInsensitive));
    key(window, Qt::Key_Escape);
    QTRY_VERIFY(window.canvas().hasFocus());
    QVERIFY(window.canvas().drawing() == before);
    QCOMPARE(window.digit(), 4);
}

void TstHelp::keysBelongToTheHelp()
{
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(4));
    const Drawing before = window.canvas().drawing();
    key(window, Qt::Key_F1);
    auto* search = window.find<QLineEdit>("help.search");
    key(window, Qt::Key_E);  // not the eraser
    key(window, Qt::Key_Delete);
    key(window, Qt::Key_Space);
    QVERIFY(window.canvas().drawing() == before);
    QVERIFY(window.canvas().tool() == Canvas::Pen);
    QCOMPARE(search->text().trimmed(), u"e"_s);
}

GLYPHSCOPE_TEST(TstHelp, Widgets)
#include "tst_help.moc"
