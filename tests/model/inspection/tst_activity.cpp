// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/torch_inspector.h"
#include "tests/model/inspection/figures.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using test::Figures;

class TstActivity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_inspector = makeTorchInspector(m_weights, "cpu"); }
    void init() { m_inspector->setHooks({}); }
    void activityFindsDeadAndSaturatedChannels();
    void activityAddsUpOverBatches();
    void hooksTakePartInActivity();

private:
    const Figures m_figures;
    const StateDict m_weights = test::shippedWeights();
    std::unique_ptr<Inspector> m_inspector;
};

void TstActivity::activityFindsDeadAndSaturatedChannels()
{
    StateDict weights = test::withoutChannel(test::withoutChannel(m_weights, "conv1", 3), "conv1", 9);
    test::setRow(weights, "conv1.bias", 3, -1);
    test::setRow(weights, "conv1.bias", 9, 2);
    const auto inspector = makeTorchInspector(weights, "cpu");
    const std::vector<ModuleActivity> activity = inspector->activity(
        test::datasetOf({m_figures.glyph("seven"), m_figures.glyph("four"), m_figures.glyph("three")}), {});
    QCOMPARE(activity.size(), std::size_t{10});
    const ModuleActivity& conv1 = activity[0];
    const ModuleActivity& relu1 = activity[1];
    QCOMPARE(relu1.module, std::string("relu1"));
    QCOMPARE(relu1.images, 3);
    QCOMPARE(relu1.channels.size(), std::size_t{32});
    QVERIFY(relu1.channels[3].dead());
    QCOMPARE(relu1.channels[3].high, 0.0F);
    QCOMPARE(conv1.channels[3].mean, -1.0F);
    QCOMPARE(conv1.channels[3].high, -1.0F);
    QVERIFY(relu1.channels[9].saturated());
    QCOMPARE(relu1.channels[9].mean, 2.0F);
    QCOMPARE(relu1.channels[9].active, 1.0F);
    QCOMPARE(std::count_if(relu1.channels.begin(), relu1.channels.end(),
                           [](const auto& channel) { return channel.saturated(); }),
             1);
    QCOMPARE(activity[7].channels.size(), std::size_t{256});
}

void TstActivity::activityAddsUpOverBatches()
{
    const Glyph seven = m_figures.glyph("seven");
    const Glyph four = m_figures.glyph("four");
    const auto of = [&](const std::vector<Glyph>& glyphs) {
        return m_inspector->activity(test::datasetOf(glyphs), {});
    };
    std::vector<Glyph> many(130, seven);
    many.insert(many.end(), 130, four);
    const auto one = of({seven});
    const auto other = of({four});
    const auto all = of(many);
    for (std::size_t m = 0; m < all.size(); ++m) {
        QCOMPARE(all[m].images, 260);
        for (std::size_t c = 0; c < all[m].channels.size(); ++c) {
            const auto& a = one[m].channels[c];
            const auto& b = other[m].channels[c];
            const auto& both = all[m].channels[c];
            QVERIFY(std::abs(both.active - (a.active + b.active) / 2) <= 1e-5F);
            QVERIFY(std::abs(both.mean - (a.mean + b.mean) / 2) <= 1e-3F * (1 + std::abs(both.mean)));
            QVERIFY(std::abs(both.high - std::max(a.high, b.high)) <= 1e-4F);
        }
    }
}

void TstActivity::hooksTakePartInActivity()
{
    m_inspector->setHooks({test::hookOn("relu2", HookKind::Forward, HookAction::Fill, 0.5)});
    const auto activity = m_inspector->activity(test::datasetOf({m_figures.glyph("four")}), {});
    QVERIFY(activity[4].channels[0].saturated());
    QCOMPARE(activity[4].channels[63].mean, 0.5F);
}

GLYPHSCOPE_TEST(TstActivity, Core)
#include "tst_activity.moc"
