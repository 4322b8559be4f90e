// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_actions.h"
#include "ui/text/number_range.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHookPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyModuleButTheNetworkIsAPlace()
    {
        const std::vector<HookPlace> places = hookPlaces(test::network());
        QCOMPARE(places.size(), 5U);
        QCOMPARE(places[0].input, (std::vector<int>{1, 28, 28}));
        QCOMPARE(places[2].input, (std::vector<int>{32, 14, 14}));
        QCOMPARE(places[2].output, (std::vector<int>{64, 14, 14}));
        QVERIFY(places == hookPlaces(test::outputs()));
    }

    void modulesInBlocksArePlaces()
    {
        NetworkSpec network = presetNamed("resnet-8")->make(10);
        const std::vector<HookPlace> places = hookPlaces(network);
        const std::vector<NetworkLayer> layers = layersOf(network);
        QCOMPARE(places.size(), layers.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            QCOMPARE(places[i].name, layers[i].path);
            QCOMPARE(channelsOf(places, HookKind::ForwardPre, layers[i].path), layers[i].inputShape.front());
        }
        QVERIFY(std::ranges::any_of(
            places, [](const HookPlace& place) { return place.name.find('.') != std::string::npos; }));
    }

    void readingsSayWhatAModuleReads()
    {
        std::vector<ModuleOutput> outputs = test::outputs();
        outputs[2].sources = {"conv1"};  // past the pool
        QCOMPARE(hookPlaces(outputs)[2].input, (std::vector<int>{32, 28, 28}));
        outputs[0].sources = {"input"};
        QCOMPARE(hookPlaces(outputs)[0].input, (std::vector<int>{1, 28, 28}));
    }

    void channelsAreThoseOfTheValueSeen()
    {
        const auto places = hookPlaces(test::network());
        QCOMPARE(channelsOf(places, HookKind::Forward, "conv2"), 64);
        QCOMPARE(channelsOf(places, HookKind::FullBackwardPre, "conv2"), 64);
        QCOMPARE(channelsOf(places, HookKind::ForwardPre, "conv2"), 32);
        QCOMPARE(channelsOf(places, HookKind::FullBackward, "conv1"), 1);
        QCOMPARE(channelsOf(places, HookKind::Forward, ""), 256);
        QCOMPARE(channelsOf(places, HookKind::Forward, "nowhere"), 0);
        QCOMPARE(channelsOf({}, HookKind::Forward, "conv1"), 0);
    }

    void onlyForwardValuesOfOneModuleCanBePatched()
    {
        QVERIFY(canPatch(HookKind::Forward, "conv1"));
        QVERIFY(canPatch(HookKind::ForwardPre, "conv1"));
        QVERIFY(!canPatch(HookKind::FullBackward, "conv1"));
        QVERIFY(!canPatch(HookKind::Forward, ""));
    }

    void tidyingMakesASpecPossible()
    {
        const auto places = hookPlaces(test::network());
        HookSpec spec = test::spec(HookKind::ForwardPre, "conv2", HookAction::Zero, 40);
        QCOMPARE(tidied(spec, places).channel, 31);
        QCOMPARE(tidied(spec, {}).channel, 40);
        spec = test::spec(HookKind::FullBackward, "conv2", HookAction::Patch);
        QCOMPARE(tidied(spec, places).action, HookAction::Observe);
        spec = test::spec(HookKind::Forward, "conv2", HookAction::Clamp, -7, 3);
        QCOMPARE(tidied(spec, places).limit, 3.0);
        QCOMPARE(tidied(spec, places).channel, -1);
    }

    void actionsBeginWithNumbersThatDoSomething()
    {
        QCOMPARE(withAction({}, HookAction::Scale).amount, 0.5);
        QCOMPARE(withAction({}, HookAction::Clamp).limit, 1.0);
        QCOMPARE(withAction(withAction({}, HookAction::Clamp), HookAction::Zero).limit, 0.0);
        QVERIFY(amountOf(HookAction::AddNoise)->range.least == 0);
        QVERIFY(!amountOf(HookAction::Zero));
        QVERIFY(limitOf(HookAction::Clamp));
        QVERIFY(!limitOf(HookAction::Scale));
    }

    void presetsNeedTheirModule()
    {
        QCOMPARE(hookPresets({}).size(), 1U);  // everything can always be observed
        const auto all = hookPresets(hookPlaces(test::network()));
        QCOMPARE(all.size(), 4U);
        QCOMPARE(all[0].spec.module, "conv2");
        QCOMPARE(all[0].spec.channel, 12);
        QCOMPARE(all[0].spec.action, HookAction::Zero);
        NetworkDescription small = test::network();
        small.modules[3].outputShape = {8, 14, 14};
        const auto few = hookPresets(hookPlaces(small));
        QCOMPARE(few[0].spec.channel, 4);  // of eight filters
        QVERIFY(few[0].text.contains(u"conv2's filter 4"_s));
    }

    void theSliderGoesThereAndBack()
    {
        const NumberRange range = amountOf(HookAction::Scale)->range;
        QCOMPARE(sliderSteps(range), 200);
        for (int step = 0; step <= 200; ++step)
            QCOMPARE(sliderStep(range, sliderValue(range, step)), step);
        QCOMPARE(sliderStep(range, 1e9), 200);
        QCOMPARE(sliderStep(range, -1e9), 0);
        QCOMPARE(sliderValue(range, 0), range.low);
    }
};

GLYPHSCOPE_TEST(TstHookPlaces, Core)
#include "tst_hook_places.moc"
