// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_layers.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstPresets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPresetFitsAnyNumberOfClasses();
    void parametersAreThoseOfTheOriginals();
    void titlesAreRecognised();
};

void TstPresets::everyPresetFitsAnyNumberOfClasses()
{
    QCOMPARE(presets().front().name, std::string_view("simple-cnn"));
    for (const Preset& preset : presets())
        for (const int classes : {2, 10, 47, 256}) {
            const std::vector<NetworkLayer> layers = layersOf(preset.make(classes));
            QCOMPARE(layers.back().outputShape.front(), classes);
        }
    QVERIFY(numberedClasses(3) == (std::vector<std::string>{"0", "1", "2"}));
}

void TstPresets::parametersAreThoseOfTheOriginals()
{
    const auto parameters = [](const char* name) {
        return totalsOf(layersOf(presetNamed(name)->make(10))).parameters;
    };
    QCOMPARE(parameters("simple-cnn"), std::int64_t{824458});
    QCOMPARE(parameters("lenet-5"), std::int64_t{61706});
    QCOMPARE(parameters("mlp"), std::int64_t{203530});
    QVERIFY(parameters("tiny") < 10'000);
    QVERIFY(parameters("simple-cnn-bn") < 1'000'000);
    QCOMPARE(parameters("vgg-bn"), std::int64_t{289130});
    QVERIFY(presetNamed("resnet-9000") == nullptr);
}

void TstPresets::titlesAreRecognised()
{
    NetworkSpec network = shippedNetwork(26);
    QCOMPARE(titleOf(network), std::string("SimpleCNN"));
    network.classes[0] = "a";
    QCOMPARE(titleOf(network), std::string("SimpleCNN"));
    network.layers[0].options["kernel_size"] = std::int64_t{5};
    QCOMPARE(titleOf(network), std::string("Network"));
    QCOMPARE(titleOf(test::stridedNetwork()), std::string("Network"));
}

GLYPHSCOPE_TEST(TstPresets, None)
#include "tst_presets.moc"
