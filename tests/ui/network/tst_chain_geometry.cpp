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
        double right = 0;
        for (const CardPlace& place : places) {
            QVERIFY(place.card.left() > right);
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
        QCOMPARE(chainWidth(layOutChain(contents, {natural * 0.3, 200}, 16, 14)), natural);
    }

    /// Ten modules as wide as their words, three pictures twice as wide as high.
    void aSmallScreenHasAWholeChain_data()
    {
        QTest::addColumn<QSizeF>("strip");
        QTest::addColumn<double>("least");
        QTest::newRow("1024x768") << QSizeF(1008, 160) << 36.0;
        QTest::newRow("1280x720") << QSizeF(1264, 160) << 48.0;
    }

    void aSmallScreenHasAWholeChain()
    {
        QFETCH(QSizeF, strip);
        QFETCH(double, least);
        std::vector<CardContent> contents(10, {{60, 60}, 76});
        for (std::size_t i = 0; i < 3; ++i)
            contents[i].picture = {120, 60};
        const std::vector<CardPlace> places = layOutChain(contents, strip, 16, 14);
        QVERIFY(chainWidth(places) <= strip.width());
        QVERIFY2(places[0].picture.height() >= least,
                 qPrintable(QString::number(places[0].picture.height())));
    }

    void noCardsTakeNoRoom() { QCOMPARE(chainWidth(layOutChain({}, {400, 200}, 16, 14)), 0.0); }
};

GLYPHSCOPE_TEST(TstChainGeometry, Core)
#include "tst_chain_geometry.moc"
