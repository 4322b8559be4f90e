// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/chain_geometry.h"

using namespace glyphscope;

class TstChainGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void partsLieInTheirCardAndCardsApart_data()
    {
        QTest::addColumn<double>("height");
        for (const int height : {60, 130, 220, 500})
            QTest::addRow("%d high", height) << static_cast<double>(height);
    }

    void partsLieInTheirCardAndCardsApart()
    {
        QFETCH(double, height);
        const std::vector<CardContent> contents{
            {{231, 115}, 80}, {{16, 16}, 300}, {{0, 0}, 10}, {{500, 10}, 50}};
        const std::vector<CardPlace> places = layOutChain(contents, {400, height}, 16, 14);
        QCOMPARE(places.size(), contents.size());
        double right = -kArrowRoom;
        for (const CardPlace& place : places) {
            QVERIFY(place.card.left() >= right + kArrowRoom);
            right = place.card.right();
            for (const QRectF& part : {place.name, place.shape, place.picture, place.range})
                QVERIFY(place.card.contains(part));
            QVERIFY(place.name.bottom() <= place.shape.top());
            QVERIFY(place.shape.bottom() <= place.picture.top());
            QVERIFY(place.picture.bottom() <= place.range.top());
            QCOMPARE(place.card.height(), places.front().card.height());
        }
        QVERIFY(chainWidth(places) >= right);
        if (height >= 130)
            QVERIFY(places.front().card.bottom() <= height);
    }

    void picturesKeepTheirProportions()
    {
        const auto places = layOutChain({{{231, 115}, 10}, {{500, 10}, 10}}, {400, 300}, 16, 14);
        QVERIFY(std::abs(places[0].picture.width() / places[0].picture.height() - 231.0 / 115) < 1e-9);
        QVERIFY(std::abs(places[1].picture.width() / places[1].picture.height() - 50) < 1e-9);
    }

    void aLittleSmallerItIsAllInSight()
    {
        const std::vector<CardContent> contents(4, {{10, 10}, 10});
        const double natural = chainWidth(layOutChain(contents, {1e6, 200}, 16, 14));
        const auto fitted = layOutChain(contents, {natural * 0.92, 200}, 16, 14);
        QVERIFY(chainWidth(fitted) <= natural * 0.92);
        QVERIFY(fitted[0].card.bottom() <= 200);
        QCOMPARE(chainWidth(layOutChain(contents, {natural * 0.4, 200}, 16, 14)), natural);
    }

    void noCardsTakeNoRoom() { QCOMPARE(chainWidth(layOutChain({}, {400, 200}, 16, 14)), 0.0); }
};

GLYPHSCOPE_TEST(TstChainGeometry, Core)
#include "tst_chain_geometry.moc"
