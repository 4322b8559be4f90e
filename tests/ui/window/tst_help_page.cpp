// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/window/help_page.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextBrowser>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A window with the help over it.
struct Helped {
    Helped() : page(&window)
    {
        page.setSections(helpSections({{u"canvas"_s, u"Canvas"_s}, {u"runs"_s, u"Runs"_s}}, {}));
        window.resize(900, 640);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not become active");
    }
    [[nodiscard]] QString shown() const { return text->toPlainText(); }

    QWidget window;
    HelpPage page;
    QLineEdit* search = page.findChild<QLineEdit*>(u"help.search"_s);
    QListWidget* list = page.findChild<QListWidget*>(u"help.sections"_s);
    QTextBrowser* text = page.findChild<QTextBrowser*>(u"help.text"_s);
};

}  // namespace

class TstHelpPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }
    void opensAtASection_data();
    void opensAtASection();
    void coversTheWindow();
    void goesByEscapeClickAndButton();
    void typingFilters();
    void arrowsChooseWhileOneTypes();
    void tabStaysInside();
    void linesAreReadable_data();
    void linesAreReadable();
};

void TstHelpPage::opensAtASection_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("opened");
    QTest::newRow("a panel") << u"runs"_s << u"runs"_s;
    QTest::newRow("the keys") << u"keys"_s << u"keys"_s;
    QTest::newRow("no place") << QString() << u"first"_s;
    QTest::newRow("an unknown place") << u"cellar"_s << u"first"_s;
}

void TstHelpPage::opensAtASection()
{
    QFETCH(QString, asked);
    Helped help;
    help.page.open(asked);
    QVERIFY(help.page.isVisible());
    QTEST(help.page.section(), "opened");
    QVERIFY(help.shown().startsWith(help.list->currentItem()->text()));
    QVERIFY(help.search->hasFocus());
}

void TstHelpPage::coversTheWindow()
{
    Helped help;
    help.page.open(u"runs"_s);
    QCOMPARE(help.page.geometry(), help.window.rect());
    help.window.resize(1000, 500);
    QTRY_COMPARE(help.page.geometry(), help.window.rect());
}

void TstHelpPage::goesByEscapeClickAndButton()
{
    Helped help;
    help.page.open(u"runs"_s);
    QTest::keyClick(help.search, Qt::Key_Escape);
    QVERIFY(!help.page.isVisible());
    help.page.open(u"runs"_s);
    QTest::mouseClick(help.text->viewport(), Qt::LeftButton);
    QVERIFY(help.page.isVisible());  // a click in it is none beside it
    QTest::mouseClick(&help.page, Qt::LeftButton, {}, {3, 3});
    QVERIFY(!help.page.isVisible());
    help.page.open(u"runs"_s);
    QTest::mouseClick(help.page.findChild<QPushButton*>(u"help.close"_s), Qt::LeftButton);
    QVERIFY(!help.page.isVisible());
}

void TstHelpPage::typingFilters()
{
    Helped help;
    help.page.open(u"runs"_s);
    const int all = help.list->count();
    QTest::keyClicks(help.search, u"crosshair"_s);
    QCOMPARE(help.list->count(), 2);
    QVERIFY(help.shown().contains(u"crosshair"_s));
    QVERIFY(!help.text->extraSelections().isEmpty());
    for (const QTextEdit::ExtraSelection& each : help.text->extraSelections())
        QCOMPARE(each.cursor.selectedText().toLower(), u"crosshair"_s);
    QTest::keyClicks(help.search, u" zebra"_s);
    QCOMPARE(help.list->count(), 0);
    QVERIFY(help.shown().contains(u"crosshair zebra"_s));
    help.search->clear();
    QCOMPARE(help.list->count(), all);
    QVERIFY(help.text->extraSelections().isEmpty());
}

void TstHelpPage::arrowsChooseWhileOneTypes()
{
    Helped help;
    help.page.open({});
    QTest::keyClick(help.search, Qt::Key_Down);
    QCOMPARE(help.page.section(), u"canvas"_s);
    QVERIFY(help.shown().startsWith(u"Canvas"_s));
    QTest::keyClick(help.search, Qt::Key_Up);
    QCOMPARE(help.page.section(), u"first"_s);
    QVERIFY(help.search->hasFocus());
}

void TstHelpPage::tabStaysInside()
{
    Helped help;
    QPushButton beneath(u"Beneath"_s, &help.window);
    beneath.show();
    help.page.open({});
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(QApplication::focusWidget(), key);
            QVERIFY(help.page.isAncestorOf(QApplication::focusWidget()));
            QCOMPARE(help.search->hasFocus(), i == 3);
        }
    }
}

void TstHelpPage::linesAreReadable_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1024, 720);
    QTest::newRow("large") << QSize(3840, 2100);
}

void TstHelpPage::linesAreReadable()
{
    QFETCH(QSize, size);
    Helped help;
    help.window.resize(size);
    help.page.open({});
    QCoreApplication::sendPostedEvents();
    const auto* card = help.page.findChild<QFrame*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(help.page.rect().contains(card->geometry()));
    const int letters = help.text->viewport()->width() / help.text->fontMetrics().averageCharWidth();
    QVERIFY2(letters > 55 && letters < 90, qPrintable(QString::number(letters)));
    QVERIFY(help.list->sizeHintForColumn(0) <= help.list->viewport()->width());
}

GLYPHSCOPE_TEST(TstHelpPage, Widgets)
#include "tst_help_page.moc"
