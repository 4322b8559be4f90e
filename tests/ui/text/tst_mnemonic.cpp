// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/text/mnemonic.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstMnemonic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyIsNotRead_data();
    void keyIsNotRead();
};

void TstMnemonic::keyIsNotRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("none") << u"Open"_s << u"Open"_s;
    QTest::newRow("at the front") << u"&Open…"_s << u"Open…"_s;
    QTest::newRow("inside") << u"C&lear"_s << u"Clear"_s;
    QTest::newRow("an ampersand") << u"Black && white"_s << u"Black & white"_s;
    QTest::newRow("behind") << u"打开(&O)…"_s << u"打开…"_s;
    QTest::newRow("behind, and more") << u"撤销(&U)：添加"_s << u"撤销：添加"_s;
    QTest::newRow("brackets of its own") << u"Save (as &PNG)"_s << u"Save (as PNG)"_s;
    QTest::newRow("at the end") << u"Open&"_s << u"Open"_s;
}

void TstMnemonic::keyIsNotRead()
{
    QFETCH(QString, text);
    QTEST(withoutMnemonic(text), "read");
}

GLYPHSCOPE_TEST(TstMnemonic, Core)
#include "tst_mnemonic.moc"
