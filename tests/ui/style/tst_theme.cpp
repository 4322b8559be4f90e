// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/contrast.h"
#include "ui/style/style_sheet.h"
#include "ui/style/theme.h"

#include <QtGui/QFontInfo>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

class PaletteWatcher : public QWidget {
public:
    int changes = 0;

protected:
    void changeEvent(QEvent* event) override
    {
        changes += event->type() == QEvent::PaletteChange;
        QWidget::changeEvent(event);
    }
};

}  // namespace

class TstTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void wordsCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void wordsCanBeRead()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark);
        const Theme& t = theme();
        QCOMPARE(t.dark, dark);
        for (const QColor& ground : {t.window, t.surface, t.raised}) {
            for (const QColor& words : {t.text, t.mutedText, t.accent, t.good, t.caution, t.bad})
                QVERIFY2(contrastRatio(words, ground) >= 4.5,
                         qPrintable(words.name() + u" on "_s + ground.name()));
        }
        QVERIFY(contrastRatio(t.accentText, t.accent) >= 4.5);
        QVERIFY(contrastRatio(t.text, t.accentSoft) >= 4.5);
        QVERIFY(contrastRatio(t.accent, t.accentSoft) >= 4.5);
        QVERIFY(contrastRatio(t.second, t.surface) >= 3.0);
        QVERIFY(contrastRatio(t.ink, t.paper) >= 7.0);
        QVERIFY(contrastRatio(t.guide, t.paper) < 2.0);
        QCOMPARE(QApplication::palette().color(QPalette::Window), t.window);
    }

    void theStyleSheetHasNoWordLeft()
    {
        for (const bool dark : {false, true}) {
            applyTheme(*qApp, dark);
            const QString sheet = styleSheet(theme());
            QVERIFY(sheet.contains(theme().accent.name()));
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 30)));
        }
    }

    void aChangeReachesEveryWidget()
    {
        applyTheme(*qApp, false);
        PaletteWatcher watcher;
        watcher.show();
        const int before = watcher.changes;
        applyTheme(*qApp, true);
        QTRY_VERIFY(watcher.changes > before);
        QCOMPARE(watcher.palette().color(QPalette::Window), theme().window);
    }

    void theTypeScaleFollowsTheApplicationFont()
    {
        applyTheme(*qApp, false);
        const QFont base = QApplication::font();
        QVERIFY(!QFontInfo(base).fixedPitch());
        QCOMPARE(font(TextStyle::Body), base);
        QVERIFY(font(TextStyle::Display).pointSizeF() > 4 * base.pointSizeF());
        QVERIFY(font(TextStyle::Title).pointSizeF() > font(TextStyle::Heading).pointSizeF());
        QVERIFY(font(TextStyle::Caption).pointSizeF() < base.pointSizeF());
        QFont larger = base;
        larger.setPointSizeF(base.pointSizeF() * 2);
        QApplication::setFont(larger);
        QCOMPARE(font(TextStyle::Body).pointSizeF(), larger.pointSizeF());
        QApplication::setFont(base);
    }

    void theFocusedButtonLooksDifferentButIsAsLarge()
    {
        applyTheme(*qApp, false);
        QWidget window;
        QPushButton one(u"One"_s, &window);
        QPushButton other(u"Other"_s, &window);
        other.move(0, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        const QSize calmSize = one.sizeHint();
        const QImage calm = one.grab().toImage();
        one.setFocus();
        QTRY_VERIFY(one.hasFocus());
        QVERIFY(one.grab().toImage() != calm);
        QCOMPARE(one.sizeHint(), calmSize);
    }
};

GLYPHSCOPE_TEST(TstTheme, Widgets)
#include "tst_theme.moc"
