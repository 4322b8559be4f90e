// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/hooks/effect_geometry.h"

#include <limits>

using namespace glyphscope;

class TstEffectGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void pairsStandInOrderAndInside_data()
    {
        QTest::addColumn<QRectF>("area");
        QTest::newRow("narrow dock") << QRectF(0, 0, 256, 70);
        QTest::newRow("tall column") << QRectF(5, 7, 200, 210);
        QTest::newRow("very wide") << QRectF(0, 0, 1400, 70);
    }
    void pairsStandInOrderAndInside()
    {
        QFETCH(QRectF, area);
        const EffectPlaces places = effectPlaces(area, 10, 180, 16, 14);
        QCOMPARE(places.pairs.size(), 10U);
        double right = area.left();
        for (const EffectPlaces::Pair& pair : places.pairs) {
            QVERIFY(pair.before.left() >= right);
            QVERIFY(pair.before.right() < pair.after.left());
            QCOMPARE(pair.before.height(), pair.after.height());
            QVERIFY(pair.label.top() >= pair.after.bottom());
            QVERIFY(area.contains(pair.after));
            QVERIFY(pair.label.bottom() <= area.bottom());
            right = pair.after.right();
        }
        QVERIFY(places.before.bottom() <= places.bars.top());
    }

    void wordsGoBelowEachOtherWhereTheyDoNotFit()
    {
        QVERIFY(effectPlaces({0, 0, 200, 80}, 10, 200, 16, 14).beside);
        const EffectPlaces places = effectPlaces({0, 0, 199, 80}, 10, 200, 16, 14);
        QVERIFY(!places.beside);
        QVERIFY(places.after.top() >= places.before.bottom());
        QVERIFY(places.bars.top() >= places.after.bottom());
    }

    void noRoomIsNoHeight()
    {
        const EffectPlaces places = effectPlaces({0, 0, 200, 20}, 10, 100, 16, 14);
        QVERIFY(places.bars.height() >= 0);
        QVERIFY(effectPlaces({0, 0, 200, 80}, 0, 100, 16, 14).pairs.empty());
    }

    void barsGrowFromBelow()
    {
        const QRectF full(10, 20, 5, 40);
        QCOMPARE(filledPart(full, 0.5F), QRectF(10, 40, 5, 20));
        QCOMPARE(filledPart(full, 0.0F).height(), 0.0);
        QCOMPARE(filledPart(full, 1e-6F).height(), 1.0);
        QCOMPARE(filledPart(full, 7.0F), full);
        QCOMPARE(filledPart(full, std::numeric_limits<float>::quiet_NaN()).height(), 0.0);
    }

    void thePointerFindsItsClass()
    {
        const EffectPlaces places = effectPlaces({0, 0, 200, 80}, 10, 100, 16, 14);
        QCOMPARE(classAt(places, places.pairs[3].before.center()), 3);
        QCOMPARE(classAt(places, places.pairs[9].label.center()), 9);
        QCOMPARE(classAt(places, places.before.topLeft()), -1);
    }
};

GLYPHSCOPE_TEST(TstEffectGeometry, Core)
#include "tst_effect_geometry.moc"
