// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_checkpoints.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace glyphscope::test;
namespace fs = std::filesystem;

class TstRunCheckpoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void filesAreNamedByStep();
    void otherFilesArePassedOver();
    void thinningKeepsEvenGaps_data();
    void thinningKeepsEvenGaps();
    void sizeIsBoundedToo();
};

void TstRunCheckpoints::filesAreNamedByStep()
{
    QCOMPARE(checkpointFile("/r", 469), fs::path("/r/checkpoints/step-00000469.safetensors"));
    QCOMPARE(checkpointFile("/r", 12'345'678'901), fs::path("/r/checkpoints/step-12345678901.safetensors"));
}

void TstRunCheckpoints::otherFilesArePassedOver()
{
    const RunsFolder folder;
    QVERIFY(keptCheckpoints(folder.path).empty());
    fs::create_directories(folder.path / "checkpoints");
    for (const char* name :
         {"step-00000000.safetensors", "step-00000020.safetensors", "step-12345678901.safetensors",
          "step-20.safetensors", "step-0000002x.safetensors", "step-.safetensors",
          "step--0000001.safetensors", "step-99999999999999999999.safetensors", ".glyphscope-1-1",
          "step-00000003.safetensor"})
        writeText(folder.path / "checkpoints" / name, "abc");
    const std::vector<KeptFile> files = keptCheckpoints(folder.path);
    QCOMPARE(files.size(), std::size_t(3));
    QCOMPARE(files[0].step, std::int64_t(0));  // before the first step
    QCOMPARE(files[1].step, std::int64_t(20));
    QCOMPARE(files[1].bytes, std::uintmax_t(3));
    QCOMPARE(files[2].step, std::int64_t(12'345'678'901));
}

void TstRunCheckpoints::thinningKeepsEvenGaps_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one too many") << 65;
    QTest::newRow("twice") << 128;
    QTest::newRow("a long run") << 3000;
}

void TstRunCheckpoints::thinningKeepsEvenGaps()
{
    QFETCH(int, count);
    std::vector<KeptFile> files;
    for (int k = 1; k <= count; ++k) {
        files.push_back({k * 100, 1});
        for (const std::int64_t step : superfluous(files, 64, UINTMAX_MAX))
            std::erase_if(files, [step](const KeptFile& f) { return f.step == step; });
    }
    QCOMPARE(files.size(), std::size_t(64));
    QCOMPARE(files.front().step, std::int64_t(100));
    QCOMPARE(files.back().step, std::int64_t(count) * 100);
    std::int64_t widest = 0;
    for (std::size_t k = 1; k < files.size(); ++k)
        widest = std::max(widest, files[k].step - files[k - 1].step);
    const double even = count * 100.0 / 63;
    QVERIFY2(static_cast<double>(widest) < 2.1 * even + 100, qPrintable(QString::number(widest)));
}

void TstRunCheckpoints::sizeIsBoundedToo()
{
    std::vector<KeptFile> files;
    for (int k = 1; k <= 10; ++k)
        files.push_back({k, 100});
    QCOMPARE(superfluous(files, 64, 1000).size(), std::size_t(0));
    QCOMPARE(superfluous(files, 64, 999).size(), std::size_t(1));
    QCOMPARE(superfluous(files, 64, 10).size(), std::size_t(8));  // the first and the newest stay
}

GLYPHSCOPE_TEST(TstRunCheckpoints, Core)
#include "tst_run_checkpoints.moc"
