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

GLYPHSCOPE_TEST(TstTextColumns, Core)
#include "tst_text_columns.moc"
