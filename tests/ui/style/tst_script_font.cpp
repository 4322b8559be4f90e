// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/style/script_font.h"

#include <QtGui/QFontDatabase>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstScriptFont : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latinNeedsNone();
    void chineseComesBehindTheFirst();
};

void TstScriptFont::latinNeedsNone()
{
    const QString first = QApplication::font().family();
    QVERIFY(useFontFor(u"en"_s));
    QCOMPARE(QApplication::font().families(), QStringList{first});
}

void TstScriptFont::chineseComesBehindTheFirst()
{
    const QString first = QApplication::font().family();
    const bool installed = !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
    QCOMPARE(useFontFor(u"zh_CN"_s), installed);
    QCOMPARE(QApplication::font().families().size(), installed ? 2 : 1);
    QCOMPARE(QApplication::font().families().first(), first);
    QVERIFY(useFontFor(u"en"_s));
    QCOMPARE(QApplication::font().families(), QStringList{first});
}

GLYPHSCOPE_TEST(TstScriptFont, Widgets)
#include "tst_script_font.moc"
