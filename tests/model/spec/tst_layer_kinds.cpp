// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_kinds.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

namespace {

using Options = std::map<std::string, OptionValue>;

LayerSpec kindLayer(const char* kind, Options options)
{
    return {"it", kind, std::move(options), {}};
}

}  // namespace

class TstLayerKinds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsFoundByItsName();
    void whatIsLeftOutHasPyTorchsDefault();
    void optionsThatCannotBe_data();
    void optionsThatCannotBe();
    void namesAndWrittenOutDefaultsDoNotCount();
};

void TstLayerKinds::everyKindIsFoundByItsName()
{
    QCOMPARE(layerKinds().size(), std::size_t{21});  // 18 and three blocks
    for (const KindInfo& kind : layerKinds())
        QCOMPARE(kindOf(kindLayer(std::string(kind.name).c_str(), {})).kind, kind.kind);
    QVERIFY(kindNamed("Conv3d") == nullptr);
}

void TstLayerKinds::whatIsLeftOutHasPyTorchsDefault()
{
    const LayerSpec conv =
        kindLayer("Conv2d", {{"out_channels", std::int64_t{8}}, {"kernel_size", std::int64_t{5}}});
    QCOMPARE(optionOf(conv, "kernel_size"), 5);
    QCOMPARE(optionOf(conv, "stride"), 1);
    QCOMPARE(optionOf(conv, "padding"), 0);
    const LayerSpec pool = kindLayer("MaxPool2d", {{"kernel_size", std::int64_t{3}}});
    QCOMPARE(optionOf(pool, "stride"), 3);
}

void TstLayerKinds::optionsThatCannotBe_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown kind") << "Conv9d" << 1 << "stride"
                                  << "it: there is no kind \"Conv9d\"";
    QTest::newRow("unknown option") << "Conv2d" << 1 << "colour"
                                    << "it: Conv2d has no option \"colour\"";
    QTest::newRow("missing") << "Conv2d" << 1 << "kernel_size"
                             << "it: Conv2d needs the option";
    QTest::newRow("too small") << "Conv2d" << 0 << "stride"
                               << "it: stride must be a whole number from 1";
    QTest::newRow("too large") << "Conv2d" << 5000 << "stride"
                               << "it: stride must be a whole number";
}

void TstLayerKinds::optionsThatCannotBe()
{
    QFETCH(QString, kind);
    QFETCH(int, value);
    QFETCH(QString, option);
    QFETCH(QString, message);
    const LayerSpec layer = kindLayer(qPrintable(kind), {{"stride", std::int64_t{value}}});
    try {
        (void)optionOf(layer, option.toStdString());
        QFAIL("was taken");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(message), error.what());
    }
}

void TstLayerKinds::namesAndWrittenOutDefaultsDoNotCount()
{
    const Options bare{{"out_channels", std::int64_t{8}}, {"kernel_size", std::int64_t{3}}};
    Options full = bare;
    full["stride"] = std::int64_t{1};
    full["padding"] = std::int64_t{0};
    LayerSpec other = kindLayer("Conv2d", full);
    other.name = "another";
    QVERIFY(computeTheSame(kindLayer("Conv2d", bare), other));
    other.options["stride"] = std::int64_t{2};
    QVERIFY(!computeTheSame(kindLayer("Conv2d", bare), other));
    QVERIFY(!computeTheSame(kindLayer("ReLU", {}), kindLayer("Flatten", {})));
}

GLYPHSCOPE_TEST(TstLayerKinds, None)
#include "tst_layer_kinds.moc"
