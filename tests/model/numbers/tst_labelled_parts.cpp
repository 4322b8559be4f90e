// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/labelled_parts.h"
#include "tests/model/numbers/written.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace glyphscope::test;

class TstLabelledParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCharacterIsADrawingOfItsOwn();
    void strokesInAnyOrder();
    void touchingDigitsAreCutAsTheLabelSays();
    void aLabelThatDoesNotFitGivesNothing_data();
    void aLabelThatDoesNotFitGivesNothing();
};

void TstLabelledParts::eachCharacterIsADrawingOfItsOwn()
{
    const auto reader = shippedReader();
    const LabelledDrawing number{written("4207"), "4207", "ape/a:3"};
    const std::vector<LabelledDrawing> all = charactersOf(number, *reader);
    QCOMPARE(all.size(), std::size_t{4});
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].truth, number.truth.substr(i, 1));
        QCOMPARE(all[i].id, "ape/a:3#" + std::to_string(i));
        const auto& plain = plainDigits()[static_cast<std::size_t>(all[i].truth[0] - '0')];
        QCOMPARE(all[i].drawing.strokes.size(), plain.size());
    }
}

void TstLabelledParts::strokesInAnyOrder()
{
    const auto reader = shippedReader();
    Drawing drawing = written("571");
    std::ranges::reverse(drawing.strokes);
    const auto parts = partsOfLabel(drawing, "571", *reader);
    QCOMPARE(parts.size(), std::size_t{3});
    QVERIFY(parts[0].box.x < parts[1].box.x && parts[1].box.x < parts[2].box.x);
}

void TstLabelledParts::touchingDigitsAreCutAsTheLabelSays()
{
    const auto reader = shippedReader();
    const auto parts = partsOfLabel(inOneStroke(written("21")), "21", *reader);
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].pieces.front().stroke, 0);
    QCOMPARE(parts[1].pieces.front().stroke, 0);
    QVERIFY(parts[0].pieces.front().end <= parts[1].pieces.front().first + 1);
}

void TstLabelledParts::aLabelThatDoesNotFitGivesNothing_data()
{
    QTest::addColumn<QByteArray>("truth");
    QTest::newRow("fewer characters than there are, all others") << QByteArray("77");
    QTest::newRow("more than strokes and cuts give") << QByteArray("42421111111111111111111111");
    QTest::newRow("other digits") << QByteArray("3589");
    QTest::newRow("one character") << QByteArray("4");
    QTest::newRow("none") << QByteArray();
}

void TstLabelledParts::aLabelThatDoesNotFitGivesNothing()
{
    QFETCH(QByteArray, truth);
    const auto reader = shippedReader();
    QVERIFY(partsOfLabel(written("4207"), truth.toStdString(), *reader).empty());
}

GLYPHSCOPE_TEST(TstLabelledParts, None)
#include "tst_labelled_parts.moc"
