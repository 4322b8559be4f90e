// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/window/help_page.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHelpPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void listsEveryKey();
    void coversItsParent();
    void goesByEscapeClickAndButton();

private:
    static bool shows(const HelpPage& page, const QString& text)
    {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->text() == text)
                return true;
        return false;
    }
};

void TstHelpPage::listsEveryKey()
{
    QWidget window;
    HelpPage page(&window);
    QAction open(u"&Open…"_s);
    open.setShortcut(QKeySequence(u"Ctrl+O"_s));
    const QAction keyless(u"&Nothing"_s);
    page.showShortcuts({&open, const_cast<QAction*>(&keyless)});
    QVERIFY(shows(page, u"Open"_s));
    QVERIFY(shows(page, u"Ctrl+O"_s));
    QVERIFY(!shows(page, u"Nothing"_s));
    QVERIFY(shows(page, u"Space"_s));
    page.showAbout();
    QVERIFY(!shows(page, u"Ctrl+O"_s));
}

void TstHelpPage::coversItsParent()
{
    QWidget window;
    HelpPage page(&window);
    window.resize(500, 400);
    window.show();
    page.showAbout();
    QCOMPARE(page.geometry(), window.rect());
    window.resize(600, 300);
    QTRY_COMPARE(page.geometry(), window.rect());
}

void TstHelpPage::goesByEscapeClickAndButton()
{
    QWidget window;
    HelpPage page(&window);
    window.show();
    page.showAbout();
    QTest::keyClick(&page, Qt::Key_Escape);
    QVERIFY(!page.isVisible());
    page.showAbout();
    QTest::mouseClick(&page, Qt::LeftButton);
    QVERIFY(!page.isVisible());
    page.showAbout();
    QTest::mouseClick(page.findChild<QPushButton*>(u"help.close"_s), Qt::LeftButton);
    QVERIFY(!page.isVisible());
}

GLYPHSCOPE_TEST(TstHelpPage, Widgets)
#include "tst_help_page.moc"
