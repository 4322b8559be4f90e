// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/training_speeds.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QJsonObject>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTrainingSpeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void knowsNothingOfADeviceThatNeverTrained()
    {
        TrainingSpeeds speeds;
        QVERIFY(!speeds.expected("a", "cpu", 1000));
        speeds.note({"a", "cpu", 1000, 500});
        QVERIFY(!speeds.expected("a", "cuda", 1000));
    }

    void saysWhatWasMeasuredLast()
    {
        TrainingSpeeds speeds;
        speeds.note({"a", "cpu", 1000, 500});
        speeds.note({"b", "cpu", 1000, 900});
        speeds.note({"a", "cpu", 1000, 400});
        QCOMPARE(speeds.expected("a", "cpu", 1000), 400.0);
        QCOMPARE(speeds.all().size(), std::size_t(2));
    }

    void scalesByTheNetworkThatIsNearest()
    {
        TrainingSpeeds speeds;
        speeds.note({"small", "cpu", 1000, 8000});
        speeds.note({"large", "cpu", 1'000'000, 100});
        QCOMPARE(speeds.expected("other", "cpu", 2000), 4000.0);
        QCOMPARE(speeds.expected("other", "cpu", 4'000'000), 25.0);
        QVERIFY(std::isfinite(speeds.expected("none", "cpu", 0).value_or(0)));
    }

    void comesBackAsItWas()
    {
        TrainingSpeeds speeds;
        for (int i = 1; i < 40; ++i)
            speeds.note({std::to_string(i), "cpu", i * 1000, i * 1.5});
        QVERIFY(speeds.all().size() < 39);
        QVERIFY(speedsFromJson(speedsToJson(speeds)).all() == speeds.all());
    }

    void passesOverWhatIsNone()
    {
        const QJsonObject good{{u"network"_s, u"a"_s},
                               {u"device"_s, u"cpu"_s},
                               {u"multiplyAdds"_s, 1000},
                               {u"imagesPerSecond"_s, 5.0}};
        QJsonArray array{good, 3, u"x"_s};
        for (const auto& [key, value] : {std::pair{u"multiplyAdds"_s, QJsonValue(-1)},
                                         {u"imagesPerSecond"_s, QJsonValue(0)},
                                         {u"network"_s, QJsonValue()},
                                         {u"device"_s, QJsonValue(7)}}) {
            QJsonObject bad = good;
            bad[key] = value;
            array.append(bad);
        }
        QCOMPARE(speedsFromJson(array).all().size(), std::size_t(1));
    }
};

GLYPHSCOPE_TEST(TstTrainingSpeeds, Core)
#include "tst_training_speeds.moc"
