// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the corpora through the functions that libFuzzer calls.
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <exception>
#include <string>

namespace fs = std::filesystem;
using namespace glyphscope::fuzz;

Q_DECLARE_METATYPE(const Target*)

namespace {

constexpr std::ptrdiff_t kLeastSeeds = 50;

/// Small ones, of each format one that is accepted.
const std::vector<std::string> kTormented{"ok-labels-10",
                                          "ok-labels-gzip",
                                          "ok-flags-all",
                                          "ok-two-members",
                                          "ok-one",
                                          "ok-two",
                                          "ok-signed",
                                          "ok-zip",
                                          "ok-wrapped",
                                          "ok-labels",
                                          "ok-pen",
                                          "ok-digit",
                                          "ok-include",
                                          "ok-png-palette",
                                          "ok-bmp-runs-8",
                                          "ok-webp-lossless",
                                          "ok-why",
                                          "ok-history-two",
                                          "ok-info-least",
                                          "ok-curves-one",
                                          "ok-epochs-one",
                                          "ok-marks-one",
                                          "ok-checkpoint-step",
                                          "ok-residual",
                                          "ok-printed-copies"};

/// In the order of their names.
std::vector<fs::path> corpusOf(const Target& target)
{
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(GLYPHSCOPE_SOURCE_DIR "/tests/fuzz/corpus") / target.name))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

class TstFuzzCorpora : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data();
    void keepsItsPromises();
    void survivesEveryPrefixAndFlippedBit_data();
    void survivesEveryPrefixAndFlippedBit();
    void hasSeedsOfBothKinds_data();
    void hasSeedsOfBothKinds();
};

void TstFuzzCorpora::keepsItsPromises_data()
{
    QTest::addColumn<const Target*>("target");
    QTest::addColumn<std::string>("file");
    for (const Target& target : kTargets)
        for (const fs::path& file : corpusOf(target))
            QTest::addRow("%s/%s", target.name, file.filename().c_str()) << &target << file.string();
}

void TstFuzzCorpora::keepsItsPromises()
{
    QFETCH(const Target*, target);
    QFETCH(std::string, file);
    const std::vector<std::byte> bytes = readFile(file);
    const std::string name = fs::path(file).filename().string();
    try {
        const bool accepted = target->run(bytes);
        if (name.starts_with("ok-"))
            QVERIFY2(accepted, "was refused");
        if (name.starts_with("no-"))
            QVERIFY2(!accepted, "was accepted");
    } catch (const std::exception& broken) {
        QFAIL(broken.what());
    }
}

void TstFuzzCorpora::survivesEveryPrefixAndFlippedBit_data()
{
    QTest::addColumn<const Target*>("target");
    QTest::addColumn<std::string>("file");
    for (const Target& target : kTargets)
        for (const fs::path& file : corpusOf(target))
            if (std::ranges::find(kTormented, file.filename().string()) != kTormented.end())
                QTest::addRow("%s/%s", target.name, file.filename().c_str()) << &target << file.string();
}

void TstFuzzCorpora::survivesEveryPrefixAndFlippedBit()
{
    QFETCH(const Target*, target);
    QFETCH(std::string, file);
    const std::vector<std::byte> whole = readFile(file);
    try {
        for (std::size_t length = 0; length < whole.size(); ++length)
            (void)target->run(std::span(whole).first(length));
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            std::vector<std::byte> flipped = whole;
            flipped[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
            (void)target->run(flipped);
        }
    } catch (const std::exception& broken) {
        QFAIL(broken.what());
    }
}

void TstFuzzCorpora::hasSeedsOfBothKinds_data()
{
    QTest::addColumn<const Target*>("target");
    for (const Target& target : kTargets)
        QTest::newRow(target.name) << &target;
}

void TstFuzzCorpora::hasSeedsOfBothKinds()
{
    QFETCH(const Target*, target);
    const std::vector<fs::path> files = corpusOf(*target);
    const auto beginWith = [&files](const char* kind) {
        return std::ranges::count_if(
            files, [kind](const fs::path& file) { return file.filename().string().starts_with(kind); });
    };
    QVERIFY(std::ssize(files) >= kLeastSeeds);
    QVERIFY(beginWith("ok-") > 0);
    QVERIFY(beginWith("no-") > 0);
}

GLYPHSCOPE_TEST(TstFuzzCorpora, Core)
#include "tst_fuzz_corpora.moc"
