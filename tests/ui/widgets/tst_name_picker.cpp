// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_menu.h"
#include "ui/widgets/name_picker.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNamePicker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void aTypedNameIsPicked()
    {
        NamePicker picker;
        picker.setNames({u"Shirt"_s, u"Bag"_s, u"Coat"_s});
        const QSignalSpy picked(&picker, &NamePicker::picked);
        QCOMPARE(picker.currentText(), QString());
        type(picker, u"bag"_s);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toInt(), 1);
        QCOMPARE(picker.currentIndex(), 1);
    }

    void whatIsNoNameIsNotPicked()
    {
        NamePicker picker;
        picker.setNames({u"Shirt"_s, u"Bag"_s});
        const QSignalSpy picked(&picker, &NamePicker::picked);
        type(picker, u"Hat"_s);
        QCOMPARE(picked.size(), 0);
        QCOMPARE(picker.count(), 2);  // and is not added
    }

    void lettersOfBothCasesAreToldApart()
    {
        NamePicker picker;
        picker.setNames({u"A"_s, u"B"_s, u"a"_s, u"b"_s});
        const QSignalSpy picked(&picker, &NamePicker::picked);
        type(picker, u"b"_s);
        type(picker, u"A"_s);
        QCOMPARE(picked.size(), 2);
        QCOMPARE(picked[0][0].toInt(), 3);
        QCOMPARE(picked[1][0].toInt(), 0);
    }

    void smallLettersFindANameBesideThem()
    {
        NamePicker picker;
        picker.setNames({u"a"_s, u"A"_s, u"Greek alpha"_s});
        const QSignalSpy picked(&picker, &NamePicker::picked);
        picker.completer()->setCompletionPrefix(u"gree"_s);
        QCOMPARE(picker.completer()->currentCompletion(), u"Greek alpha"_s);
        type(picker, u"greek alpha"_s);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toInt(), 2);
        type(picker, u"greek"_s);  // not the whole name
        QCOMPARE(picked.size(), 1);
    }

    void theMiddleOfANameFindsIt()
    {
        NamePicker picker;
        picker.setNames({u"T-shirt/top"_s, u"Ankle boot"_s});
        picker.completer()->setCompletionPrefix(u"boot"_s);
        QCOMPARE(picker.completer()->completionCount(), 1);
        QCOMPARE(picker.completer()->currentCompletion(), u"Ankle boot"_s);
    }

    void choosingIsQuiet()
    {
        NamePicker picker;
        picker.setNames({u"Shirt"_s, u"Bag"_s});
        const QSignalSpy picked(&picker, &NamePicker::picked);
        picker.choose(1);
        QCOMPARE(picker.currentText(), u"Bag"_s);
        picker.choose(-1);
        QCOMPARE(picker.currentText(), QString());
        QCOMPARE(picked.size(), 0);
    }

    void aMenuIsNoHigherThanTheScreen()
    {
        QStringList names;
        for (int k = 0; k < 47; ++k)
            names << u"n%1"_s.arg(k);
        QMenu menu;
        QStringList prepared;
        const auto prepare = [&](QAction& action, int index) {
            QCOMPARE(action.text(), names[index]);
            prepared << action.text();
        };
        fillNameMenu(menu, names, prepare);
        QCOMPARE(prepared, names);
        QCOMPARE(menu.actions().size(), 3);
        QCOMPARE(menu.actions().at(2)->text(), u"n40 to n46"_s);
        fillNameMenu(menu, names.mid(0, 20), [](QAction&, int) {});
        QCOMPARE(menu.actions().size(), 20);
        QVERIFY(menu.findChildren<QMenu*>().isEmpty());
    }

private:
    static void type(NamePicker& picker, const QString& text)
    {
        picker.lineEdit()->selectAll();
        QTest::keyClicks(picker.lineEdit(), text);
        QTest::keyClick(picker.lineEdit(), Qt::Key_Return);
    }
};

GLYPHSCOPE_TEST(TstNamePicker, Widgets)
#include "tst_name_picker.moc"
