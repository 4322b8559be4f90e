// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_columns.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTextColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wideCharactersTakeTwo_data();
    void wideCharactersTakeTwo();
    void paddingFillsBothWays();
    void columnsStandBelowEachOther();
    void linesAreBroken_data();
    void linesAreBroken();
    void helpIsBroken();
};

void TstTextColumns::wideCharactersTakeTwo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("width");
    QTest::newRow("nothing") << QString() << qsizetype{0};
    QTest::newRow("ASCII") << u"loss 0.5"_s << qsizetype{8};
    QTest::newRow("Latin") << u"épée"_s << qsizetype{4};
    QTest::newRow("Chinese") << u"准确率"_s << qsizetype{6};
    QTest::newRow("mixed") << u"conv1 层"_s << qsizetype{8};
    QTest::newRow("full-width signs") << u"（，：）"_s << qsizetype{8};
    QTest::newRow("kana") << u"かな"_s << qsizetype{4};
    QTest::newRow("Hangul") << u"한글"_s << qsizetype{4};
    QTest::newRow("beyond the first plane") << u"\U00020000"_s << qsizetype{2};
}

void TstTextColumns::wideCharactersTakeTwo()
{
    QFETCH(QString, text);
    QTEST(widthInColumns(text), "width");
}

void TstTextColumns::paddingFillsBothWays()
{
    QCOMPARE(padded(u"真实"_s, 6), u"  真实"_s);
    QCOMPARE(padded(u"真实"_s, -6), u"真实  "_s);
    QCOMPARE(padded(u"真实"_s, 3), u"真实"_s);
}

void TstTextColumns::columnsStandBelowEachOther()
{
    QCOMPARE(columns({{u"名称"_s, u"状态"_s, u"n"_s}, {u"a"_s, u"done"_s, u"1"_s}}),
             u"名称  状态  n\na     done  1"_s);
}

void TstTextColumns::linesAreBroken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lines");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("short") << u"a b"_s << u"a b"_s;
    QTest::newRow("at spaces") << u"one two three"_s << u"one two\nthree"_s;
    QTest::newRow("a word too long") << u"a unbreakable b"_s << u"a\nunbreakable\nb"_s;
    QTest::newRow("Chinese") << u"卷积层的输出"_s << u"卷积层的\n输出"_s;
    QTest::newRow("signs stay with what they follow") << u"卷积层的，输出"_s << u"卷积层\n的，输出"_s;
    QTest::newRow("brackets stay with what is in them") << u"卷积层（一）"_s << u"卷积层\n（一）"_s;
    QTest::newRow("mixed") << u"用 --data 时"_s << u"用 --data\n时"_s;
}

void TstTextColumns::linesAreBroken()
{
    QFETCH(QString, text);
    QTEST(broken(text, 9), "lines");
}

void TstTextColumns::helpIsBroken()
{
    const QString english = u"Options:\n  --ink <FILE>  train on ink\n  -h, --help    print this\n"_s;
    QCOMPARE(brokenHelp(english, 30), english);
    const QString chinese =
        u"选项：\n  --ink <FILE>  用带标签的笔迹文件\n                训练 N 轮\n  -h, --help    帮助"_s;
    QCOMPARE(
        brokenHelp(chinese, 30),
        u"选项：\n  --ink <FILE>  用带标签的笔迹\n                文件训练 N 轮\n  -h, --help    帮助"_s);
}

GLYPHSCOPE_TEST(TstTextColumns, Core)
#include "tst_text_columns.moc"
