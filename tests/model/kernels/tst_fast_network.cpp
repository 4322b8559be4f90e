// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/fast_network.h"
#include "model/spec/presets.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <functional>

using namespace glyphscope;

namespace {

using FastChange = std::function<void(NetworkSpec&)>;

}  // namespace

Q_DECLARE_METATYPE(FastChange)

class TstFastNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatItIsWrittenFor_data();
    void takesWhatItIsWrittenFor();
};

void TstFastNetwork::takesWhatItIsWrittenFor_data()
{
    QTest::addColumn<FastChange>("change");
    QTest::addColumn<bool>("reads");
    QTest::addColumn<int>("features");
    const auto row = [](const char* name, bool reads, int features, FastChange change) {
        QTest::newRow(name) << change << reads << features;
    };
    row("as it ships", true, 6, [](NetworkSpec&) {});
    row("letters", true, 6, [](NetworkSpec& n) { n = shippedNetwork(26); });
    row("other names", true, 6, [](NetworkSpec& n) { n.layers[0].name = "edges"; });
    row("another mean", true, 6, [](NetworkSpec& n) { n.input.mean = 0.5; });
    row("defaults written out", true, 6, [](NetworkSpec& n) {
        n.layers[0].options["stride"] = std::int64_t{1};
        n.layers[2].options["stride"] = std::int64_t{2};
    });
    row("another width", false, 6,
        [](NetworkSpec& n) { n.layers[7].options["out_features"] = std::int64_t{128}; });
    row("no hidden layer", false, 6,
        [](NetworkSpec& n) { n.layers.erase(n.layers.begin() + 7, n.layers.begin() + 9); });
    row("a Linear without a bias", false, 6, [](NetworkSpec& n) { n.layers[9].options["bias"] = false; });
    row("fewer maps", false, 0,
        [](NetworkSpec& n) { n.layers[0].options["out_channels"] = std::int64_t{16}; });
    row("another stride", false, 0, [](NetworkSpec& n) { n.layers[0].options["stride"] = std::int64_t{2}; });
    row("without a ReLU", false, 0, [](NetworkSpec& n) { n.layers.erase(n.layers.begin() + 1); });
    row("one layer more", false, 6, [](NetworkSpec& n) {
        n.layers.insert(n.layers.end() - 1, LayerSpec{"more", "ReLU", {}, {}});
    });
}

void TstFastNetwork::takesWhatItIsWrittenFor()
{
    QFETCH(FastChange, change);
    NetworkSpec network = shippedNetwork();
    change(network);
    QTEST(canRead(network), "reads");
    QTEST(static_cast<int>(featureLayers(layersOf(network))), "features");
}

GLYPHSCOPE_TEST(TstFastNetwork, None)
#include "tst_fast_network.moc"
