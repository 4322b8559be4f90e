// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

using namespace glyphscope;

class TstInstallation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void shippedWeightsAreWhole();
    void dataFolderFollowsTheEnvironment();
};

void TstInstallation::shippedWeightsAreWhole()
{
    const StateDict weights = shippedWeights();
    std::size_t count = 0;
    for (const NamedTensor& tensor : weights.tensors)
        count += tensor.values.size();
    QCOMPARE(count, std::size_t(824458));
    QVERIFY(weights.metadata.contains("data_sha256"));  // and it matched, or reading had thrown
}

void TstInstallation::dataFolderFollowsTheEnvironment()
{
    qputenv("GLYPHSCOPE_DATA", "/some/where");
    QCOMPARE(dataFolder().string(), std::string("/some/where"));
    qunsetenv("GLYPHSCOPE_DATA");
}

GLYPHSCOPE_TEST(TstInstallation, Core)
#include "tst_installation.moc"
