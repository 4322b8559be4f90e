// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/hook_settings.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

HookSpec everyField()
{
    HookSpec hook;
    hook.id = 17;
    hook.kind = HookKind::FullBackwardPre;
    hook.module = "conv2";
    hook.action = HookAction::Clamp;
    hook.channel = 5;
    hook.amount = -0.1;
    hook.limit = 1e300;
    hook.seed = std::numeric_limits<std::uint64_t>::max();
    hook.enabled = false;
    hook.predicting = false;
    hook.training = true;
    return hook;
}

HookSpec patch()
{
    HookSpec hook;
    hook.id = 4;
    hook.module = "fc1";
    hook.action = HookAction::Patch;
    hook.donor = std::make_shared<const ModuleOutput>(
        ModuleOutput{"fc1", "Linear(3136, 256)", {2, 3}, {0, -1.5F, 3e38F, 1e-40F, 0.1F, -0.0F}, 0});
    return hook;
}

QJsonObject readable()
{
    return hooksToJson({everyField()})[0].toObject();
}

std::vector<HookSpec> read(const QJsonObject& object)
{
    return hooksFromJson({object});
}

}  // namespace

class TstHookSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyFieldComesBack()
    {
        const QByteArray text = QJsonDocument(hooksToJson({everyField(), HookSpec()})).toJson();
        const std::vector<HookSpec> back = hooksFromJson(QJsonDocument::fromJson(text).array());
        QCOMPARE(back.size(), 2U);
        const HookSpec& hook = back[0];
        QCOMPARE(hook.id, 1U);
        QVERIFY(hook.kind == HookKind::FullBackwardPre);
        QCOMPARE(hook.module, std::string("conv2"));
        QVERIFY(hook.action == HookAction::Clamp);
        QCOMPARE(hook.channel, 5);
        QCOMPARE(hook.amount, -0.1);
        QCOMPARE(hook.limit, 1e300);
        QCOMPARE(hook.seed, std::numeric_limits<std::uint64_t>::max());
        QVERIFY(!hook.enabled && !hook.predicting && hook.training);
        QCOMPARE(back[1].id, 2U);
        QVERIFY(back[1].enabled && back[1].predicting && !back[1].training);
        QCOMPARE(back[1].channel, -1);
    }

    void aDonorComesBackToTheLastBit()
    {
        const std::vector<HookSpec> back = hooksFromJson(hooksToJson({patch()}));
        QCOMPARE(back.size(), 1U);
        QVERIFY(back[0].donor->values == patch().donor->values);
        QVERIFY(back[0].donor->shape == patch().donor->shape);
        QCOMPARE(back[0].donor->name, std::string("fc1"));
        QCOMPARE(back[0].donor->kind, std::string("Linear(3136, 256)"));
    }

    void aDamagedHookIsLeftOut_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no kind") << u"kind"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("unknown kind") << u"kind"_s << QJsonValue(u"sideways"_s);
        QTest::newRow("unknown action") << u"action"_s << QJsonValue(u"explode"_s);
        QTest::newRow("a number as the action") << u"action"_s << QJsonValue(3);
        QTest::newRow("no module") << u"module"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("a long module") << u"module"_s << QJsonValue(QString(1000, u'x'));
        QTest::newRow("channel below -1") << u"channel"_s << QJsonValue(-2);
        QTest::newRow("half a channel") << u"channel"_s << QJsonValue(1.5);
        QTest::newRow("a huge channel") << u"channel"_s << QJsonValue(1e18);
        QTest::newRow("amount in words") << u"amount"_s << QJsonValue(u"much"_s);
        QTest::newRow("no limit") << u"limit"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("a negative seed") << u"seed"_s << QJsonValue(u"-1"_s);
        QTest::newRow("a seed as a number") << u"seed"_s << QJsonValue(1);
        QTest::newRow("enabled as a number") << u"enabled"_s << QJsonValue(1);
        QTest::newRow("no phase") << u"predicting"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("patch without donor") << u"action"_s << QJsonValue(u"patch"_s);
        QTest::newRow("empty donor") << u"donor"_s << QJsonValue(QJsonObject());
    }

    void aDamagedHookIsLeftOut()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QCOMPARE(read(readable()).size(), 1U);
        QJsonObject damaged = readable();
        damaged[key] = value;
        QVERIFY(read(damaged).empty());
        const std::vector<HookSpec> rest = hooksFromJson({damaged, readable()});
        QCOMPARE(rest.size(), 1U);
        QCOMPARE(rest[0].id, 1U);
    }

    void aDamagedDonorIsNoDonor_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("other shape") << u"shape"_s << QJsonValue(QJsonArray{2, 4});
        QTest::newRow("no shape") << u"shape"_s << QJsonValue(QJsonArray());
        QTest::newRow("four dimensions") << u"shape"_s << QJsonValue(QJsonArray{1, 1, 2, 3});
        QTest::newRow("negative") << u"shape"_s << QJsonValue(QJsonArray{-2, -3});
        QTest::newRow("overflow") << u"shape"_s << QJsonValue(QJsonArray{65536, 65536, 65536});
        QTest::newRow("cut off") << u"values"_s << QJsonValue(u"AAAAAA=="_s);
        QTest::newRow("not finite") << u"values"_s
                                    << QJsonValue(QString::fromLatin1(QByteArray(24, '\xff').toBase64()));
    }

    void aDamagedDonorIsNoDonor()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject hook = hooksToJson({patch()})[0].toObject();
        QJsonObject donor = hook[u"donor"_s].toObject();
        donor[key] = value;
        hook[u"donor"_s] = donor;
        QVERIFY(read(hook).empty());
    }

    void notMoreThanThereIsRoomFor()
    {
        const std::vector<HookSpec> many(1000);
        QCOMPARE(hooksToJson(many).size(), kMostKeptHooks);
        QJsonArray array;
        for (int i = 0; i < 1000; ++i)
            array.append(readable());
        QCOMPARE(hooksFromJson(array).size(), static_cast<std::size_t>(kMostKeptHooks));
    }

    void whatIsNoObjectIsNoHook()
    {
        QVERIFY(hooksFromJson({1, u"hook"_s, QJsonArray(), QJsonValue(), QJsonObject()}).empty());
    }
};

GLYPHSCOPE_TEST(TstHookSettings, Core)
#include "tst_hook_settings.moc"
