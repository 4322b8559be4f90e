// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/shown_text.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using glyphscope::shownText;

class TstShownText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
};

void TstShownText::shows_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("words") << QByteArray("conv1") << QByteArray("conv1");
    QTest::newRow("as many as fit") << QByteArray("123456") << QByteArray("123456");
    QTest::newRow("one more") << QByteArray("1234567") << QByteArray("123456...");
    QTest::newRow("control characters") << QByteArray("a\n\x1b\x7f") << QByteArray("a???");
    QTest::newRow("other alphabets") << QByteArray("\u0e51\u0e52") << QByteArray("\u0e51\u0e52");
    QTest::newRow("cut between characters") << QByteArray("1234\u0e51") << QByteArray("1234...");
    QTest::newRow("no character at all") << QByteArray(9, '\x80') << QByteArray("...");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9") << QByteArray("caf?");
    QTest::newRow("a character cut off") << QByteArray("1\xe0\xb9") << QByteArray("1??");
    QTest::newRow("a longer form than needed") << QByteArray("1\xc0\xaf") << QByteArray("1??");
    QTest::newRow("half a pair") << QByteArray("\xed\xa0\x80") << QByteArray("???");
    QTest::newRow("the last character") << QByteArray("\xf4\x8f\xbf\xbf") << QByteArray("\xf4\x8f\xbf\xbf");
    QTest::newRow("beyond it") << QByteArray("\xf4\x90\x80\x80") << QByteArray("????");
}

void TstShownText::shows()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(shownText(words.toStdString(), 6)), shown);
}

GLYPHSCOPE_TEST(TstShownText, Core)
#include "tst_shown_text.moc"
